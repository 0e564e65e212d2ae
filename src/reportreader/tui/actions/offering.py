"""Which actions can be done in one place of the program, and by which keys, without asking Textual."""

from collections.abc import Callable, Sequence

from reportreader.tui.actions.action import Action


def reachable(
    levels: Sequence[Sequence[Action]], applies: Callable[[str], bool]
) -> tuple[Action, ...]:
    """The actions of all levels that apply, each with the keys that get to it.

    `levels` are asked for a key in order: the widget with the focus, the screen, the app. A key
    belongs to the first action that applies, unless a later one has priority.
    """
    owners: dict[str, Action] = {}
    for action in (action for level in levels for action in level if applies(action.id)):
        for key in action.keys:
            owner = owners.get(key)
            if owner is None or (action.priority and not owner.priority):
                owners[key] = action
    reached: dict[str, list[str]] = {}
    for key, action in owners.items():
        reached.setdefault(action.id, []).append(key)
    return tuple(
        action.with_keys(tuple(key for key in action.keys if key in reached[action.id]))
        for level in levels
        for action in level
        if action.id in reached
    )
