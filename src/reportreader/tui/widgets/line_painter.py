"""One line of the page as a strip: margin, decorations, text under its layers.

Strips at rest are kept; those that hold the caret, the selection or the current hit are made anew.
"""

import re
from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from reportreader.tui.reading.layers import Layer, Run, compose
from reportreader.tui.reading.overlays import Lively, Overlays
from reportreader.tui.reading.state import ReadingState
from reportreader.tui.widgets.margin import margin_sign
from reportreader.tui.widgets.page_style import PageStyles, block_key
from reportreader.typography.flow import Flow
from reportreader.typography.graphemes import grapheme_span
from reportreader.typography.line import Decoration, Line, Piece
from reportreader.typography.style import Column

_KEPT_STRIPS = 4000
_JOINING = re.compile(
    "[\u0300-\u036f\u200d\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U0001f1e6-\U0001f1ff"
    "\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]|[\u0590-\u1aff]"
)
"""Characters that may belong to the grapheme in front; text without any needs no closer look."""


class LinePainter:
    """Draws lines of one layout at one width; throw it away when anything but the state changes."""

    def __init__(
        self,
        flow: Flow,
        column: Column,
        width: int,
        overlays: Overlays,
        styles: PageStyles,
        *,
        signs: bool,
    ) -> None:
        self.flow = flow
        self.column = column
        self.width = width
        self.overlays = overlays
        self._styles = styles
        self._signs = signs
        self._strips: dict[tuple[int, int, int, bool], Strip] = {}
        self.blank = Strip([Segment(" " * width, styles.base)], width)

    def forget(self) -> None:
        """The layers at rest have changed: draw every line anew."""
        self._strips.clear()

    def strip(self, line: Line, state: ReadingState, lively: Lively) -> Strip:
        """The strip of `line`, as wide as the view."""
        if line.gap:
            return self.blank
        if lively.touches(line.start, max(line.end, line.start + 1)):
            return self._paint(line, state, lively)
        key = (line.block, line.start, line.end, line.first)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            strip = self._paint(line, state, None)
            self._strips[key] = strip
        return strip

    def _paint(self, line: Line, state: ReadingState, lively: Lively | None) -> Strip:
        layers = self.overlays.resting(state, line.start, line.end)
        if block_key(line):
            layers[Layer.KEYPHRASES] = []
        if lively is not None:
            lively.add_to(layers)
        is_plain = not any(layers)
        segments: list[Segment] = []
        x = self._margin(line, segments)
        left = self.column.left
        for item in _in_order(line):
            at = left + item.x
            if at > x:
                segments.append(Segment(" " * (at - x), self._styles.base))
                x = at
            if isinstance(item, Decoration):
                style = self._styles.of(block_key(line), f"decoration-{item.role.value}")
                segments.append(Segment(item.text, style))
                x += cell_len(item.text)
                continue
            runs = [Run(item.start, item.end, ())] if is_plain else self._runs(item, layers)
            x += self._paint_piece(item, runs, block_key(line), segments)
        return self._closed(segments, x)

    def _runs(self, piece: Piece, layers: Sequence[Sequence[object]]) -> list[Run]:
        runs = compose(piece.start, piece.end, layers)  # type: ignore[arg-type]
        text = self.flow.document.text
        if len(runs) < 2 or not _JOINING.search(text, piece.start, piece.end):
            return runs
        snapped: list[Run] = []
        for run in runs:
            start = max(piece.start, grapheme_span(text, run.start)[0])
            end = run.end if run.end == piece.end else grapheme_span(text, run.end)[0]
            if end > start:
                snapped.append(Run(start, end, run.keys))
        return snapped

    def _paint_piece(
        self, piece: Piece, runs: Sequence[Run], block: str, segments: list[Segment]
    ) -> int:
        shown = self.flow.painted(piece)
        cells = 0
        for run in runs:
            text = shown[run.start - piece.start : run.end - piece.start]
            segments.append(Segment(text, self._styles.of(block, *run.keys)))
            cells += cell_len(text)
        return cells

    def _margin(self, line: Line, segments: list[Segment]) -> int:
        """Paint the sign in the margin, if there is one and room for it; cells used so far."""
        if self.column.left < 2:
            return 0
        found = margin_sign(self.overlays.annotations, line, signs=self._signs)
        if found is None:
            return 0
        segments.append(Segment(" " * (self.column.left - 2), self._styles.base))
        segments.append(Segment(found.text, self._styles.of(*found.keys)))
        return self.column.left - 2 + cell_len(found.text)

    def _closed(self, segments: list[Segment], x: int) -> Strip:
        if x < self.width:
            segments.append(Segment(" " * (self.width - x), self._styles.base))
        strip = Strip(segments, max(x, self.width))
        return strip.crop(0, self.width) if x > self.width else strip

    def caret_cell(self, line: Line, offset: int) -> int:
        """Column of the view at which the character at `offset` stands."""
        return self.column.left + self.flow.cell_in(line, offset)


def _in_order(line: Line) -> list[Piece | Decoration]:
    items: list[Piece | Decoration] = [*line.pieces, *line.decorations]
    if line.decorations:
        items.sort(key=lambda item: item.x)
    return items
