"""The margin beside the text: which sign tells that something is noted in a line."""

from typing import NamedTuple

from reportreader.notes.annotation import Colour
from reportreader.tui.reading.annotations import (
    MARGIN_BOOKMARK,
    MARGIN_HIGHLIGHT,
    MARGIN_MARK,
    MARGIN_NOTE,
    AnnotationLayer,
)
from reportreader.typography.line import Line

NOTE_SIGN = "*"
BOOKMARK_SIGN = "»"
_ORDER = (MARGIN_NOTE, MARGIN_BOOKMARK, MARGIN_MARK, MARGIN_HIGHLIGHT)


class MarginSign(NamedTuple):
    """One sign of one cell and the keys of its style."""

    text: str
    keys: tuple[str, ...]


def margin_sign(layer: AnnotationLayer, line: Line, *, signs: bool) -> MarginSign | None:
    """The weightiest of what begins in a line: note, bookmark, mark.

    With `signs`, a highlight without a note shows the figure of its colour, for terminals on which
    colours cannot be told apart.
    """
    begun = [
        one for one in layer.points.overlapping(line.start, line.end) if one.start >= line.start
    ]
    if signs and not begun:
        begun = [
            one._replace(key=MARGIN_HIGHLIGHT)
            for one in layer.store.overlapping(line.start, line.end)
            if one.start >= line.start
        ]
    if not begun:
        return None
    first = min(begun, key=lambda one: _ORDER.index(one.key))
    annotation = layer.placed[first.number].annotation
    keys = (f"mark-{annotation.colour.value}", f"margin-{first.key}")
    if first.key == MARGIN_NOTE and not signs:
        return MarginSign(NOTE_SIGN, keys)
    if first.key == MARGIN_BOOKMARK:
        return MarginSign(BOOKMARK_SIGN, keys)
    if first.key == MARGIN_MARK:
        return MarginSign(annotation.body[:1] or " ", keys)
    return MarginSign(str(tuple(Colour).index(annotation.colour) + 1), keys)
