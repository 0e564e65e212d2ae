"""Automatic numbers of word processors, which stand nowhere in the text: 一、 （一） 1. ①.

Formats and restarts as ECMA-376 part 1, 17.9 and 17.18.59 (ST_NumberFormat), describes them; those of
Word 97 are the same.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_HAN_DIGITS = "零一二三四五六七八九"
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_FORMAL_TRADITIONAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_LARGEST_NUMBER = 9999
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLevel:
    """One level of a list: format, pattern (`第%1章`), first number.

    `runs_on` keeps counting where a higher level has gone on.
    """

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    is_decimal_throughout: bool = False
    runs_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUse:
    """A use of a list: which list, at what numbers its levels begin anew, and levels of its own."""

    list_id: str
    starts: Mapping[int, int] = field(default_factory=dict)
    levels: Mapping[int, ListLevel] = field(default_factory=dict)


class ListCounter:
    """Counts the numbered paragraphs of one document in their order.

    `lists` are levels by their number (from 0) by the id of the list, `uses` are by their own ids.
    """

    def __init__(
        self, lists: Mapping[str, Mapping[int, ListLevel]], uses: Mapping[str, ListUse]
    ) -> None:
        self._lists = lists
        self._uses = uses
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def next_label(self, use_id: str, level_number: int) -> tuple[str, bool]:
        """The number of the next paragraph of a use of a list, and whether it is a mere bullet."""
        use = self._uses.get(use_id)
        levels = {**self._lists.get(use.list_id, {}), **use.levels} if use else {}
        level = levels.get(level_number)
        if use is None or level is None:
            return "", False
        counts = self._counts.setdefault(use.list_id, {})
        if use_id not in self._begun:
            self._begun.add(use_id)
            counts.update((number, start - 1) for number, start in use.starts.items())
        counts[level_number] = counts.get(level_number, level.start - 1) + 1
        for deeper in [number for number in counts if number > level_number]:
            if deeper not in levels or not levels[deeper].runs_on:
                del counts[deeper]
        if level.format == "bullet":
            return "•", True

        def number_of(match: re.Match[str]) -> str:
            number = int(match.group(1)) - 1
            other = levels.get(number, ListLevel())
            style = "decimal" if level.is_decimal_throughout else other.format
            return format_number(style, counts.get(number, other.start))

        return _PLACEHOLDER.sub(number_of, level.pattern), False


def format_number(style: str, number: int) -> str:
    """`number` in one of Word's number formats; plain digits for those that it has no sign for."""
    formatter = _FORMATS.get(style)
    if formatter is None or not 0 < number <= _LARGEST_NUMBER:
        return "" if style == "none" else str(number)
    return formatter(number)


def han_number(number: int) -> str:
    """`number` (1 to 9999) as it is counted: 十二, 一百零五."""
    text = ""
    is_gap = False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if is_gap and text else "") + _HAN_DIGITS[digit] + sign
        is_gap = not digit
    return text.removeprefix("一") if 10 <= number < 20 else text


def _letters(number: int) -> str:
    """a, b, … z, aa, bb, … as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _enclosed(first: int) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if number <= 20 else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _digits(zero: int) -> Callable[[int], str]:
    return lambda number: "".join(chr(zero + int(digit)) for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "japaneseDigitalTenThousand",
        ),
        han_number,
    ),
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital"),
        lambda number: "".join("〇一二三四五六七八九"[int(d)] for d in str(number)),
    ),
    "chineseLegalSimplified": lambda number: han_number(number).translate(_FORMAL),
    "ideographLegalTraditional": lambda number: han_number(number).translate(_FORMAL_TRADITIONAL),
    "ideographEnclosedCircle": lambda number: chr(0x327F + number) if number <= 10 else str(number),
    "decimalEnclosedCircle": _enclosed(0x2460),
    "decimalEnclosedCircleChinese": _enclosed(0x2460),
    "decimalEnclosedParen": _enclosed(0x2474),
    "decimalEnclosedFullstop": _enclosed(0x2488),
    "decimalFullWidth": _digits(0xFF10),
    "decimalFullWidth2": _digits(0xFF10),
    "decimalZero": lambda number: f"{number:02}",
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": lambda number: (
        _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]
    ),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}  # fmt: skip
