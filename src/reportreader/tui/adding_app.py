"""The app as far as it adds reports: one run at a time, told on whatever screen is on top."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from reportreader.tui.backing_up import start_backups
from reportreader.tui.configured_app import ConfiguredApp
from reportreader.tui.messages import AddingFinished, AddingProgressed, TaskFailed
from reportreader.tui.screens.app_screen import AppScreen

if TYPE_CHECKING:
    from reportreader.services.added import AddProgress
    from reportreader.services.opening import Library
    from reportreader.services.told_files import ToldFile
    from reportreader.tui.adding import Adding


_POLLS_SKIPPED = 4
"""While reports are being added, one poll of so many lists them afresh."""


class AddingApp(ConfiguredApp):
    """Owns the child process that adds, and says how far it is."""

    library: "Library"
    _adding: "Adding | None" = None
    _progress: "AddProgress | None" = None
    _polls = 0
    told_files: "tuple[ToldFile, ...]" = ()
    """Files of the last run that were refused, or read with a loss."""

    @property
    def is_adding(self) -> bool:
        """Whether reports are being added."""
        return self._adding is not None

    def progress_text(self, *, short: bool) -> str:
        """How far the adding is; empty if nothing is being added."""
        if self._progress is None:
            return ""
        from reportreader.tui.adding import progress_text

        return progress_text(self._progress, self.messages, short=short)

    def add_reports(self, path: Path) -> None:
        """Add a file or folder; raises ReportReaderError if that cannot be begun."""
        from reportreader.tui.adding import Adding

        self._adding = Adding(self, self.library.path, path)
        self._show_progress(None)

    def stop_adding(self) -> None:
        """Stop after the report that is just being added."""
        if self._adding is not None:
            self._adding.stop()

    @on(AddingProgressed)
    def show_progress(self, event: AddingProgressed) -> None:
        """Some more files are done."""
        event.stop()
        if self._adding is not None:
            self._show_progress(event.progress)

    @on(AddingFinished)
    def tell_added(self, event: AddingFinished) -> None:
        """Say what came of it, and what is left to be reviewed."""
        from reportreader.services.reviewing import list_reviews
        from reportreader.tui.adding import added_text

        event.stop()
        self._end_adding()
        start_backups(self, self.library.path)
        self.told_files = event.end.told
        told = added_text(event.end, self.messages)
        waiting = len(list_reviews(self.library)) if event.end.new_versions else 0
        if waiting:
            told = f"{told} {self.messages.text('review.left_by_import', count=waiting)}"
        self.tell(told)

    @on(TaskFailed)
    def forget_adding(self, event: TaskFailed) -> None:
        """A failed run is over; why is told elsewhere."""
        from reportreader.tui.adding import ADDING_GROUP

        if event.group == ADDING_GROUP:
            self._end_adding()

    def _end_adding(self) -> None:
        self._adding = None
        self._show_progress(None)
        self.notice_changes()

    def notice_changes(self) -> None:
        """Let the screen know that the library has changed."""
        raise NotImplementedError

    def notice_now_and_then(self) -> None:
        """Look for changes; rarely while this program adds reports itself and says how many."""
        self._polls += 1
        if self._adding is None or self._polls % _POLLS_SKIPPED == 0:
            self.notice_changes()

    def _show_progress(self, progress: "AddProgress | None") -> None:
        self._progress = progress
        for screen in reversed(self.screen_stack):
            if isinstance(screen, AppScreen):
                screen.refresh_status()
                break
        self.screen.refresh_bindings()
