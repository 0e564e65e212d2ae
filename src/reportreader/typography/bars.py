"""Bars made of characters, for charts in a terminal."""

from reportreader.typography.widths import NARROW, Widths

_FULL = "█"
_PARTS = " ▏▎▍▌▋▊▉"
"""Nothing to seven eighths of a cell."""
_PLAIN = "#"
"""Where blocks take two cells, parts of one cannot be drawn."""


def bar(value: float, most: float, room: int, widths: Widths = NARROW) -> str:
    """A bar of at most `room` cells, as long as `value` is of `most`.

    Whatever is more than nothing can be seen.
    """
    if value <= 0 or most <= 0 or room <= 0:
        return ""
    eighths = max(1, round(min(value / most, 1.0) * room * 8))
    if widths.cells(_FULL) > 1:
        return _PLAIN * max(1, round(eighths / 8))
    whole, part = divmod(eighths, 8)
    return _FULL * whole + _PARTS[part].strip()
