"""Wrapping: the constant width at which the source has broken the whole text into lines, if it has.

Some programs count characters, others cells, of which a digit or letter takes half of one.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportreader.structure.line import Line
from reportreader.structure.patterns import Pattern
from reportreader.structure.shapes import ends_sentence

MINIMUM_WIDTH = 16
_MAXIMUM_WIDTH = 70
_NARROW = Pattern(r"[0-9A-Za-z%]")
_FULL_LINES = 3
_SLACK = 3
"""So much longer or shorter full lines may be, for the sake of marks that begin or end no line."""
_RARE = 20
_FIRST_WORD = Pattern(
    r"[“‘(《【〔「『]{0,2}(?:[0-9A-Za-z.,%‰/:-]{1,12}|——|……|[^ ])[,。、;:!?%‰”’)》】〕」』…]{0,3}"
)
"""What could not be parted at the beginning of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrap:
    """A width in Chinese characters, and how lines are measured; `support` lines are full.

    Closing marks may hang behind the width.
    """

    width: int
    measure: Callable[[str, Line], int]
    support: int

    def is_full(self, view: str, line: Line, below: Line) -> bool:
        """Whether the line ends where it does for want of room for what `below` begins with.

        Justified lines hold a little more or less: running text that breaks off near the width is
        believed, what could be a headline or the end of a paragraph only if it is plain.
        """
        room = self.width - self.measure(view, line)
        told = not ends_sentence(view, line.start, line.end) and _has_clauses(view, line)
        if room <= (_SLACK if told else 0):
            return True
        word = _FIRST_WORD.match(view, below.start, below.end)
        if word is None:
            return False
        needed = self.measure(view, Line(start=word.start(), end=word.end()))
        return needed > room

    def has_room(self, view: str, line: Line) -> bool:
        """Whether the line is shorter than any that ends for want of room."""
        return self.measure(view, line) < self.width - _SLACK


def find_wrap(view: str, lines: Sequence[Line]) -> Wrap | None:
    """How the text is broken into lines, None if it is not.

    In such a text hardly a line is longer than one width, several lines reach it, and most of
    these end inside a sentence.
    """
    found = (_find_wrap(view, lines, measure) for measure in (_count_cells, _count_characters))
    return max((wrap for wrap in found if wrap), key=lambda wrap: wrap.support, default=None)


def _find_wrap(
    view: str, lines: Sequence[Line], measure: Callable[[str, Line], int]
) -> Wrap | None:
    lengths = Counter(measure(view, line) for line in lines)
    longer = 0
    for width in sorted(lengths, reverse=True):
        if width < MINIMUM_WIDTH or longer > max(1, len(lines) // _RARE):
            return None
        full = sum(lengths.get(width - step, 0) for step in range(_SLACK))
        if width <= _MAXIMUM_WIDTH and full >= _FULL_LINES and full >= 2 * longer:
            usual = max(range(width - _SLACK + 1, width + 1), key=lambda step: lengths.get(step, 0))
            return (
                Wrap(width=usual, measure=measure, support=full)
                if _end_open(view, lines, width, measure)
                else None
            )
        longer += lengths[width]
    return None


def _has_clauses(view: str, line: Line) -> bool:
    return any(sign in view[line.start : line.end] for sign in ",。;")


def _count_characters(_view: str, line: Line) -> int:
    return line.end - line.start + line.indent


def _count_cells(view: str, line: Line) -> int:
    """Width of a line in pairs of cells."""
    length = line.end - line.start + line.indent
    if length < MINIMUM_WIDTH or length > 2 * _MAXIMUM_WIDTH:
        return length
    narrow = sum(1 for _ in _NARROW.finditer(view, line.start, line.end))
    return length - narrow // 2


def _end_open(
    view: str, lines: Sequence[Line], width: int, measure: Callable[[str, Line], int]
) -> bool:
    """Whether most lines of full width end inside a sentence."""
    full = [line for line in lines if 0 <= width - measure(view, line) < _SLACK]
    ended = sum(ends_sentence(view, line.start, line.end) for line in full)
    return ended * 2 <= len(full)
