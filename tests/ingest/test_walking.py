"""Folders are walked in one order, each once."""

import os
from pathlib import Path

from reportreader.ingest.walking import iter_report_files


def names(folder: Path, found: list[Path]) -> list[str]:
    return [str(path.relative_to(folder)) for path in found]


def test_a_folder_is_walked_recursively_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", "c.TXT", "photo.jpg", ".hidden/x.txt", ".y.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert names(tmp_path, list(iter_report_files([tmp_path]))) == [
        "a.txt",
        "b/1.md",
        "b/2.txt",
        "c.TXT",
    ]


def test_what_a_person_names_is_passed_on_whatever_it_is(tmp_path: Path) -> None:
    paths = [tmp_path / "没有.txt", tmp_path / "photo.jpg", tmp_path / ".hidden.txt"]
    paths[1].touch()
    assert list(iter_report_files(paths)) == paths


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    inner = tmp_path / "内"
    inner.mkdir()
    (inner / "甲.txt").touch()
    (inner / "环").symlink_to(tmp_path)
    assert names(tmp_path, list(iter_report_files([tmp_path]))) == ["内/甲.txt"]


def test_a_folder_named_twice_is_entered_once(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").touch()
    assert len(list(iter_report_files([tmp_path, tmp_path]))) == 1


def test_fifos_are_listed_but_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    assert names(tmp_path, list(iter_report_files([tmp_path]))) == ["管道.txt"]


def test_a_folder_deeper_than_the_stack_is_walked(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(300):
        folder /= "d"
        folder.mkdir()
    (folder / "甲.txt").touch()
    assert len(list(iter_report_files([tmp_path]))) == 1
