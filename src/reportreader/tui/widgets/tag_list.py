"""The tree of tags: colour, name, description, and how many passages and reports bear each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len

from reportreader.tui.widgets.row_list import CHIP_CLASSES, Cell
from reportreader.tui.widgets.selectable_list import SelectableList

COUNT_CELLS = 7
"""Width of a column of counts."""
NARROW_CELLS = 56
"""Below this width of the list there is no room for descriptions."""
_SELECTED = " + "
_FOLDED, _OPEN, _LEAF = "+ ", "- ", "  "
_INDENT = 2
_DEEPEST = 6
"""Levels that are indented; deeper ones stand where the sixth does."""
_CHIP_CELLS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRow:
    """A tag as it is shown, every text on one line; `colour` is empty or the value of a `Colour`."""

    key: str
    label: str
    depth: int
    sign: str = ""
    colour: str = ""
    description: str = ""
    passages: str = ""
    reports: str = ""
    has_children: bool = False
    is_folded: bool = False


class TagList(SelectableList[TagRow, str]):
    """Tags under a cursor, some of them selected."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--heading", *CHIP_CLASSES}

    def cells_of(self, row: TagRow, line: int, width: int) -> Sequence[Cell]:
        """Indent and sign, colour, name, description, counts."""
        del line
        mark = _SELECTED if self.is_selected(row) else ""
        indent = min(row.depth, _DEEPEST) * _INDENT
        sign = _LEAF if not row.has_children else _FOLDED if row.is_folded else _OPEN
        chip = Cell(row.sign, _CHIP_CELLS, f"chip-{row.colour}" if row.colour else "")
        start = 3 + indent + len(sign) + _CHIP_CELLS + 1
        room = max(0, width - start - 2 * COUNT_CELLS - 1)
        said = row.description if width >= NARROW_CELLS else ""
        name_cells = min(cell_len(row.label), room) if said else room
        gap = 2 if said else 0
        return [
            Cell(mark, 3, "accent"),
            Cell("", indent),
            Cell(sign, len(sign), "soft"),
            chip,
            Cell("", 1),
            Cell(row.label, name_cells),
            Cell("", gap),
            Cell(said, max(0, room - name_cells - gap), "soft"),
            Cell(row.passages, COUNT_CELLS, "accent", right=True),
            Cell(row.reports, COUNT_CELLS, "soft", right=True),
        ]
