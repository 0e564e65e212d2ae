"""Reading the codes of a REFI-QDA codebook or project, whichever program wrote it."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from reportreader.errors import InputError
from reportreader.notes.annotation import Colour
from reportreader.notes.codebook import Code
from reportreader.notes.refiqda import RGB
from reportreader.notes.tags import SEPARATOR, normalise_tag

_HEX_COLOUR = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")


def read_codes(root: Element) -> tuple[Code, ...]:
    """Every code as a tag below those it is nested in, in document order.

    A colour becomes the nearest of ours; a `/` within a name is written as `∕`, because it
    parts the levels of a tag. Raises InputError `codebook_not_qdc` if there is no codebook in it.
    """
    books = (one for one in root.iter() if _name(one) == "CodeBook")
    book = next(books, None)
    if book is None:
        raise InputError("codebook_not_qdc", root=_name(root))
    return tuple(
        code
        for codes in book
        if _name(codes) == "Codes"
        for element in codes
        for code in _iter_codes(element, "")
    )


def _iter_codes(element: Element, above: str) -> Iterator[Code]:
    """The code of an element, then those nested in it; an element without a name is passed over."""
    own = element.get("name", "").replace(SEPARATOR, "∕").replace("／", "∕").strip()
    if _name(element) != "Code" or not own:
        return
    name = normalise_tag(f"{above}{SEPARATOR}{own}")
    descriptions = (one.text or "" for one in element if _name(one) == "Description")
    yield Code(
        name=name,
        colour=_nearest(element.get("color", "")),
        description=next(descriptions, "").strip(),
    )
    for child in element:
        yield from _iter_codes(child, name)


def _nearest(value: str) -> Colour | None:
    """The colour of ours that is least far from `#rrggbb` by the sum of squares; None if it is none."""
    found = _HEX_COLOUR.fullmatch(value)
    if found is None:
        return None
    wanted = [int(part, 16) for part in found.groups()]

    def distance(colour: Colour) -> int:
        parts = (int(RGB[colour][start : start + 2], 16) for start in (1, 3, 5))
        return sum((one - other) ** 2 for one, other in zip(wanted, parts, strict=True))

    return min(Colour, key=distance)


def _name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]
