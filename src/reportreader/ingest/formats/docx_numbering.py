"""Word's automatic numbers, which stand nowhere in the text of a document: 一、 （一） 1. ①.

Formats and restarts as ECMA-376 part 1, 17.9 and 17.18.59 (ST_NumberFormat), describes them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN_DIGITS = "零一二三四五六七八九"
_FORMAL = str.maketrans("一二三四五六七八九十百", "壹贰叁肆伍陆柒捌玖拾佰")
_LARGEST_NUMBER = 9999
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """One level of a list: format, pattern (`第%1章`), first number."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    is_decimal_throughout: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbering:
    """A use of a list: which list, and at what numbers its levels begin anew."""

    list_id: str
    starts: dict[int, int] = field(default_factory=dict)


class NumberCounter:
    """Counts the numbered paragraphs of one document in their order."""

    def __init__(self, part: ET.Element | None) -> None:
        self._lists: dict[str, dict[int, _Level]] = {}
        self._numberings: dict[str, _Numbering] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if part is not None:
            for element in part.iterfind(f"{W}abstractNum"):
                self._lists[element.get(f"{W}abstractNumId", "")] = _read_levels(element)
            for element in part.iterfind(f"{W}num"):
                self._numberings[element.get(f"{W}numId", "")] = _read_numbering(element)

    def next_label(self, numbering_id: str, level_number: int) -> tuple[str, bool]:
        """The number of the next paragraph of a numbering, and whether it is a mere bullet."""
        numbering = self._numberings.get(numbering_id)
        levels = self._lists.get(numbering.list_id, {}) if numbering else {}
        level = levels.get(level_number)
        if numbering is None or level is None:
            return "", False
        counts = self._counts.setdefault(numbering.list_id, {})
        if numbering_id not in self._begun:
            self._begun.add(numbering_id)
            counts.update((number, start - 1) for number, start in numbering.starts.items())
        counts[level_number] = counts.get(level_number, level.start - 1) + 1
        for deeper in [number for number in counts if number > level_number]:
            del counts[deeper]
        if level.format == "bullet":
            return "•", True

        def number_of(match: re.Match[str]) -> str:
            number = int(match.group(1)) - 1
            other = levels.get(number, _Level())
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
    "ideographDigital": lambda number: "".join("〇一二三四五六七八九"[int(d)] for d in str(number)),
    "chineseLegalSimplified": lambda number: han_number(number).translate(_FORMAL),
    "decimalEnclosedCircle": _enclosed(0x2460),
    "decimalEnclosedCircleChinese": _enclosed(0x2460),
    "decimalEnclosedParen": _enclosed(0x2474),
    "decimalEnclosedFullstop": _enclosed(0x2488),
    "decimalFullWidth": _digits(0xFF10),
    "decimalFullWidth2": _digits(0xFF10),
    "decimalZero": lambda number: f"{number:02}",
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}  # fmt: skip


def _read_levels(element: ET.Element) -> dict[int, _Level]:
    return {
        whole_number(level.get(f"{W}ilvl"), 0): _Level(
            format=value_of(level, "numFmt") or "decimal",
            pattern=value_of(level, "lvlText") or "",
            start=whole_number(value_of(level, "start"), 1),
            is_decimal_throughout=level.find(f"{W}isLgl") is not None,
        )
        for level in element.iterfind(f"{W}lvl")
    }


def _read_numbering(element: ET.Element) -> _Numbering:
    starts = {
        whole_number(override.get(f"{W}ilvl"), 0): whole_number(start, 1)
        for override in element.iterfind(f"{W}lvlOverride")
        if (start := value_of(override, "startOverride")) is not None
    }
    return _Numbering(list_id=value_of(element, "abstractNumId") or "", starts=starts)


def value_of(element: ET.Element | None, path: str) -> str | None:
    """`w:val` of a descendant named by local names and `/`; None if there is none."""
    if element is None:
        return None
    found = element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def whole_number(text: str | None, default: int) -> int:
    """`text` as a small whole number, else `default`."""
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 6
    return int(text) if text is not None and is_number else default
