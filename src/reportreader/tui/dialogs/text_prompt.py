"""Asks for one line of text."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input

from reportreader.tui.dialogs.dialog import Dialog
from reportreader.tui.dialogs.suggestions import PathSuggester, WordSuggester
from reportreader.tui.widgets.bar import Part
from reportreader.tui.widgets.line_input import LineInput


class TextPrompt(Dialog[str]):
    """One line; Enter gives it back, trimmed."""

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        placeholder: str = "",
        suggestions: Sequence[str] = (),
        suggester: Suggester | None = None,
    ) -> None:
        super().__init__(title)
        self._value = value
        self._placeholder = placeholder
        self._suggester = suggester or WordSuggester(suggestions)

    def body(self) -> Iterable[Widget]:
        """The field."""
        yield LineInput(
            self._value, placeholder=self._placeholder, suggester=self._suggester, id="prompt-field"
        )

    def key_parts(self) -> list[Part]:
        """Enter and Esc."""
        return self.enter_parts("dialogs.accept")

    @on(Input.Submitted)
    def action_accept_dialog(self) -> None:
        """Give the line back."""
        self.dismiss(self.query_one(LineInput).value.strip())


class PathPrompt(TextPrompt):
    """A path, completed by Tab."""

    def __init__(self, title: str, value: str = "", *, placeholder: str = "") -> None:
        super().__init__(title, value, placeholder=placeholder, suggester=PathSuggester())
