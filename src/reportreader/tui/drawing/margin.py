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
from reportreader.tui.reading.intervals import Interval
from reportreader.typography.line import Line

NOTE_SIGN = "*"
BOOKMARK_SIGN = "»"
_MORE = "+"
"""Stands for all but the first where three or more colours begin in one line."""
_MOST_SIGNS = 2
_ORDER = (MARGIN_NOTE, MARGIN_BOOKMARK, MARGIN_MARK, MARGIN_HIGHLIGHT)


class MarginSign(NamedTuple):
    """Signs of one or two cells and the keys of their style."""

    text: str
    keys: tuple[str, ...]


def margin_sign(layer: AnnotationLayer, line: Line, *, signs: bool) -> MarginSign | None:
    """The weightiest of what begins in a line: note, bookmark, mark.

    With `signs`, highlights show the figures of their colours, for terminals on which these cannot
    be told apart, and what else begins in the line has the second cell.
    """
    begun = [
        one for one in layer.points.overlapping(line.start, line.end) if one.start >= line.start
    ]
    if signs:
        known = {one.number for one in begun}
        begun += [
            one._replace(key=MARGIN_HIGHLIGHT)
            for one in layer.store.overlapping(line.start, line.end)
            if one.start >= line.start and one.number not in known
        ]
    if not begun:
        return None
    begun.sort(key=lambda one: _ORDER.index(one.key))
    texts = list(dict.fromkeys(_sign(layer, one, signs=signs) for one in begun))
    if not signs or len(texts) == 1:
        text = texts[0]
    else:
        text = texts[0] + (texts[1] if len(texts) == _MOST_SIGNS else _MORE)
    colour = layer.placed[begun[0].number].annotation.colour
    return MarginSign(text, (f"mark-{colour.value}", f"margin-{begun[0].key}"))


def _sign(layer: AnnotationLayer, one: Interval, *, signs: bool) -> str:
    annotation = layer.placed[one.number].annotation
    if one.key == MARGIN_NOTE and not signs:
        return NOTE_SIGN
    if one.key == MARGIN_BOOKMARK:
        return BOOKMARK_SIGN
    if one.key == MARGIN_MARK:
        return annotation.body[:1] or " "
    return str(tuple(Colour).index(annotation.colour) + 1)
