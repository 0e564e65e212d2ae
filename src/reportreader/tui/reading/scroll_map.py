"""The scroll bar as a map of the report: which row of it stands for what.

A place is mapped by offset, so the map needs no layout and does not change with the width.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from reportreader.document.document import Document
from reportreader.tui.drawing.text_run import TextRun
from reportreader.tui.reading.annotations import AnnotationLayer
from reportreader.tui.reading.searching import Span

THUMB_CLASS = "scroll-map--thumb"


class MapSign(IntEnum):
    """What a row of the map shows, the weightier the higher."""

    NOTHING = 0
    SECTION = 1
    TERM = 2
    ANNOTATION = 3
    HIT = 4


_GLYPHS = {
    MapSign.NOTHING: " ",
    MapSign.SECTION: "-",
    MapSign.TERM: ":",
    MapSign.ANNOTATION: "*",
    MapSign.HIT: "=",
}
"""Signs of one cell in every terminal."""


class ScrollMap(NamedTuple):
    """One sign a row, and for annotations and terms the colour of the first in the row."""

    signs: tuple[MapSign, ...]
    colours: tuple[str, ...]


def draw_map(
    height: int,
    length: int,
    *,
    sections: Sequence[int] = (),
    annotations: Sequence[tuple[int, str]] = (),
    hits: Sequence[Span] = (),
    terms: Sequence[tuple[int, str]] = (),
) -> ScrollMap:
    """Signs for `height` rows over a text of `length` code points.

    `sections` are offsets, `annotations` offsets with the name of a colour, `terms` offsets with
    the key they are painted in, all in text order.
    """
    signs = [MapSign.NOTHING] * height
    colours = [""] * height
    if height <= 0 or length <= 0:
        return ScrollMap(signs=tuple(signs), colours=tuple(colours))
    for offset in sections:
        signs[row_of(offset, height, length)] = MapSign.SECTION
    for sign, marked in ((MapSign.TERM, terms), (MapSign.ANNOTATION, annotations)):
        for offset, colour in marked:
            row = row_of(offset, height, length)
            if signs[row] is not sign:
                signs[row], colours[row] = sign, colour
    for start, _ in hits:
        signs[row_of(start, height, length)] = MapSign.HIT
    return ScrollMap(signs=tuple(signs), colours=tuple(colours))


def row_of(offset: int, height: int, length: int) -> int:
    """The row of the map that stands for `offset`."""
    return max(0, min(height - 1, offset * height // max(1, length)))


def offset_of(row: int, height: int, length: int) -> int:
    """The first offset that `row` stands for."""
    return max(0, min(length, -(-row * length // max(1, height))))


def thumb(start: int, end: int, height: int, length: int) -> tuple[int, int]:
    """Rows that stand for `text[start:end]`, the part on the page; at least one."""
    first = row_of(start, height, length)
    return first, max(first + 1, min(height, row_of(max(start, end - 1), height, length) + 1))


def map_run(drawn: ScrollMap, y: int, seen: tuple[int, int]) -> TextRun:
    """Row `y` of the map, where the rows from `seen[0]` to before `seen[1]` stand for the page."""
    sign = drawn.signs[y] if y < len(drawn.signs) else MapSign.NOTHING
    keys: tuple[str, ...] = ()
    if sign is not MapSign.NOTHING:
        is_coloured = sign in (MapSign.TERM, MapSign.ANNOTATION)
        name = drawn.colours[y] if is_coloured else sign.name.lower()
        keys = (f"scroll-map--{name}",)
    if seen[0] <= y < seen[1]:
        keys = (*keys, THUMB_CLASS)
    return TextRun(_GLYPHS[sign], keys)


def map_sections(document: Document) -> tuple[int, ...]:
    """Where the sections of a report begin."""
    return tuple(section.start for section in document.sections)


def map_annotations(layer: AnnotationLayer) -> tuple[tuple[int, str], ...]:
    """Where annotations begin, with the names of their colours."""
    return tuple(
        (span[0], placed.annotation.colour.value)
        for span, placed in zip(layer.spans, layer.placed, strict=True)
    )
