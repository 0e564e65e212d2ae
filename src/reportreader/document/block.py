"""Blocks: the paragraphs, headings and other pieces that a text is made of.

A text of 100 MB has half a million blocks, so `Blocks` keeps them as arrays and makes a `Block`
only when one is asked for.
"""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, overload


class BlockKind(StrEnum):
    """What a block is for the reader."""

    PARAGRAPH = "paragraph"
    TITLE = "title"
    KICKER = "kicker"
    """A line above the headline (eyebrow)."""
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BYLINE = "byline"
    """Source, date, author and other credits set on their own line."""
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CODE = "code"
    TABLE_ROW = "table-row"
    """Cells are separated by one TAB in the text."""
    CAPTION = "caption"
    RULE = "rule"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"
    """Page numbers, navigation, counters: kept in the text, dimmed or folded on the screen."""


_KINDS = tuple(BlockKind)
_KIND_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
BLOCK_KIND_NAMES = tuple(kind.value for kind in _KINDS)
"""What the numbers in `BlockColumns.kinds` mean in this version of the program."""


class Block(NamedTuple):
    """One block over `text[start:end]`; the line break behind it is not part of it.

    `level` is the level of a heading (1 is outermost) or the depth of a list item; `marker` is a
    generated sign that is painted but is not in the text (a bullet, `1.`); `depth` counts quotes
    around the block; `table` numbers the table a row belongs to, -1 for none.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    marker: str = ""
    depth: int = 0
    table: int = -1


class _Extras(NamedTuple):
    """What only few blocks have."""

    marker: str
    depth: int
    table: int


class BlockColumns(NamedTuple):
    """Blocks as they are stored: one value a block in each column, in the same order.

    `starts` and `ends` are little-endian unsigned 32-bit numbers, `kinds` numbers into
    `BLOCK_KIND_NAMES`, `extras` the few (index, marker, depth, table) that are not plain.
    """

    starts: bytes
    ends: bytes
    kinds: bytes
    levels: bytes
    extras: tuple[tuple[int, str, int, int], ...] = ()


class Blocks(Sequence[Block]):
    """The blocks of one text, ascending and disjoint; a read-only sequence backed by arrays."""

    __slots__ = ("_ends", "_extras", "_kinds", "_levels", "_starts")

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        self._starts = array("I")
        self._ends = array("I")
        self._kinds = bytearray()
        self._levels = bytearray()
        extras: dict[int, _Extras] = {}
        for index, block in enumerate(blocks):
            self._starts.append(block.start)
            self._ends.append(block.end)
            self._kinds.append(_KIND_NUMBERS[block.kind])
            self._levels.append(min(block.level, 255))
            if block.marker or block.depth or block.table >= 0:
                extras[index] = _Extras(block.marker, block.depth, block.table)
        self._extras: Mapping[int, _Extras] = MappingProxyType(extras)

    @classmethod
    def from_lines(cls, text: str) -> "Blocks":
        """Every non-empty line of `text` as a paragraph, without looking at it any closer."""
        blocks = cls()
        start = 0
        length = len(text)
        while start <= length:
            end = text.find("\n", start)
            if end < 0:
                end = length
            if end > start:
                blocks._starts.append(start)
                blocks._ends.append(end)
            start = end + 1
        count = len(blocks._starts)
        blocks._kinds = bytearray(count)
        blocks._levels = bytearray(count)
        return blocks

    @classmethod
    def from_columns(cls, pieces: Iterable[BlockColumns]) -> "Blocks":
        """The blocks of all pieces, one behind the other, without making a single `Block`."""
        blocks = cls()
        extras: dict[int, _Extras] = {}
        for piece in pieces:
            first = len(blocks._starts)
            blocks._starts.extend(_numbers(piece.starts))
            blocks._ends.extend(_numbers(piece.ends))
            blocks._kinds.extend(piece.kinds)
            blocks._levels.extend(piece.levels)
            for index, marker, depth, table in piece.extras:
                extras[first + index] = _Extras(marker, depth, table)
        blocks._extras = MappingProxyType(extras)
        return blocks

    def columns(self, first: int, stop: int) -> BlockColumns:
        """Blocks `first` to `stop` (not included) in columns; indices of extras count from 0."""
        extras = tuple(
            (index - first, extra.marker, extra.depth, extra.table)
            for index, extra in self._extras.items()
            if first <= index < stop
        )
        return BlockColumns(
            starts=_little_endian(self._starts[first:stop]),
            ends=_little_endian(self._ends[first:stop]),
            kinds=bytes(self._kinds[first:stop]),
            levels=bytes(self._levels[first:stop]),
            extras=extras,
        )

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        extra = self._extras.get(index)
        return Block(
            start=self._starts[index],
            end=self._ends[index],
            kind=_KINDS[self._kinds[index]],
            level=self._levels[index],
            marker=extra.marker if extra else "",
            depth=extra.depth if extra else 0,
            table=extra.table if extra else -1,
        )

    def __iter__(self) -> Iterator[Block]:
        for index in range(len(self)):
            yield self[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Blocks):
            return NotImplemented
        return (
            self._starts == other._starts
            and self._ends == other._ends
            and self._kinds == other._kinds
            and self._levels == other._levels
            and dict(self._extras) == dict(other._extras)
        )

    __hash__ = None  # type: ignore[assignment]

    def start_of(self, index: int) -> int:
        """Offset of the first character of block `index`."""
        return self._starts[index]

    def end_of(self, index: int) -> int:
        """Offset behind the last character of block `index`."""
        return self._ends[index]

    def kind_of(self, index: int) -> BlockKind:
        """Kind of block `index`, without making a `Block`."""
        return _KINDS[self._kinds[index]]

    @property
    def starts(self) -> memoryview:
        """Start offsets of all blocks, read only."""
        return memoryview(self._starts).toreadonly()

    @property
    def ends(self) -> memoryview:
        """Offsets behind the last characters of all blocks, read only."""
        return memoryview(self._ends).toreadonly()

    @property
    def kind_numbers(self) -> bytes:
        """For each block the place of its kind in `tuple(BlockKind)`."""
        return bytes(self._kinds)

    def index_at(self, offset: int) -> int:
        """Index of the block that holds `offset`, else of the last one before it, else 0."""
        return max(0, bisect_right(self._starts, offset) - 1)


def _numbers(stored: bytes) -> "array[int]":
    numbers = array("I")
    numbers.frombytes(stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _little_endian(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()
