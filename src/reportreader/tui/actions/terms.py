"""What can be done with the reader's own terms."""

from reportreader.tui.actions.action import Action, Scope

ACTIONS = (
    Action(id="add_term_group", scope=Scope.TERMS, keys=("a",), footer=1),
    Action(id="edit_term_group", scope=Scope.TERMS, keys=("e", "enter"), footer=2),
    Action(id="switch_term_group", scope=Scope.TERMS, keys=("K",), footer=3),
    Action(
        id="show_group_trend",
        scope=Scope.TERMS,
        keys=("t",),
        topic="actions_concordance",
        footer=5,
    ),
    Action(id="delete_term_group", scope=Scope.TERMS, keys=("x",), footer=4),
    Action(
        id="import_terms", scope=Scope.TERMS, keys=("i",), topic="actions_concordance", footer=6
    ),
    Action(
        id="export_terms", scope=Scope.TERMS, keys=("E",), topic="actions_concordance", footer=7
    ),
)
