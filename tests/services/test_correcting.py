"""Corrections are data: they are undone, survive a new pass and a new text, and are never dropped."""

from pathlib import Path

import pytest

from reportreader.document.metadata import MetadataField
from reportreader.document.section import SectionKind
from reportreader.errors import InputError, NotFoundError
from reportreader.library.documents import load_saved_document, save_structure
from reportreader.library.journal import journalled
from reportreader.notes.annotation import AnnotationKind, PlacementState, ReportId
from reportreader.services.adding import add_paths
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    redo,
    report_annotations,
    undo,
)
from reportreader.services.browsing import get_report, preview_report
from reportreader.services.correcting import (
    Correction,
    CorrectionKind,
    ListedCorrection,
    add_correction,
    list_corrections,
    remove_corrections,
)
from reportreader.services.maintaining import check_library
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_report
from reportreader.services.renewing import count_outdated, rederive_structure
from reportreader.services.searching import search_library
from reportreader.structure import STRUCTURE_VERSION

FOUND = [(1, "一、总体情况"), (1, "二、存在问题"), (1, "三、下一步打算")]
PROBLEMS = "二、存在问题"
DRY = "山区管网老化"


def outline(library: Library, report_id: ReportId) -> list[tuple[int, str]]:
    sections = open_report(library, report_id).document.sections
    return [(section.level, section.title) for section in sections]


def correct(
    library: Library,
    report_id: ReportId,
    kind: CorrectionKind,
    passage: str = "",
    value: str = "",
    field: MetadataField | None = None,
) -> ListedCorrection:
    opened = open_report(library, report_id)
    start = opened.document.text.index(passage)
    return add_correction(
        library,
        opened,
        Correction(kind=kind, start=start, end=start + len(passage), value=value, field=field)
        if passage
        else Correction(kind=kind, start=0, end=0, value=value, field=field),
    )


def edit(library: Library, folder: Path, old: str, new: str) -> None:
    path = folder / "water.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    add_paths(library, [path])


def forget_structure(library: Library, report_id: ReportId) -> None:
    """Makes a report look as if a pass that found nothing had read it."""
    opened = open_report(library, report_id)
    saved = load_saved_document(library, opened.version_id)
    with library.transaction():
        save_structure(library, opened.version_id, saved._replace(sections=()))
        library.execute("UPDATE report_version SET structure_version = 1")
        library.execute("DELETE FROM meta WHERE name = 'structure_version'")


def test_a_correction_is_read_wherever_the_outline_is(library: Library, water: ReportId) -> None:
    assert outline(library, water) == FOUND
    added = correct(library, water, CorrectionKind.HEADING, DRY, "2")
    assert added.correction.quote == DRY
    assert outline(library, water) == [*FOUND[:2], (2, DRY), FOUND[2]]
    assert [one.title for one in preview_report(library, water).sections][2] == DRY
    section = open_report(library, water).document.sections[2]
    assert section.kind is SectionKind.READER


def test_a_correction_is_undone_and_done_again_across_restarts(
    library: Library, library_path: Path, water: ReportId
) -> None:
    correct(library, water, CorrectionKind.NOT_HEADING, PROBLEMS)
    assert outline(library, water) == [FOUND[0], FOUND[2]]
    with open_library(library_path) as again:
        change = undo(again)
        assert change is not None
        assert change.summary_id == "changes.heading_unmade"
        assert change.values["quote"] == PROBLEMS
        assert outline(again, water) == FOUND
        assert list_corrections(again, water) == ()
        redo(again)
        assert outline(again, water) == [FOUND[0], FOUND[2]]


def test_a_later_word_replaces_the_earlier_and_undo_brings_it_back(
    library: Library, water: ReportId
) -> None:
    correct(library, water, CorrectionKind.LEVEL, PROBLEMS, "2")
    correct(library, water, CorrectionKind.LEVEL, PROBLEMS, "3")
    assert [one.correction.value for one in list_corrections(library, water)] == ["3"]
    undo(library)
    assert [one.correction.value for one in list_corrections(library, water)] == ["2"]
    assert outline(library, water)[1] == (2, PROBLEMS)


def test_a_title_and_a_date_show_in_the_list_and_in_the_search(
    library: Library, water: ReportId
) -> None:
    before = get_report(library, water)
    correct(library, water, CorrectionKind.METADATA, value="2024-03-06", field=MetadataField.DATE)
    correct(library, water, CorrectionKind.METADATA, value="青山供水", field=MetadataField.TITLE)
    after = get_report(library, water)
    assert (after.title, after.date) == ("青山供水", "2024-03-06")
    assert search_library(library, "青山供水").total_reports == 1
    undo(library)
    undo(library)
    assert get_report(library, water) == before
    assert search_library(library, "青山供水").total_reports == 0
    assert check_library(library).is_whole


def test_corrections_come_along_into_the_edited_report(
    library: Library, folder: Path, water: ReportId
) -> None:
    correct(library, water, CorrectionKind.HEADING, DRY, "2")
    correct(library, water, CorrectionKind.METADATA, value="2024-03-06", field=MetadataField.DATE)
    edit(library, folder, "一、总体情况\n", "一、总体情况\n本报告由水务局编写，供全县参考。\n")
    assert get_report(library, water).version_count == 2
    assert outline(library, water) == [*FOUND[:2], (2, DRY), FOUND[2]]
    assert get_report(library, water).date == "2024-03-06"
    assert all(one.is_placed for one in list_corrections(library, water))


def test_a_correction_without_a_place_stays_listed_and_comes_back(
    library: Library, folder: Path, water: ReportId
) -> None:
    correct(library, water, CorrectionKind.HEADING, DRY, "2")
    line = "山区管网老化，冬季供水不稳。\n"
    edit(library, folder, line, "")
    (lost,) = list_corrections(library, water)
    assert not lost.is_placed
    assert lost.state in (PlacementState.LOST, PlacementState.AMBIGUOUS)
    assert lost.correction.quote == DRY
    assert outline(library, water) == FOUND
    edit(library, folder, "二、存在问题\n", "二、存在问题\n" + line)
    (back,) = list_corrections(library, water)
    assert back.is_placed
    assert outline(library, water) == [*FOUND[:2], (2, DRY), FOUND[2]]


def test_what_was_undone_before_a_new_text_is_done_again_in_it(
    library: Library, folder: Path, water: ReportId
) -> None:
    correct(library, water, CorrectionKind.NOT_HEADING, PROBLEMS)
    undo(library)
    edit(library, folder, "一、总体情况\n", "一、总体情况\n本报告由水务局编写，供全县参考。\n")
    redo(library)
    assert outline(library, water) == [FOUND[0], FOUND[2]]


def test_a_new_pass_loses_no_correction_and_no_annotation(
    library: Library, water: ReportId, roads: ReportId
) -> None:
    correct(library, water, CorrectionKind.HEADING, DRY, "2")
    correct(library, water, CorrectionKind.TITLE, PROBLEMS, "问题")
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=40, end=50, body="核对")
    add_annotation(library, open_report(library, water), draft)
    notes = report_annotations(library, water)
    expected = outline(library, water)
    forget_structure(library, water)
    assert outline(library, water) != expected
    assert count_outdated(library) == 2
    progress: list[tuple[int, int]] = []
    assert rederive_structure(library, lambda done, total: progress.append((done, total))) == 2
    assert progress == [(1, 2), (2, 2)]
    assert outline(library, water) == expected
    assert report_annotations(library, water) == notes
    assert [one.is_placed for one in list_corrections(library, water)] == [True, True]
    assert open_report(library, roads).document.structure_version == STRUCTURE_VERSION
    assert count_outdated(library) == 0
    assert rederive_structure(library) == 0


def test_reading_anew_stops_between_two_reports_and_goes_on_later(
    library: Library, water: ReportId, roads: ReportId
) -> None:
    forget_structure(library, water)
    seen: list[int] = []
    done = rederive_structure(library, lambda done, _: seen.append(done), lambda: bool(seen))
    assert done == 1
    assert count_outdated(library) == 1
    assert rederive_structure(library) == 1
    assert outline(library, water) == FOUND
    assert outline(library, roads) == []


def test_corrections_are_taken_back_by_number(library: Library, water: ReportId) -> None:
    first = correct(library, water, CorrectionKind.NOT_HEADING, PROBLEMS)
    second = correct(library, water, CorrectionKind.HEADING, DRY, "2")
    remove_corrections(library, [first.correction_id, second.correction_id])
    assert outline(library, water) == FOUND
    undo(library)
    assert outline(library, water) == [FOUND[0], (2, DRY), FOUND[2]]
    with pytest.raises(NotFoundError):
        remove_corrections(library, [99])


@pytest.mark.parametrize(
    "correction",
    [
        Correction(kind=CorrectionKind.HEADING, start=5, end=5),
        Correction(kind=CorrectionKind.NOT_HEADING, start=5, end=100_000),
        Correction(kind=CorrectionKind.LEVEL, start=5, end=9, value="0"),
        Correction(
            kind=CorrectionKind.METADATA, start=0, end=0, value="去年", field=MetadataField.DATE
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(
    library: Library, water: ReportId, correction: Correction
) -> None:
    with pytest.raises(InputError):
        add_correction(library, open_report(library, water), correction)
    assert list_corrections(library, water) == ()
    assert undo(library) is None


def test_control_characters_do_not_come_in_through_a_title(
    library: Library, water: ReportId
) -> None:
    added = correct(library, water, CorrectionKind.TITLE, PROBLEMS, "问\x1b[31m题")
    assert "\x1b" not in added.correction.value


def test_a_change_of_a_report_that_has_corrections_keeps_its_description(
    library: Library, water: ReportId
) -> None:
    correct(library, water, CorrectionKind.METADATA, value="青山供水", field=MetadataField.TITLE)
    with journalled(library, "changes.report_removed", title="青山供水", count=1) as recorder:
        recorder.update("report", {"report_id": water}, {"deleted": library.now()})
    undo(library)
    assert get_report(library, water).title == "青山供水"
