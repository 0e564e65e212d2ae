"""The figures of a report: a layer over the text, and rows for their panel."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportreader.tui.reading.intervals import Interval, IntervalStore
from reportreader.tui.reading.layers import FIGURE_KEY

if TYPE_CHECKING:
    from reportreader.analysis.figures import Figure

_NAMED_BY_DIMENSION = frozenset(("date", "time", "ratio"))
"""Dimensions whose units are not words of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure as it is written and what it counts, or the head over those of one unit.

    A head counts its figures and stands at the offset of the first; `end` is its own offset.
    """

    text: str
    counts: str
    offset: int
    end: int
    is_head: bool = False


class FigureLayer:
    """The figures of one text, in its order."""

    def __init__(self, figures: "Sequence[Figure]") -> None:
        self.figures = tuple(figures)
        self._starts = [figure.start for figure in self.figures]
        self._store = IntervalStore(
            Interval(figure.start, figure.end, FIGURE_KEY) for figure in self.figures
        )

    def overlapping(self, start: int, end: int) -> list[Interval]:
        """Figures with a character in `text[start:end]`."""
        return self._store.overlapping(start, end)

    def step(self, place: int, *, backwards: bool = False) -> int | None:
        """Offset of the next figure behind `place`, of the last before it; None at the end."""
        find = bisect_left if backwards else bisect_right
        index = find(self._starts, place) - (1 if backwards else 0)
        return self._starts[index] if 0 <= index < len(self._starts) else None


def figure_rows(
    figures: "Sequence[Figure]", *, by_unit: bool, name_of: Callable[[str], str]
) -> tuple[FigureRow, ...]:
    """The figures in text order, or under heads by unit, the most frequent unit first.

    `name_of` gives the name of a dimension whose units are not words (dates, ratios).
    """
    rows = [
        FigureRow(
            text=" ".join(figure.text.split()),
            counts=figure.counts,
            offset=figure.start,
            end=figure.end,
        )
        for figure in figures
    ]
    if not by_unit:
        return tuple(rows)
    groups: dict[str, list[FigureRow]] = {}
    for figure, row in zip(figures, rows, strict=True):
        groups.setdefault(_unit_name(figure, name_of), []).append(row)
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return tuple(row for name, group in ordered for row in (_head(name, group), *group))


def _unit_name(figure: "Figure", name_of: Callable[[str], str]) -> str:
    dimension = figure.dimension.value
    if dimension in _NAMED_BY_DIMENSION or not figure.unit:
        return name_of(dimension)
    return figure.unit


def _head(name: str, group: Sequence[FigureRow]) -> FigureRow:
    offset = group[0].offset
    return FigureRow(text=name, counts=f"{len(group):,}", offset=offset, end=offset, is_head=True)
