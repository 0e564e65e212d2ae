"""Empty rows between blocks: none where text runs on, one where something new begins."""

from reportreader.document.block import Block, BlockKind

TITLE_KINDS = frozenset({BlockKind.KICKER, BlockKind.TITLE, BlockKind.SUBTITLE})
_TITLE_GROUP = TITLE_KINDS | {BlockKind.BYLINE}
_SET_APART = frozenset({BlockKind.QUOTE, BlockKind.CODE, BlockKind.FOOTNOTE})
_LARGE_HEADING = 2
"""Deepest level of headings that have an empty row in front of them."""


def rows_before(previous: Block | None, block: Block, gap_rows: int) -> int:
    """Empty rows in front of `block`; `gap_rows` is the gap between two paragraphs."""
    if previous is None or block.kind is BlockKind.FURNITURE:
        return 0
    if block.kind in TITLE_KINDS:
        return 0 if previous.kind in TITLE_KINDS else max(2, gap_rows)
    if previous.kind in _TITLE_GROUP and block.kind is not BlockKind.BYLINE:
        return max(1, gap_rows)
    if block.kind is BlockKind.HEADING:
        return _rows_before_heading(previous, block, gap_rows)
    if BlockKind.TABLE_ROW in (previous.kind, block.kind):
        return _rows_around_table(previous, block)
    if (previous.kind in _SET_APART or block.kind in _SET_APART) and previous.kind != block.kind:
        return max(1, gap_rows)
    if block.kind is previous.kind and block.kind in (BlockKind.LIST_ITEM, BlockKind.CODE):
        return 0
    return gap_rows


def _rows_before_heading(previous: Block, block: Block, gap_rows: int) -> int:
    if previous.kind is BlockKind.HEADING and previous.level < block.level:
        return gap_rows
    return max(1 if block.level <= _LARGE_HEADING else 0, gap_rows)


def _rows_around_table(previous: Block, block: Block) -> int:
    if previous.kind is block.kind and previous.table == block.table:
        return 0
    if BlockKind.CAPTION in (previous.kind, block.kind):
        return 0
    return 1
