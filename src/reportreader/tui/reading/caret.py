"""The caret and what it selects, as transitions of the state; every one uses up the count."""

from reportreader.tui.reading.motions import TEXT_MOTIONS, Find, find, repeat, repeat_find
from reportreader.tui.reading.prose import Prose, Span
from reportreader.tui.reading.rows import by_rows, first_on_page, row_end, row_start
from reportreader.tui.reading.scrolling import Page, is_visible, revealed
from reportreader.tui.reading.selection import (
    Selection,
    Unit,
    select_span,
    selected_span,
    unit_span,
)
from reportreader.tui.reading.state import Mode, ReadingState

_MARGIN = 0
"""Rows kept between the caret and the edge of the page."""


def selection_of(state: ReadingState, prose: Prose) -> Span | None:
    """`text[start:end]` that is selected."""
    if state.selection is None or not prose.text:
        return None
    start, end = selected_span(prose, state.selection)
    return (start, end) if end > start else None


def toggle_visual(state: ReadingState, prose: Prose, page: Page, unit: Unit) -> ReadingState:
    """`v` and `V`: bring the caret and select from it; again with the same unit, stop selecting."""
    if state.mode is Mode.VISUAL and state.selection is not None:
        if state.selection.unit is unit:
            return state._replace(mode=Mode.CARET, selection=None, typed_count=None)
        return state._replace(selection=state.selection._replace(unit=unit), typed_count=None)
    if state.selection is not None:
        selection = state.selection._replace(unit=unit)
        shown = state._replace(mode=Mode.VISUAL, selection=selection, caret=selection.head)
        return revealed(shown._replace(typed_count=None), page, selection.head, margin=_MARGIN)
    caret = caret_start(state, prose, page)
    return state._replace(
        mode=Mode.VISUAL,
        caret=caret,
        selection=Selection(anchor=caret, head=caret, unit=unit),
        goal_cell=None,
        typed_count=None,
    )


def caret_start(state: ReadingState, prose: Prose, page: Page) -> int:
    """Where the caret appears: where it was, else on the current hit, else on the first character."""
    hit = state.search.current_hit
    for offset in (state.caret, hit[0] if hit else None):
        if offset is not None and offset <= prose.last and is_visible(state, page, offset):
            return offset
    first = first_on_page(page.lines(state))
    return prose.visible(state.place) if first is None else first


def put_caret(state: ReadingState, page: Page, offset: int) -> ReadingState:
    """The caret on `offset`, the selection with it, the page where it is seen."""
    selection = state.selection
    if state.mode is Mode.VISUAL and selection is not None:
        selection = selection.moved(offset)
    moved = state._replace(caret=offset, selection=selection, goal_cell=None, typed_count=None)
    return revealed(moved, page, offset, margin=_MARGIN)


def move(state: ReadingState, prose: Prose, page: Page, name: str) -> ReadingState:
    """A motion by name (`TEXT_MOTIONS`, `row_start`, `row_end`, `first`, `last`)."""
    caret = caret_start(state, prose, page) if state.caret is None else state.caret
    if name == "row_start":
        target = row_start(page, caret)
    elif name == "row_end":
        target = row_end(page, prose, by_rows(page, caret, None, state.times - 1).offset)
    elif name == "first":
        target = (
            prose.visible(0) if state.typed_count is None else nth_block(prose, state.typed_count)
        )
    elif name == "last":
        target = prose.last if state.typed_count is None else nth_block(prose, state.typed_count)
    else:
        target = repeat(TEXT_MOTIONS[name], prose, caret, state.times)
    return put_caret(state, page, target)


def move_rows(state: ReadingState, prose: Prose, page: Page, rows: int) -> ReadingState:
    """Up or down, aiming at the same cell as the step before."""
    caret = caret_start(state, prose, page) if state.caret is None else state.caret
    aim = by_rows(page, caret, state.goal_cell, rows * state.times)
    return put_caret(state, page, aim.offset)._replace(goal_cell=aim.cell)


def swap_ends(state: ReadingState, page: Page) -> ReadingState:
    """`o`: the other end of the selection moves from now on."""
    if state.selection is None:
        return state
    swapped = state.selection.swapped()
    moved = state._replace(selection=swapped, caret=swapped.head, goal_cell=None, typed_count=None)
    return revealed(moved, page, swapped.head, margin=_MARGIN)


def find_character(state: ReadingState, prose: Prose, page: Page, wanted: Find) -> ReadingState:
    """`f t F T` with their character; the state only remembers it where there is none."""
    remembered = state._replace(find=wanted)
    caret = state.caret
    target = None if caret is None else find(prose, caret, wanted, state.times)
    return (
        remembered._replace(typed_count=None)
        if target is None
        else put_caret(remembered, page, target)
    )


def find_again(state: ReadingState, prose: Prose, page: Page, *, reverse: bool) -> ReadingState:
    """`;` and `,`."""
    if state.find is None or state.caret is None:
        return state._replace(typed_count=None)
    target = repeat_find(prose, state.caret, state.find, reverse=reverse, count=state.times)
    return state._replace(typed_count=None) if target is None else put_caret(state, page, target)


def select_unit(state: ReadingState, prose: Prose, page: Page, unit: Unit) -> ReadingState:
    """`iw is ip`: select the word, sentence or paragraph around the caret."""
    if state.caret is None:
        return state
    return select(state, prose, page, unit_span(prose, state.caret, unit))


def select(state: ReadingState, prose: Prose, page: Page, span: Span) -> ReadingState:
    """Select exactly `span` with the caret at its end."""
    if span[1] <= span[0]:
        return state._replace(typed_count=None)
    selection = select_span(prose, span)
    moved = state._replace(
        mode=Mode.VISUAL,
        selection=selection,
        caret=selection.head,
        goal_cell=None,
        typed_count=None,
    )
    return revealed(moved, page, selection.head, margin=_MARGIN)


def nth_block(prose: Prose, number: int) -> int:
    """Start of paragraph `number`, counted from 1; the last one where there are fewer."""
    blocks = prose.document.blocks
    return blocks.start_of(min(max(1, number), len(blocks)) - 1) if len(blocks) else 0
