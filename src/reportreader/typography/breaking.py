"""Where a paragraph breaks into lines: Chinese rules, cells, and a cost per line, not per character.

The method: two translations of the paragraph (class letters and widths); for each line a jump to
about its end, corrected with `str.count` of narrow cells, and a short way back over a table of
pairs. Measured in `benchmarks/wrapping.py`.
"""

from itertools import pairwise

from reportreader.typography.character_classes import HANGABLE, classify
from reportreader.typography.prohibitions import FREE_PAIRS, can_break
from reportreader.typography.units import number_start
from reportreader.typography.widths import NARROW, Widths
from reportreader.typography.word_edges import Segmenter, WordEdges

_UNIT_GIVE_CELLS = 16
"""Cells a line may lose to keep a number and its unit together."""


class Breaker:
    """Breaks paragraphs into lines; holds the choices of one reader and no state."""

    __slots__ = ("_hang_cells", "_keep_units", "_widths", "_words")

    def __init__(
        self,
        widths: Widths = NARROW,
        *,
        hang_cells: int = 2,
        keep_units: bool = True,
        words: Segmenter | None = None,
    ) -> None:
        """Closing marks hang up to `hang_cells` behind the measure; 0 pushes them out instead.

        With `words`, a line does not end inside one of 2 to 4 汉字 if it can end shortly before.
        """
        self._widths = widths
        self._hang_cells = hang_cells
        self._keep_units = keep_units
        self._words = words

    def wrap(self, text: str, measure: int, first_indent: int = 0) -> list[int]:
        """Starts of the second, third … line of `text` (a paragraph without line ends).

        `measure` and `first_indent` in cells. White space at a line's end belongs to the line and
        does not count. A grapheme is never parted. A word wider than a line is parted by force.
        """
        length = len(text)
        if not length:
            return []
        letters, cells = classify(text, self._widths)
        even = "n" not in cells and "z" not in cells
        words = None if self._words is None else WordEdges(self._words, text, measure)
        starts: list[int] = []
        start = 0
        limit = max(2, measure - first_indent)
        measure = max(2, measure)
        while True:
            fit = start + (limit >> 1)
            if fit >= length:
                return starts
            used = 2 * (fit - start)
            if not even:
                fit, used = _fit(cells, start, limit, length)
                if fit >= length:
                    return starts
            start = self._next_start(text, letters, cells, words, start, fit, limit - used)
            if start >= length:
                return starts
            starts.append(start)
            limit = measure

    def _next_start(
        self,
        text: str,
        letters: str,
        cells: str,
        words: WordEdges | None,
        start: int,
        fit: int,
        spare: int,
    ) -> int:
        """Start of the line behind the one from `start`, `len(text)` if that is the last one.

        `fit` is the first character that does not fit, `spare` the cells left in front of it.
        """
        length = len(text)
        if letters[fit] in "Ss":
            behind = _skip_space(letters, fit)
            if behind == length or can_break(text, letters, behind):
                return behind
        elif self._hang_cells and text[fit] in HANGABLE:
            behind = self._hang(text, letters, cells, fit, spare)
            if behind > fit:
                return behind
        position = fit
        while position > start:
            if letters[position - 1 : position + 1] in FREE_PAIRS:
                break
            if can_break(text, letters, position):
                break
            position -= 1
        if position == start:
            return _force(cells, start, fit)
        if letters[position] in "IiDd":
            return self._soften(text, letters, words, start, position)
        return position

    def _hang(self, text: str, letters: str, cells: str, fit: int, spare: int) -> int:
        """End of the marks that hang behind the measure, `fit` if the line cannot end there."""
        length = len(text)
        room = self._hang_cells + spare
        behind = fit
        while behind < length and text[behind] in HANGABLE:
            room -= 2 if cells[behind] == "w" else 1
            if room < 0:
                break
            behind += 1
        if behind == fit:
            return fit
        after = _skip_space(letters, behind)
        return after if after == length or can_break(text, letters, after) else fit

    def _soften(
        self, text: str, letters: str, words: WordEdges | None, start: int, position: int
    ) -> int:
        """A break a little before `position` that parts no word and no number from its unit."""
        if self._keep_units:
            number = number_start(text, letters, start, position)
            if self._may_end(text, letters, start, number, position, _UNIT_GIVE_CELLS):
                return number
        if words is not None and letters[position - 1] in "Ii":
            begin = words.begin_around(position)
            while position - words.give_cells < begin < position and not can_break(
                text, letters, begin
            ):
                begin -= 1
            parts_unit = self._keep_units and number_start(text, letters, start, begin) != begin
            if not parts_unit and self._may_end(
                text, letters, start, begin, position, words.give_cells
            ):
                return begin
        return position

    def _may_end(
        self, text: str, letters: str, start: int, end: int, position: int, give_cells: int
    ) -> bool:
        """Whether the line from `start` may end at `end` instead of `position`, so much shorter."""
        return (
            start < end < position
            and self._widths.cells(text[end:position]) <= give_cells
            and can_break(text, letters, end)
        )


def _fit(cells: str, start: int, limit: int, length: int) -> tuple[int, int]:
    """First character that does not fit on `limit` cells from `start`, and the cells before it."""
    position = start
    room = limit
    while position < length:
        if room > 1:
            end = min(length, position + (room >> 1))
            room -= 2 * (end - position) - cells.count("n", position, end)
            room += 2 * cells.count("z", position, end)
            position = end
        elif cells[position] == "z":
            position += 1
        elif room and cells[position] == "n":
            room = 0
            position += 1
        else:
            break
    return position, limit - room


def _skip_space(letters: str, position: int) -> int:
    length = len(letters)
    while position < length and letters[position] in "Ss":
        position += 1
    return position


def _force(cells: str, start: int, fit: int) -> int:
    """Start of the next line where no rule lets this one end: before the grapheme at `fit`."""
    position = max(fit, start + 1)
    while position < len(cells) and cells[position] == "z":
        position += 1
    return position


def wrap_rows(text: str, measure: int, *, widths: Widths = NARROW) -> list[str]:
    """`text` as rows of at most `measure` cells, line ends kept, white space at row ends dropped."""
    breaker = Breaker(widths, hang_cells=0)
    rows = []
    for paragraph in text.split("\n"):
        cuts = [0, *breaker.wrap(paragraph, measure), len(paragraph)]
        rows += [paragraph[start:end].rstrip() for start, end in pairwise(cuts)]
    return rows
