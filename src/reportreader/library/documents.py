"""Documents as rows: the text in pieces, and one row a piece with everything that begins in it.

The rows hold what the passes found. What a reader corrected is laid over it whenever it is read.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from reportreader.document.block import BlockColumns, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata
from reportreader.document.section import Section
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
from reportreader.library.partpacking import (
    NOTHING,
    pack_articles,
    pack_metadata,
    pack_rows,
    pack_sections,
    pack_spans,
    unpack_articles,
    unpack_metadata,
    unpack_sections,
    unpack_spans,
)
from reportreader.notes.annotation import VersionId

_ADD_TEXT = "INSERT INTO version_text (version_id, start_offset, text) VALUES (?, ?, ?)"
_ADD_PACK = """INSERT INTO block_pack (version_id, start_offset, block_legend_id, starts, ends,
  kinds, levels, extras, joins, sections, articles, spans, metadata)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

_GET_TEXT = """SELECT text FROM version_text
  WHERE version_id = ? AND start_offset < ? ORDER BY start_offset"""
_GET_PACKS = """SELECT kind_names, starts, ends, kinds, levels, extras, joins, sections, articles,
  spans, metadata FROM block_pack JOIN block_legend USING (block_legend_id)
  WHERE version_id = ? AND start_offset < ? ORDER BY start_offset"""
_GET_SECTIONS = "SELECT sections FROM block_pack WHERE version_id = ? ORDER BY start_offset"
_GET_SPANS = "SELECT spans FROM block_pack WHERE version_id = ? ORDER BY start_offset"
_GET_METADATA = "SELECT metadata FROM block_pack WHERE version_id = ? ORDER BY start_offset"
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
    library.execute("DELETE FROM block_pack WHERE version_id = ?", (version_id,))
    legend_id = _ensure_legend(library, kind_names())
    for piece in iter_pieces(document):
        columns = piece.blocks
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
                pack_rows(columns.extras),
                piece.joins,
                pack_sections(piece.sections),
                pack_articles(piece.articles),
                pack_spans(piece.spans),
                NOTHING if piece.start else pack_metadata(document.metadata.items),
            ),
        )


def _ensure_legend(library: Library, names: str) -> int:
    """The row that says what the kind numbers of today mean."""
    found = library.value("SELECT block_legend_id FROM block_legend WHERE kind_names = ?", (names,))
    if found is not None:
        return int(found)
    return library.insert("INSERT INTO block_legend (kind_names) VALUES (?)", (names,))


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
        sections=tuple(_beginning_of_sections((pack[7] for pack in packs), end)),
        articles=tuple(
            article._replace(end=min(article.end, end))
            for pack in packs
            for article in unpack_articles(pack[8])
            if article.start < end
        ),
        spans=tuple(span for pack in packs for span in unpack_spans(pack[9]) if span.end <= end),
        metadata=_beginning_of_metadata((pack[10] for pack in packs), end),
        structure_version=structure_version,
    )


def load_text(library: Library, version_id: VersionId) -> str:
    """The text of a version and nothing else."""
    length, _ = _version_row(library, version_id)
    return "".join(str(row[0]) for row in library.rows(_GET_TEXT, (version_id, length + 1)))


def iter_current_texts(library: Library, report_ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    """(report id, text of its current version), in the order of the ids, read a few at a time."""
    for texts in iter_text_batches(library, report_ids):
        yield from texts.items()


def iter_text_batches(library: Library, report_ids: Sequence[int]) -> Iterator[dict[int, str]]:
    """Texts of current versions by the ids of their reports, in the order of the ids."""
    for first in range(0, len(report_ids), _TEXTS_AT_ONCE):
        asked = report_ids[first : first + _TEXTS_AT_ONCE]
        pieces: dict[int, list[str]] = {report_id: [] for report_id in asked}
        marks = ", ".join("?" * len(asked))
        for report_id, text in library.rows(_GET_CURRENT_TEXTS.format(marks=marks), asked):
            pieces[report_id].append(text)
        yield {report_id: "".join(texts) for report_id, texts in pieces.items()}


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
    packed = library.rows(_GET_SECTIONS, (version_id,))
    return tuple(section for row in packed for section in unpack_sections(row[0]))


def load_pages(library: Library, version_id: VersionId) -> tuple[Span, ...]:
    """Where the pages of the source begin."""
    packed = library.rows(_GET_SPANS, (version_id,))
    return tuple(
        span for row in packed for span in unpack_spans(row[0]) if span.kind is SpanKind.PAGE
    )


def load_metadata(library: Library, version_id: VersionId) -> Metadata:
    """What a version says of itself."""
    if placed_corrections(library, version_id):
        return load_document(library, version_id).metadata
    packed = library.rows(_GET_METADATA, (version_id,))
    return Metadata(items=tuple(item for row in packed for item in unpack_metadata(row[0])))


def _beginning_of_sections(packed: Iterable[str], end: int) -> Iterator[Section]:
    """Sections whose heading ends up to `end`, and what they hold up to there."""
    for pack in packed:
        for section in unpack_sections(pack):
            if section.end <= end:
                yield (section if section.content_end <= end else section._replace(content_end=end))


def _beginning_of_metadata(packed: Iterable[str], end: int) -> Metadata:
    return Metadata(
        items=tuple(item for pack in packed for item in unpack_metadata(pack) if item.end <= end)
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
        for names, starts, ends, kinds, levels, extras, *_ in packs
    )


def _cut_blocks(blocks: Blocks, end: int) -> Blocks:
    """Blocks of a beginning: only the last can reach behind its end."""
    if not len(blocks) or blocks.end_of(len(blocks) - 1) <= end:
        return blocks
    last = len(blocks) - 1
    rest = blocks.columns(0, last)
    tail = Blocks([blocks[last]._replace(end=end)]).columns(0, 1)
    return Blocks.from_columns((rest, tail))
