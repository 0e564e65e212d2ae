"""The list of annotations: passage, note and where it stands, three lines each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len

from reportreader.tui.widgets.row_list import CHIP_CLASSES, Cell
from reportreader.tui.widgets.selectable_list import SelectableList

_CHIP_CELLS = 4
_SIGN = " + "


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """An annotation as it is shown, every text on one line.

    `sign` names its colour or kind in one character, `colour` is the value of a `Colour`, `state`
    is empty unless the passage has changed or is lost.
    """

    key: str
    sign: str
    colour: str
    quote: str
    body: str = ""
    tags: str = ""
    source: str = ""
    state: str = ""


class NoteList(SelectableList[NoteRow, str]):
    """Annotations under a cursor, some of them selected."""

    ROW_HEIGHT = 3
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--second",
        "row-list--match",
        *CHIP_CLASSES,
    }

    def cells_of(self, row: NoteRow, line: int, width: int) -> Sequence[Cell]:
        """Passage and state; note and tags; source. Without a note the tags come last."""
        mark = _SIGN if self.is_selected(row) and line == 0 else ""
        margin = [Cell(mark, 3, "accent"), *_chip(row, line), Cell("", 2)]
        room = max(0, width - 3 - _CHIP_CELLS - 2 - 1)
        lines = [(row.quote, "", row.state, "match")]
        if row.body:
            lines.append((row.body, "second", row.tags, "accent"))
        lines.append((row.source, "soft", "", ""))
        if not row.body and row.tags:
            lines.append((row.tags, "accent", "", ""))
        if line >= len(lines):
            return margin[:1]
        text, role, aside, aside_role = lines[line]
        aside_cells = min(cell_len(aside), room // 2)
        gap = 2 if aside_cells else 0
        return [
            *margin,
            Cell(text, room - aside_cells - gap, role),
            Cell("", gap),
            Cell(aside, aside_cells, aside_role, right=True),
        ]


def _chip(row: NoteRow, line: int) -> list[Cell]:
    """The colour with its sign on the first line, room below it."""
    if line > 0:
        return [Cell("", _CHIP_CELLS)]
    return [Cell(f" {row.sign} ", _CHIP_CELLS, f"chip-{row.colour}")]
