"""Rows of running text: a passage wrapped into a frame."""

from itertools import pairwise
from typing import NamedTuple

from reportreader.typography.breaking import Breaker
from reportreader.typography.frames import Frame
from reportreader.typography.line import Decoration, Piece
from reportreader.typography.passage import Passage
from reportreader.typography.prohibitions import may_break_at
from reportreader.typography.style import LayoutStyle

UNPAINTED_SPACE = " \u3000\t"
"""White space that is not painted at the ends of a row."""
_TAB_STOP = 4
_MOST_BALANCED_ROWS = 4


class Row(NamedTuple):
    """What stands on one row, and the characters it stands for."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    decorations: tuple[Decoration, ...] = ()


class RowSetter:
    """Wraps passages into frames with the breakers that one style needs."""

    __slots__ = ("_flush", "_hanging", "_style")

    def __init__(self, style: LayoutStyle) -> None:
        self._style = style
        self._hanging = make_breaker(style, hang_cells=style.hang_cells)
        self._flush = make_breaker(style, hang_cells=0)

    def rows(self, passage: Passage, frame: Frame) -> list[Row]:
        """The rows of `passage`: at least one; its characters are painted once, in order."""
        room = self._style.text_cells - frame.left
        cuts = self._cuts(passage, frame, room)
        centred = frame.centred or (frame.centred_if_short and len(cuts) == 2)
        rows = []
        for number, (start, end) in enumerate(pairwise(cuts)):
            painted = passage.shown[start:end].rstrip(UNPAINTED_SPACE)
            x = frame.left + (frame.indent if number == 0 else 0)
            if centred:
                x += max(0, room - self._style.widths.cells(painted)) // 2
            rows.append(
                Row(
                    passage.offset(start) if number else passage.start,
                    passage.offset(end) if number + 2 < len(cuts) else passage.end,
                    self._pieces(passage, frame, x, start, start + len(painted)),
                    frame.every + frame.opening if number == 0 else frame.every,
                )
            )
        return rows

    def _cuts(self, passage: Passage, frame: Frame, room: int) -> list[int]:
        """Positions at which rows begin, and the end of the last one."""
        shown = passage.shown
        lead = 0 if frame.keeps_space else len(shown) - len(shown.lstrip(UNPAINTED_SPACE))
        cuts = []
        indent = frame.indent
        while True:
            end = passage.raw.find("\n", lead)
            stop = end if end >= 0 else len(shown)
            text = shown[lead:stop] if lead or end >= 0 else shown
            cuts.append(lead)
            cuts += [lead + start for start in self._wrap(text, frame, room, indent)]
            if end < 0:
                cuts.append(len(shown))
                return cuts
            lead = end + 1
            indent = 0

    def _wrap(self, text: str, frame: Frame, room: int, indent: int) -> list[int]:
        if frame.centred:
            return self._balanced(text, room)
        if frame.keeps_space or frame.centred_if_short:
            return self._flush.wrap(text, room)
        return self._hanging.wrap(text, room, indent)

    def _balanced(self, text: str, room: int) -> list[int]:
        """Breaks of a title: as few rows as the room allows, about equally long.

        Where that takes no more rows, a title of several phrases breaks at the spaces between them.
        """
        best = self._flush.wrap(text, room)
        if not 1 <= len(best) < _MOST_BALANCED_ROWS:
            return best
        low, high = room // (len(best) + 1), room
        while low + 1 < high:
            middle = (low + high) // 2
            starts = self._flush.wrap(text, middle)
            if len(starts) == len(best):
                best, high = starts, middle
            else:
                low = middle
        phrases = self._between_phrases(text, room)
        return phrases if len(phrases) == len(best) else best

    def _between_phrases(self, text: str, room: int) -> list[int]:
        """Breaks of a title at spaces only; none if a phrase is wider than the room."""
        edges = [
            edge
            for edge in range(1, len(text))
            if text[edge - 1] in UNPAINTED_SPACE and may_break_at(text, edge)
        ]
        starts = []
        row = 0
        for begin, end in pairwise([0, *edges, len(text)]):
            if self._style.widths.cells(text[begin:end].rstrip(UNPAINTED_SPACE)) > room:
                return []
            if self._style.widths.cells(text[row:end].rstrip(UNPAINTED_SPACE)) > room:
                starts.append(begin)
                row = begin
        return starts

    def _pieces(
        self, passage: Passage, frame: Frame, x: int, start: int, end: int
    ) -> tuple[Piece, ...]:
        if frame.keeps_space and "\t" in passage.raw[start:end]:
            pieces, width = self._tabbed(passage, x, start, end)
            if x + width <= self._style.text_cells:
                return pieces
        return passage.pieces(x, start, end, self._style.widths)

    def _tabbed(
        self, passage: Passage, left: int, start: int, end: int
    ) -> tuple[tuple[Piece, ...], int]:
        """Pieces between TABs, each at a tab stop, and the cells that they take."""
        pieces: list[Piece] = []
        x = 0
        for number, run in enumerate(passage.raw[start:end].split("\t")):
            if number:
                x += _TAB_STOP - x % _TAB_STOP
            pieces += passage.pieces(left + x, start, start + len(run), self._style.widths)
            x += self._style.widths.cells(passage.shown[start : start + len(run)])
            start += len(run) + 1
        return tuple(pieces), x


def make_breaker(style: LayoutStyle, *, hang_cells: int) -> Breaker:
    """The breaker for one style, with other room for hanging marks."""
    return Breaker(
        style.widths, hang_cells=hang_cells, keep_units=style.keep_units, words=style.words
    )
