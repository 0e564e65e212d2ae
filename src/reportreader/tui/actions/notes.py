"""What can be done with the annotations of the whole library."""

from reportreader.tui.actions.action import Action, Scope

ACTIONS = (
    Action(id="go_to_passage", scope=Scope.NOTES, keys=("enter",), footer=1),
    Action(id="edit_note", scope=Scope.NOTES, keys=("e",), footer=2),
    Action(id="filter_notes", scope=Scope.NOTES, keys=("/",), footer=3),
    Action(id="choose_notes", scope=Scope.NOTES, keys=("t",), footer=6),
    Action(id="next_notes_shelf", scope=Scope.NOTES, keys=("]", "right")),
    Action(id="previous_notes_shelf", scope=Scope.NOTES, keys=("[", "left")),
    Action(id="select_note", scope=Scope.NOTES, keys=("v",), footer=7),
    Action(id="select_all_notes", scope=Scope.NOTES, keys=("V",)),
    Action(id="tag_notes", scope=Scope.NOTES, keys=("#",), footer=4),
    Action(id="untag_notes", scope=Scope.NOTES, keys=("-",)),
    Action(id="delete_notes", scope=Scope.NOTES, keys=("x",), footer=8),
    Action(id="restore_notes", scope=Scope.NOTES, keys=("R",), footer=4),
    Action(id="show_note_history", scope=Scope.NOTES, keys=("H",)),
    Action(id="copy_note", scope=Scope.NOTES, keys=("y",)),
    Action(id="export_notes", scope=Scope.NOTES, keys=("E",), footer=5),
)
