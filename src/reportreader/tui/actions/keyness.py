"""What can be done with the phrases that set two sets of reports apart."""

from reportreader.tui.actions.action import Action, Scope

_TOPIC = "actions_keyness"


def _phrase(action_id: str, *keys: str, footer: int = 0) -> Action:
    return Action(id=action_id, scope=Scope.KEYNESS, keys=keys, topic=_TOPIC, footer=footer)


ACTIONS = (
    _phrase("list_phrase", "enter", footer=1),
    _phrase("choose_left", "1", footer=2),
    _phrase("choose_right", "2", footer=3),
    _phrase("sort_phrases", "o", footer=4),
    _phrase("export_phrases", "E", footer=5),
)
