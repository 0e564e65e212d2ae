"""The report itself: one text and its parts, with the questions that every room asks of them."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reportreader.document.block import BlockKind, Blocks
from reportreader.document.metadata import Metadata, MetadataField
from reportreader.document.section import Article, Section
from reportreader.document.span import Join, Span


class Document(NamedTuple):
    """One plain text and everything known about it, each part by code-point offset.

    `blocks`, `spans`, `joins`, `sections` and `articles` ascend by start. Text outside every block
    is white space. `structure_version` is the version of the pass that found the parts, 0 if none
    has looked yet.
    """

    text: str
    blocks: Blocks = Blocks()
    spans: tuple[Span, ...] = ()
    joins: tuple[Join, ...] = ()
    sections: tuple[Section, ...] = ()
    articles: tuple[Article, ...] = ()
    metadata: Metadata = Metadata()
    structure_version: int = 0

    @property
    def title(self) -> str:
        """The headline, or the first words of the text where it has none, not those of its page."""
        said = self.metadata.value(MetadataField.TITLE)
        if said or not len(self.blocks):
            return said
        written = (block for block in self.blocks if block.kind is not BlockKind.FURNITURE)
        first = next(written, self.blocks[0])
        return " ".join(self.text[first.start : min(first.end, first.start + 40)].split())

    def iter_joins(self, start: int, end: int) -> Iterator[Join]:
        """Joins that begin in `text[start:end]`."""
        position = bisect_right(self.joins, start - 1, key=_start)
        while position < len(self.joins) and self.joins[position].start < end:
            yield self.joins[position]
            position += 1

    def passage(self, start: int, end: int) -> str:
        """`text[start:end]` as it is read: breaks inside a sentence removed."""
        pieces = []
        position = start
        for join in self.iter_joins(start, end):
            pieces.append(self.text[position : join.start])
            position = min(join.end, end)
        pieces.append(self.text[position:end])
        return "".join(pieces)


def _start(join: Join) -> int:
    return join.start
