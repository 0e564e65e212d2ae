"""Copies of a library that are proved whole before they take their place, and which to keep."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportreader.errors import LibraryError
from reportreader.library.faults import translated_faults
from reportreader.library.library import Library

BACKUP_FOLDER = "backups"
"""Beside the library file."""


class BackupKind(StrEnum):
    """Why a backup was made; each kind is counted by itself."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MIGRATION = "migration"


KEPT = {BackupKind.DAILY: 7, BackupKind.WEEKLY: 4, BackupKind.MIGRATION: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupName:
    """Kind and date (`2024-05-17`) of a backup, which make up its file name."""

    kind: BackupKind
    stamp: str

    def file_name(self, library_path: Path) -> str:
        """`library.daily-2024-05-17.sqlite`."""
        return f"{library_path.stem}.{self.kind.value}-{self.stamp}{library_path.suffix}"


def backup_folder(library_path: Path) -> Path:
    """Where automatic backups of a library lie."""
    return library_path.parent / BACKUP_FOLDER


def write_backup(library: Library, destination: Path) -> Path:
    """A copy of the library as it is now, checked and on the disk before it gets its name.

    Whatever stood at `destination` is replaced only by a copy that is whole. Raises LibraryError
    if the library is damaged or there is no room.
    """
    temporary = destination.with_name(f".{destination.name}.tmp")
    try:
        destination.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _copy(library, temporary)
        temporary.replace(destination)
        sync_folder(destination.parent)
    except OSError as error:
        raise LibraryError(
            "backup_failed", path=str(destination), reason=error.strerror or str(error)
        ) from error
    return destination


def _copy(library: Library, temporary: Path) -> None:
    """A whole copy at `temporary`, or nothing there; raises OSError and LibraryError."""
    temporary.unlink(missing_ok=True)
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        library.run("VACUUM INTO ?", (str(temporary),))
        require_whole(temporary)
        sync_file(temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def require_whole(path: Path) -> None:
    """Raises LibraryError unless SQLite finds nothing wrong with the file."""
    with (
        translated_faults(path),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise LibraryError("library_damaged", path=str(path), reason=str(verdict))


def sync_file(path: Path) -> None:
    """Waits until a file is on the disk; raises OSError."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk; raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def due_backups(now: str, present: Iterable[str], library_path: Path) -> tuple[BackupName, ...]:
    """The backups of today and of this week that are not among the file names `present`.

    `now` is ISO 8601; a week is named by its Monday.
    """
    from datetime import date, timedelta

    today = date.fromisoformat(now[:10])
    monday = today - timedelta(days=today.weekday())
    wanted = (
        BackupName(kind=BackupKind.DAILY, stamp=today.isoformat()),
        BackupName(kind=BackupKind.WEEKLY, stamp=monday.isoformat()),
    )
    names = set(present)
    return tuple(name for name in wanted if name.file_name(library_path) not in names)


def surplus_backups(present: Iterable[str], library_path: Path) -> tuple[str, ...]:
    """The file names among `present` that are older than what is kept of their kind."""
    surplus: list[str] = []
    names = sorted(present, reverse=True)
    for kind, count in KEPT.items():
        start = f"{library_path.stem}.{kind.value}-"
        of_kind = [name for name in names if name.startswith(start)]
        surplus.extend(of_kind[count:])
    return tuple(surplus)


def rotate_backups(library_path: Path) -> None:
    """Deletes the backups that are too many; raises OSError."""
    folder = backup_folder(library_path)
    present = [entry.name for entry in folder.iterdir()]
    for name in surplus_backups(present, library_path):
        (folder / name).unlink(missing_ok=True)
