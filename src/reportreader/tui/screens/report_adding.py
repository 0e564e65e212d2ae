"""Adding reports from the library screen: asked for, told how far it is, stopped, summed up."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from reportreader.tui.messages import AddingFinished, AddingProgressed, TaskFailed
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.report_listing import ReportListingScreen

if TYPE_CHECKING:
    from reportreader.tui.adding import Adding


class AddingScreen(ReportListingScreen):
    """A list of reports that can grow."""

    def __init__(self) -> None:
        super().__init__()
        self._adding: Adding | None = None

    @property
    def is_adding(self) -> bool:
        """Whether files are being added."""
        return self._adding is not None

    def action_add_reports(self) -> None:
        """Ask for a file or folder."""
        from reportreader.tui.dialogs.text_prompt import PathPrompt

        title, placeholder = self.words("library.add_title"), self.words("library.add_placeholder")
        self.app.push_screen(PathPrompt(title, placeholder=placeholder), self._add)

    def _add(self, typed: str | None) -> None:
        from reportreader.tui.adding import Adding

        if typed:
            self._adding = Adding()
            self._adding.start(self, self.reader_app.library.path, Path(typed).expanduser())
            self.refresh_bindings()

    @on(AddingProgressed)
    def tell_progress(self, event: AddingProgressed) -> None:
        """How far it is."""
        from reportreader.tui.adding import progress_text

        event.stop()
        self.show_status(progress_text(event.progress, self.messages))

    @on(AddingFinished)
    @reports_errors
    def tell_added(self, event: AddingFinished) -> None:
        """What came of it."""
        from reportreader.services.reviewing import list_reviews
        from reportreader.tui.adding import added_text

        event.stop()
        self._adding = None
        self.reload()
        told = added_text(event.summary, self.messages)
        waiting = len(list_reviews(self.reader_app.library))
        if waiting and event.summary.new_versions:
            told = f"{told} {self.words('review.left_by_import', count=waiting)}"
        self.show_status(told)

    @on(TaskFailed)
    def forget_adding(self, event: TaskFailed) -> None:
        """A failed run is over; the app tells why."""
        from reportreader.tui.adding import ADDING_GROUP

        if event.group == ADDING_GROUP:
            self._adding = None
            self.refresh_bindings()

    def action_stop_adding(self) -> None:
        """Stop adding after the report that is just being added."""
        if self._adding is not None:
            self._adding.stop()
