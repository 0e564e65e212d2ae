"""A list of things to choose from: a label, and a hint at the right."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from reportreader.tui.widgets.row_list import Cell, RowList

_HINT_CELLS = 24


class OptionRow(NamedTuple):
    """An option as its row shows it; `number` is its place among all options."""

    number: int
    label: str
    hint: str = ""


class OptionRows(RowList[OptionRow]):
    """Options under a cursor; a hint has what the label leaves, but room for a date and a size."""

    def cells_of(self, row: OptionRow, line: int, width: int) -> Sequence[Cell]:
        """Label at the left, hint at the right."""
        del line
        left = max(width - 3 - cell_len(row.label), min(_HINT_CELLS, width // 2))
        hint_cells = max(0, min(cell_len(row.hint), left))
        label_cells = max(0, width - 2 - hint_cells - (1 if hint_cells else 0))
        cells = [Cell("", 1), Cell(row.label, label_cells)]
        if hint_cells:
            cells += [Cell("", 1), Cell(row.hint, hint_cells, "accent", right=True)]
        return cells
