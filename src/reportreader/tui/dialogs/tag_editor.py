"""Describes a tag: what it is given to, and what not."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import TextArea

from reportreader.tui.dialogs.dialog import Dialog


class TagEditor(Dialog[str]):
    """A text of several lines; `^s` gives it back."""

    def __init__(self, title: str, description: str) -> None:
        super().__init__(title)
        self._description = description

    def body(self) -> Iterable[Widget]:
        """The text."""
        yield TextArea(
            self._description,
            compact=True,
            highlight_cursor_line=False,
            placeholder=Content(self.words("tags.describe_placeholder")),
            id="note-body",
        )

    def on_mount(self) -> None:
        """Put the caret behind the text."""
        area = self.query_one(TextArea)
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        area.focus()

    def action_accept_dialog(self) -> None:
        """Give the text back."""
        self.dismiss(self.query_one(TextArea).text.strip())
