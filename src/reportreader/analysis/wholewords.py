"""Whole words: hits that begin and end where words do, as a dictionary cuts the sentence.

党建 stands in 劳动党建设祖国 as letters, but not as a word: 劳动党|建设|祖国. A hit may be several words
(党建引领). Who cuts is told from outside, so that no dictionary is loaded for a plain search.
"""

from collections.abc import Callable, Sequence

from reportreader.analysis.querytree import And, DateRange, Not, Or, Query, SearchField, Term
from reportreader.analysis.searchtext import search_form

Interval = tuple[int, int]
CutTexts = Callable[[Sequence[str]], Sequence[Sequence[Interval]]]
"""Cuts several texts: the intervals of the words of each (`Segmenter.cut_texts`)."""

REACH = 40
"""Code points to either side of a hit that are cut along with it; few sentences reach farther."""
_WORDED_FIELDS = (None, SearchField.TITLE, SearchField.BODY, SearchField.NOTE)
"""Where sentences stand; tags and names of sources are no sentences."""


def has_words(term: Term) -> bool:
    """Whether a term is looked for where words can be told."""
    return term.field in _WORDED_FIELDS


def whole_hits(
    text: str, hits: Sequence[Interval], term: Term, cut_texts: CutTexts
) -> list[Interval]:
    """Those of the `hits` of a term that begin and end with words; with a prefix, that begin so."""
    places = [_place(text, hit) for hit in hits]
    cut = dict.fromkeys(form for form, _, _ in places)
    words = dict(zip(cut, cut_texts(list(cut)), strict=True))
    return [
        hit
        for hit, (form, start, end) in zip(hits, places, strict=True)
        if not _is_inside(start, words[form]) and (term.prefix or not _is_inside(end, words[form]))
    ]


def holds_whole(
    text: str, hits: Sequence[Interval], term: Term, cut_texts: CutTexts, *, at_once: int = 4
) -> bool:
    """Whether any of the hits is whole; looked at a few at a time, because the first often is."""
    return any(
        whole_hits(text, hits[first : first + at_once], term, cut_texts)
        for first in range(0, len(hits), at_once)
    )


def without_negations(query: Query) -> Query | None:
    """A query that every report answers which answers `query` with whole words; None: all may.

    What must not stand as a word may well stand inside one, so an index that knows no words cannot
    rule it out.
    """
    match query:
        case Term() | DateRange():
            return query
        case Not():
            return None
        case And(parts=parts):
            kept = [one for part in parts if (one := without_negations(part)) is not None]
            if len(kept) < 2:
                return kept[0] if kept else None
            return And(parts=tuple(kept))
        case Or(parts=parts):
            either = [one for part in parts if (one := without_negations(part)) is not None]
            return Or(parts=tuple(either)) if len(either) == len(parts) else None


def _place(text: str, hit: Interval) -> tuple[str, int, int]:
    """What stands around a hit in the form that is searched, and where the hit is in it."""
    start, end = hit
    before, after = max(0, start - REACH), min(len(text), end + REACH)
    form = search_form(text[before:after])
    first = len(form) - len(search_form(text[start:after]))
    return form, first, first + len(search_form(text[start:end]))


def _is_inside(position: int, words: Sequence[Interval]) -> bool:
    """Whether a word goes on over a position."""
    return any(start < position < end for start, end in words)
