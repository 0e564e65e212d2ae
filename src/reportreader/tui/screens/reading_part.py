"""What every part of a reading pane can ask of the app and of the screen around it."""

from typing import TYPE_CHECKING, cast

from textual.containers import Horizontal
from textual.widget import Widget

from reportreader.settings.messages import Messages
from reportreader.tui.screens.app_screen import AppScreen

if TYPE_CHECKING:
    from reportreader.tui.reader_app import ReportReaderApp


LINED_CLASS = "-lined"
"""A pane that has a field below its text."""


class ReadingPart(Horizontal):
    """A region of the reading screen that holds one report."""

    @property
    def reader_app(self) -> "ReportReaderApp":
        """The app, as what it is."""
        return cast("ReportReaderApp", self.app)

    @property
    def around(self) -> AppScreen:
        """The screen that this stands on; not to be asked for once this has been removed."""
        return cast("AppScreen", self.screen)

    @property
    def focused(self) -> Widget | None:
        """What has the keys, here or elsewhere on the screen."""
        return self.around.focused

    @property
    def messages(self) -> Messages:
        """The catalogue of the reader's language."""
        return self.reader_app.messages

    def words(self, message_id: str, **values: object) -> str:
        """A sentence in the reader's language."""
        return self.messages.text(message_id, **values)

    def open_field(self, field: Widget) -> None:
        """Put a text field below the text."""
        self.mount(field)
        self.add_class(LINED_CLASS)

    def close_field(self, field_id: str) -> bool:
        """Take it away again; False if it was not there."""
        fields = self.query(f"#{field_id}")
        is_open = bool(fields)
        fields.remove()
        self.remove_class(LINED_CLASS)
        return is_open

    def refresh_status(self) -> None:
        """Let the status line say what holds now."""
        self.around.refresh_status()
