"""The dialogs of a reading pane, imported only when one is asked for."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from reportreader.errors import ReportReaderError
from reportreader.notes.annotation import Colour
from reportreader.tui.screens.reading_part import ReadingPart

if TYPE_CHECKING:
    from reportreader.services.unsaved import UnsavedNote
    from reportreader.tui.dialogs.note_editor import NoteDraft

Answer = TypeVar("Answer")
Asked = tuple[str, Answer, str]
"""A choice: its label, its value, a hint beside it."""


class ReadingAsking(ReadingPart):
    """Asks; an answer is used only if there is one, and an error in its use is told."""

    def ask_choice(
        self, title: str, options: Sequence[Asked[Answer]], use: Callable[[Answer], None]
    ) -> None:
        """Let the reader choose one of `options`."""
        from reportreader.tui.dialogs.choice import Choice, Option

        question: Choice[Answer] = Choice(title, [Option(*option) for option in options])
        self.app.push_screen(question, self.with_answer(use))

    def ask_text(
        self,
        title: str,
        use: Callable[[str], None],
        *,
        value: str = "",
        placeholder: str = "",
        suggestions: Sequence[str] = (),
    ) -> None:
        """Let the reader type a line; an empty one is an answer only where there was a text."""
        from reportreader.tui.dialogs.text_prompt import TextPrompt

        def answered(text: str) -> None:
            if text or value:
                use(text)

        prompt = TextPrompt(title, value, placeholder=placeholder, suggestions=suggestions)
        self.app.push_screen(prompt, self.with_answer(answered))

    def ask_note(
        self,
        title: str,
        quote: str,
        save: "Callable[[NoteDraft], None]",
        *,
        colour: Colour,
        body: str = "",
        tags: tuple[str, ...] = (),
        known_tags: Sequence[str] = (),
        unsaved: "UnsavedNote",
    ) -> None:
        """Let the reader write; the editor stays open until `save` has kept what was written."""
        from reportreader.tui.dialogs.note_editor import NoteDraft
        from reportreader.tui.screens.saving_editor import SavingNoteEditor

        draft = NoteDraft(body=body, tags=tags, colour=colour)
        editor = SavingNoteEditor(title, quote, draft, known_tags, save=save, unsaved=unsaved)
        self.app.push_screen(editor)

    def with_answer(self, use: Callable[[Answer], None]) -> Callable[[Answer | None], None]:
        """What a dialog calls with its answer: `use` it if there is one, and tell its errors."""

        def answered(answer: Answer | None) -> None:
            if answer is None:
                return
            try:
                use(answer)
            except ReportReaderError as error:
                self.reader_app.say_error(error)

        return answered
