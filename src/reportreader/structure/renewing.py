"""Renewing: a stored document read again by the passes of today, its text untouched."""

from collections.abc import Iterator

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField
from reportreader.document.section import SectionKind
from reportreader.structure.finding import find_structure
from reportreader.structure.refining import refine_structure

_FOUND = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BYLINE)
"""Kinds of blocks that earlier passes may have made out of the paragraphs of a file."""


def renew_structure(document: Document, *, is_plain: bool) -> Document:
    """The document that the passes of today make of this text.

    `is_plain` says that the file was plain text, so that nothing but the text was given. Else what
    the file said of itself stays: marked headings, lists, tables, emphasis, metadata without a
    place in the text.
    """
    if is_plain:
        return find_structure(document.text)
    return refine_structure(_as_given(document))


def _as_given(document: Document) -> Document:
    """The document without what passes have found in it."""
    given = tuple(one for one in document.sections if one.kind is SectionKind.MARKUP)
    marked = {section.start for section in given}
    items = tuple(item for item in document.metadata.items if _is_given(document, item.start))
    return document._replace(
        blocks=Blocks(_iter_given_blocks(document, marked)),
        sections=given,
        metadata=Metadata(items=items),
    )


def _is_given(document: Document, start: int) -> bool:
    """Whether metadata came with the file: from outside its text, or from its marked title."""
    if start < 0:
        return True
    block = document.blocks[document.blocks.index_at(start)]
    titles = (item.start for item in document.metadata.all(MetadataField.TITLE))
    return block.kind is BlockKind.TITLE and start in titles


def _iter_given_blocks(document: Document, marked: set[int]) -> Iterator[Block]:
    """One block a line, as files give them, with found headings and credits as paragraphs again."""
    last: Block | None = None
    for block in document.blocks:
        is_found = block.kind in _FOUND and block.start not in marked
        if not is_found:
            if last is not None:
                yield last
            yield block
            last = None
            continue
        plain = block._replace(kind=BlockKind.PARAGRAPH, level=0)
        if last is not None and "\n" not in document.text[last.end : block.start]:
            last = last._replace(end=block.end)
            continue
        if last is not None:
            yield last
        last = plain
    if last is not None:
        yield last
