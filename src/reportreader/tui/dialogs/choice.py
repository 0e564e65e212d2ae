"""Offers a list to choose one thing from, narrowed down by typing."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from reportreader.tui.dialogs.option import Option
from reportreader.tui.dialogs.rows_dialog import RowsDialog
from reportreader.tui.widgets.bar import Part
from reportreader.tui.widgets.line_input import LineInput
from reportreader.tui.widgets.option_list import OptionRow, OptionRows

Value = TypeVar("Value")
LIST_KEYS = {
    "down": "row_down",
    "up": "row_up",
    "pagedown": "list_page_down",
    "pageup": "list_page_up",
}


__all__ = ["LIST_KEYS", "Choice", "Option"]


class Choice(RowsDialog[Value], Generic[Value]):
    """Typing narrows the list, the arrow keys move in it, Enter gives the value back.

    `more` finds further options for what was typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"move('{action}')", show=False, priority=True)
        for key, action in LIST_KEYS.items()
    ]

    def __init__(
        self,
        title: str,
        options: Sequence[Option[Value] | tuple[str, Value]],
        *,
        placeholder: str = "",
        chosen: int = 0,
        more: Callable[[str], Sequence[Option[Value]]] | None = None,
    ) -> None:
        super().__init__(title)
        self._options = [Option(*option) for option in options]
        self._more = more
        self._shown = self._options
        self._placeholder = placeholder
        self._chosen = chosen

    def body(self) -> Iterable[Widget]:
        """Field and list."""
        placeholder = self._placeholder or self.words("dialogs.type_to_narrow")
        yield LineInput(placeholder=placeholder, id="choice-field")
        yield OptionRows(id="choice-list")

    def on_mount(self) -> None:
        """Show all options."""
        rows = self.query_one(OptionRows)
        rows.can_focus = False
        rows.empty_text = self.words("dialogs.nothing_fits")
        self._show("", cursor=self._chosen)

    def key_parts(self) -> list[Part]:
        """Enter and Esc."""
        return self.enter_parts("dialogs.choose")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Leave the options that fit what was typed."""
        event.stop()
        self._show(event.value)

    @on(Input.Submitted)
    def action_accept_dialog(self) -> None:
        """Give back the option under the cursor."""
        row = self.query_one(OptionRows).cursor_row
        if row is not None:
            self.dismiss(self._shown[row.number].value)

    def _show(self, typed: str, *, cursor: int = 0) -> None:
        """List what fits, and behind it what `more` finds for the same words."""
        fitting = fitting_options(self._options, typed)
        self._shown = [*fitting, *(self._more(typed.strip()) if self._more else ())]
        rows = [
            OptionRow(number, option.label, option.hint)
            for number, option in enumerate(self._shown)
        ]
        self.query_one(OptionRows).show_rows(rows, cursor=cursor)


def fitting_options(options: Sequence[Option[Value]], typed: str) -> list[Option[Value]]:
    """Options that contain every word typed, in any case; those that begin with it come first."""
    words = typed.casefold().split()
    found = []
    for number, option in enumerate(options):
        label = option.label.casefold()
        searched = f"{label} {option.hint.casefold()} {option.keywords.casefold()}"
        if all(word in searched for word in words):
            is_late = bool(words) and not label.startswith(words[0])
            found.append((is_late, number, option))
    return [option for _, _, option in sorted(found, key=lambda entry: entry[:2])]
