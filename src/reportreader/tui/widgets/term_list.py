"""The list of term groups: colour, name, whether it is on, and its terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len

from reportreader.tui.widgets.row_list import CHIP_CLASSES, Cell, RowList

_NAME_CELLS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """A group as it is shown, every text on one line; `sign` names the colour."""

    name: str
    sign: str
    colour: str
    terms: str
    state: str
    is_on: bool


class TermList(RowList[TermRow]):
    """Term groups under a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*CHIP_CLASSES}

    def cells_of(self, row: TermRow, line: int, width: int) -> Sequence[Cell]:
        """Colour, name, terms, state."""
        del line
        state_cells = cell_len(row.state)
        role = "" if row.is_on else "soft"
        rest = max(0, width - 7 - _NAME_CELLS - 2 - state_cells - 3)
        return [
            Cell("", 1),
            Cell(f" {row.sign} ", 4, f"chip-{row.colour}"),
            Cell("", 2),
            Cell(row.name, _NAME_CELLS, role),
            Cell("", 2),
            Cell(row.terms, rest, "soft"),
            Cell("", 2),
            Cell(row.state, state_cells, "accent" if row.is_on else "soft", right=True),
        ]
