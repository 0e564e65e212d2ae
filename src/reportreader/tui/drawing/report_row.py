"""A row of the list of reports: as many columns as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportreader.tui.drawing.cells import fit
from reportreader.tui.drawing.list_row import Cell
from reportreader.typography.widths import Widths

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
    (62, Column("length", 10, right=True)),
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


def report_cells(row: ReportRow, width: int, *, selected: bool = False) -> Sequence[Cell]:
    """Sign, title and the columns there is room for."""
    cells = [Cell(SELECTED_SIGN if selected else "", SIGN_CELLS, "accent")]
    for column in columns_for(width):
        if column.field != "title":
            cells.append(Cell("", GAP_CELLS, "soft"))
        role = "soft" if column.field != "title" or row.finished else ""
        cells.append(Cell(getattr(row, column.field), column.cells, role, right=column.right))
    return cells


def column_heads(names: ReportRow, width: int, widths: Widths) -> str:
    """The names of the columns over a list `width` cells wide."""
    pieces = [" " * SIGN_CELLS]
    for column in columns_for(width):
        pieces.append(" " * (GAP_CELLS if column.field != "title" else 0))
        pieces.append(fit(getattr(names, column.field), column.cells, widths, right=column.right))
    return fit("".join(pieces), width, widths)
