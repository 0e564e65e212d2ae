"""Moving in lists, and the keys of dialogs."""

from reportreader.tui.actions.action import Action, Scope

ACTIONS = (
    Action(id="filter_help", scope=Scope.HELP, keys=("/",), footer=1, palette=False),
    Action(id="row_down", scope=Scope.LIST, keys=("j", "down"), palette=False),
    Action(id="row_up", scope=Scope.LIST, keys=("k", "up"), palette=False),
    Action(
        id="list_page_down",
        scope=Scope.LIST,
        keys=("space", "f", "ctrl+f", "pagedown"),
        palette=False,
    ),
    Action(id="list_page_up", scope=Scope.LIST, keys=("b", "ctrl+b", "pageup"), palette=False),
    Action(id="half_page_down", scope=Scope.LIST, keys=("d", "ctrl+d"), palette=False),
    Action(id="half_page_up", scope=Scope.LIST, keys=("u", "ctrl+u"), palette=False),
    Action(id="first_row", scope=Scope.LIST, keys=("g", "home"), palette=False),
    Action(id="last_row", scope=Scope.LIST, keys=("G", "end"), palette=False),
    Action(
        id="accept_dialog",
        scope=Scope.DIALOG,
        keys=("ctrl+s",),
        footer=1,
        priority=True,
        palette=False,
    ),
    Action(
        id="external_editor",
        scope=Scope.DIALOG,
        keys=("ctrl+e",),
        footer=2,
        priority=True,
        palette=False,
    ),
    Action(id="close_dialog", scope=Scope.DIALOG, keys=("escape",), footer=3, palette=False),
    Action(id="complete_field", scope=Scope.FIELD, keys=("tab",), palette=False),
)
