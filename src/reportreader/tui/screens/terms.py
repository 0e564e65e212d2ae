"""The reader's own terms: groups with a colour, looked for in every report that is read."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult

from reportreader.analysis.terms import TermGroup, TermScope
from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import Colour
from reportreader.services.keywords import delete_term_group, list_term_groups, save_term_group
from reportreader.services.term_sharing import TOML, export_term_file, import_term_file
from reportreader.settings.messages import Messages
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.dialogs.term_editor import TermEditor
from reportreader.tui.dialogs.text_prompt import PathPrompt
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.reloading import ReloadingScreen
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.row_list import RowList
from reportreader.tui.widgets.term_list import TermList, TermRow

_COLOURS = tuple(Colour)
_TERMS_SHOWN = 60
"""Terms of a group that fill the widest row."""
_NEED_A_GROUP = frozenset(
    {
        "edit_term_group",
        "switch_term_group",
        "delete_term_group",
        "show_group_trend",
        "export_terms",
    }
)


class TermsScreen(ReloadingScreen):
    """The list of term groups."""

    SCOPES = (Scope.TERMS, Scope.LIST)
    BINDINGS = bindings_for(Scope.TERMS)

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[TermGroup, ...] = ()

    def compose(self) -> ComposeResult:
        """Title and list."""
        yield Bar(id="terms-title")
        yield TermList(id="terms")
        yield from self.frame()

    def on_mount(self) -> None:
        """List the groups."""
        self.reload()
        self.query_one(TermList).focus()

    def reload(self) -> None:
        """List the groups; the cursor stays where it was."""
        self._groups = list_term_groups(self.reader_app.library)
        title = self.words("terms.title")
        self.query_one("#terms-title", Bar).show_parts([Part(title, "strong")])
        terms = self.query_one(TermList)
        terms.empty_text = self.words("terms.empty")
        rows = [term_row(group, self.messages) for group in self._groups]
        terms.show_rows(rows, cursor=terms.cursor)
        self.refresh_status()
        self.refresh_bindings()

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """What the terms are for."""
        return [Part(self.words("terms.what_for"))], []

    # -- actions --------------------------------------------------------------------------------

    def action_add_term_group(self) -> None:
        """Add a group in the next colour."""
        colour = _COLOURS[len(self._groups) % len(_COLOURS)]
        editor = TermEditor(self.words("terms.add_title"), TermGroup(name="", colour=colour.value))
        self.app.push_screen(editor, partial(self._save, replaces=""))

    def action_edit_term_group(self) -> None:
        """Edit the group under the cursor."""
        group = self._current()
        if group is not None:
            editor = TermEditor(self.words("terms.edit_title"), group)
            self.app.push_screen(editor, partial(self._save, replaces=group.name))

    def action_switch_term_group(self) -> None:
        """Switch the group under the cursor on or off."""
        group = self._current()
        if group is not None:
            self._save(replace(group, enabled=not group.enabled), replaces=group.name)

    def action_delete_term_group(self) -> None:
        """Delete the group under the cursor."""
        group = self._current()
        if group is not None:
            delete_term_group(self.reader_app.library, group.name)
            self.reload()
            self.reader_app.say("terms.deleted", name=group.name)

    def action_show_group_trend(self) -> None:
        """Count the terms of the group under the cursor over the dates of publication."""
        from reportreader.tui.screens.trend import TrendScreen

        group = self._current()
        if group is not None:
            self.app.push_screen(TrendScreen(group))

    def action_import_terms(self) -> None:
        """Ask for a file of term groups."""
        title, hint = self.words("terms.import_title"), self.words("terms.import_placeholder")
        self.app.push_screen(PathPrompt(title, placeholder=hint), self._import)

    @reports_errors
    def _import(self, typed: str | None) -> None:
        if typed:
            groups = import_term_file(self.reader_app.library, Path(typed).expanduser())
            self.reload()
            terms = sum(len(group.terms) + len(group.patterns) for group in groups)
            self.reader_app.say("terms.imported", groups=f"{len(groups):,}", terms=f"{terms:,}")

    def action_export_terms(self) -> None:
        """Ask for a file to write all groups to."""
        folder = Path(self.reader_app.settings.export_folder or ".").expanduser()
        title, hint = self.words("terms.export_title"), self.words("terms.export_placeholder")
        name = str(folder / f"{self.words('terms.title')}{TOML}")
        self.app.push_screen(PathPrompt(title, name, placeholder=hint), self._export)

    @reports_errors
    def _export(self, typed: str | None) -> None:
        if typed:
            path = Path(typed).expanduser()
            count = export_term_file(self.reader_app.library, path)
            self.reader_app.say("terms.exported", count=f"{count:,}", path=path)

    @on(RowList.RowChosen)
    def edit_chosen(self, event: RowList.RowChosen) -> None:
        """A double click edits."""
        event.stop()
        self.action_edit_term_group()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most need a group."""
        del parameters
        if action in _NEED_A_GROUP:
            return bool(self._groups)
        return True

    @reports_errors
    def _save(self, group: TermGroup | None, *, replaces: str) -> None:
        if group is not None:
            save_term_group(self.reader_app.library, group, replaces=replaces)
            self.reload()

    def _current(self) -> TermGroup | None:
        cursor = self.query_one(TermList).cursor
        return self._groups[cursor] if cursor < len(self._groups) else None


def term_row(group: TermGroup, messages: Messages) -> TermRow:
    """A group as its row shows it."""
    spellings = [" = ".join(term.spellings) for term in group.terms[:_TERMS_SHOWN]]
    state = messages.text("terms.on" if group.enabled else "terms.off")
    if group.scope is TermScope.TAG:
        state = f"#{group.scope_value}  {state}"
    elif group.scope is TermScope.REPORT:
        state = f"{messages.text('terms.only_report', report=group.scope_value)}  {state}"
    return TermRow(
        name=sanitise_line(group.name),
        sign=messages.text(f"notes.colour_{Colour(group.colour).value}"),
        colour=Colour(group.colour).value,
        terms=sanitise_line("  ".join((*spellings, *group.patterns))),
        state=sanitise_line(state),
        is_on=group.enabled,
    )
