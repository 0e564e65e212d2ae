"""Keys of the styles of the page: blocks, layers, decorations, signs of the margin.

Every key is a component class of the report view (`report-view--<key>`), so that colours stand in
the style sheet alone.
"""

from reportreader.document.block import BlockKind
from reportreader.document.span import SpanKind
from reportreader.notes.annotation import Colour
from reportreader.tui.reading.annotations import (
    MARGIN_BOOKMARK,
    MARGIN_HIGHLIGHT,
    MARGIN_MARK,
    MARGIN_NOTE,
)
from reportreader.tui.reading.layers import (
    CARET_KEY,
    CURRENT_HIT_KEY,
    FIGURE_KEY,
    HIT_KEY,
    KEYPHRASE_KEY,
    LEAD_KEY,
    OVERLAP_KEY,
    SELECTION_KEY,
)
from reportreader.typography.line import DecorationRole, Line

PREFIX = "report-view--"
HEADING_LEVELS = 3
TERM_KEYS = tuple(f"term-{number}" for number in range(1, len(Colour) + 1))
"""Keys of the reader's terms, in the order of `Colour`."""

_BLOCK_KEYS = {
    BlockKind.PARAGRAPH: "",
    BlockKind.LIST_ITEM: "",
    BlockKind.TABLE_ROW: "",
    BlockKind.RULE: "",
    BlockKind.TITLE: "block-title",
    BlockKind.KICKER: "block-kicker",
    BlockKind.SUBTITLE: "block-kicker",
    BlockKind.BYLINE: "block-byline",
    BlockKind.CAPTION: "block-byline",
    BlockKind.FOOTNOTE: "block-byline",
    BlockKind.QUOTE: "block-quote",
    BlockKind.CODE: "block-code",
    BlockKind.FURNITURE: "block-furniture",
}

KEYS = (
    *{key for key in _BLOCK_KEYS.values() if key},
    *(f"heading-{level}" for level in range(1, HEADING_LEVELS + 1)),
    *(f"span-{kind.value}" for kind in SpanKind if kind is not SpanKind.PAGE),
    *(f"decoration-{role.value}" for role in DecorationRole),
    *(f"highlight-{colour.value}" for colour in Colour),
    *(f"mark-{colour.value}" for colour in Colour),
    *(f"margin-{key}" for key in (MARGIN_NOTE, MARGIN_BOOKMARK, MARGIN_MARK, MARGIN_HIGHLIGHT)),
    *TERM_KEYS,
    LEAD_KEY,
    FIGURE_KEY,
    KEYPHRASE_KEY,
    OVERLAP_KEY,
    HIT_KEY,
    CURRENT_HIT_KEY,
    SELECTION_KEY,
    CARET_KEY,
)
"""Every key that the page can ask for."""


def block_key(line: Line) -> str:
    """The key of the block that a line belongs to, empty for plain text."""
    if line.kind is BlockKind.HEADING:
        return f"heading-{max(1, min(line.level, HEADING_LEVELS))}"
    return _BLOCK_KEYS[line.kind]
