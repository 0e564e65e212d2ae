"""The list of concordance lines."""

from collections.abc import Sequence
from typing import ClassVar

from reportreader.tui.drawing.kwic_row import KwicRow, kwic_cells
from reportreader.tui.widgets.row_list import Cell, RowList
from reportreader.tui.widths import measured_widths

__all__ = ["ConcordanceList", "KwicRow"]


class ConcordanceList(RowList[KwicRow]):
    """Lines under a cursor, the keyword at one cell in all of them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--match"}

    def cells_of(self, row: KwicRow, line: int, width: int) -> Sequence[Cell]:
        """The one line of a row."""
        del line
        return kwic_cells(row, width, measured_widths())
