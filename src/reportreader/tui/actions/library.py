"""What can be done with the reports of the library."""

from reportreader.tui.actions.action import Action, Scope

ACTIONS = (
    Action(id="open_report", scope=Scope.LIBRARY, keys=("enter",), footer=1),
    Action(id="read_beside", scope=Scope.LIBRARY, keys=("|",), topic="actions_reading", footer=1),
    Action(id="continue_reading", scope=Scope.LIBRARY, keys=("r",), footer=2),
    Action(id="filter_reports", scope=Scope.LIBRARY, keys=("/",), footer=3),
    Action(id="add_reports", scope=Scope.LIBRARY, keys=("a",), footer=4),
    Action(id="show_told_files", scope=Scope.LIBRARY, keys=("!",), topic="actions_grouping"),
    Action(id="sort_reports", scope=Scope.LIBRARY, keys=("o",), footer=70),
    Action(id="reverse_order", scope=Scope.LIBRARY, keys=("O",)),
    Action(id="next_shelf", scope=Scope.LIBRARY, keys=("]", "right")),
    Action(id="previous_shelf", scope=Scope.LIBRARY, keys=("[", "left")),
    Action(id="choose_shelf", scope=Scope.LIBRARY, keys=("t",), footer=71),
    Action(id="select_report", scope=Scope.LIBRARY, keys=("v",)),
    Action(id="select_all_reports", scope=Scope.LIBRARY, keys=("V",)),
    Action(id="tag_reports", scope=Scope.LIBRARY, keys=("#",)),
    Action(id="remove_reports", scope=Scope.LIBRARY, keys=("x",), footer=72),
    Action(id="restore_reports", scope=Scope.LIBRARY, keys=("R",), footer=5),
    Action(id="export_report_notes", scope=Scope.LIBRARY, keys=("E",)),
    Action(id="toggle_preview", scope=Scope.LIBRARY, keys=("p",)),
    Action(id="leave_program", scope=Scope.LIBRARY, keys=("q",), footer=95, palette=False),
    Action(id="stop_adding", scope=Scope.LIBRARY, keys=("escape",), footer=1, palette=False),
)
