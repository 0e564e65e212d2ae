"""A long document in pieces, each with the parts that begin in it; pure."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from reportreader.document.block import BLOCK_KIND_NAMES, BlockColumns
from reportreader.document.document import Document
from reportreader.document.section import Article, Section
from reportreader.document.span import Join, Span

PIECE_LENGTH = 1 << 18
"""Code points of a piece; shorter reports are one piece."""

_NUMBER_BYTES = 4
_SEPARATOR = ","


class Piece(NamedTuple):
    """`text[start:start + len(text)]` with what begins in it.

    `joins` holds pairs of little-endian unsigned 32-bit numbers.
    """

    start: int
    text: str
    blocks: BlockColumns
    joins: bytes
    sections: Sequence[Section]
    articles: Sequence[Article]
    spans: Sequence[Span]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


Part = TypeVar("Part", bound=_Placed)


def iter_pieces(document: Document) -> Iterator[Piece]:
    """The pieces of a document in order, at least one, cut behind a line where one ends in time."""
    length = len(document.text)
    for start, end in _iter_cuts(document.text):
        first = bisect_left(range(len(document.blocks)), start, key=document.blocks.start_of)
        stop = bisect_left(range(len(document.blocks)), end, key=document.blocks.start_of)
        yield Piece(
            start=start,
            text=document.text[start:end],
            blocks=document.blocks.columns(first, stop),
            joins=_pack_joins(document.iter_joins(start, end)),
            sections=_beginning_in(document.sections, start, end, length),
            articles=_beginning_in(document.articles, start, end, length),
            spans=_beginning_in(document.spans, start, end, length),
        )


def kind_names() -> str:
    """What the kind numbers of today mean."""
    return _SEPARATOR.join(BLOCK_KIND_NAMES)


def current_kinds(names: str, kinds: bytes) -> bytes:
    """Kind numbers of today for numbers that were written when `names` were the kinds.

    Raises ValueError for a kind that this program does not know.
    """
    then = names.split(_SEPARATOR)
    if tuple(then) == BLOCK_KIND_NAMES[: len(then)]:
        return kinds
    table = bytes(BLOCK_KIND_NAMES.index(name) for name in then)
    return kinds.translate(table + bytes(256 - len(table)))


def unpack_joins(packed: bytes) -> Iterator[Join]:
    """The joins of a piece."""
    width = 2 * _NUMBER_BYTES
    for at in range(0, len(packed), width):
        yield Join(
            start=int.from_bytes(packed[at : at + _NUMBER_BYTES], "little"),
            end=int.from_bytes(packed[at + _NUMBER_BYTES : at + width], "little"),
        )


def _beginning_in(parts: Sequence[Part], start: int, end: int, length: int) -> Sequence[Part]:
    """The parts that begin in a piece; the last piece of a text has those at its end too."""
    first = bisect_left(parts, start, key=_start_of)
    return parts[first : bisect_left(parts, end, key=_start_of) if end < length else len(parts)]


def _start_of(part: _Placed) -> int:
    return part.start


def _pack_joins(joins: Iterator[Join]) -> bytes:
    return b"".join(
        offset.to_bytes(_NUMBER_BYTES, "little")
        for join in joins
        for offset in (join.start, join.end)
    )


def _iter_cuts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > PIECE_LENGTH:
        line_end = text.rfind("\n", start + PIECE_LENGTH // 2, start + PIECE_LENGTH)
        end = line_end + 1 if line_end >= 0 else start + PIECE_LENGTH
        yield start, end
        start = end
    yield start, len(text)
