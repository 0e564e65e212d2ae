"""A line of text on a page of a format that knows places and not paragraphs (PDF, OFD)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLine:
    """One line; positions are in one unit of the format from the lower left corner of its page."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    page_height: float
