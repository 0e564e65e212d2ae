"""Undo and redo: every change a reader makes, over restarts, in order."""

from collections.abc import Callable

import pytest

from reportreader.analysis.terms import Term, TermGroup
from reportreader.errors import ConflictError
from reportreader.library.journal import KEPT_CHANGES
from reportreader.notes.annotation import AnnotationId, AnnotationKind, Colour, ReportId
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    edit_annotation,
    list_tags,
    move_annotation,
    redo,
    report_annotations,
    restore_annotations,
    set_mark,
    tag_annotations,
    tag_reports,
    undo,
)
from reportreader.services.browsing import get_report, remove_reports, restore_reports
from reportreader.services.keywords import delete_term_group, list_term_groups, save_term_group
from reportreader.services.maintaining import check_library
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import OpenedReport, open_report
from reportreader.settings.messages import Language, Messages


@pytest.fixture
def opened(library: Library, water: ReportId) -> OpenedReport:
    return open_report(library, water)


@pytest.fixture
def annotation_id(library: Library, opened: OpenedReport) -> AnnotationId:
    draft = AnnotationDraft(
        kind=AnnotationKind.HIGHLIGHT, start=2, end=9, body="一", tags=("甲", "乙")
    )
    return add_annotation(library, opened, draft).annotation.annotation_id


def _state(library: Library, report_id: ReportId) -> object:
    """Everything a reader sees that a change can touch, revisions and times of change apart."""
    summary = get_report(library, report_id)
    return (
        [
            (
                placed.annotation.annotation_id,
                placed.annotation.body,
                placed.annotation.colour,
                placed.annotation.tags,
                placed.placement,
            )
            for placed in report_annotations(library, report_id)
        ],
        (summary.deleted, summary.tags, summary.note_count, summary.bookmark_count),
        list_tags(library),
        list_term_groups(library),
    )


Act = Callable[[Library, OpenedReport, AnnotationId], object]
_GROUP = TermGroup(name="水", terms=(Term(text="饮水", aliases=("用水",)),), patterns=("管?",))
_ACTS: dict[str, Act] = {
    "highlight": lambda library, opened, _: add_annotation(
        library,
        opened,
        AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=3, end=5, tags=("丙",)),
    ),
    "edit": lambda library, _, annotation_id: edit_annotation(
        library, annotation_id, expected_revision=1, body="二", colour=Colour.RED, tags=("丁",)
    ),
    "delete": lambda library, _, annotation_id: delete_annotations(library, [annotation_id]),
    "tag": lambda library, _, annotation_id: tag_annotations(library, [annotation_id], "戊"),
    "untag": lambda library, _, annotation_id: tag_annotations(
        library, [annotation_id], "甲", remove=True
    ),
    "mark": lambda library, opened, _: set_mark(library, opened, "a", 7),
    "move": lambda library, opened, annotation_id: move_annotation(
        library, opened, annotation_id, 4, 8
    ),
    "remove report": lambda library, opened, _: remove_reports(library, [opened.report_id]),
    "tag report": lambda library, opened, _: tag_reports(library, [opened.report_id], "基层"),
    "term group": lambda library, _opened, _: save_term_group(library, _GROUP),
}


@pytest.mark.parametrize("act", _ACTS.values(), ids=_ACTS.keys())
def test_every_change_is_undone_and_done_again_across_restarts(
    library: Library, opened: OpenedReport, annotation_id: AnnotationId, act: Act
) -> None:
    before = _state(library, opened.report_id)
    act(library, opened, annotation_id)
    after = _state(library, opened.report_id)
    assert after != before
    library.close()
    with open_library(library.path) as second:
        change = undo(second)
        assert change is not None
        assert _state(second, opened.report_id) == before
        for language in Language:
            assert Messages(language).text(change.summary_id, **change.values)
    with open_library(library.path) as third:
        assert redo(third) == change
        assert _state(third, opened.report_id) == after
        assert redo(third) is None
        assert check_library(third).problems == ()


def test_restoring_is_a_change_too(
    library: Library, opened: OpenedReport, annotation_id: AnnotationId
) -> None:
    delete_annotations(library, [annotation_id])
    restore_annotations(library, [annotation_id])
    undo(library)
    assert report_annotations(library, opened.report_id) == ()
    remove_reports(library, [opened.report_id])
    restore_reports(library, [opened.report_id])
    undo(library)
    assert get_report(library, opened.report_id).deleted


def test_a_saved_term_group_replaces_the_old_one_and_comes_back(library: Library) -> None:
    save_term_group(library, _GROUP)
    renamed = TermGroup(name="水利", terms=(Term(text="管网"),))
    save_term_group(library, renamed, replaces="水")
    assert list_term_groups(library) == (renamed,)
    undo(library)
    assert list_term_groups(library) == (_GROUP,)
    delete_term_group(library, "水")
    assert list_term_groups(library) == ()
    undo(library)
    assert list_term_groups(library) == (_GROUP,)


def test_a_new_change_ends_what_could_be_redone(
    library: Library, opened: OpenedReport, annotation_id: AnnotationId
) -> None:
    undo(library)
    set_mark(library, opened, "a", 7)
    assert redo(library) is None
    assert [one.annotation.kind for one in report_annotations(library, opened.report_id)] == [
        AnnotationKind.MARK
    ]


def test_what_was_undone_still_lies_in_the_trash(
    library: Library, opened: OpenedReport, annotation_id: AnnotationId
) -> None:
    undo(library)
    restore_annotations(library, [annotation_id])
    (back,) = report_annotations(library, opened.report_id)
    assert (back.annotation.body, back.annotation.tags) == ("一", ("乙", "甲"))


def test_an_edit_based_on_what_was_before_an_undo_is_refused(
    library: Library, opened: OpenedReport, annotation_id: AnnotationId
) -> None:
    edit_annotation(library, annotation_id, expected_revision=1, body="二")
    undo(library)
    for revision in (1, 2):
        with pytest.raises(ConflictError):
            edit_annotation(library, annotation_id, expected_revision=revision, body="三")


def test_a_change_that_no_longer_fits_is_passed_over(
    library: Library, opened: OpenedReport, annotation_id: AnnotationId
) -> None:
    edit_annotation(library, annotation_id, expected_revision=1, body="二")
    with library.transaction():
        library.execute("UPDATE annotation SET body = '外来'")
    with pytest.raises(ConflictError) as caught:
        undo(library)
    assert caught.value.message_id == "undo_impossible"
    (placed,) = report_annotations(library, opened.report_id)
    assert placed.annotation.body == "外来"
    assert undo(library) is not None
    assert report_annotations(library, opened.report_id) == ()


def test_nothing_to_undo(library: Library) -> None:
    assert undo(library) is None
    assert redo(library) is None


def test_the_journal_keeps_the_last_thousand(library: Library, opened: OpenedReport) -> None:
    with library.transaction():
        for number in range(KEPT_CHANGES + 5):
            set_mark(library, opened, "a", number % 50)
    assert library.value("SELECT count(*) FROM change") == KEPT_CHANGES
