"""Dates and times of day in folded Chinese text, single ones and ranges.

`2018年3月16日`, `8月10日`, `5月7日至8日`, `1-10月`, `2016—2020年`, `107年4月12日` (of the Republic),
`二〇二一年七月一日`, `2021-07-29`, `14:30`, `下午2点至4点`. Values are ISO 8601 as far as the text
says them: `2021-07`, `--08-10`, `--03`, `14:00`.
"""

import re
from dataclasses import dataclass

from reportreader.analysis.figurevalue import Measured
from reportreader.analysis.numerals import parse_number
from reportreader.analysis.units import Dimension

_REPUBLIC = 1911
"""Years between the calendar of the Republic of China and the common one."""
_SEPARATOR = r" ?(?:-{1,2}|至|到|~) ?"
_PARTS = r"(?:(?:民国|公元)?(\d{2,4})年(?!代))?(?:(\d{1,2})月(?!龄|饼))?(?:份(?!额))?(?:(\d{1,2})[日号](?!楼|文|院|线|游|常))?"
_DATE = re.compile(_PARTS)
_BEHIND_SEPARATOR = re.compile(_SEPARATOR + _PARTS)
_BARE_FIRST = re.compile(r"(\d{1,4})" + _SEPARATOR + _PARTS)
_INNER_RANGE = re.compile(
    r"(?:(\d{2,4})年)?(?:(\d{1,2})月)?(\d{1,2})" + _SEPARATOR + r"(\d{1,2})(月|日)(?!\d)"
)
"""`2024年1—8月`, `5月7-8日`: what comes first is said of both ends."""
_ISO = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])(?P<time>[ t]*\d{1,2}:\d{2}(?::\d{2})?)?"
)
_HAN = re.compile(
    r"(?:([〇零一二三四五六七八九]{4})年)(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?)?"
    r"|([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?![\d:.])")
_HOUR = re.compile(
    r"(\d{1,2})(?:点(?!多|[以名意要建])|时(?!间|代|期|候|任|常|刻|效|段|尚))(?:(\d{1,2})分|半|整)?钟?"
)
_HALF_DAY = re.compile(r"(?:下午|晚上|傍晚|中午|晚间|晚)$")
_RATIO_BEFORE = re.compile("(?:比例|比|比值|按)[为是约]?$")
_RANGE = re.compile(_SEPARATOR)
_DURATION_BEHIND = re.compile("以?内|之内|后|历史|左右|以上|多|余|来[，,。]?|无|期|时间")


@dataclass(frozen=True, slots=True)
class _Day:
    """The parts of a date that are said; 0 for one that is not."""

    year: int
    month: int
    day: int

    @property
    def is_valid(self) -> bool:
        """Whether there can be such a date."""
        return (
            (self.year or self.month or self.day) != 0
            and (not self.year or 1000 <= self.year <= 2200)
            and self.month <= 12
            and self.day <= 31
            and not (self.year and self.day and not self.month)
        )

    @property
    def value(self) -> str:
        """ISO 8601, with hyphens for what is not said."""
        if self.year:
            return "-".join(
                [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
            )
        if self.month:
            return f"--{self.month:02}" + (f"-{self.day:02}" if self.day else "")
        return f"---{self.day:02}"

    @property
    def unit(self) -> str:
        """Name of what is said of it."""
        if self.year:
            return "date" if self.day else "year-month" if self.month else "year"
        return "date" if not self.month else "month-day" if self.day else "month"


def read_date(form: str, position: int, *, republic: bool) -> Measured | None:
    """The date, range of dates or time that begins at `position`, None if none does.

    With `republic` a year of two or three digits is one of the Republic of China.
    """
    return (
        _read_iso(form, position)
        or _read_inner_range(form, position, republic=republic)
        or _read_bare_range(form, position, republic=republic)
        or _read_date(form, position, republic=republic)
        or _read_han_date(form, position)
        or _read_time(form, position)
    )


def _day(groups: tuple[str | None, ...], *, republic: bool) -> _Day | None:
    year, month, day = (int(group) if group else 0 for group in groups[:3])
    if groups[0] and len(groups[0]) < 4:
        if republic and 30 <= year <= 200:
            year += _REPUBLIC
        elif len(groups[0]) == 2 and month:
            year += 1900 if year > 50 else 2000
        else:
            return None
    found = _Day(year, month, day)
    return found if found.is_valid else None


def _measured(start: int, end: int, *days: _Day) -> Measured:
    if len(days) == 1:
        return Measured(
            start=start, end=end, value=days[0].value, unit=days[0].unit, dimension=Dimension.DATE
        )
    unit = {"year": "year-range", "month": "month-range"}.get(days[0].unit, "date-range")
    return Measured(
        start=start,
        end=end,
        value=tuple(day.value for day in days),
        unit=unit,
        dimension=Dimension.DATE,
        is_range=True,
    )


def _read_date(form: str, position: int, *, republic: bool) -> Measured | None:
    found = _DATE.match(form, position)
    first = _day(found.groups(), republic=republic) if found and found.end() > position else None
    if found is None or first is None:
        return None
    if not first.year and not first.month and form[found.end() - 1] == "号":
        return None
    if not first.year and not first.month and _DURATION_BEHIND.match(form, found.end()):
        return None
    if first.unit == "year" and form.startswith("历史", found.end()):
        return None
    behind = _BEHIND_SEPARATOR.match(form, found.end())
    second = _day(behind.groups(), republic=republic) if behind else None
    if behind is not None and second is not None and _can_follow(first, second):
        second = _Day(
            second.year or first.year,
            second.month or first.month,
            second.day,
        )
        return _measured(position, _trimmed(form, behind.end()), first, second)
    return _measured(position, _trimmed(form, found.end()), first)


def _trimmed(form: str, end: int) -> int:
    """`5月份` dates with its 份 left out."""
    return end - 1 if form[end - 1] == "份" else end


def _can_follow(first: _Day, second: _Day) -> bool:
    """Whether a range from `first` to `second` is said as exactly at its end as at its start."""
    return bool(first.day) == bool(second.day) and (
        bool(second.month) or not (first.month and not first.day)
    )


def _read_bare_range(form: str, position: int, *, republic: bool) -> Measured | None:
    """`1-10月`, `2016—2020年`, `7至8日`: the first end without its unit."""
    found = _BARE_FIRST.match(form, position)
    if found is None:
        return None
    said, *groups = found.groups()
    second = _day(tuple(groups), republic=republic)
    if second is None or (groups[0] and len(groups[0]) != len(said)):
        return None
    number = int(said)
    if second.year:
        first = _Day(number, 0, 0) if not second.month else None
    elif second.month:
        first = _Day(0, number, 0) if not second.day else None
    else:
        first = _Day(0, 0, number)
    if first is None or not first.is_valid:
        return None
    if second.unit == "date" and _DURATION_BEHIND.match(form, found.end()):
        return None
    return _measured(position, _trimmed(form, found.end()), first, second)


def _read_inner_range(form: str, position: int, *, republic: bool) -> Measured | None:
    found = _INNER_RANGE.match(form, position)
    if found is None:
        return None
    year, month, first, second, unit = found.groups()
    if (year is None and month is None) or (month is None) is (unit == "日"):
        return None
    ends = [
        _day((year, end, None) if unit == "月" else (year, month, end), republic=republic)
        for end in (first, second)
    ]
    if ends[0] is None or ends[1] is None:
        return None
    return _measured(position, found.end(), ends[0], ends[1])


def _read_iso(form: str, position: int) -> Measured | None:
    found = _ISO.match(form, position)
    if found is None:
        return None
    day = _Day(int(found[1]), int(found[3]), int(found[4]))
    return _measured(position, found.end(), day) if day.is_valid and day.month else None


def _read_han_date(form: str, position: int) -> Measured | None:
    found = _HAN.match(form, position)
    if found is None:
        return None
    year, month, day, only_month, only_day = (
        int(parse_number(group) or 0) if group else 0 for group in found.groups()
    )
    said = _Day(year, month or only_month, day or only_day)
    return _measured(position, found.end(), said) if said.is_valid else None


def _read_time(form: str, position: int) -> Measured | None:
    first = _time_at(form, position)
    if first is None or _RATIO_BEFORE.search(form, max(0, position - 6), position):
        return None
    value, end = first
    later = 12 if _HALF_DAY.search(form, max(0, position - 2), position) and value < 12 * 60 else 0
    separator = _RANGE.match(form, end)
    second = _time_at(form, separator.end()) if separator else None
    values = [value] + ([second[0]] if second else [])
    said = tuple(f"{minutes // 60 + later:02}:{minutes % 60:02}" for minutes in values)
    return Measured(
        start=position,
        end=second[1] if second else end,
        value=said if second else said[0],
        unit="time-range" if second else "time",
        dimension=Dimension.TIME,
        is_range=second is not None,
    )


def _time_at(form: str, position: int) -> tuple[int, int] | None:
    """Minutes since midnight of the time said at `position`, and where it ends."""
    found = _CLOCK.match(form, position) or _HOUR.match(form, position)
    if found is None or int(found[1]) > 24:
        return None
    half = 30 if "半" in found.group() else 0
    return int(found[1]) * 60 + int(found[2] or 0) + half, found.end()
