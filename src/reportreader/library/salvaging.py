"""Takes what can still be read out of a damaged library into a new one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from reportreader.library.fulltext import rebuild_index
from reportreader.library.library import Library

# Annotations come before reports, so that the triggers that count them find nothing to count.
_TABLES = (
    "meta",
    "tag",
    "annotation",
    "annotation_tag",
    "annotation_time",
    "written_export",
    "placement",
    "report",
    "report_version",
    "version_text",
    "block_legend",
    "block_pack",
    "keyphrase_pack",
    "figure_pack",
    "report_source",
    "report_tag",
    "reading_place",
    "term_group",
    "term",
    "correction",
    "correction_place",
)
_DIGESTS = ("text_sha256", "source_sha256", "sha256")
"""Columns that hold bytes, but hexadecimal digits in files up to version 2."""
_FIND_AGAIN = """UPDATE report_version
  SET structure_version = 0, keyphrase_version = 0, figures_version = 0"""
"""What was found in the texts stands elsewhere in files up to version 2, so it is found anew."""
_WIDEST_GAP = 100_000
"""Row ids that are tried one by one where a table cannot be read through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """How many rows of a table were taken over; `is_whole` unless some could not be read."""

    table: str
    rows: int
    is_whole: bool


def salvage_rows(damaged: Path, library: Library) -> tuple[Salvaged, ...]:
    """Copies every readable row into `library`, which is new and empty; undo history is left out.

    Raises LibraryError if `damaged` cannot be opened at all.
    """
    library.run("PRAGMA foreign_keys = OFF")
    with closing(sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True)) as source:
        source.text_factory = _readable_text
        with library.transaction():
            library.execute("DELETE FROM meta")
            salvaged = tuple(_copy_table(source, library, table) for table in _TABLES)
            if _known_columns(source, "section"):
                library.execute(_FIND_AGAIN)
    for _ in rebuild_index(library):
        pass
    library.run("PRAGMA foreign_keys = ON")
    return salvaged


def _copy_table(source: sqlite3.Connection, library: Library, table: str) -> Salvaged:
    columns = [row[1] for row in library.rows(f"PRAGMA table_info({table})")]
    known = _known_columns(source, table)
    if known is not None:
        columns = [name for name in columns if name in known]
    if not columns:
        return Salvaged(table=table, rows=0, is_whole=True)
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    rows = 0
    is_whole = True
    for row in _iter_rows(source, table, names):
        if row is None:
            is_whole = False
        else:
            values = [_as_stored(name, value) for name, value in zip(columns, row, strict=True)]
            rows += library.execute(
                f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", values
            )
    return Salvaged(table=table, rows=rows, is_whole=is_whole)


def _as_stored(column: str, value: object) -> object:
    """A value as the tables of today hold it."""
    if column not in _DIGESTS or not isinstance(value, str):
        return value
    try:
        return bytes.fromhex(value)
    except ValueError:
        return b""


def _known_columns(source: sqlite3.Connection, table: str) -> frozenset[str] | None:
    """The columns that a table of an older file has; None if that cannot be read."""
    try:
        return frozenset(row[1] for row in source.execute(f"PRAGMA table_info({table})"))
    except sqlite3.DatabaseError:
        return None


def _iter_rows(
    source: sqlite3.Connection, table: str, names: str
) -> Iterator[tuple[object, ...] | None]:
    """The rows of a table; None where some cannot be read."""
    last_id = 0
    try:
        for row in source.execute(f"SELECT rowid, {names} FROM {table} ORDER BY rowid"):
            last_id = row[0]
            yield row[1:]
    except sqlite3.DatabaseError as error:
        if "no such column: rowid" in str(error):
            yield from _iter_rows_in_order(source, table, names)
            return
        yield None
        yield from _iter_rows_by_id(source, table, names, last_id)


def _iter_rows_in_order(
    source: sqlite3.Connection, table: str, names: str
) -> Iterator[tuple[object, ...] | None]:
    """Rows of a table without row ids, up to the first that cannot be read."""
    try:
        yield from source.execute(f"SELECT {names} FROM {table}")
    except sqlite3.DatabaseError:
        yield None


def _iter_rows_by_id(
    source: sqlite3.Connection, table: str, names: str, last_id: int
) -> Iterator[tuple[object, ...]]:
    """Rows behind `last_id` that can be read one by one."""
    for row_id in range(last_id + 1, last_id + _WIDEST_GAP):
        try:
            found = source.execute(
                f"SELECT {names} FROM {table} WHERE rowid = ?", (row_id,)
            ).fetchone()
        except sqlite3.DatabaseError:
            continue
        if found is not None:
            yield found


def _readable_text(stored: bytes) -> str:
    """Text with what is no longer UTF-8 made visible instead of refused."""
    return stored.decode("utf-8", "replace")
