"""What can be done with the results of a search of the library."""

from reportreader.tui.actions.action import Action, Scope

ACTIONS = (
    Action(id="open_hit", scope=Scope.SEARCH, keys=("enter",), footer=1),
    Action(id="edit_query", scope=Scope.SEARCH, keys=("/",), footer=2),
    Action(id="next_found_report", scope=Scope.SEARCH, keys=("]", "right"), footer=3),
    Action(id="previous_found_report", scope=Scope.SEARCH, keys=("[", "left")),
    Action(id="sort_hits", scope=Scope.SEARCH, keys=("o",), footer=4),
)
