"""A list that draws only the rows in view, so that a hundred thousand cost as much as ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reportreader.notes.annotation import Colour
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.drawing.list_row import CHIP, Cell, RowState, empty_row, row_runs
from reportreader.tui.widgets.line_styles import LineStyles
from reportreader.tui.widths import measured_widths

__all__ = ["CHIP_CLASSES", "Cell", "RowList"]

Row = TypeVar("Row")
CHIP_CLASSES = frozenset(f"row-list--{CHIP}{colour.value}" for colour in Colour)
"""Component classes of the patches, for the lists that draw some."""


class RowList(LineStyles, ScrollView, Generic[Row], can_focus=True, inherit_bindings=False):
    """Rows of equal height under a cursor; a subclass says what stands in a row.

    `rows` may be any sequence, also one that fetches its items when they are asked for.
    """

    ALLOW_SELECT = False
    ROW_HEIGHT: ClassVar[int] = 1
    """Screen rows that one row of the list takes."""
    BINDINGS = bindings_for(Scope.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--cursor",
        "row-list--blurred",
        "row-list--selected",
        "row-list--soft",
        "row-list--accent",
    }

    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    @dataclass
    class CursorMoved(Message):
        """The cursor stands on another row."""

        row_list: "RowList[object]"
        index: int

        def can_replace(self, message: Message) -> bool:
            """Only the newest place matters."""
            return isinstance(message, RowList.CursorMoved)

    @dataclass
    class RowChosen(Message):
        """The reader double-clicked a row."""

        row_list: "RowList[object]"
        index: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.rows: Sequence[Row] = ()
        self.empty_text = ""
        """Said in place of rows where there are none."""

    def cells_of(self, row: Row, line: int, width: int) -> Sequence[Cell]:
        """What stands on `line` (from 0) of a row, in at most `width` cells."""
        raise NotImplementedError

    def is_selected(self, row: Row) -> bool:
        """Whether a row is marked for an action on several."""
        del row
        return False

    def show_rows(self, rows: Sequence[Row], *, cursor: int = 0) -> None:
        """Draw these rows from now on, with the cursor on row `cursor` where there is one."""
        self.rows = rows
        self.virtual_size = Size(0, len(rows) * self.ROW_HEIGHT)
        self.set_reactive(RowList.cursor, self._clamped(cursor))
        self.show_cursor()
        self.refresh()

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def render_line(self, y: int) -> Strip:
        """Line `y` of what is in view."""
        width = self.scrollable_content_region.width
        if not self.rows:
            return self.strip_of([empty_row(self.empty_text, y, width, measured_widths())], width)
        index, line = divmod(self.scroll_offset.y + y, self.ROW_HEIGHT)
        if index >= len(self.rows):
            return Strip.blank(width, self.line_style())
        return self._row_strip(index, line, width)

    def validate_cursor(self, cursor: int) -> int:
        """The nearest row there is."""
        return self._clamped(cursor)

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows and tell the screen."""
        height = self.ROW_HEIGHT
        self.refresh_lines(old * height, height)
        self.refresh_lines(new * height, height)
        self.show_cursor()
        self.post_message(self.CursorMoved(self, new))  # type: ignore[arg-type]

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.show_cursor()

    def on_focus(self) -> None:
        """Draw the cursor as the one that keys move."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the cursor as one at rest."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row under the pointer; a double click chooses it."""
        index = (self.scroll_offset.y + event.y) // self.ROW_HEIGHT
        if index < len(self.rows):
            self.cursor = index
            if event.chain >= 2:
                self.post_message(self.RowChosen(self, index))  # type: ignore[arg-type]

    def action_row_down(self) -> None:
        """Move the cursor a row down."""
        self.cursor += 1

    def action_row_up(self) -> None:
        """Move the cursor a row up."""
        self.cursor -= 1

    def action_list_page_down(self) -> None:
        """Move the cursor down by what is in view."""
        self.cursor += self._rows_in_view()

    def action_list_page_up(self) -> None:
        """Move the cursor up by what is in view."""
        self.cursor -= self._rows_in_view()

    def action_half_page_down(self) -> None:
        """Move the cursor down by half of what is in view."""
        self.cursor += max(1, self._rows_in_view() // 2)

    def action_half_page_up(self) -> None:
        """Move the cursor up by half of what is in view."""
        self.cursor -= max(1, self._rows_in_view() // 2)

    def action_first_row(self) -> None:
        """Move the cursor to the first row."""
        self.cursor = 0

    def action_last_row(self) -> None:
        """Move the cursor to the last row."""
        self.cursor = len(self.rows) - 1

    def _rows_in_view(self) -> int:
        return max(1, self.size.height // self.ROW_HEIGHT)

    def _clamped(self, cursor: int) -> int:
        return max(0, min(cursor, len(self.rows) - 1))

    def show_cursor(self) -> None:
        """Scroll as little as brings the cursor into view."""
        top = self.cursor * self.ROW_HEIGHT
        bottom = top + self.ROW_HEIGHT - self.size.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif self.size.height and bottom > self.scroll_offset.y:
            self.scroll_to(y=bottom, animate=False, immediate=True)

    def _row_strip(self, index: int, line: int, width: int) -> Strip:
        row = self.rows[index]
        cells = self.cells_of(row, line, width)
        runs = row_runs(cells, width, measured_widths(), self._row_state(index, row))
        return self.strip_of(runs, width).simplify()

    def _row_state(self, index: int, row: Row) -> RowState | None:
        if index == self.cursor:
            # What cannot have the focus is moved by keys of the field above it.
            gets_keys = self.has_focus or not self.can_focus
            return RowState.CURSOR if gets_keys else RowState.BLURRED
        return RowState.SELECTED if self.is_selected(row) else None

    def run_style(self, keys: tuple[str, ...]) -> Style:
        """Style of a role; under a state only bold and the like remain of it."""
        if len(keys) < 2:
            return super().run_style(keys)
        role, state = keys
        return self.line_style(role).without_color + self.line_style(state)
