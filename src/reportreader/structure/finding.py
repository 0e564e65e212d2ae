"""Finding the structure of plain text: what the passes read, put together as a document.

Nothing here reads files or changes the text; every result is an interval of it.
"""

from reportreader.document.document import Document
from reportreader.document.metadata import Metadata
from reportreader.structure.articles import make_articles
from reportreader.structure.assembling import make_blocks, make_sections
from reportreader.structure.reading import read_text

STRUCTURE_VERSION = 10
"""Raised whenever the same text would be read differently."""


def find_structure(text: str) -> Document:
    """The document that a plain text is; `text` is sanitised, its lines end with LF."""
    reading = read_text(text)
    return Document(
        text=text,
        blocks=make_blocks(
            reading.view,
            reading.units,
            reading.roles,
            reading.items,
            reading.closings,
            reading.headings,
            reading.levels,
        ),
        joins=tuple(join for unit in reading.units for join in unit.joins),
        sections=make_sections(text, reading.units, reading.headings, reading.levels),
        articles=make_articles(text, reading.units, reading.page),
        metadata=Metadata(items=reading.items),
        structure_version=STRUCTURE_VERSION,
    )
