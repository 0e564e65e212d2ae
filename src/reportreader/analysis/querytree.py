"""What a reader asks for, as a small frozen tree; `queries` reads it from what was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class SearchField(StrEnum):
    """Where a term may be asked for."""

    TITLE = "title"
    BODY = "body"
    NOTE = "note"
    TAG = "tag"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A piece of text to be found as it stands, in the title or the body if `field` is None.

    With `prefix` a hit that begins with a letter or digit must begin a word or a number.
    """

    text: str
    field: SearchField | None = None
    prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """Published from `first` to `last`, both days included; empty means open to that side."""

    first: str = ""
    last: str = ""

    def holds(self, date: str) -> bool:
        """Whether an ISO date, however much of it is known, may lie in the range."""
        if not date[:4].isdigit():
            return False
        day = date[:10]
        return self.first[: len(day)] <= day and (not self.last or day <= self.last[: len(day)])


@dataclass(frozen=True, slots=True, kw_only=True)
class And:
    """All of `parts`, of which there are two or more."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Or:
    """Any of `parts`, of which there are two or more."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """Everything but `part`."""

    part: "Query"


Query = Term | DateRange | And | Or | Not


def iter_terms(query: Query | None) -> Iterator[Term]:
    """The terms that a match can show, in order: those not under a negation."""
    match query:
        case Term():
            yield query
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from iter_terms(part)
        case _:
            return
