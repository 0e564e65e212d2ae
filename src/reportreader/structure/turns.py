"""Turns of a talk: units that open with the name of who speaks, which comes again and again."""

from collections import defaultdict
from collections.abc import Sequence

from reportreader.structure.line import Unit

_LABEL_LENGTH = 8
_ASKING = ("问", "答", "Q", "A")
"""Labels of printed questions and answers, which may be headings."""


def find_turns(view: str, units: Sequence[Unit]) -> frozenset[int]:
    """Numbers of the units that open with the same few words and a colon as another one does."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        colon = view.find(":", unit.start, min(unit.end, unit.start + _LABEL_LENGTH + 1))
        if unit.start + 1 < colon < unit.end - 1:
            places[view[unit.start : colon]].append(number)
    return frozenset(
        number
        for label, numbers in places.items()
        if len(numbers) > 1 and label not in _ASKING
        for number in numbers
    )
