"""Migrations: whole or not at all, after a copy that is whole."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportreader.library.backups import backup_folder
from reportreader.library.fileformat import SCHEMA_VERSION, schema_version
from reportreader.library.library import Library
from reportreader.library.meta import get_meta, put_meta
from reportreader.library.migrating import migrate
from reportreader.library.schema import MIGRATIONS


def _schema(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT type, name, sql FROM sqlite_master ORDER BY name"
        ).fetchall()


def test_the_version_in_the_header_counts_the_steps() -> None:
    assert len(MIGRATIONS) == SCHEMA_VERSION


def test_a_failing_step_leaves_version_and_tables_as_they_were(
    library: Library, library_path: Path
) -> None:
    before = _schema(library_path)
    broken = (*MIGRATIONS, ("CREATE TABLE bird (name TEXT)", "CREATE TABLE nonsense ("))
    with pytest.raises(sqlite3.OperationalError):
        migrate(library, broken)
    assert _schema(library_path) == before
    assert schema_version(library) == SCHEMA_VERSION


def test_an_older_file_is_copied_and_keeps_its_contents(
    library: Library, library_path: Path
) -> None:
    with library.transaction():
        put_meta(library, "colour", "red")
    old = _schema(library_path)
    migrate(library, (*MIGRATIONS, ("CREATE TABLE bird (name TEXT)",)))
    assert schema_version(library) == SCHEMA_VERSION + 1
    assert get_meta(library, "colour") == "red"
    assert any(row[1] == "bird" for row in _schema(library_path))
    (backup,) = backup_folder(library_path).iterdir()
    assert backup.name == f"library.migration-2024-05-17-v{SCHEMA_VERSION}.sqlite"
    assert _schema(backup) == old


def test_only_the_last_three_copies_before_migrations_are_kept(
    library: Library, library_path: Path
) -> None:
    steps = tuple((f"CREATE TABLE bird_{number} (name TEXT)",) for number in range(5))
    for count in range(1, 6):
        migrate(library, (*MIGRATIONS, *steps[:count]))
    assert sorted(path.name for path in backup_folder(library_path).iterdir()) == [
        f"library.migration-2024-05-17-v{SCHEMA_VERSION + number}.sqlite" for number in (2, 3, 4)
    ]


def test_steps_in_one_go_and_one_by_one_give_the_same_tables(
    library: Library, library_path: Path, tmp_path: Path
) -> None:
    from reportreader.library.opening import open_file

    steps = (*MIGRATIONS, ("CREATE TABLE bird (name TEXT)",), ("ALTER TABLE bird ADD song TEXT",))
    migrate(library, steps[: SCHEMA_VERSION + 1])
    migrate(library, steps)
    other = tmp_path / "other.sqlite"
    with open_file(other) as fresh:
        migrate(fresh, steps)
    assert _schema(other) == _schema(library_path)
