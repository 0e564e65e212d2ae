"""The one table of actions: bindings, footer, help, palette, documents and keymap come from it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportreader.tui.actions import (
    concordance,
    general,
    grouping,
    keyness,
    library,
    lists,
    notes,
    reading,
    rereading,
    review,
    searching,
    tags,
    terms,
)
from reportreader.tui.actions.action import Action, Scope

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = ["ALL_ACTIONS", "Action", "Keymap", "Scope", "actions_for", "bindings_for", "with_keymap"]

Keymap = Mapping[str, tuple[str, ...]]
"""The reader's own keys by action id."""

ALL_ACTIONS: tuple[Action, ...] = (
    *reading.ACTIONS,
    *rereading.ACTIONS,
    *library.ACTIONS,
    *grouping.ACTIONS,
    *notes.ACTIONS,
    *tags.ACTIONS,
    *searching.ACTIONS,
    *concordance.ACTIONS,
    *keyness.ACTIONS,
    *terms.ACTIONS,
    *review.ACTIONS,
    *lists.ACTIONS,
    *general.ACTIONS,
)


def actions_for(*scopes: Scope) -> tuple[Action, ...]:
    """The actions of these scopes, in table order."""
    return tuple(action for action in ALL_ACTIONS if action.scope in scopes)


def bindings_for(*scopes: Scope) -> "list[BindingType]":
    """Textual's bindings for these scopes, for a `BINDINGS` of a screen, widget or app.

    Each carries the action's id, so that `App.set_keymap` can give it other keys.
    """
    from textual.binding import Binding

    return [
        Binding(
            ",".join(_textual_key(key) for key in action.keys),
            action.call,
            id=action.id,
            show=False,
            priority=action.priority,
        )
        for action in actions_for(*scopes)
        if action.keys
    ]


def with_keymap(actions: tuple[Action, ...], keymap: Keymap) -> tuple[Action, ...]:
    """The actions under the reader's keys."""
    return tuple(
        action.with_keys(keymap[action.id]) if action.id in keymap else action for action in actions
    )


def _textual_key(key: str) -> str:
    """The comma divides keys in a binding, so it goes by its name there."""
    return "comma" if key == "," else key
