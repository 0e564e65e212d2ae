"""A paragraph of a preview."""

from typing import NamedTuple


class PreviewPart(NamedTuple):
    """Its text, its role (a component class of `Preview`), its left indent in cells."""

    text: str
    role: str = ""
    indent: int = 0
