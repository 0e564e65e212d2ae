"""Text cut and padded to a number of cells, for what is drawn by the row."""

from reportreader.typography.graphemes import clip_cells
from reportreader.typography.widths import Widths

ELLIPSIS = "…"


def fit(text: str, cells: int, widths: Widths, *, right: bool = False) -> str:
    """`text` in exactly `cells` cells: cut with an ellipsis, or padded (in front if `right`)."""
    text = clip(text, cells, widths)
    padding = " " * (cells - widths.cells(text))
    return padding + text if right else text + padding


def clip(text: str, cells: int, widths: Widths) -> str:
    """`text` cut with an ellipsis where it is wider than `cells`, else as it is."""
    if widths.cells(text) <= cells:
        return text
    room = cells - widths.cells(ELLIPSIS)
    if room <= 0:
        return " " * cells
    return clip_cells(text, room, widths, ellipsis="").rstrip() + ELLIPSIS
