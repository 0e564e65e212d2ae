"""The panel at the right: a head that names what it shows, and the list below it."""

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical

from reportreader.tui.reading.state import SidePanel
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.panel_lists import FigureRows, HitRows, KeywordRows, NoteRows
from reportreader.tui.widgets.row_list import RowList

PANEL_LISTS: dict[SidePanel, type[RowList[Any]]] = {
    SidePanel.NOTES: NoteRows,
    SidePanel.KEYWORDS: KeywordRows,
    SidePanel.FIGURES: FigureRows,
    SidePanel.HITS: HitRows,
}
"""The panels there are, each with its list."""


class SidePane(Vertical):
    """One of the panels."""

    def __init__(self, kind: SidePanel, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.kind = kind
        self._head = Bar(classes="pane-head")
        self._list = PANEL_LISTS[kind]()

    def compose(self) -> ComposeResult:
        """Head and list."""
        yield self._head
        yield self._list

    @property
    def row_list(self) -> RowList[Any]:
        """The list, for focus and cursor."""
        return self._list

    def show_head(self, parts: Sequence[Part], right: Sequence[Part] = ()) -> None:
        """Name what is shown."""
        self._head.show_parts(parts, right)

    def show_rows(self, rows: Sequence[Any], *, cursor: int = 0, empty: str = "") -> None:
        """Draw these rows; `empty` is said where there are none."""
        self._list.empty_text = empty
        self._list.show_rows(rows, cursor=cursor)
