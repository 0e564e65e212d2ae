"""The scroll bar of a list, to an eighth of a row, as Textual draws it."""

from enum import Enum
from math import ceil
from typing import NamedTuple

_EIGHTHS = "▁▂▃▄▅▆▇ "


class BarPaint(Enum):
    """Which of its two colours a cell shows as text and which as ground."""

    GROUND = "ground"
    THUMB = "thumb"
    """Filled with the colour of the thumb."""
    HEAD = "head"
    """The thumb begins in this cell: its sign has the colour of the thumb."""
    TAIL = "tail"
    """The thumb ends in this cell: its sign has the colour of the ground."""


class BarCell(NamedTuple):
    """One row of the bar."""

    sign: str
    paint: BarPaint


def scroll_bar(
    height: int, total: int, window: int, position: int, *, eighths: bool = True
) -> list[BarCell]:
    """`height` cells for `window` rows in view of `total`, from row `position` on.

    Without `eighths` only whole cells are filled, for terminals that draw the signs too wide.
    """
    ground = BarCell(" ", BarPaint.GROUND)
    if not window or not height or window >= total or height == total:
        return [ground] * height
    signs = _EIGHTHS if eighths else " " * len(_EIGHTHS)
    thumb = max(1, window / (total / height))
    top = (height - thumb) * (position / (total - window))
    start = int(top * len(signs))
    first, first_eighths = divmod(max(0, start), len(signs))
    last, last_eighths = divmod(max(0, start + ceil(thumb * len(signs))), len(signs))
    cells = [ground] * height
    cells[first:last] = [BarCell(" ", BarPaint.THUMB)] * (last - first)
    head, tail = signs[len(signs) - 1 - first_eighths], signs[len(signs) - 1 - last_eighths]
    if first < height and head != " ":
        cells[first] = BarCell(head, BarPaint.HEAD)
    if last < height and tail != " ":
        cells[last] = BarCell(tail, BarPaint.TAIL)
    return cells[:height]
