"""Taking a passage out of the program: to the clipboard, or to a file where no clipboard is open."""

from itertools import count
from pathlib import Path

from reportreader.tui.screens.reading_rereading import ReadingRereading


class ReadingCopying(ReadingRereading):
    """Everything about copies."""

    def action_copy_passage(self) -> None:
        """Copy the selection as it is read."""
        span = self.selected
        if span is not None:
            text = self.document.passage(*span)
            self.become(self.state.read())
            self.reader_app.copy(text)

    def action_write_passage(self) -> None:
        """Write the selection, or what was copied last, to a file that does not exist yet."""
        span = self.selected
        text = self.reader_app.clipboard if span is None else self.document.passage(*span)
        if not text:
            self.reader_app.say("reading.nothing_to_write")
            return
        from reportreader.services.filewriting import write_text_file
        from reportreader.tui.dialogs.text_prompt import PathPrompt

        def write(typed: str) -> None:
            if not typed.strip():
                return
            path = Path(typed).expanduser()
            write_text_file(path, f"{text}\n", replace=False)
            self.become(self.state.read())
            self.reader_app.say("reading.passage_written", count=len(text), path=path)

        prompt = PathPrompt(self.words("reading.write_title"), value=str(self._free_path()))
        self.app.push_screen(prompt, self.with_answer(write))

    def _free_path(self) -> Path:
        """Where no file stands yet, in the folder for exports."""
        from reportreader.services.filewriting import legal_name

        folder = Path(self.reader_app.settings.export_folder or ".").expanduser()
        stem = legal_name(self.words("reading.passage_file", title=self.opened.summary.title))
        names = (f"{stem}.txt" if number == 1 else f"{stem} {number}.txt" for number in count(1))
        return next(folder / name for name in names if not (folder / name).exists())
