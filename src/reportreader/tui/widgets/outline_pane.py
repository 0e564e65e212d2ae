"""The outline beside the page: headings by level, with how many hits and notes they hold."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events

from reportreader.tui.drawing.list_row import Cell
from reportreader.tui.drawing.outline_row import outline_cells, sign_cells
from reportreader.tui.reading.outline import OutlineRow
from reportreader.tui.widgets.row_list import RowList
from reportreader.tui.widths import measured_widths


class OutlinePane(RowList[OutlineRow]):
    """A row for each listed section; a click goes there, one on its sign folds it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--strong", "row-list--second"}

    def cells_of(self, row: OutlineRow, line: int, width: int) -> Sequence[Cell]:
        """Indent, sign, title, counts."""
        del line
        return outline_cells(row, width, measured_widths())

    def on_click(self, event: events.Click) -> None:
        """One click is enough to go to a section; on its sign it folds."""
        super().on_click(event)
        row = self.cursor_row
        if row is None or self.scroll_offset.y + event.y >= len(self.rows):
            return
        if event.chain == 1:
            kind = self.FoldRequested if event.x in sign_cells(row) else self.RowChosen
            self.post_message(kind(self, self.cursor))  # type: ignore[arg-type]

    class FoldRequested(RowList.RowChosen):
        """The reader clicked the sign of a row."""
