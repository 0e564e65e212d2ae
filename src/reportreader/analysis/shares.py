"""Shares, fractions and ratios in folded Chinese text: `百分之六`, `三分之二`, `0.7:50.7:48.6`."""

import re

from reportreader.analysis.figurevalue import TAIL, TAILS, Measured, Qualifier
from reportreader.analysis.numerals import (
    DIGITS,
    HAN_NUMBER,
    HAN_NUMERAL,
    parse_number,
    plain_value,
)
from reportreader.analysis.units import Dimension

_PER_CENT = re.compile(f"(百|千|万)分之({DIGITS}|{HAN_NUMBER}){TAIL}")
_FRACTION = re.compile(f"({HAN_NUMERAL}{{1,3}}|\\d{{1,3}})分之({HAN_NUMERAL}{{1,3}}|\\d{{1,3}})")
_RATIO = re.compile(r"\d+(?:\.\d+)?(?:[:比]\d+(?:\.\d+)?){1,5}(?![\d:])")
_TENTHS = re.compile(f"({HAN_NUMERAL})成({HAN_NUMERAL})(?![年人个])")
"""`一成五` is 15%."""
_WHOLE = 10
_SHARES = {"百": ("%", 0.01), "千": ("‰", 0.001), "万": ("‱", 0.0001)}


def read_share(form: str, position: int) -> Measured | None:
    """The percentage or fraction in words that begins at `position`."""
    found = _PER_CENT.match(form, position)
    if found is not None:
        unit, factor = _SHARES[found[1]]
        value = 100.0 if found[2] == "百" else parse_number(found[2])
        if value is None:
            return None
        return Measured(
            start=position,
            end=found.end(),
            value=plain_value(value * factor),
            unit=unit,
            dimension=Dimension.PERCENT,
            qualifier=TAILS.get(found["tail"], Qualifier.NONE),
        )
    tenths = _TENTHS.match(form, position)
    if tenths is not None:
        first, second = parse_number(tenths[1]), parse_number(tenths[2])
        if first and second and first < _WHOLE and second < _WHOLE:
            return Measured(
                start=position,
                end=tenths.end(),
                value=plain_value(first / 10 + second / 100),
                unit="成",
                dimension=Dimension.PERCENT,
            )
    found = _FRACTION.match(form, position)
    if found is None:
        return None
    whole, part = parse_number(found[1]), parse_number(found[2])
    if not whole or not part:
        return None
    return Measured(
        start=position,
        end=found.end(),
        value=plain_value(part / whole),
        unit="ratio",
        dimension=Dimension.RATIO,
    )


def read_ratio(form: str, position: int) -> Measured | None:
    """The ratio of two to six numbers that begins at `position`."""
    found = _RATIO.match(form, position)
    if found is None:
        return None
    parts = [parse_number(part) for part in re.split("[:比]", found.group())]
    return Measured(
        start=position,
        end=found.end(),
        value=tuple(None if part is None else plain_value(part) for part in parts),
        unit="ratio",
        dimension=Dimension.RATIO,
    )
