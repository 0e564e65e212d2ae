"""Concordance: every place where something stands, with its context; and how often, compared.

Lines are keyword in context (KWIC): the context left and right of each hit as it is read, breaks
removed. Counts are given per 10,000 字. Keyness tells which phrases one set of reports uses more
than another, by log-likelihood (Dunning 1993; the form of Rayson and Garside 2000).
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportreader.analysis.characters import HAN
from reportreader.analysis.querytree import Query
from reportreader.analysis.searchhits import find_hits
from reportreader.analysis.searchtext import SearchText, search_form
from reportreader.document.document import Document

CONTEXT_LENGTH = 40
"""Code points of context to either side of a hit."""
PER = 10_000
"""字 that rates are given for."""
SIGNIFICANT = 15.13
"""Log-likelihood above which a difference is one of chance in less than 1 of 10,000 cases."""

_WHITE = re.compile(r"\s+")
_CHARACTER = re.compile(f"[{HAN}]|[^\\W_{HAN}]+")


class ContextOrder(StrEnum):
    """What concordance lines are sorted by."""

    TEXT = "text"
    LEFT = "left"
    KEYWORD = "keyword"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcordanceLine:
    """One hit at `offset`: the keyword as it stands there, and what is read around it."""

    left: str
    keyword: str
    right: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyness:
    """How much more (or less, if negative) a phrase belongs to one set of reports than to another.

    `score` is the log-likelihood with the sign of the difference; `count` and `other_count` are
    how often the phrase occurs in each.
    """

    phrase: str
    score: float
    count: int
    other_count: int

    @property
    def is_significant(self) -> bool:
        """Whether the difference is more than chance (p < 0.0001)."""
        return abs(self.score) >= SIGNIFICANT


def find_concordance(
    document: Document,
    query: Query | None,
    *,
    prepared: SearchText | None = None,
    context_length: int = CONTEXT_LENGTH,
) -> tuple[ConcordanceLine, ...]:
    """The lines of a report for `query`, in text order.

    `prepared` spares making the searched form anew; title terms need the document itself.
    """
    hits = find_hits(prepared if prepared is not None else document, query)
    length = len(document.text)
    return tuple(_line(document.passage, length, hit, context_length) for hit in hits)


def find_text_concordance(
    text: str, query: Query | None, *, context_length: int = CONTEXT_LENGTH
) -> tuple[ConcordanceLine, ...]:
    """The same for a bare text, in which breaks inside a sentence are shown as blanks."""

    def passage(start: int, end: int) -> str:
        return text[start:end]

    hits = find_hits(text, query)
    return tuple(_line(passage, len(text), hit, context_length) for hit in hits)


def sort_lines(lines: Iterable[ConcordanceLine], order: ContextOrder) -> list[ConcordanceLine]:
    """Lines by what `context_key` reads; of equals the one that stands first in its report."""
    return sorted(lines, key=lambda line: (context_key(line, order), line.offset))


def context_key(line: ConcordanceLine, order: ContextOrder) -> bytes:
    """What a line is sorted by: what follows the keyword, what precedes it read backwards, itself.

    The order is that of GB 18030, which has the common characters by their pinyin; empty for the
    order of the text.
    """
    match order:
        case ContextOrder.LEFT:
            return _sort_key(line.left[::-1])
        case ContextOrder.RIGHT:
            return _sort_key(line.right)
        case ContextOrder.KEYWORD:
            return _sort_key(line.keyword)
        case ContextOrder.TEXT:
            return b""


def count_characters(text: str) -> int:
    """Length of `text` in 字: Han characters, and words or numbers of other scripts, one each."""
    return sum(1 for _ in _CHARACTER.finditer(text))


def rate(count: int, characters: int) -> float:
    """Occurrences per 10,000 字, 0 for an empty text."""
    return count * PER / characters if characters else 0.0


def keyness(
    counts: Mapping[str, int], total: int, other_counts: Mapping[str, int], other_total: int
) -> tuple[Keyness, ...]:
    """Phrases that tell two sets of reports apart, those of the first set in front.

    `total` and `other_total` are the lengths of the sets in 字. Sorted by score, falling.
    """
    found = [
        Keyness(
            phrase=phrase,
            score=_log_likelihood(
                counts.get(phrase, 0), total, other_counts.get(phrase, 0), other_total
            ),
            count=counts.get(phrase, 0),
            other_count=other_counts.get(phrase, 0),
        )
        for phrase in {**counts, **other_counts}
    ]
    return tuple(sorted(found, key=lambda each: (-each.score, each.phrase)))


def _sort_key(context: str) -> bytes:
    return search_form(context).encode("gb18030", "replace")


def _line(
    passage: Callable[[int, int], str], length: int, hit: tuple[int, int], context_length: int
) -> ConcordanceLine:
    start, end = hit
    # Breaks and blanks are dropped from the context, so twice as much is looked at.
    left = _as_read(passage(max(0, start - 2 * context_length), start))
    right = _as_read(passage(end, min(length, end + 2 * context_length)))
    return ConcordanceLine(
        left=left[-context_length:] if context_length else "",
        keyword=_as_read(passage(start, end)).strip(),
        right=right[:context_length],
        offset=start,
    )


def _as_read(passage: str) -> str:
    return _WHITE.sub(" ", passage)


def _log_likelihood(count: int, total: int, other_count: int, other_total: int) -> float:
    both = count + other_count
    if not total or not other_total or not both:
        return 0.0
    expected = total * both / (total + other_total)
    other_expected = other_total * both / (total + other_total)
    likelihood = 2 * (_term(count, expected) + _term(other_count, other_expected))
    return likelihood if count >= expected else -likelihood


def _term(count: int, expected: float) -> float:
    return count * math.log(count / expected) if count else 0.0
