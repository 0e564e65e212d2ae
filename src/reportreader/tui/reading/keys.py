"""Keys that only begin something: figures before a key, and keys that want one more.

Figures are a count everywhere, with one exception: while several characters are selected, 1 to 5
are the highlight colours, unless a count has been begun. A `0` begins no count.
"""

from dataclasses import dataclass

from reportreader.notes.annotation import Colour
from reportreader.tui.reading.state import Mode, ReadingState, Waiting

COLOURS = tuple(Colour)
_MOST = 999_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """The character that a key was waiting for."""

    waiting: Waiting
    character: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a key did: the state behind it, whether it was used up, and what it completed."""

    state: ReadingState
    used: bool = False
    completed: Completed | None = None


def type_key(state: ReadingState, key: str, character: str | None) -> Typed:
    """Take in one key before the bindings see it; `key` is its name, `character` what it prints."""
    if state.waiting is not None:
        return _complete(state, key, character)
    if character is None or not character.isdecimal() or not character.isascii():
        return Typed(state=state)
    figure = int(character)
    if state.typed_count is None and (figure == 0 or _is_colour(state, figure)):
        return Typed(state=state)
    count = min(_MOST, (state.typed_count or 0) * 10 + figure)
    return Typed(state=state._replace(typed_count=count), used=True)


def _complete(state: ReadingState, key: str, character: str | None) -> Typed:
    waiting = state.waiting
    after = state._replace(waiting=None)
    if waiting is None or key == "escape" or character is None or not character.isprintable():
        return Typed(state=after._replace(typed_count=None), used=True)
    return Typed(state=after, used=True, completed=Completed(waiting=waiting, character=character))


def _is_colour(state: ReadingState, figure: int) -> bool:
    selection = state.selection
    if not 1 <= figure <= len(COLOURS) or selection is None:
        return False
    return (
        state.mode is Mode.READING
        or selection.anchor != selection.head
        or bool(selection.unit != "character")
    )


def typed_so_far(state: ReadingState) -> str:
    """What stands in the status line while a key waits: `3`, `m`, `2f`."""
    count = "" if state.typed_count is None else str(state.typed_count)
    if state.waiting is None:
        return count
    sign = state.find_kind.value if state.waiting is Waiting.FIND else state.waiting.value
    return count + sign
