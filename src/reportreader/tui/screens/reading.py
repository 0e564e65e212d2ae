"""The reading screen: one pane or two, the status line and the line of keys below them."""

from collections.abc import Mapping

from textual import events, on
from textual.app import ComposeResult
from textual.dom import DOMNode

from reportreader.tui.actions import Scope
from reportreader.tui.messages import LibraryChanged
from reportreader.tui.reading.page_layout import has_key_line
from reportreader.tui.screens.app_screen import KEYS_ID, STATUS_ID, reports_errors
from reportreader.tui.screens.reading_split import ReadingSplit
from reportreader.tui.widgets.bar import Part

BARE_CLASS = "-bare"


class ReadingScreen(ReadingSplit):
    """What is being read."""

    CSS_PATH = "../styles/reading.tcss"
    AUTO_FOCUS = ""
    SCOPES = (Scope.VISUAL, Scope.READING)

    bare = False
    """Whether nothing but the text is shown."""

    # -- drawing --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The pane, and the lines below it."""
        yield self.pane
        yield from self.frame()

    def on_mount(self) -> None:
        """Spare the line of keys on a low screen."""
        self._fit_height()
        self.refresh_status()
        self.open_wanted()

    def complete(self) -> None:
        """Status line and map say how much of the text is in view."""
        self.pane.complete()
        super().complete()

    def on_resize(self, event: events.Resize) -> None:
        """Lay panes otherwise where there is another room for them."""
        del event
        if self.is_mounted:
            self._fit_height()
            self.fit_split()

    def _fit_height(self) -> None:
        has_room = has_key_line(self.app.size.height)
        self.query_one(f"#{KEYS_ID}").display = has_room and not self.bare

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """Where we are in the pane that has the keys."""
        return self.pane.status_parts()

    def settings_changed(self) -> None:
        """Measure, spacing, widths, theme, language anew; the place stays."""
        super().settings_changed()
        for pane in self.panes:
            pane.settings_changed()

    # -- nothing but the text -------------------------------------------------------------------

    def action_focus_text(self) -> None:
        """Nothing but the text, or everything around it again."""
        self._show_bare(bare=not self.bare)
        self.pane.take_focus()

    def _show_bare(self, *, bare: bool) -> None:
        self.bare = bare
        self.set_class(bare, BARE_CLASS)
        self.query_one(f"#{STATUS_ID}").display = not bare
        self._fit_height()

    # -- what is done by the pane ---------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What applies in the pane that has the keys applies."""
        return self.pane.check_action(action, parameters)

    async def run_action(
        self, action: str, namespaces: Mapping[str, DOMNode] | None = None
    ) -> None:
        """What the palette or a click asks for is done by the pane, unless it names another."""
        if "." in action:
            await super().run_action(action, namespaces)
        else:
            await self.pane.run_action(action, namespaces)

    def query_in_hand(self) -> str:
        """The passage that is selected, else what the report is searched for."""
        return self.pane.query_in_hand()

    def leave(self) -> None:
        """Keep where the reader is; the list below shows how far that was."""
        for pane in self.panes:
            pane.keep_place()

    def step_back(self) -> bool:
        """Leave the innermost thing: field, waiting key, selection, bare text, panel, search."""
        if self.pane.leave_innermost():
            return True
        if self.bare:
            self._show_bare(bare=False)
            return True
        return self.pane.step_back()

    @on(LibraryChanged)
    @reports_errors
    def show_afresh(self, event: LibraryChanged) -> None:
        """Undo, redo or another window changed something: read it again."""
        event.stop()
        for pane in self.panes:
            pane.show_afresh()
