"""How the page moves over the text: by rows, to a place, back and forth through jumps.

A `Page` is one layout at one height. All movement is exact: rows are walked, never counted from
estimated heights.
"""

from collections.abc import Callable
from typing import NamedTuple

from reportreader.tui.reading.jumps import Jumps
from reportreader.tui.reading.state import ReadingState
from reportreader.typography.flow import Anchor, Flow
from reportreader.typography.line import Line


class Page(NamedTuple):
    """A layout seen through `height` rows."""

    flow: Flow
    height: int

    @property
    def bottom(self) -> Anchor:
        """The lowest row that may stand at the top."""
        return self.flow.bottom_anchor(max(1, self.height))

    def lines(self, state: ReadingState) -> list[Line]:
        """The rows that are seen."""
        return self.flow.lines_from(self.top(state), self.height)

    def top(self, state: ReadingState) -> Anchor:
        """The row at the top; that of the place where the layout is new."""
        if state.anchor is not None:
            return state.anchor
        return min(self.flow.anchor_of(state.place), self.bottom)

    def line_of(self, offset: int) -> Line:
        """The row on which `offset` stands."""
        return self.flow.lines_from(self.flow.anchor_of(offset), 1)[0]


def settled(state: ReadingState, page: Page) -> ReadingState:
    """The same place on a new layout; the place itself does not move."""
    return state._replace(anchor=page.top(state._replace(anchor=None)))


def scrolled(state: ReadingState, page: Page, rows: int) -> ReadingState:
    """Exactly `rows` rows on, or back; never beyond the last page."""
    top = page.top(state)
    target = page.flow.walk(top, rows)
    if rows > 0:
        target = max(top, min(target, page.bottom))
    return _at(state, page, target)


def to_top(state: ReadingState, page: Page) -> ReadingState:
    """The first page."""
    return _at(state, page, page.flow.anchor_at(0))


def to_bottom(state: ReadingState, page: Page) -> ReadingState:
    """The last page."""
    return _at(state, page, page.bottom)


def to_place(state: ReadingState, page: Page, offset: int, *, above: int = 0) -> ReadingState:
    """The page with the row of `offset` at the top, `above` rows before it."""
    target = page.flow.anchor_of(offset)
    if above:
        target = page.flow.walk(target, -above)
    clamped = min(target, page.bottom)
    moved = _at(state, page, clamped)
    return moved._replace(place=offset) if clamped == page.flow.anchor_of(offset) else moved


def jumped(state: ReadingState, page: Page, offset: int, *, above: int = 0) -> ReadingState:
    """The same, remembered: the place left can be gone back to."""
    moved = to_place(state, page, offset, above=above)
    return moved._replace(jumps=state.jumps.left(state.place))


def jumped_back(state: ReadingState, page: Page) -> ReadingState | None:
    """Back to the place before the last jump; None with nothing to go back to."""
    return _through(state, page, state.jumps.back)


def jumped_forward(state: ReadingState, page: Page) -> ReadingState | None:
    """Forward again; None with nothing ahead."""
    return _through(state, page, state.jumps.forward)


def _through(
    state: ReadingState, page: Page, step: Callable[[int], tuple[Jumps, int] | None]
) -> ReadingState | None:
    found = step(state.place)
    if found is None:
        return None
    jumps, offset = found
    return to_place(state, page, offset)._replace(jumps=jumps)


def is_visible(state: ReadingState, page: Page, offset: int) -> bool:
    """Whether the row of `offset` is on the page."""
    top = page.top(state)
    row = page.flow.anchor_of(offset)
    return top <= row <= page.flow.walk(top, max(0, page.height - 1))


def revealed(state: ReadingState, page: Page, offset: int, *, margin: int = 0) -> ReadingState:
    """As little scrolling as shows `offset`, `margin` rows from the edge; far off, a third down."""
    top = page.top(state)
    row = page.flow.anchor_of(offset)
    margin = min(margin, max(0, (page.height - 1) // 2))
    highest = page.flow.walk(row, -margin)
    if highest < top:
        near = page.flow.walk(top, -page.height) <= highest
        target = highest if near else page.flow.walk(row, -(page.height // 3))
        return _at(state, page, min(target, page.bottom))
    lowest = page.flow.walk(row, margin + 1 - page.height)
    if lowest > top:
        near = lowest <= page.flow.walk(top, page.height)
        target = lowest if near else page.flow.walk(row, -(page.height // 3))
        return _at(state, page, max(top, min(target, page.bottom)))
    return state


def _at(state: ReadingState, page: Page, anchor: Anchor) -> ReadingState:
    if state.anchor == anchor:
        return state
    return state._replace(anchor=anchor, place=page.flow.offset_of_anchor(anchor))
