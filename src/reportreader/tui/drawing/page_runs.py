"""One line of the page as runs: margin, decorations, text under its layers."""

import re
from collections.abc import Sequence

from reportreader.tui.drawing.margin import margin_sign
from reportreader.tui.drawing.page_keys import block_key
from reportreader.tui.drawing.text_run import TextRun
from reportreader.tui.reading.intervals import Interval
from reportreader.tui.reading.layers import Layer, Run, compose
from reportreader.tui.reading.overlays import Lively, Overlays
from reportreader.tui.reading.state import ReadingState
from reportreader.typography.flow import Flow
from reportreader.typography.graphemes import clip_cells, grapheme_span
from reportreader.typography.line import Decoration, Line, Piece
from reportreader.typography.style import Column

_JOINING = re.compile(
    "[\u0300-\u036f\u200d\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U0001f1e6-\U0001f1ff"
    "\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]|[\u0590-\u1aff]"
)
"""Characters that may belong to the grapheme in front; text without any needs no closer look."""


class PageRuns:
    """Lines of one layout at one width; throw it away when anything but the state changes.

    Keys are those of `page_keys`, empty ones included; `signs` shows by figures in the margin what
    colours cannot.
    """

    def __init__(
        self, flow: Flow, column: Column, width: int, overlays: Overlays, *, signs: bool
    ) -> None:
        self.flow = flow
        self.column = column
        self.width = width
        self.overlays = overlays
        self._signs = signs
        self._cells = flow.style.widths.cells

    def of(self, line: Line, state: ReadingState, lively: Lively | None = None) -> list[TextRun]:
        """The runs of `line`, as wide as the view, under what moves with the keys."""
        if line.gap:
            return [TextRun(" " * self.width)]
        block = block_key(line)
        layers = self.overlays.resting(state, line.start, line.end)
        if block:
            layers[Layer.KEYPHRASES] = []
        if lively is not None:
            lively.add_to(layers)
        is_plain = not any(layers)
        runs: list[TextRun] = []
        x = self._margin(line, runs)
        left = self.column.left
        for item in _in_order(line):
            at = left + item.x
            if at > x:
                runs.append(TextRun(" " * (at - x)))
                x = at
            if isinstance(item, Decoration):
                runs.append(TextRun(item.text, (block, f"decoration-{item.role.value}")))
                x += self._cells(item.text)
                continue
            parts = [Run(item.start, item.end, ())] if is_plain else self._composed(item, layers)
            x += self._piece(item, parts, block, runs)
        return self._closed(runs, x)

    def _composed(self, piece: Piece, layers: Sequence[Sequence[Interval]]) -> list[Run]:
        runs = compose(piece.start, piece.end, layers)
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

    def _piece(self, piece: Piece, parts: Sequence[Run], block: str, runs: list[TextRun]) -> int:
        shown = self.flow.painted(piece)
        for part in parts:
            text = shown[part.start - piece.start : part.end - piece.start]
            runs.append(TextRun(text, (block, *part.keys)))
        return self._cells(shown)

    def _margin(self, line: Line, runs: list[TextRun]) -> int:
        """The signs in the margin, if there are any and room for them; cells used so far.

        A blank stands between them and the text, or else nothing that could be read with them.
        """
        left = self.column.left
        if left < 2:
            return 0
        found = margin_sign(self.overlays.annotations, line, signs=self._signs)
        if found is None:
            return 0
        text = found.text
        if left == 2 and self._begins_in_ascii(line):
            text = text[:1]
        start = max(0, left - 1 - self._cells(text))
        runs.append(TextRun(" " * start))
        runs.append(TextRun(text, found.keys))
        return start + self._cells(text)

    def _begins_in_ascii(self, line: Line) -> bool:
        """Whether a letter or figure stands in the first cell of the column."""
        first = line.pieces[0] if line.pieces else None
        return first is not None and first.x == 0 and self.flow.painted(first)[:1].isascii()

    def _closed(self, runs: list[TextRun], x: int) -> list[TextRun]:
        """The runs filled up, or cut, to the width of the view."""
        while x > self.width and runs:
            text, keys = runs.pop()
            x -= self._cells(text)
            if x < self.width:
                cut = clip_cells(text, self.width - x, self.flow.style.widths, ellipsis="")
                runs.append(TextRun(cut, keys))
                x += self._cells(cut)
                break
        if x < self.width:
            runs.append(TextRun(" " * (self.width - x)))
        return runs


def _in_order(line: Line) -> list[Piece | Decoration]:
    items: list[Piece | Decoration] = [*line.pieces, *line.decorations]
    if line.decorations:
        items.sort(key=lambda item: item.x)
    return items
