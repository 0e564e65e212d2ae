"""What the passes found in a text, as the tests of this room look at it."""

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure


def outline(text: str) -> list[tuple[int, str]]:
    """Level and title of every heading."""
    return [(section.level, section.title) for section in find_structure(text).sections]


def titles(text: str) -> list[str]:
    """The title of every heading."""
    return [section.title for section in find_structure(text).sections]


def furniture(text: str) -> list[str]:
    """The lines that belong to a page and not to its text."""
    return [
        text[block.start : block.end]
        for block in find_structure(text).blocks
        if block.kind is BlockKind.FURNITURE
    ]


def first_value(text: str, field: MetadataField) -> str | None:
    """The first value of a field of the metadata."""
    items = find_structure(text).metadata.items
    return next((item.value for item in items if item.field is field), None)


def make_marked(*lines: tuple[BlockKind, int, str]) -> Document:
    """A document that comes with markup: a block a line, with its kind and level."""
    blocks, text = [], ""
    for kind, level, line in lines:
        blocks.append(Block(start=len(text), end=len(text) + len(line), kind=kind, level=level))
        text += line + "\n"
    return Document(text=text, blocks=Blocks(blocks))
