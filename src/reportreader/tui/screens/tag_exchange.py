"""The codebook to a file and from one."""

from functools import partial
from pathlib import Path

from reportreader.errors import OutputError
from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.codebook import import_codebook
from reportreader.services.codebook_files import codebook_text, read_codebook
from reportreader.services.filewriting import write_text_file
from reportreader.tui.dialogs.confirm import Confirm
from reportreader.tui.dialogs.text_prompt import PathPrompt
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.tag_choosing import TagChoosingScreen

_DEFAULT_NAME = "codebook.csv"


class TagExchangeScreen(TagChoosingScreen):
    """Asks for a path and says what was written or read."""

    def action_export_codebook(self) -> None:
        """Write the codebook to a file."""
        folder = self.reader_app.settings.export_folder or "."
        prompt = PathPrompt(
            self.words("tags.export_title"),
            value=str(Path(folder) / _DEFAULT_NAME),
            placeholder=self.words("tags.file_placeholder"),
        )
        self.app.push_screen(prompt, self._export)

    @reports_errors
    def _export(self, typed: str | None, *, replace: bool = False) -> None:
        if not typed:
            return
        path = Path(typed).expanduser()
        text = codebook_text(self.reader_app.library, path)
        try:
            write_text_file(path, text, replace=replace)
        except OutputError:
            if replace or not path.exists():
                raise
            question = Confirm(
                self.words("tags.replace_title"),
                self.words("tags.replace_question", path=sanitise_line(str(path))),
            )
            self.app.push_screen(question, partial(self._replace, typed))
            return
        self.reader_app.say("tags.exported", path=path)

    def _replace(self, typed: str, answer: bool | None) -> None:  # noqa: FBT001 - Textual's
        if answer:
            self._export(typed, replace=True)

    def action_import_codebook(self) -> None:
        """Read a codebook from a file."""
        prompt = PathPrompt(
            self.words("tags.import_title"), placeholder=self.words("tags.file_placeholder")
        )
        self.app.push_screen(prompt, self._import)

    @reports_errors
    def _import(self, typed: str | None) -> None:
        if typed:
            codes = read_codebook(Path(typed).expanduser())
            import_codebook(self.reader_app.library, codes)
            self.reload()
            self.reader_app.say("tags.imported", count=len(codes))
