"""Notes that are being written, kept in files of their own until the library has them.

A note in an editor is written to such a file while it grows, and again when the library refuses it:
so it survives a full disk, a locked library, a killed program. A file holds one note as JSON, the
text as a list of lines, so that a person can read it too. A note that was left behind becomes an
annotation when it is recovered; until then nothing touches it.
"""

import errno
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from threading import Lock

from reportreader.errors import ConflictError, InputError, NotFoundError, OutputError
from reportreader.library.documents import load_document
from reportreader.library.library import Library
from reportreader.notes.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    PlacedAnnotation,
    ReportId,
    VersionId,
)
from reportreader.notes.ids import make_annotation_id
from reportreader.services.annotating import (
    AnnotationDraft,
    AnnotationTarget,
    add_annotation,
    edit_annotation,
)
from reportreader.services.drafting import Readable
from reportreader.settings.paths import log_path

FOLDER = "unsaved"
"""Beside the library file; where that cannot be written, in the folder of the log, then in the
folder for temporary files."""

_SUFFIX = ".json"
_MOST_BYTES = 16_000_000
_NUMBERS = ("report_id", "version_id", "start", "end", "revision", "process_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsavedNote:
    """A note with all that is needed to make or change its annotation.

    `start` and `end` are offsets in `version_id`. `annotation_id` is empty for a new note, else that
    of the annotation which is being edited, last seen at `revision`. `process_id` is the program
    that has it in an editor.
    """

    unsaved_id: str = ""
    library_path: str
    report_id: ReportId
    report_title: str
    version_id: VersionId
    kind: AnnotationKind
    start: int
    end: int
    quote: str
    annotation_id: str = ""
    revision: int = 0
    body: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour = Colour.YELLOW
    process_id: int = 0


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


def write_unsaved(note: UnsavedNote) -> Path:
    """Writes the file of a note to the first folder that takes it; raises OutputError."""
    values = asdict(note) | {"body": note.body.split("\n")}
    data = json.dumps(values, ensure_ascii=False, indent=1).encode()
    reason = ""
    for folder in _folders(Path(note.library_path)):
        try:
            return _write_private(folder, note.unsaved_id + _SUFFIX, data)
        except OSError as error:
            reason = reason or error.strerror or str(error)
    raise OutputError("unsaved_not_kept", reason=reason)


def list_unsaved(library_path: Path) -> tuple[UnsavedNote, ...]:
    """The notes of this library that were left behind, oldest first; none that is being written."""
    found = (note for note in _iter_notes(library_path) if not _is_running(note.process_id))
    return tuple(sorted(found, key=lambda note: note.unsaved_id))


def recover_unsaved(library: Library, note: UnsavedNote) -> PlacedAnnotation:
    """Makes the annotation, or finishes the edit, and gives up the file.

    Where the annotation was changed or deleted meanwhile, nothing is overwritten: the note becomes
    an annotation of its own at the same passage. Raises NotFoundError if the report is gone,
    InputError if the passage is not in its text, LibraryError.
    """
    placed = _finish_edit(library, note) or _add_new(library, note)
    discard_unsaved(note)
    return placed


def discard_unsaved(note: UnsavedNote) -> None:
    """Gives up the file of a note, wherever it lies."""
    for folder in _folders(Path(note.library_path)):
        with suppress(FileNotFoundError, NotADirectoryError):
            (folder / (note.unsaved_id + _SUFFIX)).unlink()


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


def _folders(library_path: Path) -> Iterator[Path]:
    yield library_path.parent / FOLDER
    yield log_path().parent / FOLDER
    yield Path(tempfile.gettempdir()) / f"reportreader-{FOLDER}-{_own_number()}"


def _write_private(folder: Path, name: str, data: bytes) -> Path:
    """Writes a file that only its owner reads, whole or not at all; raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != _own_number():
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(folder))
    temporary = folder / f".{name}.tmp"
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(folder / name)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return folder / name


def _iter_notes(library_path: Path) -> Iterator[UnsavedNote]:
    for folder in _folders(library_path):
        if not folder.is_dir():
            continue
        for path in sorted(folder.glob(f"*{_SUFFIX}")):
            note = _read(path)
            if note is not None and note.library_path == str(library_path):
                yield note


def _read(path: Path) -> UnsavedNote | None:
    """The note of a file; None for a file that is not one of ours, which stays where it is."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        values = json.loads(path.read_bytes())
        known = {one.name: values[one.name] for one in fields(UnsavedNote)}
        known |= {
            "unsaved_id": path.stem,
            "kind": AnnotationKind(known["kind"]),
            "colour": Colour(known["colour"]),
            "body": "\n".join(known["body"]),
            "tags": tuple(map(str, known["tags"])),
            **{name: int(known[name]) for name in _NUMBERS},
        }
        return UnsavedNote(**known)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _own_number() -> int:
    """The number of the user as the owner of a file; 0 on Windows, where files have none."""
    return 0 if sys.platform == "win32" else os.getuid()


def _is_running(process_id: int) -> bool:
    """Whether a program that has a note in an editor still runs; our own does not count as one.

    Windows has no harmless way to ask: there the note of another window is taken as left behind,
    and recovering it too early makes one annotation too many.
    """
    if process_id in (0, os.getpid()) or sys.platform == "win32":
        return False
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
