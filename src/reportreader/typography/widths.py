"""Cells of characters and strings, equal to rich's `cell_len` at every code point.

Layout and screen measure with one table, so a row that fits here fits there. Terminals disagree
on the ambiguous characters (“ ” … — ① ■); a `Widths` says which way they are counted.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from reportreader.typography.width_table import AMBIGUOUS_RANGES, NARROW_TO_WIDE_RANGES, WIDTHS

ZERO_WIDTH_JOINER = "\u200d"
EMOJI_SELECTOR = "\ufe0f"
"""Variation selector 16: widens some characters in front of it to two cells."""


class Widths(NamedTuple):
    """How wide characters are; `ambiguous` is the cells of East Asian Ambiguous ones, 1 or 2."""

    ambiguous: int = 1

    def of(self, character: str) -> int:
        """Cells of one character: 0, 1 or 2."""
        return _cell_table(self.ambiguous)[character]

    def cells(self, text: str) -> int:
        """Cells of `text` on one row; a joined or widened emoji counts as a whole."""
        if text.isascii() and text.isprintable():
            return len(text)
        if ZERO_WIDTH_JOINER in text or EMOJI_SELECTOR in text:
            return self._cells_in_context(text)
        return sum(map(_cell_table(self.ambiguous).__getitem__, text))

    def _cells_in_context(self, text: str) -> int:
        """Cells of a text with joiners or selectors, by the rules of `rich.cells.cell_len`."""
        table = _cell_table(self.ambiguous)
        widened = self.narrow_to_wide
        total = 0
        last = ""
        swallowed = False
        for character in text:
            if swallowed:
                swallowed = False
            elif character == ZERO_WIDTH_JOINER:
                swallowed = True
            elif character == EMOJI_SELECTOR:
                total += last in widened
                last = ""
            elif cells := table[character]:
                total += cells
                last = character
        return total

    def ranges(self) -> tuple[tuple[int, int, int], ...]:
        """(first, last, cells) of all that does not take one cell: rich's `CellTable.widths`."""
        return _merged_ranges(self.ambiguous)

    @property
    def narrow_to_wide(self) -> frozenset[str]:
        """Characters that the emoji selector widens from one cell to two."""
        return _widened_characters(self.ambiguous)


NARROW = Widths(1)
WIDE = Widths(2)


class _CellTable(dict[str, int]):
    """Cells by character, filled as characters are met."""

    def __init__(self, ranges: tuple[tuple[int, int, int], ...]) -> None:
        super().__init__()
        self._ranges = ranges
        self._firsts = [first for first, _, _ in ranges]

    def __missing__(self, character: str) -> int:
        code_point = ord(character)
        cells = 1
        if 0 < code_point < 0x20 or 0x7F <= code_point < 0xA0:
            cells = 0
        else:
            index = bisect_right(self._firsts, code_point) - 1
            if index >= 0 and code_point <= self._ranges[index][1]:
                cells = self._ranges[index][2]
        self[character] = cells
        return cells


@cache
def _cell_table(ambiguous: int) -> _CellTable:
    return _CellTable(_merged_ranges(ambiguous))


@cache
def _merged_ranges(ambiguous: int) -> tuple[tuple[int, int, int], ...]:
    if ambiguous == 1:
        return WIDTHS
    wide = ((first, last, ambiguous) for first, last in AMBIGUOUS_RANGES)
    return tuple(sorted((*WIDTHS, *wide)))


@cache
def _widened_characters(ambiguous: int) -> frozenset[str]:
    characters = frozenset(_iter_characters(NARROW_TO_WIDE_RANGES))
    if ambiguous == 1:
        return characters
    return characters.difference(_iter_characters(AMBIGUOUS_RANGES))


def _iter_characters(ranges: Iterable[tuple[int, int]]) -> Iterator[str]:
    for first, last in ranges:
        yield from map(chr, range(first, last + 1))
