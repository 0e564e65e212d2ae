"""Anchors: how an annotation holds on to its passage, and what became of one in another text.

An anchor keeps a position, the exact quote and its surroundings: the TextPositionSelector and
TextQuoteSelector of the W3C Web Annotation data model.
"""

from dataclasses import dataclass
from typing import Protocol

from reportreader.notes.annotation import CONTEXT_LENGTH, PlacementState


class TextAnchor(Protocol):
    """What is needed of an anchor."""

    @property
    def start(self) -> int:
        """Offset of the first code point in the text it was made on."""

    @property
    def end(self) -> int:
        """Offset behind the last code point."""

    @property
    def exact(self) -> str:
        """The passage itself, empty for a mere place."""

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

    `exact` (in its old order), `moved` and `changed` are settled at `text[start:end]`. `exact` and
    `moved` read as before but for spaces, width and script of the characters. `ambiguous` is not
    settled: start and end are the best guess, to be confirmed by a person and never painted as
    settled. `lost` has neither. `confidence` is from 0 to 1.
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
