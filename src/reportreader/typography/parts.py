"""Parts: blocks as they are laid out, the very long ones cut, so that no line is ever costly.

One line of 10 MB would be wrapped anew at every resize; in parts of at most `PART_LENGTH`
characters only those on the screen are. A cut falls behind a sentence where there is one.
"""

import re
from array import array
from collections.abc import Iterable, Sequence

from reportreader.document.block import BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.typography.graphemes import grapheme_span
from reportreader.typography.prohibitions import may_break_at

PART_LENGTH = 8000
"""Code points of a part at most."""
_SHORTEST_PART = PART_LENGTH - 1500
_BREAK_WINDOW = 200
"""Code points searched for a legal break where no sentence ends."""
_SENTENCE_END = re.compile("[。！？!?；;…]+[”’」』）)]*[ \u3000]*")


class Parts:
    """Start, end and block of every part, ascending and disjoint."""

    __slots__ = ("_blocks", "ends", "starts")

    def __init__(self, document: Document) -> None:
        blocks = document.blocks
        self.starts: Sequence[int] = blocks.starts
        self.ends: Sequence[int] = blocks.ends
        self._blocks: Sequence[int] | None = None
        long_blocks = [
            index
            for index, (start, end) in enumerate(zip(self.starts, self.ends, strict=True))
            if end - start > PART_LENGTH and blocks.kind_of(index) is not BlockKind.FURNITURE
        ]
        if long_blocks:
            self._cut(document, blocks, long_blocks)

    def _cut(self, document: Document, blocks: Blocks, long_blocks: Sequence[int]) -> None:
        starts, ends, owners = array("I"), array("I"), array("I")
        done = 0
        for index in long_blocks:
            _append_blocks(starts, ends, owners, blocks, done, index)
            start = blocks.start_of(index)
            for end in (*find_cuts(document, start, blocks.end_of(index)), blocks.end_of(index)):
                starts.append(start)
                ends.append(end)
                owners.append(index)
                start = end
            done = index + 1
        _append_blocks(starts, ends, owners, blocks, done, len(blocks))
        self.starts, self.ends, self._blocks = starts, ends, owners

    def __len__(self) -> int:
        return len(self.starts)

    def block_of(self, part: int) -> int:
        """Index of the block that part belongs to."""
        return part if self._blocks is None else self._blocks[part]

    def iter_kind_numbers(self, kinds: bytes) -> Iterable[int]:
        """The kind number of every part, given those of the blocks."""
        return kinds if self._blocks is None else map(kinds.__getitem__, self._blocks)

    def begins_block(self, part: int) -> bool:
        """Whether the part is the first of its block."""
        return part == 0 or self.block_of(part - 1) != self.block_of(part)

    def is_same(self, part: int, other: "Parts", blocks: Blocks, other_blocks: Blocks) -> bool:
        """Whether a part of two documents, with these blocks, is the same passage and block."""
        return (
            self.starts[part] == other.starts[part]
            and self.ends[part] == other.ends[part]
            and blocks[self.block_of(part)] == other_blocks[other.block_of(part)]
        )

    def ends_block(self, part: int) -> bool:
        """Whether the part is the last of its block."""
        return part + 1 == len(self) or self.block_of(part + 1) != self.block_of(part)


def _append_blocks(
    starts: "array[int]",
    ends: "array[int]",
    owners: "array[int]",
    blocks: Blocks,
    first: int,
    stop: int,
) -> None:
    starts.frombytes(blocks.starts[first:stop].tobytes())
    ends.frombytes(blocks.ends[first:stop].tobytes())
    owners.extend(range(first, stop))


def find_cuts(document: Document, start: int, end: int) -> list[int]:
    """Offsets at which the block `start` … `end` is cut into parts, none of them inside a join."""
    cuts = []
    while end - start > PART_LENGTH:
        start = _find_cut(document.text, start)
        for join in document.iter_joins(max(0, start - PART_LENGTH), start):
            if join.start < start < join.end:
                start = join.end
        if start >= end:
            break
        cuts.append(start)
    return cuts


def _find_cut(text: str, start: int) -> int:
    limit = start + PART_LENGTH
    sentences = [
        match.end() for match in _SENTENCE_END.finditer(text, start + _SHORTEST_PART, limit)
    ]
    for cut in reversed(sentences):
        if cut < limit and may_break_at(text, cut):
            return cut
    for cut in range(limit, limit - _BREAK_WINDOW, -1):
        if may_break_at(text, cut):
            return cut
    return max(start + _SHORTEST_PART, grapheme_span(text, limit)[0])
