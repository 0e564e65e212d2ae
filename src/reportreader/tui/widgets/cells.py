"""Text cut and padded to a number of cells, for what is drawn by the row."""

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"


def fit(text: str, cells: int, *, right: bool = False) -> str:
    """`text` in exactly `cells` cells: cut with an ellipsis, or padded (in front if `right`)."""
    text = clip(text, cells)
    padding = " " * (cells - cell_len(text))
    return padding + text if right else text + padding


def clip(text: str, cells: int) -> str:
    """`text` cut with an ellipsis where it is wider than `cells`, else as it is."""
    if cell_len(text) <= cells:
        return text
    room = cells - cell_len(ELLIPSIS)
    return set_cell_size(text, room).rstrip() + ELLIPSIS if room > 0 else " " * cells
