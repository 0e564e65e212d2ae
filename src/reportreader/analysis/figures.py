"""Figures: every number of a report that counts, measures or dates something.

The numbers are read by `figurescan`; here they get their place in the report, the clause they
stand in and what they count. What the metadata of a report says already is left out, and so is
its furniture.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportreader.analysis.figurelabels import Clauses, label_figure
from reportreader.analysis.figurescan import counts_by_republic, iter_measured
from reportreader.analysis.figurevalue import FigureValue, Measured, Qualifier
from reportreader.analysis.folding import fold
from reportreader.analysis.squeezing import Squeezed
from reportreader.analysis.units import Dimension
from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField

__all__ = ["Dimension", "Figure", "FigureValue", "Qualifier", "find_figures", "neutral_figures"]

FIGURES_VERSION = 3
"""Goes up whenever the same report would give other figures."""

_SPACED = re.compile(r"(?<=\d) +(?=[^\x00-\x7f]|%)|(?<=[^\x00-\x7f]) +(?=\d)")
"""Blanks that somebody typed between a number and its unit."""
_READING_AID = re.compile(r"(?:(?<=[^\x00-\x7f\s])|(?<=\d))\([a-z]{0,6}[à-ɏ][a-zà-ɏ]{0,6}\)")
"""Pinyin in brackets behind a character."""
_SMALL_LETTERS = frozenset(("g", "t", "m", "l"))
_SKIPPED_BLOCKS = frozenset((BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.CODE))
_KEPT_FIELDS = frozenset((MetadataField.KICKER, MetadataField.SUBTITLE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number at `text[start:end]` and what it says.

    `value` is in the base unit (40万余元 is 400000, 99% is 0.99), a date is an ISO string, a range
    or ratio a tuple; None where the text gives no number. `counts` is a short label of what is
    counted, from the clause `text[clause_start:clause_end]`.
    """

    start: int
    end: int
    text: str
    value: FigureValue
    unit: str
    dimension: Dimension
    qualifier: Qualifier = Qualifier.NONE
    is_range: bool = False
    counts: str = ""
    clause_start: int = 0
    clause_end: int = 0


def find_figures(document: Document) -> tuple[Figure, ...]:
    """The figures of a report in text order. Linear in its length, about 1 MB a second."""
    folded = fold(document.text)
    read = Squeezed(folded, _iter_gaps(folded, document))
    skipped = _skipped_intervals(document)
    clauses = Clauses(read.form)
    figures = []
    for measured in iter_measured(read.form, republic=counts_by_republic(document.text)):
        start, end = read.interval(measured.start, measured.end)
        if not _is_inside(skipped, start, end) and not _is_code(document.text[start:end], measured):
            figures.append(_figure(document.text, read, clauses, measured))
    return tuple(figures)


def neutral_figures(figures: Sequence[Figure]) -> list[dict[str, object]]:
    """The figures as the neutral exchange form has them (`reportreader figures --json`)."""
    return [_neutral(figure) for figure in figures]


def _neutral(figure: Figure) -> dict[str, object]:
    neutral: dict[str, object] = {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "what": figure.counts,
        "value": list(figure.value) if isinstance(figure.value, tuple) else figure.value,
        "unit": figure.unit,
        "dim": str(figure.dimension),
    }
    if figure.qualifier is not Qualifier.NONE:
        neutral["qual"] = str(figure.qualifier)
    if figure.is_range:
        neutral["range"] = True
    return neutral


def _figure(text: str, read: Squeezed, clauses: Clauses, measured: Measured) -> Figure:
    start, end = read.interval(measured.start, measured.end)
    clause = clauses.around(measured.start, measured.end)
    first, last = read.interval(clause[0], max(clause[1], measured.end))
    return Figure(
        start=start,
        end=end,
        text=text[start:end],
        value=measured.value,
        unit=_unit_as_written(text[start:end], measured.unit),
        dimension=measured.dimension,
        qualifier=measured.qualifier,
        is_range=measured.is_range,
        counts=_label_as_written(text, read, measured, clause),
        clause_start=first,
        clause_end=last,
    )


def _label_as_written(
    text: str, read: Squeezed, measured: Measured, clause: tuple[int, int]
) -> str:
    """What is counted, in the characters of the text where the label stands there in one piece."""
    label = label_figure(read.form, clause, measured.start, measured.end, measured.dimension)
    position = read.form.find(label, clause[0], measured.end + len(label) + 2) if label else -1
    if position < 0:
        return label
    start, end = read.interval(position, position + len(label))
    return "".join(text[start:end].split())


def _is_code(said: str, measured: Measured) -> bool:
    """Whether a letter taken for a unit is a capital (5G, 4K)."""
    return measured.unit in _SMALL_LETTERS and said.rstrip()[-1:].isupper()


def _unit_as_written(said: str, unit: str) -> str:
    """The unit in the characters of the text, which may be traditional."""
    position = -1 if unit.isascii() else fold(said).rfind(unit)
    return said[position : position + len(unit)] if position >= 0 else unit


def _iter_gaps(folded: str, document: Document) -> Iterator[tuple[int, int, str]]:
    """Joins, typed blanks and reading aids, ascending and disjoint."""
    gaps = [(join.start, join.end) for join in document.joins]
    gaps += [found.span() for found in _SPACED.finditer(folded)]
    gaps += [found.span() for found in _READING_AID.finditer(folded)]
    reach = 0
    for start, end in sorted(gaps):
        if start >= reach:
            yield start, end, ""
            reach = end


def _skipped_intervals(document: Document) -> list[tuple[int, int]]:
    intervals = [
        (item.start, item.end)
        for item in document.metadata.items
        if item.start >= 0 and item.field not in _KEPT_FIELDS
    ]
    intervals += [
        (document.blocks.start_of(index), document.blocks.end_of(index))
        for index in range(len(document.blocks))
        if document.blocks.kind_of(index) in _SKIPPED_BLOCKS
    ]
    return sorted(intervals)


def _is_inside(intervals: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(intervals, (start, end)) - 1
    return any(first < end and start < last for first, last in intervals[max(0, index) : index + 2])
