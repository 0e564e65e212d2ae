"""The note editor that stays open, with the text, until the note is on disk."""

from collections.abc import Callable, Sequence

from textual import on
from textual.await_complete import AwaitComplete
from textual.timer import Timer
from textual.widgets import Input, TextArea

from reportreader.errors import ReportReaderError
from reportreader.services.unsaved import UnsavedNote, UnsavedSlot
from reportreader.tui.dialogs.note_editor import NoteDraft, NoteEditor
from reportreader.tui.widgets.colour_picker import ColourPicker

_KEEP_AFTER_SECONDS = 1.0
"""What was typed is on disk at the latest so much later."""


class SavingNoteEditor(NoteEditor):
    """`^s` saves by `save`, which raises ReportReaderError where the library refuses.

    What is being written is kept in a file of its own all the while, and longer if it is refused.
    """

    def __init__(
        self,
        title: str,
        quote: str,
        draft: NoteDraft,
        known_tags: Sequence[str],
        *,
        save: Callable[[NoteDraft], None],
        unsaved: UnsavedNote,
    ) -> None:
        super().__init__(title, quote, draft, known_tags)
        self._save = save
        self._slot = UnsavedSlot(unsaved)
        self._written: NoteDraft | None = None
        self._keeping: Timer | None = None

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(ColourPicker.ColourChanged)
    def keep_soon(self) -> None:
        """Something was written: keep it, but not with every key."""
        draft = self.draft
        if self._written is None and draft == self._draft:
            return
        self._written = draft
        if self._keeping is None:
            self._keeping = self.set_timer(_KEEP_AFTER_SECONDS, self._keep_in_thread)

    def on_unmount(self) -> None:
        """The program is told to end while something is being written."""
        if self._written is not None:
            self._keep()

    def action_accept_dialog(self) -> None:
        """Save and close; a refusal is told and nothing is closed."""
        draft = self.draft
        try:
            self._save(draft)
        except ReportReaderError as error:
            self._written = draft
            self._tell_refusal(error)
            return
        self.dismiss(draft)

    def dismiss(self, result: NoteDraft | None = None) -> AwaitComplete:
        """Close: the note is in the library, or was thrown away after a question."""
        self._written = None
        self._slot.close()
        return super().dismiss(result)

    def _keep_in_thread(self) -> None:
        self._keeping = None
        self.run_worker(self._keep, group="unsaved", thread=True)

    def _keep(self) -> str:
        """Where the note was written to; empty if no folder takes it."""
        draft = self._written
        if draft is None:
            return ""
        try:
            path = self._slot.keep(body=draft.body, tags=draft.tags, colour=draft.colour)
        except ReportReaderError:
            return ""
        return str(path or "")

    def _tell_refusal(self, error: ReportReaderError) -> None:
        problem = self.reader_app.messages.error(error)
        path = self._keep()
        name = "dialogs.note_kept_aside" if path else "dialogs.note_only_here"
        self.reader_app.tell(self.words(name, problem=problem, path=path), error=True)
