"""The list of reports: one row a report, as many columns as there is room for."""

from collections.abc import Sequence

from reportreader.tui.drawing.list_row import Cell
from reportreader.tui.drawing.report_row import ReportRow, report_cells
from reportreader.tui.widgets.row_list import RowList


class ReportList(RowList[ReportRow]):
    """Reports under a cursor, some of them selected."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.selected: frozenset[int] = frozenset()
        """Keys of the selected rows."""

    def is_selected(self, row: ReportRow) -> bool:
        """Whether the report is selected."""
        return row.key in self.selected

    def select(self, keys: frozenset[int]) -> None:
        """Select exactly these."""
        self.selected = keys
        self.refresh()

    def cells_of(self, row: ReportRow, line: int, width: int) -> Sequence[Cell]:
        """Sign, title and the columns there is room for."""
        del line
        return report_cells(row, width, selected=self.is_selected(row))
