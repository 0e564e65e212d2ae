"""A text field of one line, with completion on Tab."""

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region
from textual.suggester import Suggester
from textual.widgets import Input

from reportreader.tui.actions import Scope, bindings_for


class LineInput(Input):
    """Textual's text field without frame and blinking; the terminal's cursor follows its caret.

    Tab takes the completion where there is one and goes on to the next field otherwise.
    """

    BINDINGS = bindings_for(Scope.FIELD)

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        suggester: Suggester | None = None,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(
            value,
            placeholder,
            suggester=suggester,
            select_on_focus=False,
            compact=True,
            id=id,
        )
        self.cursor_blink = False

    @property
    def cursor_screen_offset(self) -> Offset:
        """Cell of the caret on the screen, where input methods open their window.

        Textual's own stands one cell too far right behind the last character.
        """
        x, y, _, _ = self.content_region
        return Offset(x + self._caret_cell - int(self.scroll_x), y)

    @property
    def _caret_cell(self) -> int:
        """Cells in front of the caret."""
        return cell_len(self.value[: self.cursor_position])

    def on_key(self, event: events.Key) -> None:
        """Leave keys with Alt to the screen: Textual's field would take the letter for typed."""
        if event.key.startswith("alt+"):
            event.prevent_default()

    def on_resize(self) -> None:
        """Show the caret; Textual leaves a first value that is too long at its beginning."""
        self.scroll_to_region(Region(self._caret_cell, 0, 1, 1), force=True, animate=False)

    def action_complete_field(self) -> None:
        """Take the completion, or go on to the next field."""
        if self._suggestion and len(self._suggestion) > len(self.value):
            self.value = self._suggestion
            self.cursor_position = len(self.value)
        else:
            self.screen.focus_next()
