"""Reading lead phrases: what a paragraph opens with, before its neighbours are asked.

Five ways to open: `X——detail`, `——X。detail`, `【X】detail`, `X：detail` and a slogan sentence.
"""

from dataclasses import dataclass, replace

from reportreader.structure.credits import opens_with_credit
from reportreader.structure.flat import find_opening_words
from reportreader.structure.line import Unit
from reportreader.structure.marks import parse_mark
from reportreader.structure.patterns import Pattern
from reportreader.structure.shapes import find_stop, is_body
from reportreader.structure.slogans import begins_with_verb, reads_as_progress, reads_as_slogan

_DETAIL_LENGTH = 30
_BRIEF_DETAIL = 16
_LEADING_SIGNS = "—-* ·●◆◇■□▲△★☆▪▶►➤√"
_DASHES = ("——", "—-", "--")
_PHRASE_LENGTH = 48
_TERSE_LENGTH = 4
_SLOGAN_LENGTH = 24
_BAR_LENGTH = 16
_BLANK_LENGTH = 30
_PARTICULAR = Pattern(
    r"时间|地点|来源|作者|编辑|电话|地址|网址|邮箱|记者|[问答注附]$|联系人|主持人"
    r"|摘[ ]{0,4}要|关[ ]{0,2}键[ ]{0,2}词|中图分类号|文献标[识志]码|文章编号|收稿日期|基金项目|参考文献"
)
_DATELINE = Pattern(r"[ ]{1,4}(?:本报|本网|本刊|本台)?(?:讯|消息)$")
_ENTRY_NAME = Pattern(r"[\u4e00-\u9fff]{2,3}(?=[ ]{1,4}[\u4e00-\u9fff0-9])")
_SPEAKING = (
    "说",
    "道",
    "问",
    "答",
    "称",
    "表示",
    "指出",
    "认为",
    "介绍",
    "强调",
    "要求",
    "如下",
    "写道",
)
_OUTLETS = ("报道", "讯", "电", "报导", "记者", "编辑", "字号", "图")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A phrase `text[start:end]` that opens unit `unit`.

    Leads of one `key` open their paragraphs the same way; `verb` says that the phrase calls to
    action, tells of progress, sets two quoted words against each other or asks and answers, `skeleton`
    keeps its punctuation, `alone` that no detail follows, `brief` that there is little of it.
    `whole_end` is where a slogan behind the colon ends (`名称：口号。detail`), -1 without one.
    """

    start: int
    end: int
    unit: int
    key: str
    phrase: str
    verb: bool
    skeleton: str
    alone: bool
    brief: bool = False
    whole_end: int = -1


def read_lead(view: str, unit: Unit, number: int) -> Lead | None:
    """The phrase that opens a paragraph, None if it opens like any other."""
    start, end = unit.start, unit.end
    if view.startswith("【", start):
        return _read_bracketed(view, unit, number)
    parted = _read_parted(view, unit, number)
    if parted:
        return parted
    leading = next((dash for dash in _DASHES if view.startswith(dash, start)), "")
    first = start + len(leading)
    while first < end and view[first] in _LEADING_SIGNS:
        first += 1
    reach = min(end, first + _PHRASE_LENGTH)
    stop = _past_answer(view, first, find_stop(view, first, reach), reach)
    if stop >= reach or parse_mark(view, first):
        return None
    close = stop
    while close > first and view[close - 1] in "* ":
        close -= 1
    detail = end - stop - 1
    key = _find_key(view, first, close, stop, detail=detail, leading=bool(leading))
    if not key:
        return None
    brief = key == "lead-slogan" and detail < _DETAIL_LENGTH
    lead = _make(view, first, close, number, key, alone=detail < 1, brief=brief)
    if key == "lead-colon":
        return replace(lead, whole_end=_find_slogan_end(view, unit, stop + 1))
    return lead


def _find_slogan_end(view: str, unit: Unit, start: int) -> int:
    """Where the slogan from `start` on ends before its detail, -1 if it is none."""
    reach = min(unit.end, start + _SLOGAN_LENGTH)
    stop = find_stop(view, start, reach)
    named = stop < reach and view[stop] in "。!?" and unit.end - stop >= _DETAIL_LENGTH
    plain = not any(sign in view[start:stop] for sign in ",、:")
    fits = named and plain and stop - start >= _TERSE_LENGTH
    return stop if fits and reads_as_slogan(view, start, stop) else -1


def _past_answer(view: str, start: int, stop: int, reach: int) -> int:
    """A terse question and its terse answer are one phrase (`事难办？议一议！`)."""
    if stop >= reach or view[stop] != "?" or stop - start > _TERSE_LENGTH:
        return stop
    answer = find_stop(view, stop + 1, min(reach, stop + _TERSE_LENGTH + 2))
    return answer if answer < reach and view[answer : answer + 1] in ("。", "!") else stop


def _find_key(view: str, first: int, close: int, stop: int, *, detail: int, leading: bool) -> str:
    """The way the paragraph opens, empty if the phrase fits none."""
    length = close - first
    if view.startswith(_DASHES, stop):
        return "lead-dash" if not leading and 2 <= length <= 40 and detail >= _DETAIL_LENGTH else ""
    if view[stop] == ":":
        named = _is_name_of_part(view, first, close)
        key = "lead-dashed" if leading else "lead-colon"
        return key if named and detail >= 12 else ""
    if view[stop] not in "。!?" or not reads_as_slogan(view, first, close):
        return ""
    if leading:
        return "lead-dashed" if length >= 4 else ""
    return "lead-slogan" if 2 <= length <= 28 and detail >= _BRIEF_DETAIL else ""


def _is_name_of_part(view: str, start: int, end: int) -> bool:
    """Whether the words before a colon could name a part: neither a particular nor who speaks."""
    phrase = view[start:end]
    if not 2 <= len(phrase) <= 24 or phrase.count(",") > 1 or "。" in phrase:
        return False
    if _PARTICULAR.match(phrase) or phrase.endswith(_SPEAKING):
        return False
    return "," not in phrase or begins_with_verb(view, start, end)


def _read_parted(view: str, unit: Unit, number: int) -> Lead | None:
    """A few words parted from the paragraph by a bar, or by a wide blank."""
    bar = view.find("|", unit.start, min(unit.end, unit.start + _BAR_LENGTH))
    if bar > unit.start + 1:
        end = bar
        while view[end - 1] == " ":
            end -= 1
        plain = not any(sign in view[unit.start : end] for sign in ",。:;")
        if plain and unit.end - bar >= _DETAIL_LENGTH and is_body(view, bar + 1, unit.end):
            return _make(view, unit.start, end, number, "lead-bar", alone=False)
    if unit.flat or parse_mark(view, unit.start):
        return None
    end = _find_entry_name(view, unit) or find_opening_words(view, unit)
    dateline = _DATELINE.search(view, unit.start, end)
    end = dateline.start() if dateline else end
    if end > unit.start and unit.end - end >= _DETAIL_LENGTH and end - unit.start <= _BLANK_LENGTH:
        return _make(view, unit.start, end, number, "lead-blank", alone=False)
    return None


def _find_entry_name(view: str, unit: Unit) -> int:
    """Where the short name ends with which an entry opens (`石桥 位于…`), 0 without one."""
    name = _ENTRY_NAME.match(view, unit.start, unit.end)
    plain = name is not None and not opens_with_credit(view, unit.start, name.end())
    return name.end() if name and plain and is_body(view, name.end() + 1, unit.end) else 0


def _read_bracketed(view: str, unit: Unit, number: int) -> Lead | None:
    close = view.find("】", unit.start, min(unit.end, unit.start + 24))
    name = view[unit.start + 1 : close] if close > 0 else ""
    if not 2 <= len(name) <= 20 or name.endswith(_OUTLETS) or ":" in name:
        return None
    if opens_with_credit(view, unit.start + 1, close):
        return None
    if unit.end - close < _DETAIL_LENGTH or not is_body(view, unit.start, unit.end):
        return None
    return _make(view, unit.start, close + 1, number, "lead-bracketed", alone=False)


def _make(
    view: str, start: int, end: int, number: int, key: str, *, alone: bool, brief: bool = False
) -> Lead:
    phrase = view[start:end]
    return Lead(
        start=start,
        end=end,
        unit=number,
        key=key,
        phrase=phrase,
        verb=begins_with_verb(view, start, end)
        or reads_as_progress(view, start, end)
        or phrase.count("“") == 2
        or "?" in phrase[:-1],
        skeleton="".join(sign for sign in view[start : end + 1] if sign in "“”,、 ?"),
        alone=alone,
        brief=brief,
    )
