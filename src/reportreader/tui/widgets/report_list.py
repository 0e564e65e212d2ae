"""The list of reports: one row a report, as many columns as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from reportreader.tui.widgets.cells import fit
from reportreader.tui.widgets.line_styles import LineStyles
from reportreader.tui.widgets.row_list import Cell, RowList

GAP_CELLS = 2
SIGN_CELLS = 3
"""Room for the sign of a selected row in front of the title."""
SELECTED_SIGN = " + "


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report as its row shows it, every text on one line and ready to be read."""

    key: int
    title: str
    issuer: str = ""
    date: str = ""
    length: str = ""
    progress: str = ""
    notes: str = ""
    tags: str = ""
    finished: bool = False


class Column(NamedTuple):
    """A column: the field of `ReportRow` it shows, its width, and the side it keeps to."""

    field: str
    cells: int
    right: bool = False


_OPTIONAL_COLUMNS: tuple[tuple[int, Column], ...] = (
    (46, Column("date", 10)),
    (34, Column("progress", 5, right=True)),
    (62, Column("length", 9, right=True)),
    (70, Column("notes", 4, right=True)),
    (96, Column("issuer", 18)),
    (124, Column("tags", 18)),
)
"""Each column with the width of the list from which on it is shown."""
_ORDER = ("issuer", "date", "length", "progress", "notes", "tags")


def columns_for(width: int) -> tuple[Column, ...]:
    """The columns of a list `width` cells wide; the title takes what the others leave."""
    others = sorted(
        (column for least, column in _OPTIONAL_COLUMNS if width >= least),
        key=lambda column: _ORDER.index(column.field),
    )
    taken = sum(column.cells + GAP_CELLS for column in others)
    return (Column("title", max(1, width - SIGN_CELLS - taken - 1)), *others)


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
        cells = [Cell(SELECTED_SIGN if self.is_selected(row) else "", SIGN_CELLS, "accent")]
        for column in columns_for(width):
            if column.field != "title":
                cells.append(Cell("", GAP_CELLS, "soft"))
            role = "soft" if column.field != "title" or row.finished else ""
            cells.append(Cell(getattr(row, column.field), column.cells, role, right=column.right))
        return cells


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
        pieces = [" " * SIGN_CELLS]
        for column in columns_for(width) if self._names is not None and y == 0 else ():
            gap = " " * (GAP_CELLS if column.field != "title" else 0)
            pieces.append(gap)
            name = getattr(self._names, column.field)
            pieces.append(fit(name, column.cells, right=column.right))
        return Strip([Segment(fit("".join(pieces), width), self.line_style())], width)
