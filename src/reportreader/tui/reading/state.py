"""The whole state of the reading screen as one frozen value.

Where the reader is, is a character: `place`, the one at the top of the page. `anchor` is the exact
row of one layout and is dropped (None) whenever the layout changes.
"""

from enum import StrEnum
from typing import NamedTuple

from reportreader.notes.annotation import Colour
from reportreader.tui.reading.jumps import Jumps
from reportreader.tui.reading.layers import Layer
from reportreader.tui.reading.motions import Find, FindKind
from reportreader.tui.reading.searching import SearchState
from reportreader.tui.reading.selection import Selection
from reportreader.typography.flow import Anchor


class Mode(StrEnum):
    """Whose keys apply: a pager's, or those of vi."""

    READING = "reading"
    CARET = "caret"
    """The caret moves and selects nothing."""
    VISUAL = "visual"
    """The caret moves and the selection follows it."""


class Waiting(StrEnum):
    """What the next character is for, by the key that asked for it."""

    SET_MARK = "m"
    GO_TO_MARK = "'"
    GO = "g"
    FIND = "f"
    TEXT_OBJECT = "i"


class SidePanel(StrEnum):
    """What the panel at the right shows."""

    NOTES = "notes"
    KEYWORDS = "keywords"
    FIGURES = "figures"
    HITS = "hits"


class Walked(StrEnum):
    """The layer that `n` and `N` walk."""

    HITS = "hits"
    ANNOTATIONS = "annotations"
    TERMS = "terms"
    KEYPHRASES = "keyphrases"
    FIGURES = "figures"


SWITCHED_LAYERS = (
    Layer.KEYPHRASES,
    Layer.TERMS,
    Layer.ANNOTATIONS,
    Layer.HITS,
    Layer.FIGURES,
)
"""The layers that a reader can switch on and off."""
_ON_AT_FIRST = frozenset(SWITCHED_LAYERS) - {Layer.FIGURES}


class ReadingState(NamedTuple):
    """What the reading screen shows; `typed_count` and `waiting` are keys typed and not yet used.

    `lit` is a passage that a panel has led to, painted like the current hit.
    """

    place: int = 0
    anchor: Anchor | None = None
    mode: Mode = Mode.READING
    caret: int | None = None
    selection: Selection | None = None
    goal_cell: int | None = None
    jumps: Jumps = Jumps()
    typed_count: int | None = None
    waiting: Waiting | None = None
    find_kind: FindKind = FindKind.TO
    find: Find | None = None
    search: SearchState = SearchState()
    walked: Walked = Walked.KEYPHRASES
    layers: frozenset[Layer] = _ON_AT_FIRST
    colour: Colour = Colour.YELLOW
    outline: bool = False
    side: SidePanel | None = None
    lit: tuple[int, int] | None = None
    figures_by_unit: bool = False

    @property
    def times(self) -> int:
        """The count typed before a key, 1 without any."""
        return self.typed_count or 1

    def read(self) -> "ReadingState":
        """Back to plain reading: no caret drawn, nothing selected, nothing waiting."""
        return self._replace(
            mode=Mode.READING,
            selection=None,
            goal_cell=None,
            typed_count=None,
            waiting=None,
            lit=None,
        )

    def shows(self, layer: Layer) -> bool:
        """Whether a layer is painted."""
        return layer in self.layers or layer not in SWITCHED_LAYERS

    def switched(self, layer: Layer) -> "ReadingState":
        """The same with one layer switched."""
        return self._replace(layers=self.layers ^ {layer})
