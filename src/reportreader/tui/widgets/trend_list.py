"""The chart of a trend: a list with a bar a row."""

from collections.abc import Sequence

from reportreader.tui.drawing.trend_row import TrendRow, trend_cells
from reportreader.tui.widgets.row_list import Cell, RowList
from reportreader.tui.widths import measured_widths

__all__ = ["TrendList", "TrendRow"]


class TrendList(RowList[TrendRow]):
    """Periods under a cursor."""

    def cells_of(self, row: TrendRow, line: int, width: int) -> Sequence[Cell]:
        """The one line of a row."""
        del line
        return trend_cells(row, width, measured_widths())
