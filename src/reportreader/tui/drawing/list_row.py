"""A row of a list: its cells side by side."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from reportreader.tui.drawing.cells import fit
from reportreader.tui.drawing.text_run import TextRun
from reportreader.typography.widths import Widths

CHIP = "chip-"
"""Roles that begin with this are patches of colour."""
ROLE_PREFIX = "row-list--"
SOFT_CLASS = f"{ROLE_PREFIX}soft"


class RowState(StrEnum):
    """What a row is besides its text; its style is that of a role."""

    CURSOR = "cursor"
    BLURRED = "blurred"
    """Under the cursor of a list that keys do not go to."""
    SELECTED = "selected"


class Cell(NamedTuple):
    """Part of a row: a text fitted to `cells` cells, in a role (a component class)."""

    text: str
    cells: int
    role: str = ""
    right: bool = False


def row_runs(
    cells: Iterable[Cell], width: int, widths: Widths, state: RowState | None = None
) -> list[TextRun]:
    """The row, `width` cells; of several keys the last is the state, which takes the colours.

    On the cursor and on selected rows only bold and the like remain of a role; patches of colour
    stay what they are.
    """
    runs = []
    left = width
    for cell in cells:
        room = min(cell.cells, left)
        left -= room
        text = fit(cell.text, room, widths, right=cell.right)
        runs.append(TextRun(text, _keys(cell.role, state)))
    runs.append(TextRun(" " * left, _keys("", state)))
    return [run for run in runs if run.text]


def empty_row(text: str, y: int, width: int, widths: Widths) -> TextRun:
    """Row `y` of a list without rows, which says so."""
    return TextRun(fit(f" {text}", width, widths) if y == 1 else " " * width, (SOFT_CLASS,))


def _keys(role: str, state: RowState | None) -> tuple[str, ...]:
    key = f"{ROLE_PREFIX}{role}" if role else ""
    if state is None or role.startswith(CHIP):
        return (key,) if key else ()
    return (key, f"{ROLE_PREFIX}{state.value}")
