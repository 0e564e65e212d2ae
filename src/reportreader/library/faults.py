"""Turns what SQLite says into errors that a person can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportreader.errors import (
    LibraryError,
    LibraryLockedError,
    LibraryReadOnlyError,
    StorageFullError,
)

_FAULTS: dict[int, tuple[type[LibraryError], str]] = {
    sqlite3.SQLITE_FULL: (StorageFullError, "library_full"),
    sqlite3.SQLITE_TOOBIG: (StorageFullError, "library_full"),
    sqlite3.SQLITE_BUSY: (LibraryLockedError, "library_locked"),
    sqlite3.SQLITE_LOCKED: (LibraryLockedError, "library_locked"),
    sqlite3.SQLITE_PROTOCOL: (LibraryLockedError, "library_locked"),
    sqlite3.SQLITE_READONLY: (LibraryReadOnlyError, "library_read_only"),
    sqlite3.SQLITE_PERM: (LibraryError, "library_no_permission"),
    sqlite3.SQLITE_AUTH: (LibraryError, "library_no_permission"),
    sqlite3.SQLITE_CANTOPEN: (LibraryError, "library_cannot_open"),
    sqlite3.SQLITE_NOTADB: (LibraryError, "library_not_a_library"),
    sqlite3.SQLITE_CORRUPT: (LibraryError, "library_damaged"),
    sqlite3.SQLITE_IOERR: (LibraryError, "library_io_error"),
    sqlite3.SQLITE_NOMEM: (LibraryError, "library_io_error"),
}


def is_outcome_unknown(error: sqlite3.Error) -> bool:
    """Whether only the file, opened anew, can say if a commit that ended so was kept.

    Where a disk cannot be read SQLite speaks of a damaged file.
    """
    return _primary_code(error) in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT)


def translated(error: sqlite3.Error, path: Path) -> LibraryError | None:
    """Our error for a fault of the file or the disk; None for a mistake of the program."""
    found = _FAULTS.get(_primary_code(error))
    if found is None:
        return None
    error_class, message_id = found
    return error_class(message_id, path=str(path), reason=str(error))


@contextmanager
def translated_faults(path: Path) -> Iterator[None]:
    """Raises the faults of SQLite inside the block as ours; mistakes of the program stay bare."""
    try:
        yield
    except sqlite3.Error as error:
        ours = translated(error, path)
        if ours is None:
            raise
        raise ours from error


def _primary_code(error: sqlite3.Error) -> int:
    """The code without the extension in its upper bits; 0 if the fault is not SQLite's own."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
