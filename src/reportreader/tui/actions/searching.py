"""What can be done with the results of a search of the library."""

from reportreader.tui.actions.action import Action, Scope


def _search(action_id: str, *keys: str, footer: int) -> Action:
    return Action(
        id=action_id, scope=Scope.SEARCH, keys=keys, topic="actions_search", footer=footer
    )


ACTIONS = (
    Action(id="open_hit", scope=Scope.SEARCH, keys=("enter",), footer=1),
    Action(id="edit_query", scope=Scope.SEARCH, keys=("/",), footer=2),
    Action(id="next_found_report", scope=Scope.SEARCH, keys=("]", "right"), footer=3),
    Action(id="previous_found_report", scope=Scope.SEARCH, keys=("[", "left")),
    Action(id="sort_hits", scope=Scope.SEARCH, keys=("o",), footer=4),
    _search("switch_whole_words", "w", "alt+w", footer=5),
    _search("filter_hits", "t", "alt+t", footer=6),
    _search("recall_search", "r", "alt+r", footer=7),
    _search("save_search", "S", footer=8),
)
