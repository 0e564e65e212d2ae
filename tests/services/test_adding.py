"""Adding files: known, changed, new and refused ones; stopped and gone on with."""

import os
import time
from pathlib import Path

import pytest

from reportreader.errors import LibraryLockedError
from reportreader.notes.annotation import AnnotationKind, PlacementState, ReportId
from reportreader.services.adding import AddOutcome, AddProgress, add_bytes, add_paths
from reportreader.services.annotating import AnnotationDraft, add_annotation, report_annotations
from reportreader.services.browsing import (
    ReportFilter,
    Shelf,
    count_reports,
    get_report,
    list_reports,
    remove_reports,
)
from reportreader.services.opening import GUIDE_NAME, Library, open_library
from reportreader.services.reading import open_report
from reportreader.services.searching import search_library


def _age(path: Path, seconds: int = 60) -> None:
    """Makes a file look as if it had been written some time ago."""
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_a_folder_is_added_once(library: Library, folder: Path) -> None:
    first = add_paths(library, [folder])
    assert (first.added, first.unchanged, first.refused) == (2, 0, 0)
    again = add_paths(library, [folder])
    assert (again.added, again.unchanged, again.refused) == (0, 2, 0)
    assert count_reports(library) == 2


def test_what_a_list_shows_comes_from_the_text(library: Library, water: ReportId) -> None:
    summary = get_report(library, water)
    assert summary.title == "某县饮水工程报告"
    assert summary.issuer == "某县水务局"
    assert summary.date == "2024-03-05"
    assert summary.length == len(open_report(library, water).document.text)
    assert Path(summary.path).name == "water.txt"
    assert Path(summary.path).is_absolute()


def test_the_same_text_in_another_file_adds_nothing(
    library: Library, water: ReportId, folder: Path
) -> None:
    copy = folder / "copy.txt"
    copy.write_bytes((folder / "water.txt").read_bytes().replace(b"\n", b"\r\n"))
    (file,) = add_paths(library, [copy]).files
    assert (file.outcome, file.report_id) == (AddOutcome.UNCHANGED, water)
    assert count_reports(library) == 1


def test_a_changed_file_is_a_new_version_and_its_notes_come_along(
    library: Library, water: ReportId, folder: Path
) -> None:
    opened = open_report(library, water)
    start = opened.document.text.index("山区管网老化")
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=start, end=start + 6, body="查")
    made = add_annotation(library, opened, draft).annotation
    path = folder / "water.txt"
    path.write_text("【修订】\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    (file,) = add_paths(library, [path]).files

    assert (file.outcome, file.report_id) == (AddOutcome.NEW_VERSION, water)
    assert file.placements is not None
    assert sum(file.placements.values()) == 1
    assert set(file.placements) <= {PlacementState.EXACT, PlacementState.MOVED}
    assert get_report(library, water).version_count == 2
    (placed,) = report_annotations(library, water)
    assert placed.annotation == made
    document = open_report(library, water).document
    assert document.text[placed.placement.start : placed.placement.end] == "山区管网老化"


def test_a_deleted_passage_loses_its_place_but_not_its_note(
    library: Library, water: ReportId, folder: Path
) -> None:
    opened = open_report(library, water)
    start = opened.document.text.index("山区管网老化")
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=start, end=start + 6, body="查")
    made = add_annotation(library, opened, draft).annotation
    path = folder / "water.txt"
    original = path.read_text(encoding="utf-8")
    path.write_text(original.replace("山区管网老化，冬季供水不稳。\n", ""), encoding="utf-8")
    add_paths(library, [path])
    (placed,) = report_annotations(library, water)
    assert placed.annotation == made
    assert placed.placement.state is PlacementState.LOST

    path.write_text(original, encoding="utf-8")
    add_paths(library, [path])

    (placed,) = report_annotations(library, water)
    assert (placed.placement.state, placed.placement.start) == (PlacementState.EXACT, start)
    assert get_report(library, water).version_count == 2


def test_search_finds_the_new_text_and_no_longer_the_old(
    library: Library, water: ReportId, folder: Path
) -> None:
    path = folder / "water.txt"
    text = path.read_text(encoding="utf-8").replace("三十处", "五十处")
    path.write_text(text, encoding="utf-8")
    add_paths(library, [path])
    assert search_library(library, "三十处").total_reports == 0
    assert [hit.summary.report_id for hit in search_library(library, "五十处").hits] == [water]


def test_an_unchanged_file_is_not_read_again(library: Library, folder: Path) -> None:
    path = folder / "water.txt"
    _age(path)
    add_paths(library, [folder])
    state = path.stat()
    path.write_bytes(b"x" * state.st_size)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    again = add_paths(library, [folder])
    assert again.unchanged == 2


def test_a_file_changed_at_once_is_noticed(library: Library, folder: Path) -> None:
    path = folder / "water.txt"
    add_paths(library, [path])
    state = path.stat()
    path.write_bytes(path.read_bytes().replace("三十处".encode(), "五十处".encode()))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert add_paths(library, [path]).new_versions == 1


def test_refused_files_say_why_and_do_not_stop_the_others(library: Library, folder: Path) -> None:
    (folder / "empty.txt").touch()
    missing = folder / "missing.txt"
    summary = add_paths(library, [folder, missing])
    refused = {Path(one.path).name: one.error for one in summary.files if one.error is not None}
    assert {name: error.message_id for name, error in refused.items()} == {
        "empty.txt": "file_empty",
        "missing.txt": "file_missing",
    }
    assert summary.added == 2
    assert summary.added + summary.unchanged + summary.new_versions + summary.refused == len(
        summary.files
    )


def test_progress_adds_up_and_stopping_goes_on_later(library: Library, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"第{number}号情况报告\n正文。\n", encoding="utf-8")
    seen: list[AddProgress] = []
    summary = add_paths(
        library, [tmp_path], on_progress=seen.append, should_stop=lambda: len(seen) == 4
    )
    assert summary.interrupted
    assert [progress.done for progress in seen] == [1, 2, 3, 4]
    assert {progress.total for progress in seen} == {6}
    assert seen[-1].added == summary.added == count_reports(library) == 4
    rest = add_paths(library, [tmp_path])
    assert (rest.added, rest.unchanged, rest.interrupted) == (2, 4, False)


def test_an_interruption_in_mid_report_leaves_no_half_report(
    library: Library, tmp_path: Path
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"第{number}号情况报告\n正文。\n", encoding="utf-8")

    def interrupt(progress: AddProgress) -> None:
        if progress.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_paths(library, [tmp_path], on_progress=interrupt)
    reports = list_reports(library)
    assert len(reports) == 2
    for summary in reports:
        assert len(open_report(library, summary.report_id).document.text) == summary.length


def test_a_dry_run_foretells_and_writes_nothing(
    library: Library, water: ReportId, folder: Path
) -> None:
    path = folder / "water.txt"
    path.write_text(path.read_text(encoding="utf-8") + "附记。\n", encoding="utf-8")
    before = library.path.read_bytes()
    summary = add_paths(library, [folder], dry_run=True)
    assert (summary.added, summary.new_versions) == (1, 1)
    assert library.path.read_bytes() == before
    assert get_report(library, water).version_count == 1


def test_a_named_file_comes_back_from_the_trash_and_one_in_a_folder_does_not(
    library: Library, water: ReportId, folder: Path
) -> None:
    remove_reports(library, [water])
    assert add_paths(library, [folder]).added == 1
    assert get_report(library, water).deleted
    (file,) = add_paths(library, [folder / "water.txt"]).files
    assert (file.outcome, file.report_id) == (AddOutcome.ADDED, water)
    assert not get_report(library, water).deleted


def test_standard_input_is_known_by_its_text(library: Library) -> None:
    data = "某镇情况\n水利设施已经修复。\n".encode()
    first = add_bytes(library, data, "-")
    assert first.outcome is AddOutcome.ADDED
    assert add_bytes(library, data, "-").outcome is AddOutcome.UNCHANGED
    assert get_report(library, first.report_id or ReportId(0)).path == ""


def test_a_file_name_that_is_no_text_is_added(library: Library, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt"))
    path.write_text("某镇情况\n水利设施已经修复。\n", encoding="utf-8")
    assert add_paths(library, [path]).added == 1
    assert add_paths(library, [path]).unchanged == 1
    assert "\x1b" not in list_reports(library)[0].path


def test_a_locked_library_ends_the_addition(library: Library, folder: Path) -> None:
    with open_library(library.path) as second, second.transaction():
        library.run("PRAGMA busy_timeout = 10")
        with pytest.raises(LibraryLockedError):
            add_paths(library, [folder])


def test_samples_fill_a_new_library_once(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "new" / "library.sqlite"
    with open_library(path, samples=folder) as library:
        assert count_reports(library) == 2
        remove_reports(library, [one.report_id for one in list_reports(library)])
    with open_library(path, samples=folder) as library:
        assert count_reports(library) == 0
        assert count_reports(library, ReportFilter(shelf=Shelf.TRASH)) == 2


def test_the_guide_is_the_first_of_the_samples_in_the_list(tmp_path: Path, folder: Path) -> None:
    (folder / GUIDE_NAME).write_text("# 指南\n\n先按一下帮助键。\n", encoding="utf-8")
    with open_library(tmp_path / "library.sqlite", samples=folder) as library:
        titles = [one.title for one in list_reports(library)]
        assert len(titles) == 3
        assert titles[0] == "指南"
