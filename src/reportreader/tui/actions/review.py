"""What can be done with annotations whose place waits for a decision."""

from reportreader.tui.actions.action import Action, Scope

ACTIONS = (
    Action(id="accept_candidate", scope=Scope.REVIEW, keys=("enter",), footer=1),
    Action(id="next_candidate", scope=Scope.REVIEW, keys=("n", "right", "tab"), footer=2),
    Action(id="previous_candidate", scope=Scope.REVIEW, keys=("N", "left", "shift+tab")),
    Action(id="pick_place", scope=Scope.REVIEW, keys=("p",), footer=3),
    Action(id="keep_unplaced", scope=Scope.REVIEW, keys=("-",), footer=4),
    Action(id="place_here", scope=Scope.PLACING, keys=("enter",), footer=1),
)
