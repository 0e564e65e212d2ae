"""What was read from a file, as the tests of this room look at it."""

from reportreader.document.document import Document


def lines(document: Document) -> list[str]:
    """The text of every block."""
    return [document.text[block.start : block.end] for block in document.blocks]
