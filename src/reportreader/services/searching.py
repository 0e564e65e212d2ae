"""Search in the whole library and in one report; both by one query language."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportreader.analysis.queries import Query, Term, find_hits, parse_query, relax
from reportreader.document.document import Document
from reportreader.library.documents import iter_current_texts
from reportreader.library.library import Library
from reportreader.library.listing import get_summaries
from reportreader.library.searching import SearchOrder, find_reports
from reportreader.library.summary import ReportFilter, ReportSummary
from reportreader.notes.annotation import ReportId
from reportreader.services.snippets import Snippet, make_snippets

__all__ = [
    "ReportHits",
    "SearchOrder",
    "SearchResults",
    "Snippet",
    "search_document",
    "search_library",
]

SNIPPET_LENGTH = 48
MOST_CHECKED = 2_000
"""Reports that are read at most to answer what the index cannot."""
CHECKED_AT_ONCE = 200
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
) -> SearchResults:
    """The reports that answer `query`; whatever is typed is a query, there are no errors in it.

    `words` cuts a text into words (`Segmenter.words`); with it, a long query found nowhere as it
    stands is looked for as all of its words, then as any of them. With `at_once`, for an answer to
    every key, fewer are read, and the newest come first in the place of the most relevant; with
    `weigh_all`, all are compared, also where that takes a second.
    """
    parsed = parse_query(query)
    if parsed is None:
        return SearchResults(query=query)
    with library.snapshot():
        for attempt in _iter_attempts(parsed, words):
            found = find_reports(
                library,
                attempt.query,
                report_filter,
                order,
                limit=limit,
                checked=CHECKED_AT_ONCE if at_once else MOST_CHECKED,
                at_once=at_once,
                weigh_all=weigh_all,
            )
            if found.total:
                break
        hits = _hits_in(library, found.report_ids, attempt.query, snippets)
    return SearchResults(
        query=query,
        total_reports=found.total,
        total_hits=sum(one.count for one in hits),
        hits=hits,
        relaxed=attempt.message_id if found.total else "",
        is_complete=found.is_complete,
        is_weighed=found.is_weighed,
    )


def search_document(document: Document, query: str) -> tuple[tuple[int, int], ...]:
    """Intervals of a report's text that answer the terms of `query`, ascending."""
    return tuple(find_hits(document, parse_query(query)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attempt:
    """A query to try, and what to say if it is the one that finds something."""

    query: Query
    message_id: str = ""


def _iter_attempts(query: Query, words: Words | None) -> Iterator[_Attempt]:
    """The query as it stands, then what to try where that is found nowhere."""
    yield _Attempt(query=query)
    if words is not None and isinstance(query, Term):
        relaxed = relax(query, words(query.text))
        if relaxed is not None:
            yield _Attempt(query=relaxed[0], message_id=RELAXED_TO_ALL)
            yield _Attempt(query=relaxed[1], message_id=RELAXED_TO_ANY)


def _hits_in(
    library: Library, report_ids: Sequence[ReportId], query: Query, snippets: int
) -> tuple[ReportHits, ...]:
    summaries = get_summaries(library, report_ids)
    hits = []
    for report_id, text in iter_current_texts(library, report_ids):
        found = find_hits(text, query)
        extracts = make_snippets(text, found, count=snippets, length=SNIPPET_LENGTH)
        hits.append(ReportHits(summary=summaries[report_id], count=len(found), snippets=extracts))
    return tuple(hits)
