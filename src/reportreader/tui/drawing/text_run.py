"""A piece of a row and what decides its style."""

from typing import NamedTuple


class TextRun(NamedTuple):
    """Text on one row; `keys` name its styles (component classes), the later over the earlier.

    Without keys it has the style of the widget it stands in.
    """

    text: str
    keys: tuple[str, ...] = ()
