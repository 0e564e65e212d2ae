"""The list of reports: one row a report, as many columns as there is room for."""

from collections.abc import Sequence

from reportreader.tui.drawing.list_row import Cell
from reportreader.tui.drawing.report_row import ReportRow, report_cells
from reportreader.tui.widgets.selectable_list import SelectableList


class ReportList(SelectableList[ReportRow, int]):
    """Reports under a cursor, some of them selected."""

    def cells_of(self, row: ReportRow, line: int, width: int) -> Sequence[Cell]:
        """Sign, title and the columns there is room for."""
        del line
        return report_cells(row, width, selected=self.is_selected(row))
