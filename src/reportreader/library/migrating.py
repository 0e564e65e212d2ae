"""Brings a file to the tables that this program knows, whole or not at all."""

from collections.abc import Sequence
from contextlib import suppress

from reportreader.errors import LibraryError
from reportreader.library.backups import (
    BackupKind,
    BackupName,
    backup_folder,
    rotate_backups,
    write_backup,
)
from reportreader.library.fileformat import APPLICATION_ID, schema_version
from reportreader.library.fulltext import stamp_index
from reportreader.library.library import Library
from reportreader.library.schema import MIGRATIONS, Statement

_MUCH = 8
"""One page of so many is worth a new copy of the file."""


def migrate(library: Library, migrations: Sequence[Sequence[Statement]] = MIGRATIONS) -> None:
    """Runs the steps that the file lacks, in one transaction; an older file is copied first.

    The statements are run one by one, because `executescript` would commit half of them. Another
    program may have done it in the meantime, so the version is read again under the lock. Raises
    LibraryError, and then the file is as it was.
    """
    before = schema_version(library)
    if before >= len(migrations):
        return
    if before > 0:
        stamp = f"{library.now()[:10]}-v{before}"
        name = BackupName(kind=BackupKind.MIGRATION, stamp=stamp).file_name(library.path)
        write_backup(library, backup_folder(library.path) / name)
        rotate_backups(library.path)
    # A table that others refer to can only be made anew while nothing that refers is looked at.
    library.run("PRAGMA foreign_keys = OFF")
    try:
        _run_steps(library, migrations)
    finally:
        library.run("PRAGMA foreign_keys = ON")
    if before > 0:
        _give_back(library)


def _give_back(library: Library) -> None:
    """Makes the file smaller where steps left much of it empty; it is as good without."""
    free = int(library.value("PRAGMA freelist_count"))
    if free * _MUCH > int(library.value("PRAGMA page_count")):
        with suppress(LibraryError):
            library.run("VACUUM")


def _run_steps(library: Library, migrations: Sequence[Sequence[Statement]]) -> None:
    """Runs them under the lock; raises RuntimeError if rows were left that refer to nothing."""
    with library.transaction():
        before = schema_version(library)
        dangling = len(library.rows("PRAGMA foreign_key_check")) if before else 0
        for step in migrations[before:]:
            for statement in step:
                if isinstance(statement, str):
                    library.execute(statement)
                else:
                    statement(library)
        if len(library.rows("PRAGMA foreign_key_check")) > dangling:
            message = "a migration left rows that refer to nothing"
            raise RuntimeError(message)
        if before == 0:
            stamp_index(library)
        library.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        library.execute(f"PRAGMA user_version = {len(migrations)}")
