"""Queries against the library: which reports may answer, best first, and what to check them by.

A query tree becomes one SQL condition on `report r`. Where the index cannot decide (a term with
punctuation, a word that must begin so), the condition lets too many through, never too few, and
each report is then checked by reading it (`queries.matches`).
"""

from collections.abc import Iterable
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
from reportreader.analysis.querytree import iter_terms
from reportreader.analysis.searchtext import is_spelt, search_form
from reportreader.library.documents import load_text
from reportreader.library.library import Library
from reportreader.library.listing import make_condition
from reportreader.library.reports import current_version
from reportreader.library.summary import ReportFilter
from reportreader.notes.annotation import ReportId

TITLE_WEIGHT = 6.0
"""How many hits in the text one hit in the title is worth; measured in search-index, §2."""

_IN_INDEX = "r.report_id IN (SELECT rowid FROM report_fts WHERE report_fts MATCH ?)"
_IN_NOTES = """r.report_id IN (SELECT report_id FROM annotation WHERE deleted = ''
  AND annotation_number IN (SELECT rowid FROM note_fts WHERE note_fts MATCH ?))"""
_HAS_NOTES = "r.note_count + r.bookmark_count > 0"
_HAS_TAG = """r.report_id IN (SELECT report_id FROM report_tag WHERE tag_id IN ({marks})
  UNION SELECT report_id FROM annotation_tag JOIN annotation USING (annotation_number)
    WHERE deleted = '' AND tag_id IN ({marks}))"""
_IN_DATES = """(r.date GLOB '[0-9][0-9][0-9][0-9]*'
  AND substr(?, 1, length(substr(r.date, 1, 10))) <= substr(r.date, 1, 10)
  AND (? = '' OR substr(r.date, 1, 10) <= substr(?, 1, length(substr(r.date, 1, 10)))))"""


class SearchOrder(StrEnum):
    """What search results are sorted by."""

    RELEVANCE = "relevance"
    DATE = "date"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """SQL over `report r` with its values; `is_exact` unless it lets too many through."""

    sql: str
    values: tuple[object, ...] = ()
    is_exact: bool = True


_ANY = Condition(sql="1", is_exact=False)
_NONE = Condition(sql="0")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReports:
    """The best reports that answer, and how many do.

    `is_complete` is false where reports had to be read to be sure and not all of them were.
    """

    report_ids: tuple[ReportId, ...]
    total: int
    is_complete: bool = True


def find_reports(
    library: Library,
    query: Query,
    wanted: ReportFilter,
    order: SearchOrder,
    *,
    limit: int,
    checked: int,
) -> FoundReports:
    """The first `limit` reports that answer, best first.

    Where reports have to be read to be sure, at most `checked` of them are.
    """
    match = whole_match(query)
    if match and order is SearchOrder.RELEVANCE:
        return _rank_by_index(library, match, wanted, limit)
    condition = compile_query(library, query)
    candidates = _candidates(library, query, condition, wanted, order)
    if condition.is_exact:
        return FoundReports(report_ids=tuple(candidates[:limit]), total=len(candidates))
    found = [
        report_id
        for report_id in candidates[:checked]
        if matches(query, make_record(library, report_id, query))
    ]
    return FoundReports(
        report_ids=tuple(found[:limit]),
        total=len(found),
        is_complete=len(candidates) <= checked,
    )


def whole_match(query: Query) -> str:
    """The index expression that answers a query by itself, empty if there is none."""
    match query:
        case Term(field=None | SearchField.TITLE | SearchField.BODY):
            is_answer = index_phrase(query.text).match and _is_decided(query)
            return f"({_fts_expression(query)})" if is_answer else ""
        case Or(parts=parts):
            expressions = [whole_match(part) for part in parts]
            return f"({' OR '.join(expressions)})" if all(expressions) else ""
        case And(parts=parts):
            wanted = [whole_match(part) for part in parts if not isinstance(part, Not)]
            unwanted = [whole_match(part.part) for part in parts if isinstance(part, Not)]
            if not wanted or not all(wanted) or not all(unwanted):
                return ""
            return "(" + " NOT ".join([f"({' AND '.join(wanted)})", *unwanted]) + ")"
        case _:
            return ""


def _rank_by_index(library: Library, match: str, wanted: ReportFilter, limit: int) -> FoundReports:
    """Ranking and counting where only few rows have to be left out or looked up."""
    where, values = make_condition(wanted)
    if wanted == ReportFilter():
        within = "rowid NOT IN (SELECT report_id FROM report WHERE deleted <> '')"
        values = []
    else:
        within = f"rowid IN (SELECT report_id FROM report WHERE {where})"
    source = f"FROM report_fts WHERE report_fts MATCH ? AND {within}"
    rows = library.rows(
        f"SELECT rowid {source} ORDER BY bm25(report_fts, {TITLE_WEIGHT}, 1.0), rowid DESC LIMIT ?",
        (match, *values, limit),
    )
    total = len(rows)
    if total == limit:
        total = int(library.value(f"SELECT count(*) {source}", (match, *values)))
    return FoundReports(report_ids=tuple(ReportId(row[0]) for row in rows), total=total)


def compile_query(library: Library, query: Query) -> Condition:
    """The condition that a query puts on a report."""
    match query:
        case Term():
            return _compile_term(library, query)
        case DateRange(first=first, last=last):
            return Condition(sql=_IN_DATES, values=(first, last, last))
        case And(parts=parts):
            return _join("AND", [compile_query(library, part) for part in parts])
        case Or(parts=parts):
            return _join("OR", [compile_query(library, part) for part in parts])
        case Not(part=part):
            inner = compile_query(library, part)
            if not inner.is_exact:
                return _ANY
            return Condition(sql=f"NOT ({inner.sql})", values=inner.values)


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


def _candidates(
    library: Library,
    query: Query,
    condition: Condition,
    wanted: ReportFilter,
    order: SearchOrder,
) -> list[ReportId]:
    where, values = make_condition(wanted)
    within = f"r.report_id IN (SELECT report_id FROM report WHERE {where})"
    ranked = _ranking_match(query) if order is SearchOrder.RELEVANCE else ""
    if ranked:
        sql = f"""SELECT r.report_id FROM report r LEFT JOIN (
            SELECT rowid AS report_id, bm25(report_fts, {TITLE_WEIGHT}, 1.0) AS score
            FROM report_fts WHERE report_fts MATCH ?) s USING (report_id)
          WHERE {condition.sql} AND {within} ORDER BY coalesce(s.score, 0), r.report_id DESC"""
        rows = library.rows(sql, (ranked, *condition.values, *values))
    else:
        column = (
            "r.title_key, r.report_id"
            if order is SearchOrder.TITLE
            else "r.date DESC, r.report_id DESC"
        )
        sql = (
            f"SELECT r.report_id FROM report r WHERE {condition.sql} AND {within} ORDER BY {column}"
        )
        rows = library.rows(sql, (*condition.values, *values))
    return [ReportId(row[0]) for row in rows]


def _compile_term(library: Library, term: Term) -> Condition:
    match term.field:
        case SearchField.TAG:
            return _compile_tag(library, term)
        case SearchField.SOURCE:
            return _compile_source(library, term)
        case SearchField.NOTE:
            asked = index_phrase(term.text)
            if not asked.match:
                return Condition(sql=_HAS_NOTES, is_exact=False)
            return Condition(sql=_IN_NOTES, values=(asked.match,), is_exact=_is_decided(term))
        case _:
            asked = index_phrase(term.text)
            if not asked.match:
                return _ANY
            return Condition(
                sql=_IN_INDEX, values=(_fts_expression(term),), is_exact=_is_decided(term)
            )


def _is_decided(term: Term) -> bool:
    """Whether the index alone can answer a term."""
    form = search_form(term.text)
    must_begin_word = term.prefix and bool(form) and is_spelt(form[0])
    return index_phrase(term.text).exact and not must_begin_word


def _fts_expression(term: Term) -> str:
    """The quoted phrase of a term, in its column; no syntax of the index can leak in."""
    phrase = index_phrase(term.text).match
    column = {SearchField.TITLE: "title : ", SearchField.BODY: "body : "}
    return column.get(term.field, "") + phrase if term.field else phrase


def _compile_tag(library: Library, term: Term) -> Condition:
    tag_ids = [
        row[0]
        for row in library.rows("SELECT tag_id, name FROM tag")
        if matches(term, SearchRecord(tags=(row[1],)))
    ]
    if not tag_ids:
        return _NONE
    marks = ", ".join("?" * len(tag_ids))
    return Condition(sql=_HAS_TAG.format(marks=marks), values=(*tag_ids, *tag_ids))


def _compile_source(library: Library, term: Term) -> Condition:
    issuers = [
        row[0]
        for row in library.rows("SELECT DISTINCT issuer FROM report")
        if matches(term, SearchRecord(source=row[0]))
    ]
    if not issuers:
        return _NONE
    return Condition(sql=f"r.issuer IN ({', '.join('?' * len(issuers))})", values=tuple(issuers))


def _join(operator: str, conditions: Iterable[Condition]) -> Condition:
    parts = list(conditions)
    return Condition(
        sql="(" + f" {operator} ".join(part.sql for part in parts) + ")",
        values=tuple(value for part in parts for value in part.values),
        is_exact=all(part.is_exact for part in parts),
    )


def _ranking_match(query: Query) -> str:
    """An index expression of everything a report can gain by, empty if there is nothing."""
    ranked = [
        _fts_expression(term)
        for term in iter_terms(query)
        if term.field in (None, SearchField.TITLE, SearchField.BODY)
        and index_phrase(term.text).match
    ]
    return " OR ".join(f"({expression})" for expression in dict.fromkeys(ranked))


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
