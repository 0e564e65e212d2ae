"""The list of search results: a line for each report, and under it its extracts."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len

from reportreader.tui.widgets.cells import clip
from reportreader.tui.widgets.row_list import Cell, RowList


class HitRow(NamedTuple):
    """A report, or an extract of the one above it.

    `hit_ranges` are intervals of `text` in code points; `offset` is where the first hit of an
    extract stands in its report, None for a report.
    """

    report_key: int
    text: str
    hit_ranges: tuple[tuple[int, int], ...] = ()
    offset: int | None = None
    aside: str = ""
    total: str = ""


class HitList(RowList[HitRow]):
    """Reports and extracts under a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--heading", "row-list--match"}

    def cells_of(self, row: HitRow, line: int, width: int) -> Sequence[Cell]:
        """An extract with its hits marked, or a report with its count."""
        del line
        if row.offset is not None:
            return [Cell("", 4), *_marked(row, max(0, width - 5))]
        total_cells = cell_len(row.total) + 2
        aside_cells = min(cell_len(row.aside), max(0, width // 2 - total_cells))
        room = max(0, width - 2 - aside_cells - 2 - total_cells)
        return [
            Cell("", 1),
            Cell(row.text, room, "heading"),
            Cell("", 2),
            Cell(row.aside, aside_cells, "soft", right=True),
            Cell(row.total, total_cells, "soft", right=True),
        ]

    def action_next_group(self) -> None:
        """Go to the next report."""
        self.cursor = self.report_place(1)

    def action_previous_group(self) -> None:
        """Go to the report before, or to the one that the cursor is in."""
        self.cursor = self.report_place(-1)

    def report_place(self, step: int) -> int:
        """Index of the next row in direction `step` that is a report; the cursor if there is none."""
        index = self.cursor + step
        while 0 <= index < len(self.rows):
            if self.rows[index].offset is None:
                return index
            index += step
        return self.cursor


def _marked(row: HitRow, room: int) -> list[Cell]:
    """The extract cut to `room` cells, cut into what is a hit and what is not."""
    text = clip(row.text, room)
    cells = []
    position = 0
    for start, end in row.hit_ranges:
        for piece, role in ((text[position:start], ""), (text[start:end], "match")):
            if piece:
                cells.append(Cell(piece, cell_len(piece), role))
        position = min(end, len(text))
    rest = text[position:]
    return [*cells, Cell(rest, cell_len(rest))]
