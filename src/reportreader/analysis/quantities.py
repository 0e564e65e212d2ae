"""Quantities in folded Chinese text: a number, its multiplier and its unit, ranges and ratios.

`40万余元`, `16余万人次`, `3.88平方公里`, `3至5名`, `5.8%`, `百分之六`, `五成`, `0.7:50.7:48.6`,
`六个项目`, and the first of `2.16和1.66个百分点`.
"""

import re
from dataclasses import replace
from functools import cache

from reportreader.analysis.figurevalue import TAIL, TAILS, Measured, Qualifier
from reportreader.analysis.halves import read_halved
from reportreader.analysis.numerals import (
    DIGITS,
    HAN_NUMBER,
    HAN_NUMERAL,
    MULTIPLIERS,
    parse_neighbours,
    parse_number,
    plain_value,
)
from reportreader.analysis.shares import read_ratio, read_share
from reportreader.analysis.units import NOUN, UNIT, counts_behind_han, dimension_of

_MULTIPLIER = "(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦卡])|百(?=[万余多]))"
_MORE = "[余多]|(?<=[十百千0])来"
_NUMBER = f"(?P<number>{DIGITS}|{HAN_NUMBER})"
_SPAN = r" ?(?:-|至|到|~) ?"

_LISTED = re.compile(
    f"(?P<number>{DIGITS})(?P<multiplier>{_MULTIPLIER})?(?:和|与|及|、)(?={DIGITS})"
)
_FACTORS = {"%": 0.01, "‰": 0.001, "成": 0.1}
_PLAIN_UNITS = {
    "元人民币": "元",
    "元钱": "元",
    "块钱": "元",
    "元新台币": "新台币",
    "人口": "人",
    "大项": "项",
    "大类": "类",
}
_ORDINAL_UNITS = frozenset("期组层级区队处门部类村市县省州国宗班")
"""Behind 二 these number things; what is counted is 两."""
_SET_PHRASES = frozenset((("四", "处"), ("四", "方"), ("八", "方"), ("三", "章")))
_MOST_LISTED = 6
_MONEY_BEFORE = re.compile(
    "资金|投资|收入|工资|薪|补贴|补助|津贴|奖励|奖金|金额|支出|领|消费|价值|产值|营收|募集|捐款|贷款|债|款|费|税|额|利润"
)
_PEOPLE_BEFORE = re.compile(
    "人(?!均|民币)|员额|群众|居民|农民|村民|游客|职工|学生|观众|用户|粉丝|党员|会员|下载|点击|浏览"
)
_PEOPLE_BEHIND = re.compile(
    f"[^{HAN_NUMERAL[1:-1]}\\d,.;:\\s]{{0,4}}(?:人口|群众|居民|农民|村民|游客|职工|学生|用户|党员)"
)
_LOOK_BACK = 12


def read_quantity(form: str, position: int) -> Measured | None:
    """The quantity that begins at `position`, None if the number there measures nothing."""
    return (
        read_halved(form, position)
        or read_share(form, position)
        or read_ratio(form, position)
        or _read_compound(form, position)
        or _read_bounds(form, position)
        or _read_range(form, position)
        or _read_single(form, position)
        or _read_listed(form, position)
    )


@cache
def _quantity() -> re.Pattern[str]:
    return re.compile(
        f"{_NUMBER}(?P<more>(?:{_MORE})(?=[万亿千百]|[^\\d]))?(?P<multiplier>{_MULTIPLIER})?"
        f"(?P<behind>{_MORE}|几)?(?:(?P<months>个[多余]月)|{UNIT}|{NOUN})?{TAIL}"
    )


@cache
def _first_of_range() -> re.Pattern[str]:
    unit = UNIT.replace("?P<unit>", "?:")
    return re.compile(
        f"(?P<number>{DIGITS}|{HAN_NUMERAL}+)(?P<multiplier>{_MULTIPLIER})?(?P<unit>{unit})?"
        f"{_SPAN}(?=\\d|{HAN_NUMERAL})"
    )


@cache
def _compound() -> re.Pattern[str]:
    """`1万2,000元`, `3亿5,000万元`."""
    return re.compile(
        f"(?P<whole>{DIGITS})(?P<scale>亿|万)(?P<rest>{DIGITS})(?P<multiplier>万|千)?余?"
        f"(?:{UNIT}){TAIL}"
    )


def _read_single(form: str, position: int) -> Measured | None:
    found = _quantity().match(form, position)
    if found is None:
        return None
    multiplier = found["multiplier"]
    is_han = not found["number"][0].isdecimal()
    value = parse_number(found["number"])
    unit = _unit_of(found)
    if value is None or (found["noun"] and not multiplier and (is_han or value < 100)):
        return None
    if not unit and (is_han or not multiplier):
        return None
    if is_han and not _counts(found["number"], value, unit, multiplier):
        return None
    if is_han and unit == "季度" and not found[0].endswith("个季度"):
        return None
    neighbours = parse_neighbours(found["number"]) if is_han else None
    if not unit:
        unit = _implied_unit(form, position, found.end())
    factor = MULTIPLIERS.get(multiplier or "", 1) * _FACTORS.get(unit, 1)
    if is_han and multiplier and not neighbours:
        value, factor = parse_number(found["number"] + multiplier) or value, 1.0
    values = tuple(plain_value(each * factor) for each in neighbours or (value,))
    return Measured(
        start=position,
        end=found.end(),
        value=values if neighbours else values[0],
        unit=unit,
        dimension=dimension_of(unit),
        qualifier=_inner_qualifier(found),
        is_range=neighbours is not None,
    )


def _unit_of(found: re.Match[str]) -> str:
    if found["months"]:
        return "个月"
    said = found["unit"] or found["noun"] or ""
    return _PLAIN_UNITS.get(said, said)


def _read_compound(form: str, position: int) -> Measured | None:
    found = _compound().match(form, position)
    if found is None:
        return None
    whole, rest = parse_number(found["whole"]), parse_number(found["rest"])
    if whole is None or rest is None:
        return None
    scale = MULTIPLIERS[found["scale"]]
    rest *= MULTIPLIERS.get(found["multiplier"] or "", 1)
    if rest >= scale:
        return None
    unit = _PLAIN_UNITS.get(found["unit"], found["unit"])
    return Measured(
        start=position,
        end=found.end(),
        value=plain_value(whole * scale + rest),
        unit=unit,
        dimension=dimension_of(unit),
        qualifier=TAILS.get(found["tail"], Qualifier.NONE),
    )


def _counts(number: str, value: float, unit: str, multiplier: str | None) -> bool:
    """Whether a number in Han characters is meant literally."""
    if value < 2 or number[0] in "百千" or (number == "二" and unit in _ORDINAL_UNITS):
        return False
    if (number, unit) in _SET_PHRASES:
        return False
    return counts_behind_han(unit) or (multiplier is not None and unit != "")


def _inner_qualifier(found: re.Match[str]) -> Qualifier:
    if found["tail"]:
        return TAILS[found["tail"]]
    said = found["more"] or found["behind"] or found["months"]
    if said == "来":
        return Qualifier.APPROXIMATE
    return Qualifier.MORE if said else Qualifier.NONE


def _implied_unit(form: str, start: int, end: int) -> str:
    """Unit of a large number that says none (月薪3万, 常住人口21.4万, 3万农村人口): the plain one."""
    if _PEOPLE_BEHIND.match(form, end):
        return "人"
    before = form[max(0, start - _LOOK_BACK) : start]
    clause = re.split("[,.;]", before)[-1]
    if _PEOPLE_BEFORE.search(clause) or _MONEY_BEFORE.search(clause):
        before = clause
    people = [found.start() for found in _PEOPLE_BEFORE.finditer(before)]
    money = [found.start() for found in _MONEY_BEFORE.finditer(before)]
    return "人" if people and max(people) > max(money, default=-1) else "元"


def _read_range(form: str, position: int) -> Measured | None:
    found = _first_of_range().match(form, position)
    if found is None:
        return None
    second = _read_single(form, found.end())
    first = parse_number(found["number"])
    if second is None or first is None or not isinstance(second.value, float | int):
        return None
    if found["number"][0].isdecimal() != form[found.end()].isdecimal():
        return None
    scale = MULTIPLIERS[found["multiplier"]] if found["multiplier"] else None
    behind = _quantity().match(form, found.end())
    if scale is None:
        scale = MULTIPLIERS.get((behind and behind["multiplier"]) or "", 1)
    if found["unit"] and found["unit"] != second.unit and not found["unit"].endswith(second.unit):
        return None
    value = plain_value(first * scale * _FACTORS.get(second.unit, 1))
    if value > second.value:
        return None
    return Measured(
        start=position,
        end=second.end,
        value=(value, second.value),
        unit=second.unit,
        dimension=second.dimension,
        qualifier=second.qualifier,
        is_range=True,
    )


def _read_bounds(form: str, position: int) -> Measured | None:
    """`500元以上1000元以下`: what is at least the first and at most the second."""
    first = _read_single(form, position)
    if first is None or not form.startswith("以上", first.end - 2):
        return None
    least, end = first.value, first.end + form.startswith("不满", first.end) * 2
    second = _read_single(form, end)
    if second is None or second.unit != first.unit:
        return None
    most = second.value
    if not isinstance(least, float | int) or not isinstance(most, float | int) or least > most:
        return None
    bounded = end > first.end or form.startswith(("以下", "以内"), second.end - 2)
    if not bounded:
        return None
    return replace(
        second, start=position, value=(least, most), qualifier=Qualifier.NONE, is_range=True
    )


def _read_listed(form: str, position: int) -> Measured | None:
    """A bare number whose unit follows the next one."""
    here = first = _LISTED.match(form, position)
    if first is None:
        return None
    if "." not in first["number"] and "分别" not in form[max(0, position - 20) : position]:
        return None
    for _ in range(_MOST_LISTED):
        if here is None:
            return None
        last = _read_single(form, here.end())
        if last is not None:
            behind = _quantity().match(form, here.end())
            shared = first["multiplier"] or (behind and behind["multiplier"])
            scale = MULTIPLIERS.get(shared or "", 1) * _FACTORS.get(last.unit, 1)
            value = parse_number(first["number"])
            return (
                None
                if value is None
                else Measured(
                    start=position,
                    end=first.end("multiplier") if first["multiplier"] else first.end("number"),
                    value=plain_value(value * scale),
                    unit=last.unit,
                    dimension=last.dimension,
                )
            )
        here = _LISTED.match(form, here.end())
    return None
