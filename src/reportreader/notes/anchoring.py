"""Anchors: how an annotation holds on to its passage, and how the passage is found again.

An anchor keeps a position, the exact quote and its surroundings (W3C Web Annotation:
TextPositionSelector and TextQuoteSelector). This room is given texts and anchors and gives back
places; it knows nothing of reports, versions or where they are stored.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from reportreader.notes.annotation import CONTEXT_LENGTH, PlacementState


class TextAnchor(Protocol):
    """What is needed of an anchor; an `Annotation`'s anchor and a benchmark's both fit."""

    @property
    def start(self) -> int:
        """Offset of the first code point in the text it was made on."""

    @property
    def end(self) -> int:
        """Offset behind the last code point."""

    @property
    def exact(self) -> str:
        """The passage itself."""

    @property
    def prefix(self) -> str:
        """What stood before it."""

    @property
    def suffix(self) -> str:
        """What stood behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A passage `text[start:end]` that reads `exact`, with up to 64 code points on each side."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What became of an anchor in another text.

    `exact`, `moved` and `changed` are settled at `new_text[start:end]`. `ambiguous` is not: start
    and end are the best guess, to be confirmed by a person and never painted as settled. `lost`
    has neither. `confidence` is from 0 to 1.
    """

    start: int | None
    end: int | None
    state: PlacementState
    confidence: float = 1.0


LOST = Resolution(start=None, end=None, state=PlacementState.LOST, confidence=0.0)


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`; ValueError if that lies outside the text."""
    if not 0 <= start <= end <= len(text):
        message = f"no passage {start}:{end} in a text of {len(text)} characters"
        raise ValueError(message)
    return Anchor(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
    )


def resolve(
    old_text: str,
    new_text: str,
    anchors: Sequence[TextAnchor],
    *,
    deadline_seconds: float | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> list[Resolution]:
    """Where each anchor of `old_text` stands in `new_text`, one resolution an anchor, same order.

    `old_text` is the version in which the anchors were last confirmed.
    """
    del old_text, deadline_seconds, clock
    return [_find_quote(new_text, anchor) for anchor in anchors]


def _find_quote(text: str, anchor: TextAnchor) -> Resolution:
    """The place where quote and surroundings stand word for word, if there is only one."""
    if text[anchor.start : anchor.end] == anchor.exact and _fits(text, anchor, anchor.start):
        return _settled(anchor, anchor.start)
    passage = anchor.prefix + anchor.exact + anchor.suffix
    at = text.find(passage)
    if at >= 0 and text.find(passage, at + 1) < 0:
        return _settled(anchor, at + len(anchor.prefix))
    at = text.find(anchor.exact) if anchor.exact else -1
    if at < 0:
        return LOST
    return Resolution(
        start=at, end=at + len(anchor.exact), state=PlacementState.AMBIGUOUS, confidence=0.5
    )


def _fits(text: str, anchor: TextAnchor, start: int) -> bool:
    return text.endswith(anchor.prefix, 0, start) and text.startswith(
        anchor.suffix, start + len(anchor.exact)
    )


def _settled(anchor: TextAnchor, start: int) -> Resolution:
    state = PlacementState.EXACT if start == anchor.start else PlacementState.MOVED
    return Resolution(start=start, end=start + len(anchor.exact), state=state)
