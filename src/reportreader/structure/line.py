"""Lines and units: the pieces of text that the passes look at, each a pair of offsets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportreader.document.span import Join


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A physical line without the blanks around it: `text[start:end]` is never empty.

    `gap` counts the blank lines above it, `indent` the blanks in front of it.
    """

    start: int
    end: int
    gap: int = 0
    indent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What the writer meant as one line or paragraph: one or several lines, or part of one.

    `flat` says that the unit was cut out of a longer line at blanks inside it.
    """

    start: int
    end: int
    indent: int = 0
    joins: tuple[Join, ...] = ()
    flat: bool = False

    def __len__(self) -> int:
        return self.end - self.start


def find_lines(view: str) -> tuple[Line, ...]:
    """Every line of the view that holds anything but blanks."""
    lines = []
    start = gap = 0
    length = len(view)
    while start <= length:
        end = view.find("\n", start)
        if end < 0:
            end = length
        content = view[start:end]
        stripped = content.strip()
        if stripped:
            indent = len(content) - len(content.lstrip())
            first = start + indent
            lines.append(Line(start=first, end=first + len(stripped), gap=gap, indent=indent))
            gap = 0
        else:
            gap += 1
        start = end + 1
    return tuple(lines)


def merge_units(units: Sequence[Unit]) -> Unit:
    """One unit over several neighbouring ones, a join at each break between them."""
    if len(units) == 1:
        return units[0]
    joins: list[Join] = []
    for index, unit in enumerate(units):
        if index:
            joins.append(Join(start=units[index - 1].end, end=unit.start))
        joins.extend(unit.joins)
    return replace(units[0], end=units[-1].end, joins=tuple(joins))


def one_line(text: str, start: int, end: int, joins: Sequence[Join]) -> str:
    """`text[start:end]` as one line: breaks inside a sentence removed, all others one blank."""
    pieces = []
    position = start
    for join in joins:
        if position <= join.start and join.end <= end:
            pieces.append(text[position : join.start])
            position = join.end
    pieces.append(text[position:end])
    return " ".join("".join(pieces).split())
