"""What can be done from every screen."""

from reportreader.tui.actions.action import Action, Scope

ACTIONS = (
    Action(id="help", scope=Scope.GENERAL, keys=("f1", "h"), footer=90),
    Action(id="command_palette", scope=Scope.GENERAL, keys=("ctrl+p",), footer=91, palette=False),
    Action(id="search_library", scope=Scope.GENERAL, keys=("s",), footer=50),
    Action(id="show_notes", scope=Scope.GENERAL, keys=("A", "f5"), footer=60),
    Action(id="show_tags", scope=Scope.GENERAL, keys=("T", "f9"), footer=61, topic="actions_tags"),
    Action(
        id="show_concordance",
        scope=Scope.GENERAL,
        keys=("L", "f8"),
        topic="actions_concordance",
    ),
    Action(id="compare_reports", scope=Scope.GENERAL, keys=("Y",), topic="actions_keyness"),
    Action(id="show_terms", scope=Scope.GENERAL, keys=("W", "f6")),
    Action(id="show_review", scope=Scope.GENERAL, keys=("C", "f7")),
    Action(id="undo_change", scope=Scope.GENERAL, keys=("U", "ctrl+z")),
    Action(id="redo_change", scope=Scope.GENERAL, keys=("ctrl+r", "ctrl+y")),
    Action(id="recover_notes", scope=Scope.GENERAL),
    Action(id="switch_theme", scope=Scope.GENERAL, keys=("c",)),
    Action(id="switch_language", scope=Scope.GENERAL),
    Action(id="suspend_process", scope=Scope.GENERAL),
    Action(id="close_screen", scope=Scope.GENERAL, keys=("q",), footer=95, palette=False),
    Action(id="step_back", scope=Scope.GENERAL, keys=("escape",), palette=False),
    Action(id="quit", scope=Scope.GENERAL, keys=("ctrl+q",), priority=True),
)
