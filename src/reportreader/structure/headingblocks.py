"""Heading blocks: how the blocks of a text follow when a heading is made, moved or unmade.

Every function returns new blocks and leaves the given ones alone.
"""

from collections.abc import Iterable

from reportreader.document.block import Block, BlockKind, Blocks

_CLOSING = "。：:，,；;、—"


def make_heading_block(text: str, blocks: Blocks, start: int, end: int, level: int) -> Blocks:
    """Blocks in which the heading `text[start:end]` stands as headings do.

    What fills its line is a heading block, what is set off by a blank is cut out as one, and what
    runs into its paragraph begins that paragraph. A heading over several blocks makes them one.
    """
    if not len(blocks):
        return blocks
    first, last = blocks.index_at(start), blocks.index_at(end - 1)
    opening, closing = blocks[first], blocks[last]
    made: list[Block] = []
    before = text[opening.start : start].rstrip()
    if before:
        made.append(opening._replace(end=opening.start + len(before)))
    heading = opening._replace(start=start, end=end, kind=BlockKind.HEADING, level=level, table=-1)
    behind = text[end : closing.end]
    if not behind.strip(_CLOSING + " \t\n\u3000"):
        made.append(heading._replace(end=closing.end))
    elif behind[0].isspace():
        rest = closing.end - len(behind.lstrip())
        made += (heading, closing._replace(start=rest, kind=BlockKind.PARAGRAPH, level=0))
    else:
        kind = BlockKind.PARAGRAPH if closing.kind is BlockKind.HEADING else closing.kind
        made.append(opening._replace(start=start, end=closing.end, kind=kind))
    return _spliced(blocks, first, last + 1, made)


def unmake_heading_block(blocks: Blocks, start: int) -> Blocks:
    """Blocks in which the heading block that begins at `start`, if there is one, is a paragraph."""
    index = _heading_at(blocks, start)
    if index is None:
        return blocks
    plain = blocks[index]._replace(kind=BlockKind.PARAGRAPH, level=0)
    return _spliced(blocks, index, index + 1, (plain,))


def relevel_heading_block(blocks: Blocks, start: int, level: int) -> Blocks:
    """Blocks in which the heading block that begins at `start`, if there is one, has `level`."""
    index = _heading_at(blocks, start)
    if index is None:
        return blocks
    return _spliced(blocks, index, index + 1, (blocks[index]._replace(level=level),))


def _heading_at(blocks: Blocks, start: int) -> int | None:
    if not len(blocks):
        return None
    index = blocks.index_at(start)
    is_heading = blocks.start_of(index) == start and blocks.kind_of(index) is BlockKind.HEADING
    return index if is_heading else None


def _spliced(blocks: Blocks, first: int, stop: int, made: Iterable[Block]) -> Blocks:
    """`blocks` with those from `first` to `stop` (not included) replaced; no other is touched."""
    new = Blocks(made)
    return Blocks.from_columns(
        (
            blocks.columns(0, first),
            new.columns(0, len(new)),
            blocks.columns(stop, len(blocks)),
        )
    )
