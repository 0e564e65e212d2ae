"""The rows of the side panel: notes, keywords, hits."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportreader.document.document import Document
from reportreader.notes.annotation import AnnotationId, AnnotationKind, Colour
from reportreader.tui.reading.annotations import AnnotationLayer, span_of
from reportreader.tui.reading.searching import Span

_CLAUSE_ENDS = "。！？；：，、"
_QUOTED = 60
"""Code points of a passage that a row can show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """An annotation: passage, note and tags, each on one line."""

    annotation_id: AnnotationId
    kind: AnnotationKind
    colour: Colour
    offset: int
    quote: str
    body: str
    tags: tuple[str, ...]


class KeywordKind(StrEnum):
    """What a row of the keyword panel is."""

    HEADING = "heading"
    TERM = "term"
    KEYPHRASE = "keyphrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordRow:
    """A keyphrase, a term group or the head over them; `count` is None until it is known.

    `number` is the index among its kind.
    """

    kind: KeywordKind
    name: str
    number: int = 0
    count: int | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """A hit: its section and the text around it, the hit at `text[start:end]`."""

    number: int
    offset: int
    section: str
    text: str
    start: int
    end: int


def note_rows(layer: AnnotationLayer, document: Document) -> tuple[NoteRow, ...]:
    """The annotations of the report in text order."""
    rows = []
    for placed in layer.placed:
        annotation = placed.annotation
        start, end = span_of(placed)
        quoted = document.passage(start, min(end, start + _QUOTED)) or annotation.quote[:_QUOTED]
        if annotation.kind is not AnnotationKind.HIGHLIGHT:
            quoted = document.passage(start, start + _QUOTED)
        rows.append(
            NoteRow(
                annotation_id=annotation.annotation_id,
                kind=annotation.kind,
                colour=annotation.colour,
                offset=start,
                quote=one_line(quoted),
                body=one_line(annotation.body),
                tags=annotation.tags,
            )
        )
    return tuple(rows)


def hit_row(document: Document, number: int, hit: Span, *, section: str, reach: int) -> HitRow:
    """A hit with up to `reach` code points of its paragraph on each side, at edges of clauses."""
    start, end = hit
    blocks = document.blocks
    low, high = 0, len(document.text)
    if len(blocks):
        index = blocks.index_at(start)
        low, high = blocks.start_of(index), max(end, blocks.end_of(index))
    before = from_clause(one_line(document.passage(max(low, start - reach), start)))
    found = one_line(document.passage(start, end))
    behind = to_clause(one_line(document.passage(end, min(high, end + reach))))
    return HitRow(
        number=number,
        offset=start,
        section=section,
        text=before + found + behind,
        start=len(before),
        end=len(before) + len(found),
    )


def from_clause(text: str) -> str:
    """`text` from the beginning of its last clause on."""
    return text[max(map(text.rfind, _CLAUSE_ENDS)) + 1 :].lstrip()


def to_clause(text: str) -> str:
    """`text` up to the end of its last whole clause; all of it if there is none."""
    return text[: max(map(text.rfind, _CLAUSE_ENDS)) + 1] or text


def one_line(text: str) -> str:
    """`text` with every run of white space as one blank, and none at its ends."""
    return " ".join(text.split())


def row_at(offsets: Sequence[int], place: int) -> int:
    """Index of the last row that begins at or before `place`, 0 if none does."""
    return max(0, bisect_right(offsets, place) - 1)
