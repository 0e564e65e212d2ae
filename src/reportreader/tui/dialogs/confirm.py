"""Asks yes or no."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reportreader.tui.dialogs.dialog import Dialog
from reportreader.tui.widgets.bar import Part


class Confirm(Dialog[bool]):
    """A question; `y` and Enter say yes, `n` and Esc say no. The answer is never None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "accept_dialog", show=False),
        Binding("n", "close_dialog", show=False),
    ]

    def __init__(self, title: str, question: str, *, yes: str = "", no: str = "") -> None:
        super().__init__(title)
        self._question = question
        self._yes = yes
        self._no = no

    def body(self) -> Iterable[Widget]:
        """The question."""
        yield Static(Content(self._question), id="confirm-question")

    def key_parts(self) -> list[Part]:
        """The two answers."""
        yes = self._yes or self.words("dialogs.yes")
        no = self._no or self.words("dialogs.no")
        return [
            Part(f"{yes}   ", action="accept_dialog", key="y "),
            Part(no, action="close_dialog", key="n "),
        ]

    def action_accept_dialog(self) -> None:
        """Yes."""
        self.dismiss(True)  # noqa: FBT003 - the answer itself

    def action_close_dialog(self) -> None:
        """No."""
        self.dismiss(False)  # noqa: FBT003 - the answer itself
