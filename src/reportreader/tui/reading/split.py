"""Two panes on one screen: how they lie, and how each of them stands to the other."""

from dataclasses import dataclass
from enum import StrEnum

_BESIDE_CELLS = 80
"""Width from which two panes stand side by side: 18 characters of Chinese a row."""
_STACKED_ROWS = 20
"""Height from which two panes lie one above the other: some eight rows of text each."""


class Arrangement(StrEnum):
    """How panes share a screen."""

    WHOLE = "whole"
    """There is only one."""
    BESIDE = "beside"
    STACKED = "stacked"
    IN_TURN = "in-turn"
    """The one that has the keys is shown, the other waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaneStanding:
    """How a pane stands to the other; `number` counts from 1.

    `keeps_place` is False for the pane of two on the same report that was used less recently: a
    report has one place. `is_in_turn` is True where only one of two panes is shown.
    """

    number: int = 1
    count: int = 1
    is_active: bool = True
    keeps_place: bool = True
    is_in_turn: bool = False


def arrangement(count: int, *, width: int, height: int) -> Arrangement:
    """How `count` panes share a screen of `width` × `height` cells."""
    if count < 2:
        return Arrangement.WHOLE
    if width >= _BESIDE_CELLS:
        return Arrangement.BESIDE
    return Arrangement.STACKED if height >= _STACKED_ROWS else Arrangement.IN_TURN


def pane_width(arranged: Arrangement, width: int) -> int:
    """Cells that each pane has on a screen of `width` cells, the narrower one where they differ."""
    return width // 2 if arranged is Arrangement.BESIDE else width
