"""Spans: inline emphasis, links and notes, and the breaks inside a block that are not shown."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple


class SpanKind(StrEnum):
    """What an inline interval is."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    STRIKE = "strike"
    LINK = "link"
    IMAGE = "image"
    FOOTNOTE_REFERENCE = "footnote-reference"
    PAGE = "page"
    """Where a page of the source begins: empty, and its `target` is what the page is called."""


class Span(NamedTuple):
    """Inline interval `text[start:end]`; `target` is the address of a link or the id of a note."""

    start: int
    end: int
    kind: SpanKind
    target: str = ""


def find_page(spans: Sequence[Span], offset: int) -> str:
    """What the page of the source that holds `offset` is called; empty where it has no pages.

    `spans` ascend by start.
    """
    for index in range(bisect_right(spans, offset, key=lambda span: span.start) - 1, -1, -1):
        if spans[index].kind is SpanKind.PAGE:
            return spans[index].target
    return ""


class Join(NamedTuple):
    """White space `text[start:end]` inside one block that the source broke in mid-sentence.

    It stays in the text, so that offsets stay true to the source, but it is neither painted nor
    quoted nor searched.
    """

    start: int
    end: int
