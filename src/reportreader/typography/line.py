"""Lines: what stands on one row, as intervals of the text and decorations beside it.

x counts cells from the left edge of the text column.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from reportreader.document.block import BlockKind


class Piece(NamedTuple):
    """`text[start:end]`, painted from cell `x` on."""

    x: int
    start: int
    end: int


class DecorationRole(StrEnum):
    """What a decoration is for, so that the screen can style it."""

    MARKER = "marker"
    """Bullet or number of a list item."""
    QUOTE_BAR = "quote-bar"
    TABLE_RULE = "table-rule"
    RULE = "rule"
    LABEL = "label"
    """Head of a column in front of a cell, where a table is set as records."""
    FOLD = "fold"
    """Stands for furniture that is folded away."""


class Decoration(NamedTuple):
    """A sign that is painted but is no part of the text: it has no offset and is never selected."""

    x: int
    text: str
    role: DecorationRole


class Line(NamedTuple):
    """One row of block `block`, whose `kind` and `level` it repeats.

    It stands for the characters `start` to `end`, white space that is not painted included; the
    rows of a block follow on each other without a hole, except in tables, where the cells of a row
    stand side by side and these intervals overlap. Pieces ascend by x. `first` and `last` mark the
    outer rows of a block. A `gap` is an empty row in front of a block.
    """

    block: int
    kind: BlockKind
    level: int
    start: int
    end: int
    pieces: tuple[Piece, ...] = ()
    decorations: tuple[Decoration, ...] = ()
    first: bool = False
    last: bool = False
    gap: bool = False


def row_holding(lines: Sequence[Line], offset: int) -> int:
    """Index of the row on which `offset` stands; of the nearest one before it if on none.

    `lines` are the rows of one part, its empty rows included; they are never the answer.
    """
    found = next((row for row, line in enumerate(lines) if not line.gap), 0)
    nearest = -1
    for row in range(found, len(lines)):
        line = lines[row]
        if not line.pieces and nearest < line.start <= offset:
            found, nearest = row, line.start
        for piece in line.pieces:
            if nearest < piece.start <= offset:
                found, nearest = row, piece.start
    return found
