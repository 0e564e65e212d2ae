"""What can be done about which texts are versions of one report."""

from reportreader.tui.actions.action import Action, Scope

_TOPIC = "actions_grouping"

ACTIONS = (
    Action(id="show_versions", scope=Scope.LIBRARY, keys=("i",), topic=_TOPIC),
    Action(id="merge_reports", scope=Scope.LIBRARY, keys=("m",), topic=_TOPIC),
    Action(id="show_additions", scope=Scope.LIBRARY, keys=("D",), topic=_TOPIC),
)
