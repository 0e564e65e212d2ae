"""A screen that lists what is in the library, afresh whenever that may have changed."""

from textual import on

from reportreader.tui.messages import LibraryChanged
from reportreader.tui.screens.app_screen import AppScreen, reports_errors


class ReloadingScreen(AppScreen):
    """Lists afresh when another screen was up, the library or a setting was changed."""

    _was_away = False

    def reload(self) -> None:
        """The library has changed, or may have: list it afresh; the cursor stays where it was."""
        raise NotImplementedError

    def on_screen_suspend(self) -> None:
        """Another screen comes up, and may change what stands here."""
        self._was_away = True

    def on_screen_resume(self) -> None:
        """The other screen is gone."""
        if self._was_away:
            self._was_away = False
            self.reload()

    def settings_changed(self) -> None:
        """Words and widths anew."""
        super().settings_changed()
        self.reload()

    @on(LibraryChanged)
    @reports_errors
    def show_changes(self, event: LibraryChanged) -> None:
        """Another window has changed the library, or a change was undone."""
        event.stop()
        self.reload()
