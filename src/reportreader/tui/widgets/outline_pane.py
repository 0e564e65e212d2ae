"""The outline beside the page: headings by level, with how many hits and notes they hold."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events

from reportreader.tui.reading.outline import OutlineRow
from reportreader.tui.widgets.cells import clip
from reportreader.tui.widgets.row_list import Cell, RowList

_INDENT = 2
_FOLDED, _OPEN, _LEAF = "+ ", "- ", "  "
_DEEPEST = 5
"""Levels that are indented; deeper ones stand where the fifth does."""


class OutlinePane(RowList[OutlineRow]):
    """A row for each listed section; a click goes there, one on its sign folds it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--strong", "row-list--second"}

    def cells_of(self, row: OutlineRow, line: int, width: int) -> Sequence[Cell]:
        """Indent, sign, title, counts."""
        del line
        counts = self._counts(row)
        indent = 1 + min(row.depth, _DEEPEST) * _INDENT
        sign = _LEAF if not row.has_children else _FOLDED if row.folded else _OPEN
        room = max(0, width - indent - len(sign) - sum(cell.cells for cell in counts) - 1)
        role = "strong" if row.has_children else ""
        return (
            Cell(" " * indent, indent),
            Cell(sign, len(sign), "soft"),
            Cell(clip(row.title, room), room, role),
            *counts,
        )

    def sign_cells(self, row: OutlineRow) -> range:
        """The cells of a row on which a click folds it."""
        start = min(row.depth, _DEEPEST) * _INDENT
        return range(start, start + 3) if row.has_children else range(0)

    def on_click(self, event: events.Click) -> None:
        """One click is enough to go to a section; on its sign it folds."""
        super().on_click(event)
        row = self.cursor_row
        if row is None or self.scroll_offset.y + event.y >= len(self.rows):
            return
        if event.chain == 1:
            kind = self.FoldRequested if event.x in self.sign_cells(row) else self.RowChosen
            self.post_message(kind(self, self.cursor))  # type: ignore[arg-type]

    class FoldRequested(RowList.RowChosen):
        """The reader clicked the sign of a row."""

    def _counts(self, row: OutlineRow) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        if row.hits:
            text = f" {row.hits}"
            cells.append(Cell(text, len(text), "accent"))
        if row.notes:
            text = f" {row.notes}"
            cells.append(Cell(text, len(text), "second"))
        return tuple(cells)
