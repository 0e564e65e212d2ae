"""The list of phrases that set two sets of reports apart, and the names of its columns."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from reportreader.tui.drawing.keyness_row import KeynessRow, keyness_cells
from reportreader.tui.drawing.list_row import row_runs
from reportreader.tui.widgets.line_styles import LineStyles
from reportreader.tui.widgets.row_list import Cell, RowList
from reportreader.tui.widths import measured_widths

__all__ = ["KeynessHeads", "KeynessList", "KeynessRow"]


class KeynessList(RowList[KeynessRow]):
    """Phrases under a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--strong", "row-list--second"}

    def cells_of(self, row: KeynessRow, line: int, width: int) -> Sequence[Cell]:
        """The one line of a row."""
        del line
        return keyness_cells(row, width, measured_widths())


class KeynessHeads(LineStyles):
    """The names of the columns, above the list."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "KeynessHeads { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._names: KeynessRow | None = None

    def show_names(self, names: KeynessRow) -> None:
        """Draw these names from now on."""
        self._names = names
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line; `y` is 0."""
        width = self.size.width
        if self._names is None or y:
            return Strip.blank(width, self.line_style())
        widths = measured_widths()
        runs = row_runs(keyness_cells(self._names, width, widths), width, widths)
        return Strip([Segment("".join(run.text for run in runs), self.line_style())], width)
