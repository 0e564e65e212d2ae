"""What the readers of dates and of quantities hand to `figures`: a number with what it says."""

from dataclasses import dataclass
from enum import StrEnum

from reportreader.analysis.units import Dimension

FigureValue = float | int | str | None | tuple[float | int | str | None, ...]
"""A number in the base unit, a date or time as a string, several of these for ranges and ratios."""


class Qualifier(StrEnum):
    """How exactly a figure is meant."""

    NONE = ""
    MORE = "more"
    LESS = "less"
    APPROXIMATE = "approx"
    NEARLY = "nearly"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One figure at `form[start:end]` of the form it was read from."""

    start: int
    end: int
    value: FigureValue
    unit: str
    dimension: Dimension
    qualifier: Qualifier = Qualifier.NONE
    is_range: bool = False
