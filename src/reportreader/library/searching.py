"""Queries against the library: which reports answer, best first.

Where the index cannot decide (see `matching`), each report that may answer is read and checked by
`queries.matches`.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from reportreader.analysis.bigrams import index_phrase
from reportreader.analysis.queries import (
    Query,
    SearchRecord,
    matches,
)
from reportreader.library.library import Library
from reportreader.library.listing import make_condition
from reportreader.library.matching import (
    ANYTHING,
    EVERYTHING,
    Condition,
    compile_query,
    ranking_match,
    split_match,
)
from reportreader.library.ranking import (
    TITLE_WEIGHT,
    FoundReports,
    MatchingReports,
    newest_by_index,
    rank_by_index,
)
from reportreader.library.search_records import make_record
from reportreader.library.summary import ReportFilter
from reportreader.notes.annotation import ReportId

OPEN_ENDED = '"*'
"""What stands in an index expression behind a token that may go on."""
_READ_FIRST = 100
"""Reports that are read before the index is asked, where asking it takes long."""
IsAnswer = Callable[[SearchRecord], bool]
ALL_REPORTS = 10_000_000
"""More reports than a library holds: a limit that limits nothing."""


class SearchOrder(StrEnum):
    """What search results are sorted by."""

    RELEVANCE = "relevance"
    DATE = "date"
    TITLE = "title"


def find_reports(
    library: Library,
    query: Query,
    wanted: ReportFilter,
    order: SearchOrder,
    *,
    limit: int,
    checked: int,
    at_once: bool = False,
    weigh_all: bool = False,
) -> FoundReports:
    """The first `limit` reports that answer, best first.

    Where reports have to be read to be sure, at most `checked` of them are. `at_once` gives the
    newest first where comparing by relevance would take time; `weigh_all` takes the time to compare
    them all.
    """
    match, rest = split_match(query)
    narrowed = EVERYTHING if rest is None else compile_query(library, rest)
    if match and narrowed.is_exact and order is SearchOrder.RELEVANCE:
        found = MatchingReports(library, match, wanted, narrowed)
        is_open = OPEN_ENDED in match
        if at_once:
            read = _newest_by_reading(library, query, wanted, limit) if is_open else None
            return read or newest_by_index(found, limit, is_countable=not is_open)
        return rank_by_index(found, limit, weigh_all=weigh_all, weighs_titled=not is_open)
    condition = compile_query(library, query)
    if condition.is_exact:
        return _page_of(library, query, condition, wanted, order, limit)
    return _read_through(
        library,
        query,
        _candidates(library, query, condition, wanted, order),
        lambda record: matches(query, record),
        limit=limit,
        checked=checked,
    )


def find_reports_that(
    library: Library,
    query: Query,
    is_answer: IsAnswer,
    wanted: ReportFilter,
    order: SearchOrder,
    *,
    among: Query | None,
    limit: int,
    checked: int,
) -> FoundReports:
    """The first `limit` reports that are an answer to `query`, once they are read.

    Only those are read that answer the query `among`, None for all, and at most `checked` of them.
    """
    if among is None:
        candidates = _candidates(library, query, ANYTHING, wanted, order, limit=checked + 1)
    else:
        candidates = list(
            find_reports(
                library,
                among,
                wanted,
                order,
                limit=checked + 1,
                checked=checked + 1,
                weigh_all=True,
            ).report_ids
        )
    return _read_through(library, query, candidates, is_answer, limit=limit, checked=checked)


def _read_through(
    library: Library,
    query: Query,
    candidates: Sequence[ReportId],
    is_answer: IsAnswer,
    *,
    limit: int,
    checked: int,
) -> FoundReports:
    """Those of the first `checked` candidates that answer; an answer behind them is not ruled out."""
    found = [
        report_id
        for report_id in candidates[:checked]
        if is_answer(make_record(library, report_id, query))
    ]
    return FoundReports(
        report_ids=tuple(found[:limit]),
        total=len(found),
        is_complete=len(candidates) <= checked,
    )


def _newest_by_reading(
    library: Library, query: Query, wanted: ReportFilter, limit: int
) -> FoundReports | None:
    """The newest, if the last reports added hold enough of them; None if they do not.

    Most reports hold a common character: then reading a few is a hundred times as fast as putting
    together the lists of all pairs that begin with it.
    """
    where, values = make_condition(wanted)
    sql = f"SELECT report_id FROM report WHERE {where} ORDER BY report_id DESC LIMIT {_READ_FIRST}"
    found: list[ReportId] = []
    for (report_id,) in library.rows(sql, values):
        if matches(query, make_record(library, report_id, query)):
            found.append(report_id)
        if len(found) > limit:
            return FoundReports(
                report_ids=tuple(found[:limit]),
                total=len(found),
                is_complete=False,
                is_weighed=False,
            )
    return None


def count_reports_with(library: Library, phrase: str) -> int:
    """In how many reports a phrase occurs, as the index knows it."""
    asked = index_phrase(phrase)
    if not asked.match:
        return 0
    return int(
        library.value("SELECT count(*) FROM report_fts WHERE report_fts MATCH ?", (asked.match,))
    )


def find_notes(library: Library, text: str) -> frozenset[int] | None:
    """Numbers of the annotations whose quote or note may hold `text`; None if all may."""
    asked = index_phrase(text)
    if not asked.match:
        return None
    rows = library.rows("SELECT rowid FROM note_fts WHERE note_fts MATCH ?", (asked.match,))
    return frozenset(row[0] for row in rows)


def _page_of(
    library: Library,
    query: Query,
    condition: Condition,
    wanted: ReportFilter,
    order: SearchOrder,
    limit: int,
) -> FoundReports:
    """The first reports that meet an exact condition, and how many do."""
    report_ids = _candidates(library, query, condition, wanted, order, limit=limit)
    total = len(report_ids)
    if total == limit:
        where, values = make_condition(wanted)
        total = int(
            library.value(
                f"""SELECT count(*) FROM report r WHERE {condition.sql}
                  AND r.report_id IN (SELECT report_id FROM report WHERE {where})""",
                (*condition.values, *values),
            )
        )
    return FoundReports(report_ids=tuple(report_ids), total=total)


def _candidates(
    library: Library,
    query: Query,
    condition: Condition,
    wanted: ReportFilter,
    order: SearchOrder,
    *,
    limit: int = -1,
) -> list[ReportId]:
    where, values = make_condition(wanted)
    within = f"r.report_id IN (SELECT report_id FROM report WHERE {where})"
    ranked = ranking_match(query) if order is SearchOrder.RELEVANCE else ""
    if ranked:
        sql = f"""SELECT r.report_id FROM report r LEFT JOIN (
            SELECT rowid AS report_id, bm25(report_fts, 1.0, {TITLE_WEIGHT}) AS score
            FROM report_fts WHERE report_fts MATCH ?) s USING (report_id)
          WHERE {condition.sql} AND {within}
          ORDER BY coalesce(s.score, 0), r.report_id DESC LIMIT ?"""
        rows = library.rows(sql, (ranked, *condition.values, *values, limit))
    else:
        column = (
            "r.title_key, r.report_id"
            if order is SearchOrder.TITLE
            else "r.date DESC, r.report_id DESC"
        )
        sql = f"""SELECT r.report_id FROM report r WHERE {condition.sql} AND {within}
          ORDER BY {column} LIMIT ?"""
        rows = library.rows(sql, (*condition.values, *values, limit))
    return [ReportId(row[0]) for row in rows]
