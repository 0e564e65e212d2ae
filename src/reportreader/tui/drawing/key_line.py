"""The line of keys: which actions it names, in which order, and what it says of each."""

from collections.abc import Iterable

from reportreader.settings.messages import Messages
from reportreader.tui.actions.action import Action
from reportreader.tui.actions.key_names import key_name
from reportreader.tui.drawing.bar import Part

EVERYWHERE_RANK = 90
"""Actions ranked from here on keep to the right end of the line of keys."""


def key_parts(offered: Iterable[Action], messages: Messages) -> tuple[list[Part], list[Part]]:
    """What the line says at the left and at the right of the actions that apply, ranked ones only."""
    ranked = sorted(
        (action for action in offered if action.footer and action.keys),
        key=lambda action: action.footer,
    )
    here = [_part(one, messages) for one in ranked if one.footer < EVERYWHERE_RANK]
    ever = [_part(one, messages) for one in ranked if one.footer >= EVERYWHERE_RANK]
    return here, ever


def _part(action: Action, messages: Messages) -> Part:
    key = f"{key_name(action.keys[0])} "
    return Part(f"{messages.text(action.label)}  ", action=action.call, key=key)
