"""Quantities with a half behind them: `两个半小时`, `3个半月`, `两年半`, `三天半`."""

import re

from reportreader.analysis.figurevalue import TAIL, TAILS, Measured, Qualifier
from reportreader.analysis.numerals import DIGITS, HAN_NUMERAL, parse_number, plain_value
from reportreader.analysis.units import dimension_of

_NUMBER = f"(?P<number>{DIGITS}|{HAN_NUMERAL}+)"
_HALVED = re.compile(
    f"{_NUMBER}(?:个半(?P<measure>小时|钟头|月|学期|星期)"
    f"|(?P<unit>年|周年|天|小时|公里|里|亩|米|斤|吨)半(?![月载夜途路场价数个封固自功决]))"
    rf"{TAIL}"
)
_UNITS = {"月": "个月"}


def read_halved(form: str, position: int) -> Measured | None:
    """The quantity with a half that begins at `position`, None if none does."""
    found = _HALVED.match(form, position)
    value = parse_number(found["number"]) if found else None
    if found is None or value is None or value < 1:
        return None
    said = found["unit"] or found["measure"]
    unit = _UNITS.get(said, said)
    return Measured(
        start=position,
        end=found.end(),
        value=plain_value(value + 0.5),
        unit=unit,
        dimension=dimension_of(unit),
        qualifier=TAILS.get(found["tail"], Qualifier.NONE),
    )
