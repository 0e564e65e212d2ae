"""Items: metadata as values, with the words of the text behind them."""

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.structure.dates import FoundDate

_PERSONS = frozenset(
    (
        MetadataField.AUTHOR,
        MetadataField.REPORTER,
        MetadataField.EDITOR,
        MetadataField.PHOTOGRAPHER,
        MetadataField.SPEAKER,
    )
)
_SPREAD_LENGTH = 5
"""A name of two characters with blanks between them is not longer."""


def make_item(text: str, field: MetadataField, start: int, end: int) -> MetadataItem:
    """What `text[start:end]` says of `field`, on one line, blanks at its end left out.

    Names spread by blanks are written together.
    """
    while end > start and text[end - 1 : end].isspace():
        end -= 1
    words = text[start:end].split()
    spread = field in _PERSONS and end - start <= _SPREAD_LENGTH
    value = "".join(words) if spread else " ".join(words)
    return MetadataItem(field=field, value=value, start=start, end=end)


def make_date_item(date: FoundDate, field: MetadataField = MetadataField.DATE) -> MetadataItem:
    """A day found in the text as metadata."""
    return MetadataItem(field=field, value=date.value, start=date.start, end=date.end)
