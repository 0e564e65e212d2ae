"""Candidates for headings, before their siblings have been asked."""

from dataclasses import dataclass
from enum import StrEnum

from reportreader.document.section import SectionKind
from reportreader.structure.marks import Mark


class Form(StrEnum):
    """How a candidate stands in the text."""

    LINE = "line"
    """Alone on its line."""
    RUN_IN = "run-in"
    """Opens its paragraph, which goes on with the detail."""
    INLINE = "inline"
    """Inside flat text."""
    ITEM = "item"
    """A mark before a whole provision or list item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage `text[start:end]` of unit `unit` that may be a heading.

    `closing` is the sign that ends it (empty at the end of a line or before a blank), `followed`
    says that running text or a lower heading comes behind it, `score` is what speaks for it alone,
    from 0 to 1. Candidates of one `key` are siblings.
    """

    start: int
    end: int
    unit: int
    form: Form
    key: str
    score: float
    closing: str = ""
    followed: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A candidate that its siblings have confirmed; `rank` orders kinds that nest by nature."""

    start: int
    end: int
    unit: int
    key: str
    kind: SectionKind
    reason: str
    confidence: float
    form: Form
    number: tuple[int, ...] = ()
