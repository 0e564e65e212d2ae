"""Looking after a library: backups that are proved whole, checks, recovery."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from reportreader.errors import LibraryError, NotFoundError, OutputError
from reportreader.library.backups import (
    backup_folder,
    due_backups,
    require_whole,
    rotate_backups,
    sync_file,
    sync_folder,
    write_backup,
)
from reportreader.library.checking import (
    MOST_PROBLEMS,
    Problem,
    iter_file_problems,
    iter_note_problems,
    iter_problems,
)
from reportreader.library.connecting import JOURNAL_SUFFIX
from reportreader.library.counting import Contents, count_contents
from reportreader.library.faults import translated_faults
from reportreader.library.fulltext import rebuild_index as iter_rebuilding
from reportreader.library.library import Library
from reportreader.library.opening import open_file
from reportreader.library.salvaging import Salvaged, salvage_rows

__all__ = [
    "CheckReport",
    "Problem",
    "backup_library",
    "check_library",
    "list_backups",
    "make_due_backups",
    "rebuild_index",
    "restore_backup",
    "salvage_library",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What was looked at and what is wrong with it."""

    problems: tuple[Problem, ...]
    contents: Contents

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def backup_library(library: Library, destination: Path | None = None) -> Path:
    """A verified copy at `destination`, or beside the automatic backups under the time of day.

    Raises OutputError if something stands there, LibraryError if the copy cannot be made.
    """
    if destination is None:
        stamp = library.now()[:19].replace(":", "")
        name = f"{library.path.stem}.by-hand-{stamp}{library.path.suffix}"
        destination = backup_folder(library.path) / name
    if destination.exists():
        raise OutputError("backup_exists", path=str(destination))
    return write_backup(library, destination)


def make_due_backups(library: Library) -> tuple[Path, ...]:
    """The automatic backups of today and this week that are missing; for a worker.

    Nothing is written, and no older backup given up, for a library that is damaged, is empty, or
    can only be read. Raises LibraryError.
    """
    if library.read_only or not count_contents(library).reports:
        return ()
    folder = backup_folder(library.path)
    due = due_backups(library.now(), _names_in(folder), library.path)
    if (
        not due
        or next(iter_file_problems(library), None)
        or next(iter_note_problems(library), None)
    ):
        return ()
    written = tuple(write_backup(library, folder / name.file_name(library.path)) for name in due)
    rotate_backups(library.path)
    return written


def list_backups(library_path: Path) -> tuple[Path, ...]:
    """The backups beside a library, newest first."""
    folder = backup_folder(library_path)
    found = [folder / name for name in _names_in(folder) if not name.startswith(".")]
    return tuple(sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True))


def check_library(library: Library) -> CheckReport:
    """Reads everything and says what is wrong; seconds for a large library."""
    problems = tuple(islice(iter_problems(library), MOST_PROBLEMS))
    try:
        contents = count_contents(library)
    except LibraryError:
        contents = Contents()
    return CheckReport(problems=problems, contents=contents)


def rebuild_index(library: Library, on_progress: Callable[[int, int], None] | None = None) -> int:
    """Builds the full-text indexes anew; the number of reports in them."""
    done = 0
    for done, total in iter_rebuilding(library):
        if on_progress is not None:
            on_progress(done, total)
    return done


def restore_backup(backup: Path, destination: Path) -> Path | None:
    """Puts a verified backup in the place of the library; where the old one was put, if any.

    Nothing is deleted. Close the library first. Raises NotFoundError, LibraryError, OutputError.
    """
    if not backup.is_file():
        raise NotFoundError("library_missing", path=str(backup))
    require_whole(backup)
    open_file(backup, read_only=True).close()
    temporary = destination.with_name(f".{destination.name}.{os.getpid()}.tmp")
    try:
        destination.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(temporary, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        os.close(descriptor)
        shutil.copyfile(backup, temporary)
        sync_file(temporary)
        require_whole(temporary)
        kept = _put_aside(destination)
        temporary.replace(destination)
        sync_folder(destination.parent)
    except OSError as error:
        raise OutputError(
            "restore_failed", path=str(destination), reason=error.strerror or str(error)
        ) from error
    finally:
        temporary.unlink(missing_ok=True)
    return kept


def salvage_library(damaged: Path, destination: Path) -> tuple[Salvaged, ...]:
    """Makes a new library of everything that can still be read in a damaged one.

    Tells for every table how many rows were saved and whether all were. Raises OutputError if
    something stands at `destination`, LibraryError if nothing at all can be read.
    """
    if destination.exists():
        raise OutputError("backup_exists", path=str(destination))
    with open_file(destination) as library, translated_faults(damaged):
        return salvage_rows(damaged, library)


def _put_aside(library_path: Path) -> Path | None:
    """Renames a library and its journal, which would else be played back into the new file."""
    if not library_path.exists():
        return None
    number = 1
    while True:
        kept = library_path.with_name(f"{library_path.stem}.replaced-{number}{library_path.suffix}")
        if not kept.exists():
            break
        number += 1
    journal = library_path.with_name(library_path.name + JOURNAL_SUFFIX)
    library_path.replace(kept)
    if journal.exists():
        journal.replace(kept.with_name(kept.name + JOURNAL_SUFFIX))
    return kept


def _names_in(folder: Path) -> tuple[str, ...]:
    return tuple(entry.name for entry in folder.iterdir()) if folder.is_dir() else ()
