"""Notes that were being written when the library refused them or the program ended."""

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from subprocess import Popen
from sys import executable

import pytest

from reportreader.errors import InputError
from reportreader.notes.annotation import AnnotationKind, Colour, ReportId
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    edit_annotation,
    report_annotations,
)
from reportreader.services.opening import Library
from reportreader.services.reading import open_report
from reportreader.services.unsaved import (
    UnsavedNote,
    UnsavedSlot,
    discard_unsaved,
    list_unsaved,
    recover_unsaved,
    unsaved_edit,
    unsaved_new,
    write_unsaved,
)

WRITTEN = "第一行\n第二行：水质达标率"


@pytest.fixture
def note(library: Library, water: ReportId) -> UnsavedNote:
    """The note of a new annotation of twelve characters."""
    opened = open_report(library, water)
    start = opened.document.text.index("全县完成")
    return unsaved_new(
        library, opened, AnnotationKind.HIGHLIGHT, (start, start + 12), opened.summary.title
    )


@pytest.fixture
def other_program() -> Iterator[int]:
    """The process id of a program that runs."""
    with Popen([executable, "-c", "input()"], stdin=-1) as process:
        yield process.pid
        process.kill()


def test_a_note_left_behind_becomes_an_annotation(library: Library, note: UnsavedNote) -> None:
    UnsavedSlot(note).keep(body=WRITTEN, tags=("饮水",), colour=Colour.GREEN)
    (left,) = list_unsaved(library.path)

    recover_unsaved(library, left)

    (placed,) = report_annotations(library, note.report_id)
    annotation = placed.annotation
    assert (annotation.body, annotation.tags, annotation.colour) == (
        WRITTEN,
        ("饮水",),
        Colour.GREEN,
    )
    assert (annotation.start, annotation.end, annotation.quote) == (
        note.start,
        note.end,
        note.quote,
    )
    assert list_unsaved(library.path) == ()


def test_what_was_kept_last_counts(library: Library, note: UnsavedNote) -> None:
    slot = UnsavedSlot(note)
    slot.keep(body="先写的", tags=(), colour=Colour.YELLOW)
    slot.keep(body="后写的", tags=(), colour=Colour.YELLOW)
    assert [left.body for left in list_unsaved(library.path)] == ["后写的"]


def test_a_closed_editor_leaves_nothing(library: Library, note: UnsavedNote) -> None:
    slot = UnsavedSlot(note)
    slot.keep(body=WRITTEN, tags=(), colour=Colour.YELLOW)
    slot.close()
    assert slot.keep(body="迟到的", tags=(), colour=Colour.YELLOW) is None
    assert list_unsaved(library.path) == ()


def test_an_edit_left_behind_is_finished(library: Library, note: UnsavedNote) -> None:
    opened = open_report(library, note.report_id)
    draft = AnnotationDraft(kind=note.kind, start=note.start, end=note.end, body="原来的")
    placed = add_annotation(library, opened, draft)
    edit = unsaved_edit(library, placed.annotation, opened.summary.title)
    UnsavedSlot(edit).keep(body="改过的", tags=(), colour=Colour.BLUE)

    (left,) = list_unsaved(library.path)
    recover_unsaved(library, left)

    (after,) = report_annotations(library, note.report_id)
    assert after.annotation.annotation_id == placed.annotation.annotation_id
    assert (after.annotation.body, after.annotation.colour) == ("改过的", Colour.BLUE)


@pytest.mark.parametrize("happened", ["edited", "deleted"])
def test_an_annotation_changed_meanwhile_is_not_overwritten(
    library: Library, note: UnsavedNote, happened: str
) -> None:
    opened = open_report(library, note.report_id)
    draft = AnnotationDraft(kind=note.kind, start=note.start, end=note.end, body="原来的")
    annotation = add_annotation(library, opened, draft).annotation
    edit = unsaved_edit(library, annotation, opened.summary.title)
    UnsavedSlot(edit).keep(body="没存成的", tags=(), colour=Colour.YELLOW)
    if happened == "edited":
        edit_annotation(
            library, annotation.annotation_id, expected_revision=annotation.revision, body="别处"
        )
    else:
        delete_annotations(library, [annotation.annotation_id])

    (left,) = list_unsaved(library.path)
    recover_unsaved(library, left)

    bodies = {one.annotation.body for one in report_annotations(library, note.report_id)}
    assert bodies == ({"别处", "没存成的"} if happened == "edited" else {"没存成的"})


def test_a_note_in_another_window_is_left_alone(
    library: Library, note: UnsavedNote, other_program: int
) -> None:
    write_unsaved(replace(note, unsaved_id="a", process_id=other_program))
    write_unsaved(replace(note, unsaved_id="b", process_id=os.getpid()))
    assert [left.unsaved_id for left in list_unsaved(library.path)] == ["b"]


def test_a_note_of_another_library_is_left_alone(library: Library, note: UnsavedNote) -> None:
    write_unsaved(replace(note, unsaved_id="a", library_path=f"{library.path}.other"))
    assert list_unsaved(library.path) == ()


def test_a_passage_that_is_not_there_keeps_the_file(library: Library, note: UnsavedNote) -> None:
    write_unsaved(replace(note, unsaved_id="a", quote="这句话不在报告里"))
    (left,) = list_unsaved(library.path)
    with pytest.raises(InputError):
        recover_unsaved(library, left)
    assert list_unsaved(library.path) == (left,)


def test_where_the_library_folder_takes_nothing_another_does(
    library: Library, note: UnsavedNote
) -> None:
    (library.path.parent / "unsaved").write_text("a file stands where the folder would")
    path = write_unsaved(replace(note, unsaved_id="a", body=WRITTEN))
    assert path.parent.parent != library.path.parent
    (left,) = list_unsaved(library.path)
    assert left.body == WRITTEN
    discard_unsaved(left)
    assert not path.exists()


def test_only_the_owner_reads_the_file_and_a_person_can(note: UnsavedNote) -> None:
    path = write_unsaved(replace(note, unsaved_id="a", body=WRITTEN))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert "第二行：水质达标率" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"kind": 1}', b"\xff\xfe", b'{"kind":"x"}'])
def test_a_file_that_is_not_ours_stays_where_it_is(
    library: Library, note: UnsavedNote, data: bytes
) -> None:
    path = write_unsaved(replace(note, unsaved_id="a"))
    path.write_bytes(data)
    assert list_unsaved(library.path) == ()
    assert path.read_bytes() == data
