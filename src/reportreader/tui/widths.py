"""Tells Rich, which measures for Textual, how wide “ambiguous” characters are.

Every measurement of Rich and Textual ends in the table behind `rich.cells.load_cell_table`; several
modules import the measuring functions by name, so that the table is replaced and not they.
"""

from collections.abc import Callable

import rich.cells
import rich.segment
from textual.scrollbar import ScrollBarRender

from reportreader.tui.width_probe import PROBE_CHARACTERS
from reportreader.typography.width_table import AMBIGUOUS_RANGES, UNICODE_VERSION
from reportreader.typography.widths import NARROW, WIDE, Widths

_VERTICAL_BARS = ScrollBarRender.VERTICAL_BARS
_HORIZONTAL_BARS = ScrollBarRender.HORIZONTAL_BARS
_narrow_fast_path = rich.cells._is_single_cell_widths  # noqa: SLF001 - there is no public way


def measured_widths() -> Widths:
    """The widths that Rich and Textual measure with now."""
    return WIDE if rich.cells.get_character_cell_size(PROBE_CHARACTERS[0]) > 1 else NARROW


def measure_with(widths: Widths) -> None:
    """Let Rich and Textual measure with these widths from now on; lay out again after it."""
    table = rich.cells.CellTable(
        UNICODE_VERSION, list(widths.ranges()), frozenset(widths.narrow_to_wide)
    )
    fast_path = _narrow_fast_path if widths.ambiguous == 1 else _without_ambiguous()
    rich.cells.load_cell_table = lambda unicode_version="auto": table  # type: ignore[assignment, attr-defined] # noqa: ARG005
    rich.cells._is_single_cell_widths = fast_path  # noqa: SLF001
    rich.segment._is_single_cell_widths = fast_path  # type: ignore[attr-defined] # noqa: SLF001
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()
    ScrollBarRender.VERTICAL_BARS = _VERTICAL_BARS if widths.ambiguous == 1 else [" "] * 8
    ScrollBarRender.HORIZONTAL_BARS = _HORIZONTAL_BARS if widths.ambiguous == 1 else [" "] * 8
    rich.segment.Segment._split_cells.__func__.cache_clear()  # type: ignore[attr-defined] # noqa: SLF001


def _without_ambiguous() -> Callable[[str], bool]:
    """Rich's test for “all of one cell”, less the characters that are wide now."""
    wide = {chr(code) for first, last in AMBIGUOUS_RANGES for code in range(first, last + 1)}
    return frozenset(rich.cells._SINGLE_CELLS - wide).issuperset  # noqa: SLF001
