"""Pieces of the index are put together, and nothing is lost on the way."""

from pathlib import Path

import pytest

from reportreader.library.index_merging import FEWEST_NEW, is_merging_due, iter_merging
from reportreader.library.library import Library
from reportreader.services.adding import add_paths
from reportreader.services.searching import search_library

_BATCHES = 3


def _count_pieces(library: Library) -> int:
    return int(library.value("SELECT count(DISTINCT segid) FROM report_fts_idx"))


def _write_folder(folder: Path, first: int, count: int) -> Path:
    folder.mkdir()
    for number in range(first, first + count):
        text = f"甲县第{number}号饮水情况报告\n正文说第{number}处水井已经修好。\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def scattered(library: Library, tmp_path: Path) -> Library:
    """A library whose reports came in three transactions, the last of which made them enough."""
    each = FEWEST_NEW // _BATCHES
    for batch in range(_BATCHES):
        with library.transaction():
            add_paths(library, [_write_folder(tmp_path / str(batch), batch * each, each)])
    return library


def test_pieces_become_one_when_enough_reports_were_added(
    scattered: Library, tmp_path: Path
) -> None:
    assert not is_merging_due(scattered)
    assert _count_pieces(scattered) > 1
    seen: list[int] = []
    rest = _write_folder(tmp_path / "rest", 1_000, 10)
    add_paths(scattered, [rest], on_progress=lambda progress: seen.append(progress.done))
    assert not is_merging_due(scattered)
    assert _count_pieces(scattered) == 1
    assert seen[-1] == 10
    assert search_library(scattered, "水井已经").total_reports == FEWEST_NEW - 2 + 10
    assert search_library(scattered, "第1009处").total_reports == 1
    with scattered.transaction():
        scattered.execute("INSERT INTO report_fts (report_fts) VALUES ('integrity-check')")


def test_a_merge_that_is_stopped_goes_on_the_next_time(scattered: Library, tmp_path: Path) -> None:
    rest = _write_folder(tmp_path / "rest", 1_000, 10)
    stopped = iter([False] * 11)
    add_paths(scattered, [rest], should_stop=lambda: next(stopped, True))
    assert is_merging_due(scattered)
    for _ in iter_merging(scattered):
        assert search_library(scattered, "水井已经").total_reports == FEWEST_NEW - 2 + 10
    assert _count_pieces(scattered) == 1
    assert not is_merging_due(scattered)
