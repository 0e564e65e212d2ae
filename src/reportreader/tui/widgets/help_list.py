"""The list of keys in the help screen: headings, and as many rows an action as its words take."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar, NamedTuple

from reportreader.tui.widgets.row_list import Cell, RowList
from reportreader.tui.widths import measured_widths
from reportreader.typography.breaking import wrap_rows
from reportreader.typography.widths import Widths

_KEYS_CELLS, _NARROW_KEYS_CELLS = 22, 12
_LABEL_CELLS = 16
_WIDE_FROM_CELLS = 90
_MARGIN_CELLS = 3
_USUAL_CELLS = 79
"""Width taken as long as Textual has not told the real one, so that the first frame has rows."""
_LEAST_HELP_CELLS = 24
"""Where less is left beside keys and name, the help stands below them."""


class HelpRow(NamedTuple):
    """An action with its keys, or a heading where there are neither keys nor help."""

    label: str
    keys: str = ""
    help: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it names a group."""
        return not self.help


class HelpLine(NamedTuple):
    """What stands on one row of the screen: pieces of the columns, or of a heading."""

    keys: str = ""
    label: str = ""
    help: str = ""
    heading: str = ""


class HelpList(RowList[HelpLine]):
    """Keys, name, and what the action does."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--heading"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._actions: tuple[HelpRow, ...] = ()

    def show_actions(self, actions: Sequence[HelpRow]) -> None:
        """List these from now on."""
        self._actions = tuple(actions)
        self._fill()

    def on_resize(self) -> None:
        """Set the words for the new width."""
        self._fill(cursor=self.cursor)

    def cells_of(self, row: HelpLine, line: int, width: int) -> Sequence[Cell]:
        """The columns, or one of them where there is no room for more."""
        del line
        if row.heading:
            return [Cell("", 1), Cell(row.heading, width - 1, "heading")]
        keys, label, rest = _columns(width)
        if rest < _LEAST_HELP_CELLS and row.help:
            return [Cell("", _MARGIN_CELLS), Cell(row.help, width - _MARGIN_CELLS, "soft")]
        return [
            Cell("", _MARGIN_CELLS),
            Cell(row.keys, keys, "accent"),
            Cell("", 1),
            Cell(row.label, label),
            Cell(row.help, rest, "soft"),
        ]

    def _fill(self, *, cursor: int = 0) -> None:
        width = self.scrollable_content_region.width or _USUAL_CELLS
        self.show_rows([*help_lines(self._actions, width, measured_widths())], cursor=cursor)


def help_lines(actions: Sequence[HelpRow], width: int, widths: Widths) -> Iterator[HelpLine]:
    """The rows of the screen for `actions`, set in `width` cells without cutting a word off."""
    keys_cells, label_cells, rest = _columns(width)
    below = rest < _LEAST_HELP_CELLS
    help_cells = width - _MARGIN_CELLS - 1 if below else rest
    for action in actions:
        if action.is_heading:
            yield HelpLine(heading=action.label)
            continue
        keys = wrap_rows(action.keys, keys_cells, widths=widths)
        label = wrap_rows(action.label, label_cells - 1, widths=widths)
        words = wrap_rows(action.help, max(1, help_cells - 1), widths=widths)
        beside: list[str] = [] if below else words
        for key, name, said in zip_longest(keys, label, beside, fillvalue=""):
            yield HelpLine(key.strip(), name.strip(), said.strip())
        if below:
            yield from (HelpLine(help=said.strip()) for said in words)


def _columns(width: int) -> tuple[int, int, int]:
    """Cells of the keys, of the name, and what they leave to the help."""
    keys = _KEYS_CELLS if width >= _WIDE_FROM_CELLS else _NARROW_KEYS_CELLS
    return keys, _LABEL_CELLS, max(0, width - _MARGIN_CELLS - keys - 1 - _LABEL_CELLS)
