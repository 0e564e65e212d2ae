"""The list of reports: one row a report, as many columns as there is room for."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from reportreader.tui.drawing.list_row import Cell
from reportreader.tui.drawing.report_row import ReportRow, column_heads, report_cells
from reportreader.tui.widgets.line_styles import LineStyles
from reportreader.tui.widgets.row_list import RowList
from reportreader.tui.widths import measured_widths


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


class ReportColumns(LineStyles):
    """The names of the columns, above the list."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "ReportColumns { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._names: ReportRow | None = None

    def show_names(self, names: ReportRow) -> None:
        """Draw these names from now on."""
        self._names = names
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line; `y` is 0."""
        width = self.size.width
        if self._names is None or y:
            return Strip.blank(width, self.line_style())
        heads = column_heads(self._names, width, measured_widths())
        return Strip([Segment(heads, self.line_style())], width)
