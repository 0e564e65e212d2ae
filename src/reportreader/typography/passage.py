"""Passages: the text of a part as it flows, joins taken out, with the way back to offsets."""

from bisect import bisect_right

from reportreader.document.document import Document
from reportreader.typography.line import Piece
from reportreader.typography.shown_text import shown_text
from reportreader.typography.widths import Widths


class Passage:
    """`shown` is what is painted of `document.text[start:end]`, `raw` the characters behind it.

    Both have the same length; the characters of a join are in neither.
    """

    __slots__ = ("_offsets", "_positions", "end", "raw", "shown", "start")

    def __init__(
        self, document: Document, start: int, end: int, *, full_width_punctuation: bool = False
    ) -> None:
        self.start = start
        self.end = end
        runs = []
        self._positions = [0]
        self._offsets = [start]
        length = 0
        offset = start
        for join in document.iter_joins(start, end):
            runs.append(document.text[offset : join.start])
            length += join.start - offset
            offset = min(join.end, end)
            if length == self._positions[-1]:
                self._offsets[-1] = offset
            else:
                self._positions.append(length)
                self._offsets.append(offset)
        runs.append(document.text[offset:end])
        self.raw = "".join(runs)
        self.shown = shown_text(self.raw, full_width_punctuation=full_width_punctuation)

    def offset(self, position: int) -> int:
        """Offset in the document of the character at `position`."""
        run = bisect_right(self._positions, position) - 1
        return self._offsets[run] + position - self._positions[run]

    def position(self, offset: int) -> int:
        """Position of the character at `offset`; for one inside a join, of the one behind it."""
        run = bisect_right(self._offsets, offset) - 1
        if run < 0:
            return 0
        behind = self._positions[run + 1] if run + 1 < len(self._positions) else len(self.raw)
        return min(behind, self._positions[run] + offset - self._offsets[run])

    def pieces(self, x: int, start: int, end: int, widths: Widths) -> tuple[Piece, ...]:
        """What is painted for positions `start` to `end` from cell `x` on, a piece for each run."""
        if start >= end:
            return ()
        if len(self._positions) == 1:
            shift = self._offsets[0]
            return (Piece(x, start + shift, end + shift),)
        pieces = []
        run = bisect_right(self._positions, start) - 1
        while start < end:
            run += 1
            stop = min(end, self._positions[run]) if run < len(self._positions) else end
            first = self.offset(start)
            pieces.append(Piece(x, first, first + stop - start))
            x += widths.cells(self.shown[start:stop])
            start = stop
        return tuple(pieces)
