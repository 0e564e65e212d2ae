"""Notes that are being written, kept in files of their own until the library has them.

A note in an editor is written to such a file while it grows, and again when the library refuses it:
so it survives a full disk, a locked library, a killed program. A note that was left behind becomes
an annotation when it is recovered; until then nothing touches it.
"""

import os
from dataclasses import replace
from pathlib import Path
from threading import Lock

from reportreader.errors import ConflictError, InputError, NotFoundError
from reportreader.library.documents import load_document
from reportreader.library.library import Library
from reportreader.notes.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    PlacedAnnotation,
)
from reportreader.notes.ids import make_annotation_id
from reportreader.services.annotating import (
    AnnotationDraft,
    AnnotationTarget,
    add_annotation,
    edit_annotation,
)
from reportreader.services.drafting import Readable
from reportreader.services.unsaved_files import (
    UnsavedNote,
    discard_unsaved,
    list_unsaved,
    write_unsaved,
)

__all__ = [
    "UnsavedNote",
    "UnsavedSlot",
    "discard_unsaved",
    "list_unsaved",
    "recover_unsaved",
    "unsaved_edit",
    "unsaved_new",
    "write_unsaved",
]


def unsaved_new(
    library: Library, target: Readable, kind: AnnotationKind, span: tuple[int, int], title: str
) -> UnsavedNote:
    """The note of an annotation of a passage that is about to be written."""
    start, end = span
    return UnsavedNote(
        library_path=str(library.path),
        report_id=target.report_id,
        report_title=title,
        version_id=target.version_id,
        kind=kind,
        start=start,
        end=end,
        quote=target.document.text[start:end],
    )


def unsaved_edit(library: Library, annotation: Annotation, title: str) -> UnsavedNote:
    """The note of an annotation that is about to be edited."""
    return UnsavedNote(
        library_path=str(library.path),
        report_id=annotation.report_id,
        report_title=title,
        version_id=annotation.version_id,
        kind=annotation.kind,
        start=annotation.start,
        end=annotation.end,
        quote=annotation.quote,
        annotation_id=annotation.annotation_id,
        revision=annotation.revision,
    )


class UnsavedSlot:
    """The file of one editor; may be used from several threads."""

    def __init__(self, note: UnsavedNote) -> None:
        self._note = replace(note, unsaved_id=make_annotation_id().lower(), process_id=os.getpid())
        self._lock = Lock()
        self._is_closed = False
        self._path: Path | None = None

    def keep(self, *, body: str, tags: tuple[str, ...], colour: Colour) -> Path | None:
        """Writes what stands in the editor; where to, or None once it is closed.

        Raises OutputError if no folder takes it.
        """
        with self._lock:
            if self._is_closed:
                return None
            note = replace(self._note, body=body, tags=tags, colour=colour)
            self._path = write_unsaved(note)
            return self._path

    def close(self) -> None:
        """The note is in the library, or its writer threw it away: the file is not needed."""
        with self._lock:
            self._is_closed = True
            if self._path is not None:
                self._path.unlink(missing_ok=True)


def recover_unsaved(library: Library, note: UnsavedNote) -> PlacedAnnotation:
    """Makes the annotation, or finishes the edit, and gives up the file.

    Where the annotation was changed or deleted meanwhile, nothing is overwritten: the note becomes
    an annotation of its own at the same passage. Raises NotFoundError if the report is gone,
    InputError if the passage is not in its text, LibraryError.
    """
    placed = _finish_edit(library, note) or _add_new(library, note)
    discard_unsaved(note)
    return placed


def _finish_edit(library: Library, note: UnsavedNote) -> PlacedAnnotation | None:
    if not note.annotation_id:
        return None
    try:
        return edit_annotation(
            library,
            AnnotationId(note.annotation_id),
            expected_revision=note.revision,
            body=note.body,
            colour=note.colour,
            tags=note.tags,
        )
    except (ConflictError, NotFoundError):
        return None


def _add_new(library: Library, note: UnsavedNote) -> PlacedAnnotation:
    document = load_document(library, note.version_id)
    if note.quote and document.text[note.start : note.end] != note.quote:
        raise InputError("unsaved_elsewhere", title=note.report_title)
    target = AnnotationTarget(
        report_id=note.report_id, version_id=note.version_id, document=document
    )
    draft = AnnotationDraft(
        kind=note.kind,
        start=note.start,
        end=note.end,
        colour=note.colour,
        body=note.body,
        tags=note.tags,
    )
    return add_annotation(library, target, draft)
