"""Adding reports from the library screen: asked for, told how far it is, stopped."""

from pathlib import Path
from typing import TYPE_CHECKING

from reportreader.ingest.sanitising import sanitise_line
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.report_listing import ReportListingScreen
from reportreader.tui.widgets.bar import Part

if TYPE_CHECKING:
    from reportreader.services.told_files import ToldFile


class AddingScreen(ReportListingScreen):
    """A list of reports that can grow."""

    @property
    def is_adding(self) -> bool:
        """Whether files are being added."""
        return self.reader_app.is_adding

    def action_add_reports(self) -> None:
        """Ask for a file or folder."""
        from reportreader.tui.dialogs.text_prompt import PathPrompt

        title, placeholder = self.words("library.add_title"), self.words("library.add_placeholder")
        self.app.push_screen(PathPrompt(title, placeholder=placeholder), self._add)

    @reports_errors
    def _add(self, typed: str | None) -> None:
        if typed:
            self.reader_app.add_reports(Path(typed).expanduser())

    def action_stop_adding(self) -> None:
        """Stop adding after the report that is just being added."""
        self.reader_app.stop_adding()

    def action_show_told_files(self) -> None:
        """List the files of the last run that were refused, or read with a loss, with the reason."""
        from reportreader.tui.adding import told_text
        from reportreader.tui.dialogs.choice import Choice, Option

        files = self.reader_app.told_files
        if not files:
            self.reader_app.say("library.no_told_files")
            return
        options = [
            Option(
                sanitise_line(file.path.rpartition("/")[2]), file, told_text(file, self.messages)
            )
            for file in files
        ]
        title = self.words("library.told_files_title", count=len(files))
        self.app.push_screen(Choice(title, options), self._tell_of_file)

    def _tell_of_file(self, file: "ToldFile | None") -> None:
        """The whole sentence, which may be longer than a row."""
        from reportreader.tui.adding import told_text

        if file is not None:
            self.reader_app.tell(told_text(file, self.messages))

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """How far the adding is instead of the hint, with the key that stops it."""
        left, right = super().status_parts()
        progress = self.reader_app.progress_text(short=False)
        return ([Part(progress, "strong")] if progress else left), right

    def progress_parts(self) -> list[Part]:
        """It is told at the left."""
        return []
