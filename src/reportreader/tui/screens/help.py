"""The help screen: every action by its scope, those of the screen below first."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from reportreader.settings.messages import Messages
from reportreader.tui.actions import Action, Keymap, Scope, actions_for, bindings_for, with_keymap
from reportreader.tui.actions.key_names import keys_text
from reportreader.tui.screens.filtering import LIST_SIDE_ID, FilteringScreen
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.help_list import HelpList, HelpRow


class HelpScreen(FilteringScreen):
    """Lists keys; `/` searches them."""

    SCOPES = (Scope.HELP, Scope.LIST)
    BINDINGS = bindings_for(Scope.HELP)
    FILTER_PLACEHOLDER = "help.placeholder"

    def __init__(self, first: Sequence[Scope]) -> None:
        super().__init__()
        self._first = tuple(first)

    def compose(self) -> ComposeResult:
        """Title and list."""
        yield Bar(id="help-title")
        with Vertical(id=LIST_SIDE_ID):
            yield HelpList(id="help-list")
        yield from self.frame()

    def on_mount(self) -> None:
        """List everything."""
        self.settings_changed()
        self.query_one(HelpList).focus()

    def settings_changed(self) -> None:
        """Words anew."""
        super().settings_changed()
        self.query_one("#help-title", Bar).show_parts([Part(self.words("help.title"), "strong")])
        self.query_one(HelpList).empty_text = self.words("help.nothing_found")
        self.narrow("")

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """Where the keys can be changed."""
        return [Part(self.words("help.keymap_hint"))], []

    def narrow(self, text: str) -> None:
        """List what has `text` in its keys, name or help."""
        keymap = self.reader_app.keymap
        rows = help_rows(self._first, self.messages, keymap, sought=text)
        self.query_one(HelpList).show_actions(rows)

    def action_filter_help(self) -> None:
        """Search."""
        self.open_filter("")


def help_rows(
    first: Sequence[Scope], messages: Messages, keymap: Keymap, *, sought: str = ""
) -> list[HelpRow]:
    """A heading for each scope, `first` ones first, with its actions that hold every word sought."""
    words = sought.casefold().split()
    rows: list[HelpRow] = []
    for scope in dict.fromkeys((*sorted(first, key=tuple(Scope).index), *Scope)):
        table = with_keymap(actions_for(scope), keymap)
        found = [row for row in (_row(action, messages) for action in table) if _holds(row, words)]
        if found:
            rows += [HelpRow(messages.text(f"help.scope_{scope.value}")), *found]
    return rows


def _row(action: Action, messages: Messages) -> HelpRow:
    keys = keys_text(action.keys) or messages.text("help.palette_only")
    return HelpRow(messages.text(action.label), keys, messages.text(action.help))


def _holds(row: HelpRow, words: Sequence[str]) -> bool:
    searched = f"{row.keys} {row.label} {row.help}".casefold()
    return all(word in searched for word in words)
