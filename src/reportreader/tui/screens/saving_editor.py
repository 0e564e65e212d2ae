"""The note editor that stays open, with the text, until the note is on disk."""

from collections.abc import Callable, Sequence

from reportreader.errors import ReportReaderError
from reportreader.tui.dialogs.note_editor import NoteDraft, NoteEditor


class SavingNoteEditor(NoteEditor):
    """`^s` saves by `save`, which raises ReportReaderError where the library refuses."""

    def __init__(
        self,
        title: str,
        quote: str,
        draft: NoteDraft,
        known_tags: Sequence[str],
        *,
        save: Callable[[NoteDraft], None],
    ) -> None:
        super().__init__(title, quote, draft, known_tags)
        self._save = save

    def action_accept_dialog(self) -> None:
        """Save and close; a refusal is told and nothing is closed."""
        draft = self.draft
        try:
            self._save(draft)
        except ReportReaderError as error:
            self.reader_app.say_error(error)
            return
        self.dismiss(draft)
