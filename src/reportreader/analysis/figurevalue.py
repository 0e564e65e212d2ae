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


TAIL = "(?P<tail>以上|以下|以内|左右|上下|多(?![样元种个数人少年])|余)?"
"""Pattern of the words behind a figure that qualify it."""
TAILS = {
    "以上": Qualifier.MORE,
    "多": Qualifier.MORE,
    "余": Qualifier.MORE,
    "以下": Qualifier.LESS,
    "以内": Qualifier.LESS,
    "左右": Qualifier.APPROXIMATE,
    "上下": Qualifier.APPROXIMATE,
}
"""What each of them means."""
