"""Reading lead phrases: what a paragraph opens with, before its neighbours are asked.

Five ways to open: `X——detail`, `——X。detail`, `【X】detail`, `X：detail` and a slogan sentence.
"""

import re
from dataclasses import dataclass

from reportreader.structure.line import Unit
from reportreader.structure.marks import parse_mark
from reportreader.structure.shapes import find_stop, is_body
from reportreader.structure.slogans import begins_with_verb, reads_as_progress, reads_as_slogan

_DETAIL_LENGTH = 30
_DASHES = ("——", "—-", "--")
_PHRASE_LENGTH = 48
_PARTICULAR = re.compile(
    r"时间|地点|来源|作者|编辑|电话|地址|网址|邮箱|记者|[问答注附]|联系人|主持人"
)
_OUTLETS = ("报道", "讯", "电", "报导", "记者", "编辑", "字号", "图")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A phrase `text[start:end]` that opens unit `unit`.

    Leads of one `key` open their paragraphs the same way; `verb` says that the phrase calls to
    action or tells of progress, `skeleton` keeps its punctuation, `alone` that no detail follows.
    """

    start: int
    end: int
    unit: int
    key: str
    verb: bool
    skeleton: str
    alone: bool


def read_lead(view: str, unit: Unit, number: int) -> Lead | None:
    """The phrase that opens a paragraph, None if it opens like any other."""
    start, end = unit.start, unit.end
    if view.startswith("【", start):
        return _read_bracketed(view, unit, number)
    leading = next((dash for dash in _DASHES if view.startswith(dash, start)), "")
    first = start + len(leading)
    while first < end and view[first] in "—-* ":
        first += 1
    reach = min(end, first + _PHRASE_LENGTH)
    stop = find_stop(view, first, reach)
    if stop >= reach or parse_mark(view, first):
        return None
    close = stop
    while close > first and view[close - 1] in "* ":
        close -= 1
    detail = end - stop - 1
    key = _find_key(view, first, close, stop, detail=detail, leading=bool(leading))
    return _make(view, first, close, number, key, alone=detail < 1) if key else None


def _find_key(view: str, first: int, close: int, stop: int, *, detail: int, leading: bool) -> str:
    """The way the paragraph opens, empty if the phrase fits none."""
    length = close - first
    if view.startswith(_DASHES, stop):
        return "lead-dash" if not leading and 6 <= length <= 40 and detail >= _DETAIL_LENGTH else ""
    if view[stop] == ":":
        plain = not any(sign in view[first:close] for sign in ",。“”")
        named = plain and 2 <= length <= 18 and not _PARTICULAR.match(view, first)
        key = "lead-dashed" if leading else "lead-colon"
        return key if named and detail >= 12 else ""
    if view[stop] not in "。!?" or not reads_as_slogan(view, first, close):
        return ""
    if leading:
        return "lead-dashed" if length >= 4 else ""
    return "lead-slogan" if 4 <= length <= 28 and detail >= _DETAIL_LENGTH else ""


def _read_bracketed(view: str, unit: Unit, number: int) -> Lead | None:
    close = view.find("】", unit.start, min(unit.end, unit.start + 24))
    name = view[unit.start + 1 : close] if close > 0 else ""
    if not 2 <= len(name) <= 20 or name.endswith(_OUTLETS) or ":" in name:
        return None
    if unit.end - close < _DETAIL_LENGTH or not is_body(view, unit.start, unit.end):
        return None
    return _make(view, unit.start, close + 1, number, "lead-bracketed", alone=False)


def _make(view: str, start: int, end: int, number: int, key: str, *, alone: bool) -> Lead:
    phrase = view[start:end]
    return Lead(
        start=start,
        end=end,
        unit=number,
        key=key,
        verb=begins_with_verb(view, start, end) or reads_as_progress(view, start, end),
        skeleton="".join(sign for sign in phrase if sign in "“”,、 "),
        alone=alone,
    )
