"""Roles: what a unit is if it is not running text, and what matter passes hand to each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from reportreader.document.metadata import MetadataItem


class Role(StrEnum):
    """What a unit is for the reader."""

    TITLE = "title"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    FURNITURE = "furniture"
    CAPTION = "caption"
    SALUTATION = "salutation"
    ADDRESSEE = "addressee"
    SIGNATURE = "signature"
    ENCLOSURE = "enclosure"
    """A line of the list of enclosures above the signature."""
    COLUMN = "column"
    HEADLINE = "headline"
    LISTING = "listing"
    """A cell of a long table or register, looked at no further."""
    LEFT_OVER = "left-over"
    """A short line between title and text that nothing has claimed."""


_NOTHING: Mapping[int, Role] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a pass has read around the text: the role of units by number, and metadata."""

    roles: Mapping[int, Role] = field(default_factory=lambda: _NOTHING)
    items: tuple[MetadataItem, ...] = ()
