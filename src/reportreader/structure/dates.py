"""Dates in the forms that reports carry, as ISO 8601: western, Chinese and ROC years, no year.

Patterns are matched against the folded view; all repeats are bounded.
"""

import re
from dataclasses import dataclass

from reportreader.structure.marks import read_han_number
from reportreader.structure.patterns import Pattern

_TIME = r"(?:[ T]{0,3}(?:上午|下午|晚上|中午)?[ ]{0,2}(?P<hour>[01]?[0-9]|2[0-3])[:时点](?P<minute>[0-5][0-9])(?:[:分](?P<second>[0-5][0-9]))?)?"
_FULL = Pattern(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})[ ]?(?P<sep>[-年/.])[ ]?(?P<month>1[0-2]|0?[1-9])[ ]?[-月/.][ ]?"
    r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9](?!\d:))[ ]?日?" + _TIME
)
_ROC = Pattern(
    r"(?<![0-9])(?:中华民国|民国)?[ ]?(?P<year>[7-9][0-9]|1[0-9]{2})[ ]?[-年/.][ ]?(?P<month>1[0-2]|0?[1-9])[ ]?[-月/.][ ]?"
    r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])[ ]?日?" + _TIME
)
_HAN = Pattern(
    r"(?P<year>[一二][九〇零○ＯO0][一二三四五六七八九〇零○ＯO0]{2}|(?:19|20)[0-9]{2})[ ]?年[ ]?(?P<month>[一二三四五六七八九十]{1,2})[ ]?月[ ]?(?P<day>[一二三四五六七八九十]{1,3})[ ]?日"
)
_MONTH = Pattern(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})[ ]?年[ ]?(?P<month>1[0-2]|0?[1-9])[ ]?月")
_DAY = Pattern(r"(?<![0-9])(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12][0-9]|0?[1-9])日")
_ROC_EPOCH = 1911
_ZERO = re.compile("[○ＯO0]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date at `view[start:end]`; `value` is ISO 8601, `--MM-DD` where the year is not said."""

    value: str
    start: int
    end: int


def find_date(view: str, start: int, end: int, *, roc: bool = False) -> FoundDate | None:
    """The first date with a year in `view[start:end]`; two- and three-digit ROC years if `roc`."""
    match = _FULL.search(view, start, end)
    if match:
        return _make(match, int(match["year"]))
    if roc or view.find("民国", start, end) >= 0:
        match = _ROC.search(view, start, end)
        if match:
            return _make(match, int(match["year"]) + _ROC_EPOCH)
    match = _HAN.search(view, start, end)
    if match:
        digits = match["year"]
        year = int(digits) if digits.isdecimal() else read_han_number(_ZERO.sub("〇", digits))
        month, day = read_han_number(match["month"]), read_han_number(match["day"])
        return FoundDate(
            value=f"{year:04d}-{month:02d}-{day:02d}", start=match.start(), end=match.end()
        )
    match = _MONTH.search(view, start, end)
    if match:
        value = f"{match['year']}-{int(match['month']):02d}"
        return FoundDate(value=value, start=match.start(), end=match.end())
    return None


def find_day(view: str, start: int, end: int) -> FoundDate | None:
    """The first month and day without a year in `view[start:end]`."""
    match = _DAY.search(view, start, end)
    if match is None:
        return None
    value = f"--{int(match['month']):02d}-{int(match['day']):02d}"
    return FoundDate(value=value, start=match.start(), end=match.end())


def _make(match: re.Match[str], year: int) -> FoundDate:
    value = f"{year:04d}-{int(match['month']):02d}-{int(match['day']):02d}"
    if match["hour"]:
        value += f"T{int(match['hour']):02d}:{match['minute']}"
        if match["second"]:
            value += f":{match['second']}"
    return FoundDate(value=value, start=match.start(), end=match.end())
