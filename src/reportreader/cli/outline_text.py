"""An outline as lines of text."""

from collections.abc import Iterator

from reportreader.document.document import Document

_INDENT = "  "


def outline_lines(document: Document) -> Iterator[str]:
    """The title, then a line for each section: indented by level, with its offset."""
    yield document.title
    for section in document.sections:
        yield f"{_INDENT * section.level}{section.title}  #{section.start}"
