"""The list of keys in the help screen: headings, and one row an action."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from reportreader.tui.widgets.row_list import Cell, RowList

_KEYS_CELLS = 22
_LABEL_CELLS = 16


class HelpRow(NamedTuple):
    """An action with its keys, or a heading where there are neither keys nor help."""

    label: str
    keys: str = ""
    help: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it names a group."""
        return not self.help


class HelpList(RowList[HelpRow]):
    """Keys, name, and what the action does."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--heading"}

    def cells_of(self, row: HelpRow, line: int, width: int) -> Sequence[Cell]:
        """The columns; the help takes what the others leave."""
        del line
        if row.is_heading:
            return [Cell("", 1), Cell(row.label, width - 1, "heading")]
        narrow = width < 70
        keys = 12 if narrow else _KEYS_CELLS
        rest = max(0, width - 4 - keys - _LABEL_CELLS)
        return [
            Cell("", 3),
            Cell(row.keys, keys, "accent"),
            Cell("", 1),
            Cell(row.label, _LABEL_CELLS if rest > 20 else _LABEL_CELLS + rest),
            Cell(row.help, rest, "soft"),
        ]
