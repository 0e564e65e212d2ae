"""Where the caret goes on a layout: up and down with the cell it aims at, to the ends of a row."""

from dataclasses import dataclass

from reportreader.tui.reading.prose import Prose
from reportreader.tui.reading.scrolling import Page
from reportreader.typography.flow import Anchor, Flow
from reportreader.typography.line import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """An offset and the cell that further steps up or down aim at."""

    offset: int
    cell: int


def by_rows(page: Page, offset: int, cell: int | None, rows: int) -> Aim:
    """`rows` rows of text down (up if negative); blank rows and decorations are passed over."""
    flow = page.flow
    anchor = flow.anchor_of(offset)
    line = _line(flow, anchor)
    aim = flow.cell_in(line, offset) if cell is None else cell
    step = 1 if rows > 0 else -1
    for _ in range(abs(rows)):
        found = _next_text_row(flow, anchor, step)
        if found is None:
            break
        anchor, line = found
    return Aim(offset=flow.offset_in(line, aim), cell=aim)


def row_start(page: Page, offset: int) -> int:
    """First character of the row."""
    line = page.line_of(offset)
    return line.pieces[0].start if line.pieces else line.start


def row_end(page: Page, prose: Prose, offset: int) -> int:
    """Last character painted in the row."""
    line = page.line_of(offset)
    if not line.pieces:
        return line.start
    last = line.pieces[-1]
    return max(last.start, prose.grapheme(max(last.start, last.end - 1))[0])


def first_on_page(lines: list[Line]) -> int | None:
    """First character painted on a page."""
    return next((line.pieces[0].start for line in lines if line.pieces), None)


def _next_text_row(flow: Flow, anchor: Anchor, step: int) -> tuple[Anchor, Line] | None:
    while True:
        moved = flow.walk(anchor, step)
        if moved == anchor:
            return None
        anchor = moved
        line = _line(flow, anchor)
        if line.pieces:
            return anchor, line


def _line(flow: Flow, anchor: Anchor) -> Line:
    return flow.lines_from(anchor, 1)[0]
