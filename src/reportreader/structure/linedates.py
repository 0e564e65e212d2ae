"""The date that a line carries as its own: labelled, alone, or beside a source."""

from reportreader.structure.credits import find_source
from reportreader.structure.dates import FoundDate, find_date, find_day
from reportreader.structure.line import Unit
from reportreader.structure.names import looks_like_body
from reportreader.structure.official import is_approval
from reportreader.structure.patterns import Pattern

_DATE_LABEL = Pattern(
    r"(?P<label>发布时间|发布日期|发表时间|发表日期|发文日期|成文日期|印发日期|更新时间|更新日期|时间|日期|上版日期|张贴日期|公告日期|刊登日期|发稿日期|发稿时间|新闻日期|发布|publish_date|date)[ ]?(?:[:/]|[】\]][ ]?:?)[ |]{0,6}",
)
_COMPACT = Pattern(r"(?<=\))(?P<year>1[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3][0-9])$")
_SHORT_YEAR = Pattern(
    r"(?P<year>[0-3][0-9])[-/.](?P<month>1[0-2]|0?[1-9])[-/.](?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
_ROC_EPOCH = 1911
_ROC_LINE = 14
_OFFICE_LINE = 40
_FIELDS_BEHIND = Pattern(
    r"[^。,;!?]{0,40}(?:浏览|阅读|点击|访问|查看|回复|评论|人气|字[号体]|打印|收藏)[^。,;!?]{0,40}$"
)
"""Counters and buttons behind a day, perhaps with who published the text before them."""
_AROUND = " ()【】〔〕|"
_CREDITED = Pattern(r"[ ]{0,4}(?:本报|本网|见习)?(?:记者|通讯员|作者|编辑|责任编辑|来源|稿源)")


def find_line_date(view: str, unit: Unit) -> FoundDate | None:
    """The date that a line carries as its own: labelled, alone, or with a source beside it."""
    label = _DATE_LABEL.search(view, unit.start, unit.end)
    if label:
        date = find_date(view, label.end(), min(unit.end, label.end() + 40), roc=True)
        if date and date.start <= label.end() + 4:
            return date
        short = _SHORT_YEAR.match(view, label.end(), unit.end)
        if short:
            value = f"20{short['year']}-{int(short['month']):02}-{int(short['day']):02}"
            return FoundDate(value=value, start=short.start(), end=short.end())
    compact = _COMPACT.search(view, unit.start, unit.end)
    if compact:
        year = int(compact["year"]) + _ROC_EPOCH
        value = f"{year}-{compact['month']}-{compact['day']}"
        return FoundDate(value=value, start=compact.start("year"), end=compact.end("day"))
    date = find_date(view, unit.start, unit.end) or find_date(
        view, unit.start, unit.end, roc=len(unit) <= _ROC_LINE
    )
    if date is None:
        return _find_bracketed_day(view, unit) or _find_office_date(view, unit)
    before, after = view[unit.start : date.start], view[date.end : unit.end]
    issued = bool(before.strip()) and before.endswith("  ") and not after.strip()
    alone = not before.strip(" ([【□|") and not after.strip(" )]】|")
    led = not before.strip(" ([【") and (
        "T" in date.value
        or find_source(view, date.end, unit.end)
        or is_approval(view, unit, date.end)
        or _CREDITED.match(after)
    )
    timed = "T" in date.value and len(before) <= 24
    office = _find_office_date(view, unit)
    led = led or (not before.strip(" ([【") and _FIELDS_BEHIND.match(after) is not None)
    if alone or led or timed or issued or office or find_source(view, unit.start, unit.end):
        return date
    return None


def split_office_and_date(view: str, unit: Unit) -> tuple[tuple[int, int], FoundDate] | None:
    """The office and the day of a line that holds nothing else (`县教育局  112年3月5日`)."""
    date = find_date(view, unit.start, unit.end, roc=True) if len(unit) <= _OFFICE_LINE else None
    if date is None:
        return None
    for start, end, other in (
        (unit.start, date.start, view[date.end : unit.end]),
        (date.end, unit.end, view[unit.start : date.start]),
    ):
        office = view[start:end].strip(_AROUND).removesuffix("编印").removesuffix("编")
        if looks_like_body(office) and not other.strip(_AROUND):
            first = view.index(office, start, end)
            return (first, first + len(office)), date
    return None


def _find_office_date(view: str, unit: Unit) -> FoundDate | None:
    found = split_office_and_date(view, unit)
    return found[1] if found else None


def _find_bracketed_day(view: str, unit: Unit) -> FoundDate | None:
    """A day without a year, alone in brackets below a title: `(10月18日)`."""
    if len(unit) > _ROC_LINE or view[unit.start] != "(" or view[unit.end - 1] != ")":
        return None
    day = find_day(view, unit.start, unit.end)
    alone = day and not view[unit.start + 1 : day.start].strip() and day.end == unit.end - 1
    return day if alone else None
