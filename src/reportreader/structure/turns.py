"""Turns of a talk: units that open with the name of who speaks, which comes again and again."""

from collections import defaultdict
from collections.abc import Sequence

from reportreader.structure.line import Unit

_LABEL_LENGTH = 12


def find_turns(view: str, units: Sequence[Unit]) -> frozenset[int]:
    """Numbers of the units that open with the same few words and a colon as another one does."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        colon = view.find(":", unit.start, min(unit.end, unit.start + _LABEL_LENGTH + 1))
        if unit.start < colon < unit.end - 1:
            places[view[unit.start : colon]].append(number)
    return frozenset(
        number for numbers in places.values() if len(numbers) > 1 for number in numbers
    )
