"""Documents as rows: the text in pieces, blocks as columns, the rest row by row.

The rows hold what the passes found. What a reader corrected is laid over it whenever it is read.
"""

import json
from collections.abc import Iterator, Sequence

from reportreader.document.block import BlockColumns, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.document.section import Article, Section, SectionKind
from reportreader.document.span import Span, SpanKind
from reportreader.library.corrections import placed_corrections
from reportreader.library.library import Library, Row
from reportreader.library.packing import (
    PIECE_LENGTH,
    current_kinds,
    iter_pieces,
    kind_names,
    unpack_joins,
)
from reportreader.notes.annotation import VersionId

_ADD_TEXT = "INSERT INTO version_text (version_id, start_offset, text) VALUES (?, ?, ?)"
_ADD_PACK = """INSERT INTO block_pack
  (version_id, start_offset, block_legend_id, starts, ends, kinds, levels, extras, joins)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_ADD_SECTION = "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_ARTICLE = "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)"
_ADD_SPAN = "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)"
_ADD_METADATA = "INSERT INTO metadata_item VALUES (?, ?, ?, ?, ?, ?)"
_DERIVED_TABLES = ("block_pack", "section", "article", "span", "metadata_item")

_GET_TEXT = """SELECT text FROM version_text
  WHERE version_id = ? AND start_offset < ? ORDER BY start_offset"""
_GET_PACKS = """SELECT kind_names, starts, ends, kinds, levels, extras, joins
  FROM block_pack JOIN block_legend USING (block_legend_id) WHERE version_id = ? AND start_offset < ? ORDER BY start_offset"""
_GET_SECTIONS = """SELECT start_offset, end_offset, level, title, kind, content_end, confidence,
  reason FROM section WHERE version_id = ? AND end_offset <= ? ORDER BY number"""
_GET_ARTICLES = """SELECT start_offset, end_offset, headline, column_name, byline FROM article
  WHERE version_id = ? AND start_offset < ? ORDER BY number"""
_GET_SPANS = """SELECT start_offset, end_offset, kind, target FROM span
  WHERE version_id = ? AND end_offset <= ? ORDER BY number"""
_GET_METADATA = """SELECT field, value, start_offset, end_offset FROM metadata_item
  WHERE version_id = ? AND end_offset <= ? ORDER BY number"""
_GET_CURRENT_TEXTS = """SELECT r.report_id, t.text
  FROM report r JOIN version_text t ON t.version_id = r.version_id
  WHERE r.report_id IN ({marks}) ORDER BY r.report_id, t.start_offset"""
_GET_VERSION = "SELECT length, structure_version FROM report_version WHERE version_id = ?"
_TEXTS_AT_ONCE = 50


def save_document(library: Library, version_id: VersionId, document: Document) -> None:
    """Writes the text and everything found in it; inside a transaction."""
    for piece in iter_pieces(document):
        library.execute(_ADD_TEXT, (version_id, piece.start, piece.text))
    save_structure(library, version_id, document)


def save_structure(library: Library, version_id: VersionId, document: Document) -> None:
    """Replaces what was found in a text by what `document` says; inside a transaction."""
    for table in _DERIVED_TABLES:
        library.execute(f"DELETE FROM {table} WHERE version_id = ?", (version_id,))
    legend_id = _ensure_legend(library, kind_names())
    for piece in iter_pieces(document):
        columns = piece.blocks
        extras = json.dumps(columns.extras, ensure_ascii=False) if columns.extras else "[]"
        library.execute(
            _ADD_PACK,
            (
                version_id,
                piece.start,
                legend_id,
                columns.starts,
                columns.ends,
                columns.kinds,
                columns.levels,
                extras,
                piece.joins,
            ),
        )
    _save_parts(library, version_id, document)


def _ensure_legend(library: Library, names: str) -> int:
    """The row that says what the kind numbers of today mean."""
    found = library.value("SELECT block_legend_id FROM block_legend WHERE kind_names = ?", (names,))
    if found is not None:
        return int(found)
    return library.insert("INSERT INTO block_legend (kind_names) VALUES (?)", (names,))


def _save_parts(library: Library, version_id: VersionId, document: Document) -> None:
    library.execute_many(
        _ADD_SECTION,
        [
            (
                version_id,
                number,
                section.start,
                section.end,
                section.level,
                section.title,
                section.kind.value,
                section.content_end,
                section.confidence,
                section.reason,
            )
            for number, section in enumerate(document.sections)
        ],
    )
    library.execute_many(
        _ADD_ARTICLE,
        [
            (version_id, number, part.start, part.end, part.headline, part.column, part.byline)
            for number, part in enumerate(document.articles)
        ],
    )
    library.execute_many(
        _ADD_SPAN,
        [
            (version_id, number, span.start, span.end, span.kind.value, span.target)
            for number, span in enumerate(document.spans)
        ],
    )
    library.execute_many(
        _ADD_METADATA,
        [
            (version_id, number, item.field.value, item.value, item.start, item.end)
            for number, item in enumerate(document.metadata.items)
        ],
    )


def load_document(library: Library, version_id: VersionId) -> Document:
    """The whole document of a version, equal to the one that was saved but for corrections."""
    length, _ = _version_row(library, version_id)
    return load_beginning(library, version_id, length)


def load_beginning(library: Library, version_id: VersionId, reach: int) -> Document:
    """The document up to the end of the piece that holds offset `reach`, at least one piece.

    What lies partly behind that end is cut (blocks, articles, sections' content) or left out
    (headings, spans, corrections), so that no offset points outside the text.
    """
    document = _load_saved(library, version_id, reach)
    corrections = placed_corrections(library, version_id)
    if not corrections:
        return document
    from reportreader.structure.correcting import apply_corrections

    return apply_corrections(document, corrections)


def load_saved_document(library: Library, version_id: VersionId) -> Document:
    """The whole document as the passes found it, without what its reader corrected."""
    return _load_saved(library, version_id, _version_row(library, version_id)[0])


def _load_saved(library: Library, version_id: VersionId, reach: int) -> Document:
    length, structure_version = _version_row(library, version_id)
    limit = max(reach, 0) + 1
    text = "".join(str(row[0]) for row in library.rows(_GET_TEXT, (version_id, limit)))
    packs = library.rows(_GET_PACKS, (version_id, limit))
    end = len(text)
    is_cut = end < length
    return Document(
        text=text,
        blocks=_cut_blocks(_make_blocks(packs), end) if is_cut else _make_blocks(packs),
        joins=tuple(join for pack in packs for join in unpack_joins(pack[6]) if join.end <= end),
        sections=_load_sections(library, version_id, end),
        spans=tuple(_make_span(row) for row in library.rows(_GET_SPANS, (version_id, end))),
        articles=tuple(
            _make_article(row, end) for row in library.rows(_GET_ARTICLES, (version_id, end))
        ),
        metadata=_load_metadata(library, version_id, end),
        structure_version=structure_version,
    )


def load_text(library: Library, version_id: VersionId) -> str:
    """The text of a version and nothing else."""
    length, _ = _version_row(library, version_id)
    return "".join(str(row[0]) for row in library.rows(_GET_TEXT, (version_id, length + 1)))


def iter_current_texts(library: Library, report_ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    """(report id, text of its current version), in the order of the ids, read a few at a time."""
    for first in range(0, len(report_ids), _TEXTS_AT_ONCE):
        asked = report_ids[first : first + _TEXTS_AT_ONCE]
        pieces: dict[int, list[str]] = {report_id: [] for report_id in asked}
        marks = ", ".join("?" * len(asked))
        for report_id, text in library.rows(_GET_CURRENT_TEXTS.format(marks=marks), asked):
            pieces[report_id].append(text)
        yield from ((report_id, "".join(texts)) for report_id, texts in pieces.items())


def load_opening(library: Library, version_id: VersionId, length: int) -> str:
    """The first `length` code points of a version, at most one piece."""
    found = library.value(
        "SELECT substr(text, 1, ?) FROM version_text WHERE version_id = ? AND start_offset = 0",
        (min(length, PIECE_LENGTH), version_id),
    )
    return str(found or "")


def load_sections(library: Library, version_id: VersionId) -> tuple[Section, ...]:
    """The outline of a version."""
    if placed_corrections(library, version_id):
        return load_document(library, version_id).sections
    return _load_sections(library, version_id, _version_row(library, version_id)[0])


def load_metadata(library: Library, version_id: VersionId) -> Metadata:
    """What a version says of itself."""
    if placed_corrections(library, version_id):
        return load_document(library, version_id).metadata
    return _load_metadata(library, version_id, _version_row(library, version_id)[0])


def _load_sections(library: Library, version_id: VersionId, end: int) -> tuple[Section, ...]:
    return tuple(
        Section(
            start=row[0],
            end=row[1],
            level=row[2],
            title=row[3],
            kind=SectionKind(row[4]),
            content_end=min(row[5], end),
            confidence=row[6],
            reason=row[7],
        )
        for row in library.rows(_GET_SECTIONS, (version_id, end))
    )


def _load_metadata(library: Library, version_id: VersionId, end: int) -> Metadata:
    return Metadata(
        items=tuple(
            MetadataItem(field=MetadataField(row[0]), value=row[1], start=row[2], end=row[3])
            for row in library.rows(_GET_METADATA, (version_id, end))
        )
    )


def _version_row(library: Library, version_id: VersionId) -> tuple[int, int]:
    found = library.row(_GET_VERSION, (version_id,))
    if found is None:
        message = f"no version {version_id}"
        raise LookupError(message)
    return found[0], found[1]


def _make_blocks(packs: Sequence[Row]) -> Blocks:
    return Blocks.from_columns(
        BlockColumns(
            starts=starts,
            ends=ends,
            kinds=current_kinds(names, kinds),
            levels=levels,
            extras=tuple(tuple(extra) for extra in json.loads(extras)),
        )
        for names, starts, ends, kinds, levels, extras, _ in packs
    )


def _cut_blocks(blocks: Blocks, end: int) -> Blocks:
    """Blocks of a beginning: only the last can reach behind its end."""
    if not len(blocks) or blocks.end_of(len(blocks) - 1) <= end:
        return blocks
    from dataclasses import replace

    last = len(blocks) - 1
    rest = blocks.columns(0, last)
    tail = Blocks([replace(blocks[last], end=end)]).columns(0, 1)
    return Blocks.from_columns((rest, tail))


def _make_span(row: Row) -> Span:
    return Span(start=row[0], end=row[1], kind=SpanKind(row[2]), target=row[3])


def _make_article(row: Row, end: int) -> Article:
    return Article(
        start=row[0], end=min(row[1], end), headline=row[2], column=row[3], byline=row[4]
    )
