"""Passages and sections that a command line names: by quote, by offsets, by an offset alone."""

from reportreader.document.document import Document
from reportreader.document.section import Section
from reportreader.errors import AmbiguousError, NotFoundError


def find_quote(text: str, quote: str) -> tuple[int, int]:
    """Offsets of a quote that occurs exactly once; raises NotFoundError or AmbiguousError."""
    start = text.find(quote)
    if start < 0:
        raise NotFoundError("quote_missing", quote=quote)
    if text.find(quote, start + 1) >= 0:
        raise AmbiguousError("quote_ambiguous", quote=quote, count=text.count(quote))
    return start, start + len(quote)


def heading_at(document: Document, offset: int) -> int:
    """Index of the section whose heading holds `offset`; raises NotFoundError."""
    for index, section in enumerate(document.sections):
        if section.start <= offset < section.end:
            return index
    raise NotFoundError("heading_missing", offset=offset)


def heading_span(section: Section) -> tuple[int, int]:
    """Offsets of the heading of a section."""
    return section.start, section.end
