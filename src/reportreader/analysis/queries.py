"""The query language: what a reader types, as a tree that the library and the reading view share.

    党建 引领            both                  "用心,用情"         exactly this, punctuation included
    归侨 OR 侨眷 | 侨胞   any                   -疫情   NOT 疫情     without
    (归侨 | 侨眷) -口罩   grouping              mod*               a word or number beginning so
    标题:党建            in the title          正文: 笔记: 标签: 来源: likewise; English names too
    日期:2021-10..2022   published in between  日期:2021-07         日期:..2020

Operators may be full width. Every term is an exact substring, whatever its length; see
`searchtext` for what counts as the same. Reading never fails: what makes no sense as an operator
is text, or nothing.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence

from reportreader.analysis.characters import WORD_RUN
from reportreader.analysis.folding import fold
from reportreader.analysis.querytree import And, DateRange, Not, Or, Query, SearchField, Term
from reportreader.analysis.searchhits import SearchRecord, find_hits, matches
from reportreader.analysis.searchtext import search_form

__all__ = [
    "And",
    "DateRange",
    "Not",
    "Or",
    "Query",
    "SearchField",
    "SearchRecord",
    "Term",
    "find_hits",
    "matches",
    "parse_query",
    "relax",
]

LONGEST_QUERY = 2_000
"""Code points of a query that are read; nobody types more, and pasted pages stay harmless."""
_DEEPEST_NESTING = 40
"""Parentheses beyond it are passed over."""

_FIELDS = {
    name: field
    for field, names in {
        SearchField.TITLE: ("标题", "题目", "title"),
        SearchField.BODY: ("正文", "全文", "body", "text"),
        SearchField.NOTE: ("笔记", "批注", "note", "notes"),
        SearchField.TAG: ("标签", "tag", "tags"),
        SearchField.SOURCE: ("来源", "source"),
    }.items()
    for name in names
}
_DATE_NAMES = ("日期", "date")

_LEXEME = re.compile(
    r"""
      (?P<open>[(（])
    | (?P<close>[)）])
    | (?P<or>[|｜]+|OR(?=[\s(（]|$))
    | (?P<and>&&|AND(?=[\s(（]|$))
    | (?P<not>[-－](?=[^\s\-－])|NOT(?=[\s(（]|$))
    | (?P<field>[^\W\d_]{2,6})[:：]
    | ["“”„＂](?P<quoted>[^"“”„＂]*)["“”„＂]?
    | (?P<word>[^\s()（）|｜"“”„＂]+)
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\s()（）|｜\"“”„＂]+")
_DAY = re.compile(r"(\d{4})(?:[-/年.](\d{1,2})(?:[-/月.](\d{1,2}))?)?[年月日]?")
_BETWEEN = re.compile(r"\.\.+|…|~|至|到")


def parse_query(text: str) -> Query | None:
    """The query that `text` says, None if it asks for nothing."""
    return _Parser(unicodedata.normalize("NFC", text[:LONGEST_QUERY])).parse()


def relax(query: Query, words: Sequence[str]) -> tuple[Query, Query] | None:
    """For one long term that is found nowhere: all of its `words`, and any of them.

    Single characters (的, 在, 不) are left out where two longer words remain. None if the query is
    more than one term or the words are fewer than two.
    """
    if not isinstance(query, Term) or query.prefix:
        return None
    told = list(dict.fromkeys(word for word in words if WORD_RUN.search(word)))
    longer = [word for word in told if len(word) > 1]
    told = longer if len(longer) > 1 else told
    terms = tuple(Term(text=word, field=query.field) for word in told)
    return (And(parts=terms), Or(parts=terms)) if len(terms) > 1 else None


class _Parser:
    """Reads one query by descent: alternatives, of sequences, of terms."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._kind: str | None = None
        self._value = ""
        self._advance()

    def parse(self) -> Query | None:
        parts = []
        while self._kind is not None:
            parts.append(self._alternatives(0))
            if self._kind == "close":
                self._advance()
        return _joined(And, parts)

    def _advance(self) -> None:
        while self._position < len(self._text):
            found = _LEXEME.match(self._text, self._position)
            if found is None:
                self._position += 1
                continue
            self._kind = found.lastgroup
            self._value = found.group(found.lastgroup or 0)
            if self._kind == "field" and fold(self._value) not in (*_FIELDS, *_DATE_NAMES):
                self._take_word(found.start())
                return
            self._position = found.end()
            return
        self._kind = None

    def _take_word(self, start: int) -> None:
        word = _WORD.match(self._text, start)
        self._kind = "word"
        self._value = word.group() if word else ""
        self._position = max(word.end() if word else start, self._position + 1)

    def _alternatives(self, depth: int) -> Query | None:
        parts = [self._sequence(depth)]
        while self._kind == "or":
            self._advance()
            parts.append(self._sequence(depth))
        return _joined(Or, parts)

    def _sequence(self, depth: int) -> Query | None:
        parts = []
        while self._kind not in (None, "or", "close"):
            parts.append(self._item(depth, None))
        return _joined(And, parts)

    def _item(self, depth: int, field: SearchField | None) -> Query | None:
        negated = False
        while self._kind in ("not", "and", "field"):
            if self._kind == "not":
                negated = not negated
            elif self._kind == "field":
                name = fold(self._value)
                if name in _DATE_NAMES:
                    return _negated(self._date(), negated=negated)
                field = _FIELDS[name]
            self._advance()
        return _negated(self._atom(depth, field), negated=negated)

    def _atom(self, depth: int, field: SearchField | None) -> Query | None:
        kind, value = self._kind, self._value
        if kind in (None, "or", "close"):
            return None
        self._advance()
        if kind == "open":
            if depth >= _DEEPEST_NESTING:
                return None
            inner = self._alternatives(depth + 1)
            if self._kind == "close":
                self._advance()
            return inner if field is None else _in_field(inner, field)
        if kind == "quoted":
            return Term(text=value, field=field) if search_form(value) else None
        bare = value.rstrip("*＊")
        if not search_form(bare).strip("-"):
            return None
        return Term(text=bare, field=field, prefix=len(bare) < len(value))

    def _date(self) -> Query | None:
        self._advance()
        if self._kind != "word":
            return None
        said = self._value
        self._advance()
        return _parse_dates(said)


def _joined(kind: type[And] | type[Or], parts: Sequence[Query | None]) -> Query | None:
    said = tuple(part for part in parts if part is not None)
    if len(said) > 1:
        return kind(parts=said)
    return said[0] if said else None


def _negated(query: Query | None, *, negated: bool) -> Query | None:
    return Not(part=query) if negated and query is not None else query


def _in_field(query: Query | None, field: SearchField) -> Query | None:
    match query:
        case Term(field=None):
            return Term(text=query.text, field=field, prefix=query.prefix)
        case And(parts=parts):
            return _joined(And, [_in_field(part, field) for part in parts])
        case Or(parts=parts):
            return _joined(Or, [_in_field(part, field) for part in parts])
        case Not(part=part):
            return _negated(_in_field(part, field), negated=True)
        case _:
            return query


def _parse_dates(said: str) -> Query:
    """The range of `2021`, `2021-10..2022`, `..2022-03-05`, `2021年7月`; else the words themselves."""
    plain = fold(said)
    ends = _BETWEEN.split(plain, maxsplit=1)
    days = [_parse_day(end) if end else ("", "") for end in ends]
    known = [day for day in days if day is not None]
    if len(known) < len(days) or not any(first for first, _ in known):
        return Term(text=said)
    return DateRange(first=known[0][0], last=known[-1][1])


def _parse_day(said: str) -> tuple[str, str] | None:
    found = _DAY.fullmatch(said)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if year < 1 or month > 12 or day > 31 or (found[2] and not month):
        return None
    if not month:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    longest = monthrange(year, month)[1]
    if not day:
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{longest:02}"
    exact = f"{year:04}-{month:02}-{min(day, longest):02}"
    return exact, exact
