"""A screen whose list is narrowed by typing into a line above it."""

from textual import on
from textual.containers import Vertical
from textual.widgets import Input

from reportreader.tui.screens.app_screen import AppScreen, reports_errors
from reportreader.tui.widgets.line_input import LineInput
from reportreader.tui.widgets.row_list import RowList

FILTER_ID = "filter-line"
LIST_SIDE_ID = "list-side"


class FilteringScreen(AppScreen):
    """Mounts the line when it is asked for; a subclass says what typing does.

    Its `compose` puts the list into a `Vertical` with id `LIST_SIDE_ID`.
    """

    FILTER_PLACEHOLDER = ""
    """Message id of what the empty line says."""

    def narrow(self, text: str) -> None:
        """List what fits `text`."""
        raise NotImplementedError

    @property
    def is_filter_open(self) -> bool:
        """Whether the line is there."""
        return bool(self.query(f"#{FILTER_ID}"))

    def open_filter(self, text: str) -> None:
        """Show the line with the keys in it."""
        if not self.is_filter_open:
            placeholder = self.words(self.FILTER_PLACEHOLDER)
            field = LineInput(text, placeholder=placeholder, id=FILTER_ID)
            self.query_one(f"#{LIST_SIDE_ID}", Vertical).mount(field, before=0)
        self.query_one(f"#{FILTER_ID}").focus()

    def close_filter(self) -> None:
        """Take the line away and list everything again."""
        self.query(f"#{FILTER_ID}").remove()
        self.query_one(RowList).focus()
        self.narrow("")

    def step_back(self) -> bool:
        """Esc closes the line first."""
        if self.is_filter_open:
            self.close_filter()
            return True
        return False

    @on(Input.Changed, f"#{FILTER_ID}")
    @reports_errors
    def narrow_now(self, event: Input.Changed) -> None:
        """List what fits so far."""
        event.stop()
        self.narrow(event.value.strip())

    @on(Input.Submitted, f"#{FILTER_ID}")
    def go_to_list(self, event: Input.Submitted) -> None:
        """Go to the list; an empty line goes away."""
        event.stop()
        if not event.value.strip():
            event.input.remove()
        self.query_one(RowList).focus()
