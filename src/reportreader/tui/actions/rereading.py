"""Reading the file of a report again in another manner, from within the report."""

from reportreader.tui.actions.action import Action, Scope

_TOPIC = "actions_rereading"
WHOLE_PAGE = "whole_page"

ACTIONS = (
    Action(id="read_again", scope=Scope.READING, keys=("R",), topic=_TOPIC),
    Action(id=WHOLE_PAGE, scope=Scope.READING, keys=("P",), topic=_TOPIC),
)
"""The second only where a web page is read."""
