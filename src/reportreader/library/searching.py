"""Queries against the library: which reports answer, best first.

Where the index cannot decide (see `matching`), each report that may answer is read and checked by
`queries.matches`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportreader.analysis.bigrams import index_phrase
from reportreader.analysis.queries import (
    And,
    DateRange,
    Not,
    Or,
    Query,
    SearchField,
    SearchRecord,
    Term,
    matches,
)
from reportreader.library.documents import load_text
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
from reportreader.library.ranking import TITLE_WEIGHT, WEIGHED, MatchingReports, best_of
from reportreader.library.standing import current_version
from reportreader.library.summary import ReportFilter
from reportreader.notes.annotation import ReportId

OPEN_ENDED = '"*'
"""What stands in an index expression behind a token that may go on."""
IsAnswer = Callable[[SearchRecord], bool]
ALL_REPORTS = 10_000_000
"""More reports than a library holds: a limit that limits nothing."""


class SearchOrder(StrEnum):
    """What search results are sorted by."""

    RELEVANCE = "relevance"
    DATE = "date"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReports:
    """The best reports that answer, and how many do.

    `is_complete` is false where there may be more than `total`: reports had to be read to be sure,
    or counting would have taken too long. `is_weighed` is false where only the newest were compared
    (`ranking.WEIGHED`), or none.
    """

    report_ids: tuple[ReportId, ...]
    total: int
    is_complete: bool = True
    is_weighed: bool = True


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
        if at_once:
            return _newest_by_index(found, limit, is_countable=OPEN_ENDED not in match)
        return _rank_by_index(found, limit, weigh_all=weigh_all)
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


def _rank_by_index(found: MatchingReports, limit: int, *, weigh_all: bool) -> FoundReports:
    """The best by what the index says of them, counted by it too."""
    most = max(WEIGHED, limit)
    weighed = found.weigh_newest(most + 1)
    if len(weighed) <= most:
        return FoundReports(report_ids=tuple(best_of(weighed, limit)), total=len(weighed))
    total = found.count()
    if weigh_all:
        return FoundReports(report_ids=tuple(found.best(limit)), total=total)
    newest = weighed[:most]
    titled = found.weigh_titled(newest[-1][1])
    return FoundReports(
        report_ids=tuple(best_of((*newest, *titled), limit)),
        total=total,
        is_weighed=False,
    )


def _newest_by_index(found: MatchingReports, limit: int, *, is_countable: bool) -> FoundReports:
    """The newest, without a look at the others but to count them.

    A token that may go on puts hundreds of lists together at every look, so that not even counting
    is cheap.
    """
    newest = found.newest(limit + 1)
    is_all = len(newest) <= limit
    is_counted = is_all or is_countable
    return FoundReports(
        report_ids=tuple(newest[:limit]),
        total=len(newest) if is_all or not is_counted else found.count(),
        is_complete=is_counted,
        is_weighed=len(newest) < 2,
    )


def make_record(library: Library, report_id: ReportId, query: Query) -> SearchRecord:
    """What a query can ask of a report; only what it does ask is read."""
    fields = {term.field for term in _iter_all_terms(query)}
    row = library.row("SELECT title, issuer, date FROM report WHERE report_id = ?", (report_id,))
    title, issuer, date = row or ("", "", "")
    reads_body = bool(fields & {None, SearchField.BODY})
    notes: list[str] = []
    if SearchField.NOTE in fields:
        rows = library.rows(
            "SELECT quote, body FROM annotation WHERE report_id = ? AND deleted = ''", (report_id,)
        )
        notes = [text for row in rows for text in row]
    return SearchRecord(
        title=title,
        body=load_text(library, current_version(library, report_id)) if reads_body else "",
        notes=tuple(notes),
        tags=_tags_of(library, report_id) if SearchField.TAG in fields else (),
        source=issuer,
        date=date,
    )


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


def _iter_all_terms(query: Query) -> Iterable[Term]:
    match query:
        case Term():
            yield query
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _iter_all_terms(part)
        case Not(part=part):
            yield from _iter_all_terms(part)
        case DateRange():
            return


def _tags_of(library: Library, report_id: ReportId) -> tuple[str, ...]:
    rows = library.rows(
        """SELECT name FROM report_tag JOIN tag USING (tag_id) WHERE report_id = ?
          UNION SELECT name FROM annotation_tag JOIN tag USING (tag_id)
            JOIN annotation USING (annotation_number) WHERE report_id = ? AND deleted = ''""",
        (report_id, report_id),
    )
    return tuple(row[0] for row in rows)
