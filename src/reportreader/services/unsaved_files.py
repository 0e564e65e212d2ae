"""Files of notes that are not in the library yet: one note each, for its owner's eyes only.

A file holds a note as JSON, the text as a list of lines, so that a person can read it too.
"""

import errno
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from reportreader.errors import OutputError
from reportreader.notes.annotation import AnnotationKind, Colour, ReportId, VersionId
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


def discard_unsaved(note: UnsavedNote) -> None:
    """Gives up the file of a note, wherever it lies."""
    for folder in _folders(Path(note.library_path)):
        with suppress(FileNotFoundError, NotADirectoryError):
            (folder / (note.unsaved_id + _SUFFIX)).unlink()


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
