"""The text of a version that is not the current one: to be read and copied from, not marked."""

from textual.app import ComposeResult
from textual.widgets import TextArea

from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.additions import read_version
from reportreader.services.regrouping import ReportVersion
from reportreader.tui.screens.app_screen import AppScreen
from reportreader.tui.screens.note_words import local_time
from reportreader.tui.widgets.bar import Bar, Part


class FormerVersionScreen(AppScreen):
    """Plain text, with the keys of a text field that cannot be written to."""

    def __init__(self, title: str, version: ReportVersion) -> None:
        super().__init__()
        self._title = sanitise_line(title)
        self._version = version

    def compose(self) -> ComposeResult:
        """Title and text."""
        yield Bar(id="version-title")
        text = read_version(self.reader_app.library, self._version.version_id)
        yield TextArea(
            text, read_only=True, compact=True, highlight_cursor_line=False, id="former-text"
        )
        yield from self.frame()

    def on_mount(self) -> None:
        """Read."""
        self.settings_changed()
        self.query_one(TextArea).cursor_blink = False
        self.query_one(TextArea).focus()

    def settings_changed(self) -> None:
        """Words anew."""
        super().settings_changed()
        version = self._version
        title = self.words(
            "grouping.former_title",
            title=self._title,
            number=version.number,
            time=local_time(version.imported),
        )
        self.query_one("#version-title", Bar).show_parts([Part(title, "strong")])

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """What this text is."""
        return [Part(self.words("grouping.former_hint"))], []
