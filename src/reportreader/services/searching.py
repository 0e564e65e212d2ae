"""Search in the whole library and in one report; both by one query language."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportreader.analysis.queries import Query, Term, find_hits, matches, parse_query, relax
from reportreader.analysis.searchhits import find_hits_in_each
from reportreader.analysis.wholewords import CutTexts, without_negations
from reportreader.document.document import Document
from reportreader.library.documents import iter_text_batches
from reportreader.library.library import Library
from reportreader.library.listing import get_summaries
from reportreader.library.ranking import WEIGHED, FoundReports
from reportreader.library.searching import (
    ALL_REPORTS,
    SearchOrder,
    find_reports,
    find_reports_that,
)
from reportreader.library.summary import ReportFilter, ReportSummary
from reportreader.notes.annotation import ReportId
from reportreader.services.snippets import Snippet, make_snippets

__all__ = [
    "ReportHits",
    "SearchOrder",
    "SearchResults",
    "Snippet",
    "next_report_with_hits",
    "search_document",
    "search_library",
]

SNIPPET_LENGTH = 48
MOST_CHECKED = 2_000
"""Reports that are read at most to answer what the index cannot."""
CHECKED_AT_ONCE = 200
MOST_CUT = 500
"""Reports that are read and cut into words at most, for whole words."""
CUT_AT_ONCE = 100
SHORTEST_RELAXED = 4
"""Code points of a query that may be taken apart: two words of two."""
RELAXED_TO_ALL = "searching.relaxed_to_all"
RELAXED_TO_ANY = "searching.relaxed_to_any"

Words = Callable[[str], Sequence[str]]
_EVERYTHING = ReportFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHits:
    """A report that answers, with the number of hits in its text and extracts around some."""

    summary: ReportSummary
    count: int
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults:
    """The answer to a query.

    `total_reports` counts all reports that answer, `total_hits` the hits in those of `hits`.
    `relaxed` is the id of a message that says how the query was widened because its words as
    they stand were found nowhere. `is_complete` is false where there may be more reports than
    counted; `is_weighed` where not all were compared: then they are the best of the newest and of
    those titled so, or with `at_once` the newest themselves.
    """

    query: str
    total_reports: int = 0
    total_hits: int = 0
    hits: tuple[ReportHits, ...] = ()
    relaxed: str = ""
    is_complete: bool = True
    is_weighed: bool = True


def search_library(
    library: Library,
    query: str,
    *,
    limit: int = 50,
    snippets: int = 3,
    order: SearchOrder = SearchOrder.RELEVANCE,
    report_filter: ReportFilter = _EVERYTHING,
    words: Words | None = None,
    at_once: bool = False,
    weigh_all: bool = False,
    whole_words: CutTexts | None = None,
) -> SearchResults:
    """The reports that answer `query`; whatever is typed is a query, there are no errors in it.

    `words` cuts a text into words (`Segmenter.words`); with it, a long query found nowhere as it
    stands is looked for as all of its words, then as any of them. With `at_once`, for an answer to
    every key, fewer are read, and the newest come first in the place of the most relevant; with
    `weigh_all`, all are read and compared that need be, however long it takes. With `whole_words`
    (`Segmenter.cut_texts`) a hit counts only if it begins and ends with words.
    """
    parsed = parse_query(query)
    if parsed is None:
        return SearchResults(query=query)
    with library.snapshot():
        for attempt in _iter_attempts(parsed, words):
            asked = _Asked(
                query=attempt.query,
                report_filter=report_filter,
                order=order,
                whole_words=whole_words,
            )
            found = _find(library, asked, limit=limit, at_once=at_once, weigh_all=weigh_all)
            if found.total:
                break
        hits = _hits_in(library, found.report_ids, asked, snippets)
    return SearchResults(
        query=query,
        total_reports=found.total,
        total_hits=sum(one.count for one in hits),
        hits=hits,
        relaxed=attempt.message_id if found.total else "",
        is_complete=found.is_complete,
        is_weighed=found.is_weighed,
    )


def next_report_with_hits(
    library: Library,
    query: str,
    report_id: ReportId,
    *,
    step: int = 1,
    snippets: int = 0,
    order: SearchOrder = SearchOrder.RELEVANCE,
    report_filter: ReportFilter = _EVERYTHING,
    words: Words | None = None,
    whole_words: CutTexts | None = None,
    weigh_all: bool = False,
) -> ReportHits | None:
    """The report behind (or with `step` -1 before) one in the list that `search_library` gives.

    Reports without hits in their text are passed over. None at the end of the list, or where the
    report is not in it. As long as the list is, this takes some milliseconds more than a search.
    """
    parsed = parse_query(query)
    if parsed is None:
        return None
    with library.snapshot():
        for attempt in _iter_attempts(parsed, words):
            asked = _Asked(
                query=attempt.query,
                report_filter=report_filter,
                order=order,
                whole_words=whole_words,
            )
            listed = _find(library, asked, limit=WEIGHED, weigh_all=weigh_all).report_ids
            if listed:
                break
        if report_id not in listed:
            return None
        at = listed.index(report_id) + step
        while 0 <= at < len(listed):
            (hits,) = _hits_in(library, listed[at : at + 1], asked, snippets)
            if hits.count:
                return hits
            at += step
    return None


def search_document(
    document: Document, query: str, *, whole_words: CutTexts | None = None
) -> tuple[tuple[int, int], ...]:
    """Intervals of a report's text that answer the terms of `query`, ascending."""
    return tuple(find_hits(document, parse_query(query), whole_words=whole_words))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is looked for, among which reports, and in which order they come."""

    query: Query
    report_filter: ReportFilter
    order: SearchOrder
    whole_words: CutTexts | None


def _find(
    library: Library,
    asked: _Asked,
    *,
    limit: int,
    at_once: bool = False,
    weigh_all: bool = False,
) -> FoundReports:
    if asked.whole_words is None:
        checked = CHECKED_AT_ONCE if at_once else MOST_CHECKED
        return find_reports(
            library,
            asked.query,
            asked.report_filter,
            asked.order,
            limit=limit,
            checked=ALL_REPORTS if weigh_all else checked,
            at_once=at_once,
            weigh_all=weigh_all,
        )
    checked = CUT_AT_ONCE if at_once else MOST_CUT
    return find_reports_that(
        library,
        asked.query,
        lambda record: matches(asked.query, record, whole_words=asked.whole_words),
        asked.report_filter,
        asked.order,
        among=without_negations(asked.query),
        limit=limit,
        checked=ALL_REPORTS if weigh_all else checked,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attempt:
    """A query to try, and what to say if it is the one that finds something."""

    query: Query
    message_id: str = ""


def _iter_attempts(query: Query, words: Words | None) -> Iterator[_Attempt]:
    """The query as it stands, then what to try where that is found nowhere."""
    yield _Attempt(query=query)
    if words is not None and isinstance(query, Term) and len(query.text) >= SHORTEST_RELAXED:
        relaxed = relax(query, words(query.text))
        if relaxed is not None:
            yield _Attempt(query=relaxed[0], message_id=RELAXED_TO_ALL)
            yield _Attempt(query=relaxed[1], message_id=RELAXED_TO_ANY)


def _hits_in(
    library: Library, report_ids: Sequence[ReportId], asked: _Asked, snippets: int
) -> tuple[ReportHits, ...]:
    summaries = get_summaries(library, report_ids)
    hits = []
    for texts in iter_text_batches(library, report_ids):
        found = find_hits_in_each(tuple(texts.values()), asked.query, whole_words=asked.whole_words)
        for (report_id, text), mine in zip(texts.items(), found, strict=True):
            extracts = make_snippets(text, mine, count=snippets, length=SNIPPET_LENGTH)
            hits.append(
                ReportHits(summary=summaries[report_id], count=len(mine), snippets=extracts)
            )
    return tuple(hits)
