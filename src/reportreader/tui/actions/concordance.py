"""What can be done with the lines of a concordance, and with the bars of a trend."""

from reportreader.tui.actions.action import Action, Scope

_TOPIC = "actions_concordance"


def _line(action_id: str, *keys: str, footer: int = 0) -> Action:
    return Action(id=action_id, scope=Scope.CONCORDANCE, keys=keys, topic=_TOPIC, footer=footer)


def _period(action_id: str, *keys: str, footer: int = 0) -> Action:
    return Action(id=action_id, scope=Scope.TREND, keys=keys, topic=_TOPIC, footer=footer)


ACTIONS = (
    _line("open_line", "enter", footer=1),
    _line("edit_keyword", "/", footer=2),
    _line("sort_lines", "o", footer=3),
    _line("show_trend", "t", footer=4),
    _line("export_lines", "E", footer=5),
    _period("open_period", "enter", footer=1),
    _period("switch_unit", "o", footer=2),
)
