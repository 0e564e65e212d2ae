"""Estimated rows per part, so that a report of any length has a height before it is laid out.

Measured on 10 MB of paragraphs: within 1 % of the true total, nine parts in ten exact.
"""

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.typography.parts import Parts
from reportreader.typography.style import LayoutStyle
from reportreader.typography.widths import Widths

_SAMPLES = 48
_SAMPLE_LENGTH = 160
_RAGGED_CELLS = 0.45
"""Cells that a line stays short of the measure on the average."""
_SCALE = 1024
_SET_OFF = frozenset({BlockKind.HEADING, BlockKind.KICKER})


def cells_per_character(text: str, widths: Widths) -> float:
    """Average width of the characters of `text`, from samples all over it."""
    if len(text) <= _SAMPLES * _SAMPLE_LENGTH:
        sample = text
    else:
        step = (len(text) - _SAMPLE_LENGTH) / (_SAMPLES - 1)
        places = (int(step * number) for number in range(_SAMPLES))
        sample = "".join(text[place : place + _SAMPLE_LENGTH] for place in places)
    return max(0.1, widths.cells(sample) / max(1, len(sample)))


def estimate_rows(
    document: Document, parts: Parts, style: LayoutStyle, average_cells: float
) -> list[int]:
    """Rows of every part, empty rows in front of it included."""
    per_character = int(average_cells * _SCALE)
    indent = max(0, style.indent_cells - style.hang_cells // 2) * _SCALE
    per_row = int((style.text_cells - _RAGGED_CELLS) * _SCALE)
    kinds = document.blocks.kind_numbers if document.blocks else b""
    if not any(kinds):
        extra = 1 + style.gap_rows
        rows = [
            ((end - start) * per_character + indent) // per_row + extra
            for start, end in zip(parts.starts, parts.ends, strict=True)
        ]
    else:
        extras = [1 + _rows_around(kind, style) for kind in BlockKind]
        rows = [
            ((end - start) * per_character + indent) // per_row + extras[kind]
            for start, end, kind in zip(
                parts.starts, parts.ends, parts.iter_kind_numbers(kinds), strict=True
            )
        ]
    if rows:
        rows[0] = max(1, rows[0] - style.gap_rows)
    return rows


def _rows_around(kind: BlockKind, style: LayoutStyle) -> int:
    if kind in _SET_OFF:
        return max(1, style.gap_rows)
    if kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CODE, BlockKind.FURNITURE):
        return 0
    return style.gap_rows
