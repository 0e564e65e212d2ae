"""Sections: the outline of a report, and the articles of a page that holds several."""

from enum import StrEnum
from typing import NamedTuple


class SectionKind(StrEnum):
    """What made a heading a heading (kinds of `GUIDE.md`, plus what marked-up files say)."""

    NUMBERED = "numbered"
    SHORT_LINE = "short-line"
    LEAD_PHRASE = "lead-phrase"
    INLINE = "inline"
    ARTICLE_HEADLINE = "article-headline"
    COLUMN = "column"
    MARKUP = "markup"
    """The file itself says so: a Markdown, HTML or office heading."""
    READER = "reader"
    """The reader said so."""


class Section(NamedTuple):
    """A heading and, by position, the part of the report that it names.

    The heading stands at `text[start:end]`, marks in front included, closing punctuation not. The
    part reaches to `content_end`: the next heading of the same or a higher level, or the end.
    `title` is the heading as one line. `confidence` is from 0 to 1; `reason` is a message id
    (`outline.<reason>`) that says why the passage was taken for a heading.
    """

    start: int
    end: int
    level: int
    title: str
    kind: SectionKind
    content_end: int
    confidence: float = 1.0
    reason: str = ""


class Article(NamedTuple):
    """One article of a newspaper or digest page: `text[start:end]`, headline included."""

    start: int
    end: int
    headline: str
    column: str = ""
    byline: str = ""
