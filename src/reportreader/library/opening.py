"""Opens a library file in the way that it allows: to be written, only read, or not at all."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path

from reportreader.errors import LibraryError, NotFoundError
from reportreader.library.connecting import JOURNAL_SUFFIX, connect, create_file, is_writable
from reportreader.library.faults import translated_faults
from reportreader.library.fileformat import SCHEMA_VERSION, is_ours, schema_version
from reportreader.library.library import Library, read_clock
from reportreader.library.mounts import is_on_network

NEWER_NOTICE = "errors.library_newer_notice"
DAMAGED_NOTICE = "errors.library_damaged_notice"

SMALLEST_BYTES = 512
"""SQLite would take a shorter file, such as somebody's note, for an empty database of its own."""
READ_ONLY_NOTICE = "errors.library_read_only_notice"
NETWORK_NOTICE = "errors.library_on_network_notice"


def open_file(
    path: Path,
    *,
    read_only: bool = False,
    create: bool = True,
    clock: Callable[[], datetime] = read_clock,
) -> Library:
    """The library at `path`, made if it is missing, brought up to date if it is older.

    A file that may only be read, or was written by a newer program, is opened for reading with a
    notice. One whose last session was cut off is checked, and damage is put into the notice; so is
    a new one's place on a network. Raises NotFoundError, or LibraryError and its kinds.
    """
    is_new = require_file(path, create=create and not read_only)
    notice = NETWORK_NOTICE if is_new and is_on_network(path) else ""
    if not read_only and not is_writable(path):
        read_only, notice = True, READ_ONLY_NOTICE
    is_unclean = has_journal(path)
    library = _make_library(path, read_only=read_only, notice=notice, clock=clock)
    try:
        is_newer = _bring_up_to_date(library)
        # A journal that is still there after the first look belongs to a change that is going on.
        if is_unclean and not has_journal(path) and _is_damaged(library):
            library.notice = DAMAGED_NOTICE
    except BaseException:
        library.close()
        raise
    if is_newer and not library.read_only:
        library.close()
        library = _make_library(path, read_only=True, notice=NEWER_NOTICE, clock=clock)
    return library


def has_journal(path: Path) -> bool:
    """Whether a change is going on, or was cut off and is taken back at the first look."""
    journal = path.with_name(path.name + JOURNAL_SUFFIX)
    try:
        return journal.stat().st_size > 0
    except OSError:
        return False


def _is_damaged(library: Library) -> bool:
    from reportreader.library.checking import iter_file_problems, iter_note_problems

    problems = chain(iter_file_problems(library), iter_note_problems(library))
    return next(problems, None) is not None


def _bring_up_to_date(library: Library) -> bool:
    """Migrates an older file; whether it is of a newer program. Raises LibraryError."""
    if not is_ours(library):
        raise LibraryError("library_not_a_library", path=str(library.path))
    version = schema_version(library)
    if version < SCHEMA_VERSION:
        if library.read_only:
            raise LibraryError("library_too_old", path=str(library.path))
        from reportreader.library.migrating import migrate

        migrate(library)
    return version > SCHEMA_VERSION


def require_file(path: Path, *, create: bool) -> bool:
    """Makes the file if it is missing and may be made; whether it did.

    Raises NotFoundError or LibraryError.
    """
    try:
        is_new = create and create_file(path)
        if not path.exists():
            raise NotFoundError("library_missing", path=str(path))
        if not path.is_file() or 0 < path.stat().st_size < SMALLEST_BYTES:
            raise LibraryError("library_not_a_library", path=str(path))
    except OSError as error:
        raise LibraryError(
            "library_cannot_open", path=str(path), reason=error.strerror or str(error)
        ) from error
    return is_new


def _make_library(
    path: Path, *, read_only: bool, notice: str, clock: Callable[[], datetime]
) -> Library:
    return Library(
        path=path,
        connect=partial(_connect, path, read_only=read_only),
        read_only=read_only,
        notice=notice,
        clock=clock,
    )


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    with translated_faults(path):
        return connect(path, read_only=read_only)
