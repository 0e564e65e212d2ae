"""Merging and splitting reports, taken back and done again."""

from pathlib import Path

import pytest

from reportreader.errors import ConflictError, InputError, NotFoundError
from reportreader.notes.annotation import AnnotationKind, ReportId
from reportreader.services.adding import add_paths
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    redo,
    report_annotations,
    tag_reports,
    undo,
)
from reportreader.services.browsing import (
    ReportFilter,
    ReportSummary,
    Shelf,
    get_report,
    list_reports,
)
from reportreader.services.maintaining import check_library
from reportreader.services.opening import Library
from reportreader.services.reading import open_report
from reportreader.services.regrouping import list_versions, merge_reports, split_version
from reportreader.services.searching import search_library


def note(library: Library, report_id: ReportId, quote: str) -> None:
    opened = open_report(library, report_id)
    start = opened.document.text.index(quote)
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=start, end=start + len(quote))
    add_annotation(library, opened, draft)


def state(library: Library) -> list[tuple[ReportSummary, str, list[str]]]:
    """Everything a person sees of the reports outside the trash."""
    return [
        (
            summary,
            open_report(library, summary.report_id).document.text,
            [one.annotation.quote for one in report_annotations(library, summary.report_id)],
        )
        for summary in list_reports(library)
    ]


def found(library: Library, query: str) -> set[ReportId]:
    return {hit.summary.report_id for hit in search_library(library, query).hits}


@pytest.fixture
def wrong_version(library: Library, water: ReportId, folder: Path) -> ReportId:
    """The report on water, of which the one on roads was taken for a new version."""
    note(library, water, "山区管网老化")
    path = folder / "roads.txt"
    (file,) = add_paths(library, [path], version_of=water).files
    assert file.report_id == water
    note(library, water, "农村公路养护三百公里")
    return water


def test_a_version_split_off_is_a_report_and_the_old_text_comes_back(
    library: Library, wrong_version: ReportId, folder: Path
) -> None:
    before = state(library)
    assert found(library, "管网老化") == set()
    new = split_version(library, wrong_version)
    assert found(library, "管网老化") == {wrong_version}
    assert found(library, "公路养护") == {new}
    assert get_report(library, new).title == "某县农村公路养护情况"
    assert get_report(library, wrong_version).title == "某县饮水工程报告"
    assert [one.annotation.quote for one in report_annotations(library, new)] == [
        "农村公路养护三百公里"
    ]
    assert [get_report(library, one).note_count for one in (wrong_version, new)] == [1, 1]
    assert [len(list_versions(library, one)) for one in (wrong_version, new)] == [1, 1]
    (file,) = add_paths(library, [folder / "roads.txt"]).files
    assert file.report_id == new
    after = state(library)
    assert check_library(library).is_whole

    undo(library)
    assert state(library) == before
    assert found(library, "管网老化") == set()
    assert check_library(library).is_whole
    redo(library)
    assert state(library) == after
    assert check_library(library).is_whole


def test_an_old_version_can_be_split_off(library: Library, wrong_version: ReportId) -> None:
    old, current = list_versions(library, wrong_version)
    assert (old.is_current, current.is_current) == (False, True)
    new = split_version(library, wrong_version, old.version_id)
    assert found(library, "管网老化") == {new}
    assert [one.annotation.quote for one in report_annotations(library, new)] == ["山区管网老化"]
    assert check_library(library).is_whole


def test_merged_reports_keep_all_versions_notes_and_tags(
    library: Library, water: ReportId, roads: ReportId, folder: Path
) -> None:
    note(library, water, "山区管网老化")
    note(library, roads, "农村公路养护三百公里")
    tag_reports(library, [roads], "民生")
    before = state(library)

    merge_reports(library, water, roads)

    (kept,) = list_reports(library)
    assert (kept.report_id, kept.version_count, kept.note_count) == (water, 2, 2)
    assert kept.tags == ("民生",)
    assert kept.title == "某县饮水工程报告"
    assert len(report_annotations(library, water)) == 2
    (in_trash,) = list_reports(library, ReportFilter(shelf=Shelf.TRASH))
    assert (in_trash.report_id, in_trash.note_count) == (roads, 0)
    path = folder / "roads.txt"
    (file,) = add_paths(library, [path]).files
    assert file.report_id == water
    assert check_library(library).is_whole

    undo(library)
    assert state(library) == before
    assert check_library(library).is_whole
    redo(library)
    assert list_reports(library) == (kept,)


def test_what_cannot_be_merged_or_split(library: Library, water: ReportId, roads: ReportId) -> None:
    with pytest.raises(InputError):
        merge_reports(library, water, water)
    with pytest.raises(NotFoundError):
        merge_reports(library, water, ReportId(99))
    with pytest.raises(InputError):
        split_version(library, water)
    foreign = list_versions(library, roads)[0].version_id
    with pytest.raises(InputError):
        split_version(library, water, foreign)


def test_a_file_is_read_again_after_its_first_version_was_split_off(
    library: Library, water: ReportId, folder: Path
) -> None:
    path = folder / "water.txt"
    for year in ("二零二零", "二零二一"):
        path.write_text(f"{path.read_text('utf-8')}{year}年补记一条。\n", encoding="utf-8")
        add_paths(library, [path])
    first, *_ = list_versions(library, water)
    other = split_version(library, water, first.version_id)

    path.write_text(f"{path.read_text('utf-8')}二零二二年补记一条。\n", encoding="utf-8")
    (file,) = add_paths(library, [path]).files
    merge_reports(library, water, other)

    assert (file.error, file.report_id) == (None, water)
    assert [one.number for one in list_versions(library, water)] == [2, 3, 4, 5]
    assert check_library(library).is_whole


def test_a_file_that_was_read_again_is_not_parted_from_its_text_by_undo(
    library: Library, wrong_version: ReportId, folder: Path
) -> None:
    new = split_version(library, wrong_version)
    path = folder / "roads.txt"
    path.write_text(f"{path.read_text('utf-8')}补记一条。\n", encoding="utf-8")
    (file,) = add_paths(library, [path]).files
    assert file.report_id == new

    with pytest.raises(ConflictError):
        undo(library)

    assert len(list_versions(library, new)) == 2
    assert get_report(library, new).title == "某县农村公路养护情况"
    assert check_library(library).is_whole
