"""Spans: inline emphasis, links and notes, and the breaks inside a block that are not shown."""

from dataclasses import dataclass
from enum import StrEnum


class SpanKind(StrEnum):
    """What an inline interval is."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    STRIKE = "strike"
    LINK = "link"
    IMAGE = "image"
    FOOTNOTE_REFERENCE = "footnote-reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Inline interval `text[start:end]`; `target` is the address of a link or the id of a note."""

    start: int
    end: int
    kind: SpanKind
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """White space `text[start:end]` inside one block that the source broke in mid-sentence.

    It stays in the text, so that offsets stay true to the source, but it is neither painted nor
    quoted nor searched.
    """

    start: int
    end: int
