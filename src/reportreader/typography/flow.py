"""The flow: a report of any length as rows, laid out only where it is looked at.

Heights are estimates until a part is laid out, so a row number may shift while the reader scrolls;
an `Anchor` and an offset do not. Blocks that were laid out are kept, the least recent dropped.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from reportreader.document.document import Document
from reportreader.typography.cell_search import cell_in, edge_in, offset_in
from reportreader.typography.estimates import cells_per_character, estimate_rows
from reportreader.typography.heights import Heights
from reportreader.typography.line import Line, Piece, row_holding
from reportreader.typography.parts import Parts
from reportreader.typography.passage import Passage
from reportreader.typography.shown_text import shown_text
from reportreader.typography.style import LayoutStyle
from reportreader.typography.tables import TableIndex
from reportreader.typography.typesetter import Typesetter

_KEPT_ROWS = 8000
"""Laid out rows that are kept."""


class Anchor(NamedTuple):
    """A row of a flow: the number of a part and the row in it. Good for this flow only."""

    part: int
    row: int


class FlowIndex:
    """What a flow knows of a document in any style, shared between its flows."""

    __slots__ = ("parts", "tables")

    def __init__(self, document: Document) -> None:
        self.parts = Parts(document)
        self.tables = TableIndex(document)


class Flow:
    """One report in one style. A document without blocks has no rows."""

    def __init__(
        self, document: Document, style: LayoutStyle, index: FlowIndex | None = None
    ) -> None:
        self._document = document
        self._style = style
        self._index = index or FlowIndex(document)
        self._parts = self._index.parts
        average = cells_per_character(document.text, style.widths)
        self._heights = Heights(estimate_rows(document, self._parts, style, average))
        self._typesetter = Typesetter(document, style, self._parts, self._index.tables)
        self._passage: Passage | None = None
        self._kept: dict[int, tuple[Line, ...]] = {}
        self._kept_rows = 0

    @property
    def document(self) -> Document:
        """The report that flows."""
        return self._document

    @property
    def style(self) -> LayoutStyle:
        """How it is set."""
        return self._style

    @property
    def total_rows(self) -> int:
        """Rows of the whole report, as far as known."""
        return self._heights.total

    def restyled(self, style: LayoutStyle) -> "Flow":
        """The same report in another style; keep an offset, for rows and anchors are others."""
        return Flow(self._document, style, self._index)

    def grown(self, document: Document) -> "Flow":
        """The flow of a document that begins with this one's text; known heights are kept."""
        flow = Flow(document, self._style)
        for part in range(min(len(self._parts), len(flow._parts)) - 1):
            if self._heights.is_exact(part) and self._parts.is_same(
                part, flow._parts, self._document.blocks, document.blocks
            ):
                flow._heights.set_exact(part, self._heights.of(part))
        return flow

    # Exact ways through the text

    def anchor_of(self, offset: int) -> Anchor:
        """The row on which `offset` stands; never an empty one."""
        if not len(self._parts):
            return Anchor(0, 0)
        part = max(0, bisect_right(self._parts.starts, offset) - 1)
        while part > 0 and not self._lines_of(part):
            part -= 1
        return Anchor(part, row_holding(self._lines_of(part), offset))

    def anchor_at(self, row: int) -> Anchor:
        """The row with number `row` by what is known of the heights in front of it."""
        if not self.total_rows:
            return Anchor(0, 0)
        part, rest = self._heights.part_at(row)
        return self._settle(part, min(rest, max(0, len(self._lines_of(part)) - 1)))

    def walk(self, anchor: Anchor, rows: int) -> Anchor:
        """The row exactly `rows` rows on, or back if negative; stops at the first and last row."""
        return self._settle(anchor.part, anchor.row + rows)

    def _settle(self, part: int, row: int) -> Anchor:
        """The anchor `row` rows behind the begin of `part`, which may lie in another part."""
        while row < 0 and part > 0:
            part -= 1
            row += len(self._lines_of(part))
        if row < 0:
            return self._settle(0, 0)
        last = Anchor(part, 0)
        while part < len(self._parts):
            height = len(self._lines_of(part))
            if row < height:
                return Anchor(part, row)
            if height:
                last = Anchor(part, height - 1)
            row -= height
            part += 1
        return last

    def bottom_anchor(self, height: int) -> Anchor:
        """The top row of a screen of `height` rows that ends with the last row of the report."""
        part = len(self._parts) - 1
        while part > 0 and not self._lines_of(part):
            part -= 1
        if part < 0:
            return Anchor(0, 0)
        return self.walk(Anchor(part, len(self._lines_of(part)) - 1), 1 - height)

    def lines_from(self, anchor: Anchor, count: int) -> list[Line]:
        """Up to `count` rows from `anchor` on; fewer at the end of the report."""
        lines: list[Line] = []
        part, row = anchor
        while len(lines) < count and part < len(self._parts):
            lines += islice(self._lines_of(part), row, row + count - len(lines))
            part, row = part + 1, 0
        return lines

    def row_of_anchor(self, anchor: Anchor) -> int:
        """Present number of a row, from 0."""
        return self._heights.row_of(anchor.part) + anchor.row

    def offset_of_anchor(self, anchor: Anchor) -> int:
        """Offset of the first character of a row."""
        lines = self._lines_of(anchor.part) if len(self._parts) else ()
        return lines[min(anchor.row, len(lines) - 1)].start if lines else 0

    def iter_lines(self) -> Iterator[Line]:
        """Every row of the report."""
        for part in range(len(self._parts)):
            yield from self._lines_of(part)

    # By row number

    def lines(self, row: int, count: int) -> list[Line]:
        """Up to `count` rows from row number `row` on."""
        return self.lines_from(self.anchor_at(row), count) if row < self.total_rows else []

    def row_of(self, offset: int) -> int:
        """Present number of the row on which `offset` stands."""
        return self.row_of_anchor(self.anchor_of(offset)) if len(self._parts) else 0

    def offset_at(self, row: int, cell: int) -> int:
        """Offset of the character at `cell` of row number `row`."""
        lines = self.lines(max(0, row), 1)
        return self.offset_in(lines[0], cell) if lines else len(self._document.text)

    def cell_of(self, offset: int) -> int:
        """Cell at which the character at `offset` stands on its row."""
        if not len(self._parts):
            return 0
        anchor = self.anchor_of(offset)
        return self.cell_in(self._lines_of(anchor.part)[anchor.row], offset)

    # On one line

    def offset_in(self, line: Line, cell: int) -> int:
        """Offset of the character whose cells hold `cell`, of the nearest one if none does."""
        return offset_in(line, cell, self.painted, self._style.widths)

    def edge_in(self, line: Line, cell: int) -> int:
        """Offset of the edge between two characters that is nearest to `cell`."""
        return edge_in(line, cell, self.painted, self._style.widths)

    def cell_in(self, line: Line, offset: int) -> int:
        """Cell at which the character at `offset` stands on `line`."""
        return cell_in(line, offset, self.painted, self._style.widths)

    def painted(self, piece: Piece) -> str:
        """The characters to paint for a piece, one for each of its own."""
        if self._style.full_width_punctuation:
            return self._shown_in_context(piece)
        return shown_text(self._document.text[piece.start : piece.end])

    def _shown_in_context(self, piece: Piece) -> str:
        """The same where a mark's neighbours decide how it is painted."""
        passage = self._passage
        if passage is None or not passage.start <= piece.start < passage.end:
            part = bisect_right(self._parts.starts, piece.start) - 1
            passage = self._typesetter.passage_at(part, piece.start)
            self._passage = passage
        position = passage.position(piece.start)
        return passage.shown[position : position + piece.end - piece.start]

    def _lines_of(self, part: int) -> tuple[Line, ...]:
        lines = self._kept.pop(part, None)
        if lines is None:
            lines = self._typesetter.lines(part)
            self._heights.set_exact(part, len(lines))
            self._kept_rows += len(lines)
            self._forget()
        self._kept[part] = lines
        return lines

    def _forget(self) -> None:
        while self._kept_rows > _KEPT_ROWS and self._kept:
            oldest = next(iter(self._kept))
            self._kept_rows -= len(self._kept.pop(oldest))
