"""What the third step of `schema` does beside its SQL; a released step, so it is never changed.

It reads and writes the tables of that step by its own statements, whatever later steps make of
them. What the rows say is carried over as it stands, also where this program would not know it.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reportreader.analysis.bigrams import index_tokens
from reportreader.library.library import Library, Row

_TABLES = ("section", "article", "span", "metadata_item")
_GET_PARTS = {
    "section": """SELECT start_offset, end_offset, level, title, content_end, kind, confidence,
      reason FROM section WHERE version_id = ? ORDER BY number""",
    "article": """SELECT start_offset, end_offset, headline, column_name, byline FROM article
      WHERE version_id = ? ORDER BY number""",
    "span": """SELECT start_offset, end_offset, kind, target FROM span
      WHERE version_id = ? ORDER BY number""",
    "metadata_item": """SELECT field, value, start_offset, end_offset FROM metadata_item
      WHERE version_id = ? ORDER BY number""",
}
_GET_PACKS = """SELECT block_pack_id, version_id, start_offset FROM block_pack
  ORDER BY version_id, start_offset"""
_SET_PARTS = """UPDATE block_pack SET sections = ?, articles = ?, spans = ?, metadata = ?
  WHERE block_pack_id = ?"""
_GET_KEYPHRASES = """SELECT version_id, phrase, score, count, kind FROM keyphrase
  ORDER BY version_id, number"""
_GET_FIGURES = """SELECT version_id, start_offset, end_offset, text, value, unit, dimension,
  qualifier, is_range, counts, clause_start, clause_end FROM figure ORDER BY version_id, number"""
_GET_VERSIONS = """SELECT version_id, report_id, number, text_sha256, source_sha256, byte_length,
  length, encoding, extractor, extractor_version, structure_version, keyphrase_version, imported,
  figures_version FROM report_version"""
_ADD_VERSION = f"INSERT INTO report_version_compact VALUES ({', '.join('?' * 14)})"
_GET_SOURCES = """SELECT path, report_id, version_id, size_bytes, modified_ns, sha256
  FROM report_source"""
_ADD_SOURCE = "INSERT INTO report_source_compact VALUES (?, ?, ?, ?, ?, ?)"
_GET_TEXT = "SELECT text FROM version_text WHERE version_id = ? ORDER BY start_offset"
_VALUE = 3
"""Where the value of a figure stands, which was stored as JSON by itself."""


def pack_parts(library: Library) -> None:
    """Puts sections, articles, spans and metadata beside their blocks.

    Keyphrases and figures get one row for each version.
    """
    versions: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for pack_id, version_id, start in library.rows(_GET_PACKS):
        versions[version_id].append((pack_id, start))
    for version_id, packs in versions.items():
        parts = {table: library.rows(_GET_PARTS[table], (version_id,)) for table in _TABLES}
        if any(parts.values()):
            _pack_version(library, packs, parts)
    _pack_lists(library, "keyphrase_pack", _GET_KEYPHRASES, list)
    _pack_lists(library, "figure_pack", _GET_FIGURES, _figure_row)


def pack_digests(library: Library) -> None:
    """Copies versions and files with their digests as bytes."""
    library.execute_many(
        _ADD_VERSION,
        [
            (*row[:3], _digest(row[3]), _digest(row[4]), *row[5:])
            for row in library.rows(_GET_VERSIONS)
        ],
    )
    library.execute_many(
        _ADD_SOURCE, [(*row[:5], _digest(row[5])) for row in library.rows(_GET_SOURCES)]
    )


def index_reports(library: Library) -> None:
    """Fills the new index with every report."""
    for report_id, version_id, title in library.rows(
        "SELECT report_id, version_id, title FROM report ORDER BY report_id"
    ):
        text = "".join(row[0] for row in library.rows(_GET_TEXT, (version_id,)))
        library.execute(
            "INSERT INTO report_fts (rowid, body, title) VALUES (?, ?, ?)",
            (report_id, index_tokens(text), index_tokens(title)),
        )


def _pack_version(
    library: Library, packs: Sequence[tuple[int, int]], parts: dict[str, list[Row]]
) -> None:
    """Gives every part to the last pack that begins where it does or before."""
    for number, (pack_id, _) in enumerate(packs):
        first = packs[number][1] if number else -1
        stop = packs[number + 1][1] if number + 1 < len(packs) else None
        sections, articles, spans = (
            [row for row in parts[table] if first <= row[0] and (stop is None or row[0] < stop)]
            for table in ("section", "article", "span")
        )
        metadata = [] if number else parts["metadata_item"]
        packed = (_sections(sections), _json(articles), _json(spans), _json(metadata))
        library.execute(_SET_PARTS, (*packed, pack_id))


def _sections(rows: Sequence[Row]) -> str:
    judgements = list(dict.fromkeys(row[5:] for row in rows))
    sections = [(*row[:5], judgements.index(row[5:])) for row in rows]
    return _json((judgements, sections)) if rows else "[]"


def _pack_lists(
    library: Library, table: str, sql: str, make: Callable[[Sequence[Any]], object]
) -> None:
    rows: defaultdict[int, list[object]] = defaultdict(list)
    for row in library.rows(sql):
        rows[row[0]].append(make(row[1:]))
    library.execute_many(
        f"INSERT INTO {table} VALUES (?, ?)",
        [(version_id, _json(each)) for version_id, each in rows.items()],
    )


def _figure_row(row: Sequence[Any]) -> list[Any]:
    return [*row[:_VALUE], json.loads(row[_VALUE]), *row[_VALUE + 1 :]]


def _digest(stored: str) -> bytes:
    """The digest as bytes; what is no hexadecimal number stays what it was, as bytes."""
    try:
        return bytes.fromhex(stored)
    except ValueError:
        return stored.encode()


def _json(rows: Iterable[object]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
