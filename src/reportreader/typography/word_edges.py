"""Where words of a paragraph begin and end, as far as breaking lines asks (按词断行)."""

from bisect import bisect_left
from collections.abc import Callable, Iterable

Segmenter = Callable[[str], Iterable[tuple[int, int]]]
"""Cuts a text into words: their intervals in it, ascending and disjoint."""

_LONGEST_KEPT = 4
"""Characters of a word that is kept whole; longer ones are names of several words."""

_GIVE_CELLS = 4
"""Two 汉字: what a line may lose at most to keep a word whole,"""
_GIVE_PARTS = 4
"""or, in the narrow column of a table, this part of its measure."""


class WordEdges:
    """The words of one paragraph that a line should not part; it is cut when one is asked for."""

    __slots__ = ("_begins", "_ends", "_segmenter", "_text", "give_cells")

    def __init__(self, segmenter: Segmenter, text: str, measure: int) -> None:
        self.give_cells = min(_GIVE_CELLS, measure // _GIVE_PARTS)
        """Cells a line of `measure` cells may lose to keep a word whole."""
        self._segmenter = segmenter
        self._text = text
        self._begins: list[int] = []
        self._ends: list[int] | None = None

    def begin_around(self, position: int) -> int:
        """Begin of the word that a break at `position` parts; `position` if it parts none."""
        if self._ends is None:
            self._ends = self._cut()
        word = bisect_left(self._ends, position + 1)
        if word == len(self._ends):
            return position
        return min(position, self._begins[word])

    def _cut(self) -> list[int]:
        words = [
            (start, end)
            for start, end in self._segmenter(self._text)
            if 1 < end - start <= _LONGEST_KEPT
        ]
        self._begins = [start for start, _ in words]
        return [end for _, end in words]
