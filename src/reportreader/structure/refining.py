"""Refining documents that came with markup: their own parts are kept, what is missing is added.

Markdown, HTML and office files say what their blocks are. Their headings become sections; where
they mark none, the paragraphs are read as plain text is.
"""

from collections.abc import Sequence

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.document.section import Section, SectionKind
from reportreader.structure.assembling import (
    find_content_ends,
    make_blocks,
    make_sections,
    sort_items,
)
from reportreader.structure.finding import STRUCTURE_VERSION
from reportreader.structure.folding import fold
from reportreader.structure.line import Unit
from reportreader.structure.listings import find_listings
from reportreader.structure.reading import Reading, read_units
from reportreader.structure.roles import Role

_READABLE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_GIVEN_ROLES = {
    BlockKind.TITLE: Role.TITLE,
    BlockKind.KICKER: Role.KICKER,
    BlockKind.SUBTITLE: Role.SUBTITLE,
    BlockKind.BYLINE: Role.BYLINE,
    BlockKind.CAPTION: Role.CAPTION,
    BlockKind.TABLE_ROW: Role.LISTING,
}


def refine_structure(document: Document) -> Document:
    """`document` with sections, metadata and bylines added; given blocks and sections are kept."""
    blocks = _promote_title(document)
    reading = _read_paragraphs(document, blocks)
    headed = any(block.kind is BlockKind.HEADING for block in blocks)
    if headed or document.sections:
        sections = document.sections or _make_sections(document, blocks)
        blocks = [
            _with_role(block, reading.roles.get(number)) for number, block in enumerate(blocks)
        ]
    else:
        sections = make_sections(document.text, reading.units, reading.headings, reading.levels)
        blocks = _merge(blocks, reading)
    return document._replace(
        blocks=Blocks(blocks),
        sections=tuple(sections),
        metadata=_complete(document, blocks, reading),
        structure_version=STRUCTURE_VERSION,
    )


def _promote_title(document: Document) -> list[Block]:
    """The one outermost heading in front of all others is the title, the others move up."""
    blocks = list(document.blocks)
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    titled = any(block.kind is BlockKind.TITLE for block in blocks)
    if document.sections or titled or len(headings) < 2:
        return blocks
    first = headings[0]
    if blocks[0] != first or any(heading.level <= first.level for heading in headings[1:]):
        return blocks
    outermost = min(heading.level for heading in headings[1:])
    return [
        block._replace(kind=BlockKind.TITLE, level=0)
        if block == first
        else block._replace(level=block.level - outermost + 1)
        if block.kind is BlockKind.HEADING
        else block
        for block in blocks
    ]


def _read_paragraphs(document: Document, blocks: Sequence[Block]) -> Reading:
    """Reads the blocks as units; those that markup has already explained stay what they are."""
    units = tuple(
        Unit(
            start=block.start,
            end=block.end,
            joins=tuple(document.iter_joins(block.start, block.end)),
        )
        for block in blocks
    )
    roles = {
        number: _GIVEN_ROLES.get(block.kind, Role.FURNITURE)
        for number, block in enumerate(blocks)
        if block.kind not in _READABLE or block.depth or block.start == block.end
    }
    roles.update(dict.fromkeys(find_listings(units), Role.LISTING))
    return read_units(document.text, fold(document.text), units, roles)


def _with_role(block: Block, role: Role | None) -> Block:
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    if role in (Role.BYLINE, Role.SIGNATURE):
        return block._replace(kind=BlockKind.BYLINE)
    if role is Role.CAPTION:
        return block._replace(kind=BlockKind.CAPTION)
    if role is Role.TITLE:
        return block._replace(kind=BlockKind.TITLE)
    return block


def _merge(blocks: Sequence[Block], reading: Reading) -> list[Block]:
    """Blocks as found in the paragraphs, between the given blocks of other kinds."""
    found = make_blocks(
        reading.view,
        reading.units,
        reading.roles,
        reading.items,
        reading.closings,
        reading.headings,
        reading.levels,
    )
    given = {block.start: block for block in blocks if block.kind is not BlockKind.PARAGRAPH}
    headed = {heading.start for heading in reading.headings}
    return [
        given[block.start] if block.start in given and block.start not in headed else block
        for block in found
    ]


def _make_sections(document: Document, blocks: Sequence[Block]) -> list[Section]:
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    levels = [max(1, block.level) for block in headings]
    starts = [block.start for block in headings]
    ends = find_content_ends(starts, levels, len(document.text))
    return [
        Section(
            start=block.start,
            end=block.end,
            level=level,
            title=" ".join(document.passage(block.start, block.end).split()),
            kind=SectionKind.MARKUP,
            content_end=end,
            confidence=1.0,
            reason="reason_markup",
        )
        for block, level, end in zip(headings, levels, ends, strict=True)
    ]


def _complete(document: Document, blocks: Sequence[Block], reading: Reading) -> Metadata:
    """Given metadata, and of the fields they lack what the text says."""
    given = list(document.metadata.items)
    fields = {item.field for item in given}
    added: list[MetadataItem] = []
    if MetadataField.TITLE not in fields:
        title = next((block for block in blocks if block.kind is BlockKind.TITLE), None)
        read = (item for item in reading.items if item.field is MetadataField.TITLE)
        has_read_it = title is not None and any(item.start == title.start for item in read)
        if title and not has_read_it:
            fields.add(MetadataField.TITLE)
            value = " ".join(document.passage(title.start, title.end).split())
            added.append(
                MetadataItem(
                    field=MetadataField.TITLE, value=value, start=title.start, end=title.end
                )
            )
    added.extend(item for item in reading.items if item.field not in fields)
    return Metadata(items=(*given, *sort_items(added)))
