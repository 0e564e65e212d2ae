"""Flat text: a whole report on one line, its paragraphs parted by blanks.

Where a long line has blanks behind the ends of its sentences, those blanks were line breaks once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportreader.structure.credits import opens_with_credit
from reportreader.structure.flatheads import cut_flat_matter
from reportreader.structure.line import Unit
from reportreader.structure.marks import parse_mark
from reportreader.structure.patterns import Pattern
from reportreader.structure.phraseends import find_phrase_end
from reportreader.structure.shapes import is_body, past_blanks
from reportreader.structure.slogans import reads_as_slogan

FLAT_LENGTH = 150
_LONE_LENGTH = 60
"""A text that is one line of this length is flat: the opening of a page."""
_WORD = 24
_PHRASE = 40
_HALF = 4
_PAIR = 2
_NAME_LENGTH = 2
_BREAK = Pattern(r"(?<=[。!?;:”)】…])[ ]{1,40}(?=[^ ])|[ ]{3,40}(?=[^ ])")
_SURE_BREAK = Pattern(r"(?<=[。!?])[ ]{1,40}(?=[^ ])")


def split_flat(view: str, units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The units, long ones cut at the blanks that end their paragraphs."""
    units = tuple(units)
    half = sum(len(unit) for unit in units) / 2
    pieces: list[Unit] = []
    alone = len(units) == 1 and len(units[0]) >= _LONE_LENGTH
    for whole in units:
        if whole.joins or (len(whole) < FLAT_LENGTH and not alone):
            is_flat = len(whole) >= max(FLAT_LENGTH * 2, half)
            pieces.append(replace(whole, flat=True) if is_flat else whole)
            continue
        for unit in cut_flat_matter(view, whole):
            cut = _cut(view, unit)
            if len(cut) == 1 and (alone or len(unit) >= max(FLAT_LENGTH * 2, half)):
                cut = [replace(unit, flat=True)]
            pieces.extend(cut)
    return tuple(pieces)


def _cut(view: str, unit: Unit) -> list[Unit]:
    if len(unit) < FLAT_LENGTH or unit.joins:
        return [unit]
    sure = sum(1 for _ in _SURE_BREAK.finditer(view, unit.start, unit.end))
    if sure < 2:
        return [unit]
    pieces: list[Unit] = []
    start = unit.start
    for match in _BREAK.finditer(view, unit.start, unit.end):
        if view[match.start() - 1] in "。!?" or match.end() - match.start() >= 3:
            pieces.extend(_part_heading(view, start, match.start()))
            start = match.end()
    pieces.extend(_part_heading(view, start, unit.end))
    return pieces


def _part_heading(view: str, start: int, end: int) -> Iterator[Unit]:
    """A paragraph, and in front of it the numbered heading that a blank parts from it."""
    mark = parse_mark(view, start)
    if mark and mark.end < end:
        stop, closing = find_phrase_end(view, mark.end, end)
        parted = not closing and stop < end and view[stop] == " "
        if parted and reads_as_slogan(view, mark.end, stop) and is_body(view, stop + 1, end):
            yield Unit(start=start, end=stop, flat=True)
            start = past_blanks(view, stop, end)
    yield Unit(start=start, end=end, flat=True)


def find_opening_words(view: str, unit: Unit) -> int:
    """End of the short words without punctuation that open a flat paragraph, its start if none."""
    position = unit.start
    last = unit.start
    while True:
        blank = view.find(" ", position, min(unit.end, position + _WORD + 1))
        if blank < 0:
            break
        word = view[position:blank]
        if not _is_heading_word(word) or opens_with_credit(view, position, blank):
            break
        last = blank
        position = past_blanks(view, blank + 1, unit.end)
        if last - unit.start > _PHRASE:
            return unit.start
    if last - unit.start < 4 or not is_body(view, position, unit.end):
        return unit.start
    return last if reads_as_slogan(view, unit.start, last) else unit.start


def _is_heading_word(word: str) -> bool:
    """Words of a heading hold no sentence; two halves around one comma or colon they may."""
    if not word or any(sign in word for sign in "。;!?()"):
        return False
    named = word.split(":")
    if len(named) == _PAIR and min(map(len, named)) >= _NAME_LENGTH:
        return "," not in named[0]
    halves = word.replace(":", ",").split(",")
    return len(halves) == 1 or (len(halves) == _PAIR and min(map(len, halves)) >= _HALF)
