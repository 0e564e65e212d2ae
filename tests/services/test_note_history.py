"""The history of a note: which changes touched it, and its text before each."""

import pytest

from reportreader.errors import NotFoundError
from reportreader.notes.annotation import AnnotationId, AnnotationKind, ReportId
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    edit_annotation,
    restore_annotations,
    tag_annotations,
    undo,
)
from reportreader.services.note_history import annotation_history
from reportreader.services.noting import get_annotation
from reportreader.services.opening import Library
from reportreader.services.reading import open_report


def make(library: Library, report_id: ReportId, start: int = 0) -> AnnotationId:
    draft = AnnotationDraft(
        kind=AnnotationKind.HIGHLIGHT, start=start, end=start + 4, body="第一稿"
    )
    return add_annotation(library, open_report(library, report_id), draft).annotation.annotation_id


def write(library: Library, annotation_id: AnnotationId, body: str) -> None:
    revision = get_annotation(library, annotation_id).placed.annotation.revision
    edit_annotation(library, annotation_id, expected_revision=revision, body=body)


def names(library: Library, annotation_id: AnnotationId) -> list[str]:
    found = annotation_history(library, annotation_id)
    return [entry.change.summary_id.partition(".")[2] for entry in found]


def test_every_change_of_a_note_is_told_the_latest_first(library: Library, water: ReportId) -> None:
    note, other = make(library, water), make(library, water, 10)
    write(library, note, "第二稿")
    tag_annotations(library, [note, other], "民生")
    delete_annotations(library, [note])
    restore_annotations(library, [note])
    assert names(library, note) == [
        "annotation_restored",
        "annotation_deleted",
        "tag_added",
        "annotation_edited",
        "highlight_added",
    ]
    assert names(library, other) == ["tag_added", "highlight_added"]


def test_the_text_before_a_change_is_at_hand(library: Library, water: ReportId) -> None:
    note = make(library, water)
    write(library, note, "第二稿")
    tag_annotations(library, [note], "民生")
    before = [entry.body_before for entry in annotation_history(library, note)]
    assert before == [None, "第一稿", None]


def test_an_undone_change_is_marked(library: Library, water: ReportId) -> None:
    note = make(library, water)
    write(library, note, "第二稿")
    undo(library)
    assert [entry.is_undone for entry in annotation_history(library, note)] == [True, False]


def test_a_note_that_never_was_has_no_history(library: Library) -> None:
    with pytest.raises(NotFoundError):
        annotation_history(library, AnnotationId("01ARZ3NDEKTSV4RRFFQ69G5FAV"))
