"""Finding the numbers of a text that are figures, and telling them from those that are names.

Each number is read where it begins, as a date (`figuredates`) or as a quantity (`quantities`).
Left out are ordinals, telephone and document numbers, codes of letters and digits, numbers inside
set phrases, and dates that only say when something was published.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reportreader.analysis.domain import domain_words
from reportreader.analysis.figuredates import read_date
from reportreader.analysis.figurevalue import Measured, Qualifier
from reportreader.analysis.numerals import HAN_NUMERAL
from reportreader.analysis.quantities import read_quantity
from reportreader.analysis.units import Dimension

_START = re.compile(rf"\d|{HAN_NUMERAL}")
_DIGIT_RUN = re.compile(r"\d[\d,.]*(?:(?::\d+){6,})?")
_BARE = re.compile(rf"\d+(?:,\d{{3}})*(?:\.\d+)?(?=\n|$)|{HAN_NUMERAL}+(?=[、)\n]|是(?!否)|$)")
"""Numbers with nothing behind them that they could count, and numbering marks."""
_HAN_RUN = re.compile(f"{HAN_NUMERAL}+")
_CODE_RUN = re.compile(r"[a-z\d.\-_/]+")
_CODE = re.compile(
    r"0\d{2,3}-\d{6,8}(?:-\d+)?|1[3-9]\d{9}(?!\d)|\d{17}[\dx](?!\d)|400-\d{3,4}-\d+"
    r"|\d{1,2}\.(?=\d{4}年)|\d{1,4}[a-z]{1,3}\d[a-z\d]*"
)
"""Telephone and identity numbers, codes, and the number of a heading that runs into a year."""
_IN_CODE = re.compile(r"(?:[a-z_#№@$+]|[a-z]-)$")
_SURE = re.compile(r"\d{4}年|\d+(?:\.\d+)?%")
"""What is a figure even behind a letter."""
_ORDINALS = re.compile(rf"(?:\d+|{HAN_NUMERAL}+)(?:[-至到~、和](?:\d+|{HAN_NUMERAL}+))*")
_NAMED_BEFORE = re.compile(r"(?:第|编号:?|[〔\[]|电话:?|热线:?|邮编:?)$")
_VAGUE_BEFORE = re.compile("[几数]$")
_ORDINAL_BEFORE = re.compile("(?:星期|礼拜|周)$")
_DATELINE_BEFORE = re.compile("[报社网台][^.,\n]{0,8}$")
_STAMP_BEFORE = re.compile(
    "(?:发布|更新|发表|上传|采集|发稿|印发)(?:时间|日期)?[^\n.]{0,3}$|(?:^|\n| )(?:时间|日期)[: ]{1,3}$|(?:date|time)[: ]{1,3}$"
)
_CLOCK_BEHIND = re.compile(r"[ t]*\d{1,2}:\d{2}")
_GOES_ON = re.compile(r"(?::\d{2})?(?:[至到~,]|-\d|[^\x00-\x7f\s]{2})")
"""A sentence that runs on behind day and time of day."""
_LINE_END = re.compile(r"[ )]*(?:\n|$)")
_LINE_START = re.compile(r"(?:\n|^)[ (]*$")
_RANK_BEFORE = re.compile("(?<![之以目日此])前$")
_HELD_BEFORE = re.compile("(?:了|共|举办|开设|开办|编印|出版|连续|承办|召开)$")
_NEIGHBOURHOOD_BEFORE = re.compile("(?:社区|村|居委会|小区)$")
_BETWEEN_DAYS = frozenset(("、", "和", "及", "与", ",", "或"))
_LOOK_BACK = 20
_QUALIFIER_REACH = 6
_QUALIFIERS = (
    (
        Qualifier.AT_LEAST,
        "(?:不[得能应可]?[少低小]于|未[少低]于|(?:至少|最少|起码)[一-鿿]{0,4}|不下|(?<![未不圆美充])满)$",
    ),
    (
        Qualifier.LESS,
        "(?:[不未][得能应可]?(?:超过?|突破|[高多大]于)|低于|少于|小于|不到|不足|[未不]满|至多|最多)$",
    ),
    (Qualifier.MORE, "(?:超过|(?<![彩b高商英中])超|逾|突破|多于|高于|大于|超出)了?$"),
    (Qualifier.NEARLY, "(?:将近|接近|近)$"),
    (Qualifier.APPROXIMATE, "(?:大约|(?<![签预合公节特契相制隐缔违履邀解])约|约为|大概)$"),
)
_QUALIFIED = tuple((re.compile(said), qualifier) for qualifier, said in _QUALIFIERS)
_QUOTED_PHRASE = re.compile(r'"[^"\n,.]{2,8}"')
_TITLE = re.compile("《[^《》\n]{1,60}》")
_GOES_ON_AS_PHRASE = re.compile(f"{HAN_NUMERAL}|必|率先|一批")
_TRADITIONAL = re.compile(
    "[個這為與來說時對們國會發經學實現關於後應將業開點還進動問題區處務員無產條東長門間]"
)
_SAMPLE = 4_000
_TRADITIONAL_SHARE = 0.03


def iter_measured(form: str, *, republic: bool = False) -> Iterator[Measured]:
    """The figures of a folded text in order.

    With `republic` years of two or three digits are those of the Republic of China.
    """
    phrases = [found.span() for found in _set_phrases().finditer(form)]
    phrases += [found.span() for found in _QUOTED_PHRASE.finditer(form)]
    phrases.sort()
    titles = [found.span() for found in _TITLE.finditer(form)]
    position = 0
    last: Measured | None = None
    while (found := _START.search(form, position)) is not None:
        position = found.start()
        bare = _BARE.match(form, position)
        if bare is not None:
            position = bare.end()
            continue
        measured = None
        if not _is_inside(titles, position) and not _is_name(form, position, phrases):
            by_republic = republic or form.endswith("民国", 0, position)
            measured = read_date(form, position, republic=by_republic)
            measured = measured or read_quantity(form, position)
        if measured is None:
            position = _behind_run(form, position)
            continue
        if not _is_excluded(form, measured):
            last = _completed(form, _qualified(form, measured), last)
            yield last
        position = measured.end
        if measured.dimension is Dimension.DATE and _is_stamp(form, measured):
            clock = _CLOCK_BEHIND.match(form, position)
            position = clock.end() if clock else position


def counts_by_republic(text: str) -> bool:
    """Whether a text is written in traditional characters, as where years may be so counted."""
    sample = text[:_SAMPLE]
    return len(_TRADITIONAL.findall(sample)) > _TRADITIONAL_SHARE * len(sample)


@cache
def _set_phrases() -> re.Pattern[str]:
    """Set terms with a number in them (四个意识, 三会一课)."""
    numbered = [word for word in domain_words() if _START.search(word)]
    return re.compile("|".join(sorted(map(re.escape, numbered), key=len, reverse=True)))


def _is_name(form: str, position: int, phrases: list[tuple[int, int]]) -> bool:
    """Whether the number at `position` names or numbers something."""
    before = form[max(0, position - _LOOK_BACK) : position]
    if _NAMED_BEFORE.search(before) or _CODE.match(form, position):
        return True
    if _IN_CODE.search(before) and not _SURE.match(form, position):
        return True
    if form[position].isdecimal():
        return False
    return (
        _is_inside(phrases, position)
        or _VAGUE_BEFORE.search(before) is not None
        or (form[position] != "两" and _ORDINAL_BEFORE.search(before) is not None)
    )


def _is_inside(intervals: list[tuple[int, int]], position: int) -> bool:
    index = bisect_right(intervals, position, key=lambda interval: interval[0]) - 1
    return index >= 0 and position < intervals[index][1]


def _behind_run(form: str, position: int) -> int:
    """Where the number at `position`, which is no figure, ends."""
    code = _CODE.match(form, position)
    if code is not None:
        return code.end()
    if form.endswith("第", 0, position):
        found = _ORDINALS.match(form, position)
    elif position and form[position - 1].isascii() and form[position - 1].isalpha():
        found = _CODE_RUN.match(form, position)
    else:
        found = _DIGIT_RUN.match(form, position) or _HAN_RUN.match(form, position)
    return found.end() if found else position + 1


def _is_excluded(form: str, measured: Measured) -> bool:
    """Whether what was read is no figure after all, judged by what stands around it."""
    before = form[max(0, measured.start - _LOOK_BACK) : measured.start]
    if measured.dimension is Dimension.DATE:
        dated = form[measured.end : measured.end + 1] in ("电", "讯")
        return (
            (dated and _DATELINE_BEFORE.search(before) is not None)
            or _STAMP_BEFORE.search(before) is not None
            or ":" in form[measured.start : measured.end]
            or (measured.unit == "date" and _is_stamp(form, measured))
        )
    if measured.unit in ("名", "位") and _RANK_BEFORE.search(before):
        return True
    is_han = not form[measured.start].isdecimal()
    if measured.unit == "届" and not _HELD_BEFORE.search(before):
        return True
    if is_han and measured.unit == "期" and not _HELD_BEFORE.search(before):
        return True
    if is_han and measured.unit == "组" and _NEIGHBOURHOOD_BEFORE.search(before):
        return True
    return (
        is_han
        and measured.unit == "个"
        and _GOES_ON_AS_PHRASE.match(form, measured.end) is not None
    )


def _is_stamp(form: str, measured: Measured) -> bool:
    """Whether a whole date stands by itself, as under a letter or beside a link."""
    clock = _CLOCK_BEHIND.match(form, measured.end)
    if clock:
        return _GOES_ON.match(form, clock.end()) is None
    ends_line = _LINE_END.match(form, measured.end) is not None
    starts_line = _LINE_START.search(form, max(0, measured.start - 4), measured.start) is not None
    return ends_line and (starts_line or form[measured.end - 1] != "日")


def _completed(form: str, measured: Measured, last: Measured | None) -> Measured:
    """A day whose month was said right before it (5月7日、8日)."""
    value = measured.value
    if (
        last is None
        or not (isinstance(value, str) and value.startswith("---"))
        or not (isinstance(last.value, str) and last.unit in ("date", "month-day"))
        or not last.value[:-3].strip("-")
        or form[last.end : measured.start] not in _BETWEEN_DAYS
    ):
        return measured
    return replace(measured, value=last.value[:-2] + value[3:], unit=last.unit)


def _qualified(form: str, measured: Measured) -> Measured:
    if measured.dimension is Dimension.DATE:
        return measured
    before = form[max(0, measured.start - _QUALIFIER_REACH) : measured.start]
    for pattern, qualifier in _QUALIFIED:
        if pattern.search(before):
            recent = qualifier is Qualifier.NEARLY and measured.dimension is Dimension.DURATION
            return measured if recent else replace(measured, qualifier=qualifier)
    return measured
