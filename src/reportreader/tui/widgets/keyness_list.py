"""The list of phrases that set two sets of reports apart."""

from collections.abc import Sequence
from typing import ClassVar

from reportreader.tui.drawing.keyness_row import KeynessRow, keyness_cells
from reportreader.tui.widgets.row_list import Cell, RowList
from reportreader.tui.widths import measured_widths

__all__ = ["KeynessList", "KeynessRow"]


class KeynessList(RowList[KeynessRow]):
    """Phrases under a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--strong", "row-list--second"}

    def cells_of(self, row: KeynessRow, line: int, width: int) -> Sequence[Cell]:
        """The one line of a row."""
        del line
        return keyness_cells(row, width, measured_widths())
