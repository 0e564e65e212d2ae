"""Graphemes: characters that share one place on the screen and are never parted.

The rules are those by which rich measures (a joiner takes the next character with it, marks of no
width belong to the character in front), and two regional indicators make one flag. What Unicode
calls spacing marks have no width in rich's table, so the extended clusters of UAX 29 that a
terminal can show at all come out whole.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reportreader.typography.widths import EMOJI_SELECTOR, NARROW, ZERO_WIDTH_JOINER, Widths

_LOOK_BACK = 512
"""Code points searched for the begin of a grapheme; more marks on one character are not writing."""


class Grapheme(NamedTuple):
    """`text[start:end]`, painted on `cells` cells."""

    start: int
    end: int
    cells: int


def iter_graphemes(text: str, widths: Widths = NARROW) -> Iterator[Grapheme]:
    """The graphemes of `text` in order; they cover it, and their cells sum to those of the text."""
    start = 0
    cells = 0
    last = ""
    flag_open = False
    position = 0
    while position < len(text):
        character = text[position]
        step = 1
        own = 0
        if character == ZERO_WIDTH_JOINER:
            step = 2
        elif character == EMOJI_SELECTOR:
            cells += last in widths.narrow_to_wide
            last = ""
        else:
            own = widths.of(character)
        if own:
            indicator = is_regional_indicator(character)
            if not (flag_open and indicator):
                if position > start:
                    yield Grapheme(start, position, cells)
                start, cells = position, 0
            flag_open = indicator and not flag_open
            cells += own
            last = character
        else:
            flag_open = False
        position += step
    if start < len(text):
        yield Grapheme(start, len(text), cells)


def is_regional_indicator(character: str) -> bool:
    """Whether `character` is one of the letters that make flags in pairs."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def grapheme_span(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the grapheme that holds `offset`; both are the length at the end of `text`.

    Costs the length of the grapheme, not of the text.
    """
    length = len(text)
    if offset >= length:
        return length, length
    start = offset
    while start > max(0, offset - _LOOK_BACK) and not _surely_starts(text, start):
        start -= 1
    end = offset + 1
    while end < min(length, offset + _LOOK_BACK) and not _surely_starts(text, end):
        end += 1
    for grapheme in iter_graphemes(text[start:end]):
        if start + grapheme.end > offset:
            return start + grapheme.start, start + grapheme.end
    return offset, offset + 1


def _surely_starts(text: str, offset: int) -> bool:
    """Whether a grapheme starts here whatever else stands around."""
    character = text[offset]
    return (
        bool(NARROW.of(character))
        and not is_regional_indicator(character)
        and (offset == 0 or text[offset - 1] != ZERO_WIDTH_JOINER)
    )


def clip_cells(text: str, room: int, widths: Widths = NARROW, *, ellipsis: str = "…") -> str:
    """`text` if it fits on `room` cells, else as much of it as fits with `ellipsis` behind."""
    if widths.cells(text) <= room:
        return text
    sign = ellipsis if widths.cells(ellipsis) <= room else ""
    room -= widths.cells(sign)
    end = 0
    for grapheme in iter_graphemes(text, widths):
        if grapheme.cells > room:
            break
        room -= grapheme.cells
        end = grapheme.end
    return text[:end] + sign


def last_cells(text: str, room: int, widths: Widths = NARROW) -> str:
    """`text` if it fits on `room` cells, else as much of its end as fits."""
    cells = widths.cells(text)
    if cells <= room:
        return text
    for grapheme in iter_graphemes(text, widths):
        cells -= grapheme.cells
        if cells <= room:
            return text[grapheme.end :]
    return ""
