"""Frames: where in the column a block stands, by its kind, and what is painted beside it."""

from collections.abc import Iterator
from typing import NamedTuple

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.typography.graphemes import clip_cells
from reportreader.typography.line import Decoration, DecorationRole
from reportreader.typography.shown_text import shown_text
from reportreader.typography.spacing import TITLE_KINDS
from reportreader.typography.style import LayoutStyle

_STEP = 2
"""Cells per level of quotes and lists."""
_NARROWEST_TEXT = 8
"""Cells that are left to the text however deep it is nested."""
_BYLINES_LOOKED_BACK = 8
_INDENTED = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})
_CENTRED_IF_SHORT = frozenset({BlockKind.BYLINE, BlockKind.CAPTION})


class Glyphs(NamedTuple):
    """Signs of decorations, each one cell wide."""

    rule: str
    table_bar: str
    crossing: str
    quote_bar: str
    fold: str


_DRAWN = Glyphs(rule="─", table_bar="│", crossing="┼", quote_bar="▎", fold="⋯")
_PLAIN = Glyphs(rule="-", table_bar="|", crossing="+", quote_bar="|", fold="-")


def glyphs_for(style: LayoutStyle) -> Glyphs:
    """Drawn signs, or ASCII ones where a terminal gives the drawn ones two cells."""
    return _DRAWN if style.widths.ambiguous == 1 else _PLAIN


class Frame(NamedTuple):
    """The place of a block's rows, in cells from the left edge of the column.

    `opening` decorates the first row, `every` all of them. `centred_if_short` centres a block that
    takes one row only. `keeps_space` paints the white space that a block begins with.
    """

    left: int = 0
    indent: int = 0
    centred: bool = False
    centred_if_short: bool = False
    keeps_space: bool = False
    opening: tuple[Decoration, ...] = ()
    every: tuple[Decoration, ...] = ()


def make_frame(blocks: Blocks, index: int, style: LayoutStyle, *, continued: bool) -> Frame:
    """The frame of block `index`; a continued part of it has neither indent nor marker."""
    block = blocks[index]
    depth = quote_depth(block, style)
    left = depth * _STEP
    room = style.text_cells - _NARROWEST_TEXT
    marker: tuple[Decoration, ...] = ()
    if block.kind is BlockKind.LIST_ITEM or block.marker:
        left = min(left + max(0, block.level - 1) * _STEP, room // 2)
        sign = clip_cells(shown_text(block.marker), room // 2, style.widths)
        marker = (Decoration(left, sign, DecorationRole.MARKER),) if sign else ()
        left += max(_STEP, style.widths.cells(sign) + 1)
    elif block.kind is BlockKind.CODE:
        left = min(left + _STEP, room)
    centred = style.centre_titles and block.kind in TITLE_KINDS
    indented = block.kind in _INDENTED and not marker and not continued
    return Frame(
        left=left,
        indent=min(style.indent_cells, (style.text_cells - left) // 4) if indented else 0,
        centred=centred and not continued,
        centred_if_short=style.centre_titles and _is_centred_if_short(blocks, index),
        keeps_space=block.kind is BlockKind.CODE,
        opening=() if continued else marker,
        every=tuple(iter_quote_bars(depth, style)),
    )


def quote_depth(block: Block, style: LayoutStyle) -> int:
    """Quotes around a block that are shown: not so many that no room is left for its text."""
    depth = max(block.depth, 1) if block.kind is BlockKind.QUOTE else block.depth
    return min(depth, (style.text_cells - _NARROWEST_TEXT) // (2 * _STEP))


def iter_quote_bars(depth: int, style: LayoutStyle) -> Iterator[Decoration]:
    """A bar for each quote around a block."""
    sign = glyphs_for(style).quote_bar
    for level in range(depth):
        yield Decoration(level * _STEP, sign, DecorationRole.QUOTE_BAR)


def _is_centred_if_short(blocks: Blocks, index: int) -> bool:
    """Captions, and bylines that stand under a title rather than at the end of a text."""
    kind = blocks.kind_of(index)
    if kind is not BlockKind.BYLINE:
        return kind in _CENTRED_IF_SHORT
    for earlier in range(index - 1, max(-1, index - 1 - _BYLINES_LOOKED_BACK), -1):
        if blocks.kind_of(earlier) is not BlockKind.BYLINE:
            return blocks.kind_of(earlier) in TITLE_KINDS
    return False
