"""A query tree as SQL: one condition on `report r`, and expressions of the full-text index.

Where the index cannot decide (a term with punctuation, a word that must begin so), a condition
lets too many through, never too few.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
from reportreader.library.library import Library

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """SQL over `report r` with its values; `is_exact` unless it lets too many through."""

    sql: str
    values: tuple[object, ...] = ()
    is_exact: bool = True


ANYTHING = Condition(sql="1", is_exact=False)
EVERYTHING = Condition(sql="1")
_NONE = Condition(sql="0")


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
                return ANYTHING
            return Condition(sql=f"NOT ({inner.sql})", values=inner.values)


def whole_match(query: Query) -> str:
    """The index expression that answers a query by itself, empty if there is none."""
    match query:
        case Term(field=None | SearchField.TITLE | SearchField.BODY):
            is_answer = index_phrase(query.text).match and _is_decided(query)
            return f"({_expression(query)})" if is_answer else ""
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


def split_match(query: Query) -> tuple[str, Query | None]:
    """The index expression of what the index answers by itself, and the rest of the query.

    Both must hold. The expression is empty where the index answers nothing by itself.
    """
    match = whole_match(query)
    if match or not isinstance(query, And):
        return match, None if match else query
    indexed = [part for part in query.parts if whole_match(_positive(part))]
    rest = tuple(part for part in query.parts if part not in indexed)
    match = whole_match(_all_of(indexed)) if indexed else ""
    return (match, _all_of(rest)) if match else ("", query)


def _positive(query: Query) -> Query:
    return query.part if isinstance(query, Not) else query


def _all_of(parts: Sequence[Query]) -> Query:
    return parts[0] if len(parts) == 1 else And(parts=tuple(parts))


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
                return ANYTHING
            return Condition(sql=_IN_INDEX, values=(_expression(term),), is_exact=_is_decided(term))


def _is_decided(term: Term) -> bool:
    """Whether the index alone can answer a term."""
    form = search_form(term.text)
    must_begin_word = term.prefix and bool(form) and is_spelt(form[0])
    return index_phrase(term.text).exact and not must_begin_word


def _expression(term: Term) -> str:
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


def ranking_match(query: Query) -> str:
    """An index expression of everything a report can gain by, empty if there is nothing."""
    ranked = [
        _expression(term)
        for term in iter_terms(query)
        if term.field in (None, SearchField.TITLE, SearchField.BODY)
        and index_phrase(term.text).match
    ]
    return " OR ".join(f"({expression})" for expression in dict.fromkeys(ranked))
