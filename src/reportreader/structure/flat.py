"""Flat text: a whole report on one line, its paragraphs parted by blanks.

Where a long line has blanks behind the ends of its sentences, those blanks were line breaks once.
"""

import re
from collections.abc import Iterable

from reportreader.structure.line import Unit

FLAT_LENGTH = 300
_BREAK = re.compile(r"(?<=[。!?;:”)】…])[ ]{1,40}(?=[^ ])|[ ]{3,40}(?=[^ ])")
_SURE_BREAK = re.compile(r"(?<=[。!?])[ ]{1,40}(?=[^ ])")


def split_flat(view: str, units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The units, long ones cut at the blanks that end their paragraphs."""
    pieces: list[Unit] = []
    for unit in units:
        pieces.extend(_cut(view, unit))
    return tuple(pieces)


def _cut(view: str, unit: Unit) -> list[Unit]:
    if len(unit) < FLAT_LENGTH or unit.joins:
        return [unit]
    sure = sum(1 for _ in _SURE_BREAK.finditer(view, unit.start, unit.end))
    if sure < 2:
        return [unit]
    pieces = []
    start = unit.start
    for match in _BREAK.finditer(view, unit.start, unit.end):
        if view[match.start() - 1] in "。!?" or match.end() - match.start() >= 3:
            pieces.append(Unit(start=start, end=match.start(), flat=True))
            start = match.end()
    pieces.append(Unit(start=start, end=unit.end, flat=True))
    return pieces
