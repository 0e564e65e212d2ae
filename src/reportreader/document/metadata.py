"""Metadata: what a report says of itself, each item with the place it was read from."""

from enum import StrEnum
from typing import NamedTuple


class MetadataField(StrEnum):
    """The fields that a report can fill, several times over where several persons sign."""

    TITLE = "title"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    SOURCE = "source"
    AUTHOR = "author"
    REPORTER = "reporter"
    EDITOR = "editor"
    PHOTOGRAPHER = "photographer"
    SPEAKER = "speaker"
    DATE = "date"
    DOCUMENT_NUMBER = "document-number"
    ADDRESSEE = "addressee"
    SIGNATURE = "signature"
    SIGN_DATE = "sign-date"
    LANGUAGE = "language"
    TAG = "tag"


class MetadataItem(NamedTuple):
    """One value read from `text[start:end]`; start and end are -1 if it came from elsewhere.

    `value` is the plain form: one line for titles, ISO 8601 for dates (`2022-10-19T17:06`,
    `2021-07`, `--03-11` where the year is not said).
    """

    field: MetadataField
    value: str
    start: int = -1
    end: int = -1


class Metadata(NamedTuple):
    """All items in text order."""

    items: tuple[MetadataItem, ...] = ()

    def all(self, field: MetadataField) -> tuple[MetadataItem, ...]:
        """Every item of one field, in text order."""
        return tuple(item for item in self.items if item.field is field)

    def value(self, field: MetadataField) -> str:
        """Plain value of the first item of a field, empty if there is none."""
        return next((item.value for item in self.items if item.field is field), "")
