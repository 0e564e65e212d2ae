"""Text cut and padded to a number of cells as the terminal draws them now."""

from reportreader.tui.drawing import cells as drawing
from reportreader.tui.widths import measured_widths


def fit(text: str, cells: int, *, right: bool = False) -> str:
    """`text` in exactly `cells` cells: cut with an ellipsis, or padded (in front if `right`)."""
    return drawing.fit(text, cells, measured_widths(), right=right)


def clip(text: str, cells: int) -> str:
    """`text` cut with an ellipsis where it is wider than `cells`, else as it is."""
    return drawing.clip(text, cells, measured_widths())
