"""Looks for damage that SQLite does not see: every note and text is compared with its digest."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from reportreader.errors import LibraryError
from reportreader.library.annotations import iter_stored
from reportreader.library.digest import annotation_digest, text_digest
from reportreader.library.documents import load_text
from reportreader.library.fulltext import is_index_current
from reportreader.library.library import Library
from reportreader.notes.annotation import VersionId

MOST_PROBLEMS = 200
"""Problems that are told; a file with more is beyond telling them one by one."""

_VERSIONS = """SELECT v.version_id, v.report_id, v.text_sha256, r.title FROM report_version v
  JOIN report r USING (report_id) ORDER BY v.version_id"""
_UNPLACED = """SELECT a.annotation_id FROM annotation a JOIN report r USING (report_id)
  WHERE NOT EXISTS (SELECT 1 FROM placement p
    WHERE p.annotation_number = a.annotation_number AND p.version_id = r.version_id)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is wrong: a message id (`checking.<name>`) and its values."""

    message_id: str
    values: dict[str, object] = field(default_factory=dict)


def iter_problems(library: Library) -> Iterator[Problem]:
    """Everything that is wrong with a library, texts of all versions read."""
    return chain(
        iter_file_problems(library),
        iter_note_problems(library),
        _iter_text_problems(library),
        _iter_placement_problems(library),
        _iter_index_problems(library),
    )


def iter_file_problems(library: Library) -> Iterator[Problem]:
    """What SQLite itself finds wrong with the file."""
    try:
        for row in library.rows(f"PRAGMA integrity_check({MOST_PROBLEMS})"):
            if row[0] != "ok":
                yield Problem(message_id="checking.file", values={"reason": row[0]})
        for row in library.rows("PRAGMA foreign_key_check"):
            yield Problem(message_id="checking.reference", values={"table": row[0], "row": row[1]})
    except LibraryError as error:
        yield Problem(message_id="checking.file", values={"reason": error.values.get("reason")})


def iter_note_problems(library: Library) -> Iterator[Problem]:
    """Annotations that are no longer what was saved."""
    for stored in iter_stored(library):
        if stored is None:
            yield Problem(message_id="checking.note_unreadable")
        elif annotation_digest(stored.annotation) != stored.digest:
            note = stored.annotation
            yield Problem(
                message_id="checking.note",
                values={"annotation": note.annotation_id, "quote": note.quote[:20]},
            )


def _iter_text_problems(library: Library) -> Iterator[Problem]:
    for version_id, report_id, digest, title in library.rows(_VERSIONS):
        try:
            is_whole = text_digest(load_text(library, VersionId(version_id))) == _hex(digest)
        except (LibraryError, sqlite3.OperationalError):
            is_whole = False
        if not is_whole:
            yield Problem(message_id="checking.text", values={"report": report_id, "title": title})


def _hex(digest: object) -> str:
    """A stored digest as hexadecimal digits; empty if it is no bytes."""
    return digest.hex() if isinstance(digest, bytes) else ""


def _iter_placement_problems(library: Library) -> Iterator[Problem]:
    for row in library.rows(_UNPLACED):
        yield Problem(message_id="checking.unplaced", values={"annotation": row[0]})


def _iter_index_problems(library: Library) -> Iterator[Problem]:
    if not is_index_current(library):
        yield Problem(message_id="checking.index_old")
    if library.read_only:
        return
    for table in ("report_fts", "note_fts"):
        try:
            with library.transaction():
                library.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        except LibraryError as error:
            yield Problem(
                message_id="checking.index", values={"reason": error.values.get("reason")}
            )
