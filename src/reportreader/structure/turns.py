"""Turns of a talk: units that open with the name of who speaks, which comes again and again."""

from collections import defaultdict
from collections.abc import Sequence

from reportreader.structure.line import Unit
from reportreader.structure.names import looks_like_name

_LABEL_LENGTH = 12
_TURNS = 2
_ASKERS = frozenset(("记者", "本报记者", "本刊记者", "问", "主持人", "笔者", "采访者", "编者"))


def find_interviewee(view: str, units: Sequence[Unit]) -> tuple[int, int] | None:
    """The name of the person who is asked in a talk: said in front of it, and with turns of its own."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for unit in units:
        colon = view.find(":", unit.start, min(unit.end, unit.start + _LABEL_LENGTH + 1))
        if unit.start < colon < unit.end - 1:
            places[view[unit.start : colon].replace(" ", "")].append((unit.start, colon))
    asked = any(len(turns) >= _TURNS for name, turns in places.items() if name in _ASKERS)
    named = [
        turns[0]
        for name, turns in places.items()
        if len(turns) >= _TURNS and looks_like_name(name) and name not in _ASKERS
    ]
    if not asked or len(named) != 1:
        return None
    start, end = named[0]
    return (start, end) if view.find(view[start:end], 0, start) >= 0 else None


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
