"""A report as the reading screen shows it at first: outline, page, map, lines below."""

from collections.abc import Sequence
from typing import NamedTuple

from reportreader.document.document import Document
from reportreader.services.opening import Library
from reportreader.services.reading import reading_jumps
from reportreader.settings.messages import Messages
from reportreader.settings.values import Settings
from reportreader.tui.actions import Keymap, Scope, actions_for, with_keymap
from reportreader.tui.actions.offering import reachable
from reportreader.tui.drawing.key_line import key_parts
from reportreader.tui.drawing.outline_row import outline_cells
from reportreader.tui.drawing.page_keys import PREFIX
from reportreader.tui.drawing.page_runs import PageRuns
from reportreader.tui.first_page.painting import LIST, ListView, Painter, Row
from reportreader.tui.reading.annotations import annotation_layer
from reportreader.tui.reading.beginning import Beginning, first_state
from reportreader.tui.reading.outline import current_row, outline_rows
from reportreader.tui.reading.overlays import Overlays, document_spans
from reportreader.tui.reading.page_layout import (
    OUTLINE_CELLS,
    fit_page,
    has_key_line,
    layout_style,
    opens_with_outline,
)
from reportreader.tui.reading.scroll_map import (
    draw_map,
    map_annotations,
    map_run,
    map_sections,
    thumb,
)
from reportreader.tui.reading.scrolling import Page
from reportreader.tui.reading.searching import Span
from reportreader.tui.reading.state import ReadingState
from reportreader.tui.screens.reading_validity import applies
from reportreader.tui.screens.reading_words import place_parts
from reportreader.typography.flow import Flow

_MAP_CELLS = 1
_PAGE, _MAP, _PANE = "ReportView", "ScrollMapBar", ".pane"


class _Text(NamedTuple):
    """The page as rows, and what part of the text it shows."""

    rows: list[Row]
    seen: Span


def reading_page(
    library: Library,
    beginning: Beginning,
    settings: Settings,
    messages: Messages,
    keymap: Keymap,
    painter: Painter,
    *,
    width: int,
    height: int,
) -> list[Row]:
    """The rows of a screen of `width` × `height` cells. Raises LibraryError."""
    opened, document = beginning.opened, beginning.opened.document
    jumps = reading_jumps(library, opened.report_id)
    state = first_state(opened, beginning.offset, jumps)
    overlays = Overlays(
        spans=document_spans(document),
        annotations=annotation_layer(opened.annotations),
    )
    has_keys = has_key_line(height)
    body_height = height - 1 - has_keys
    beside = OUTLINE_CELLS if opens_with_outline(width, len(document.sections)) else 0
    text = _text(
        document, overlays, state, settings, painter, width - beside - _MAP_CELLS, body_height
    )
    drawn_map = _map(document, overlays, text.seen, painter, body_height)
    rows = [[*left, *right] for left, right in zip(text.rows, drawn_map, strict=True)]
    if beside:
        pane = _outline(document, overlays, state, painter, body_height)
        rows = [[*left, *right] for left, right in zip(pane, rows, strict=True)]
    status = place_parts(opened, state.place, text.seen[1], "", settings, messages)
    rows.append(painter.bar("#status", *status, width))
    if has_keys:
        offered = reachable(
            [
                with_keymap(actions, keymap)
                for actions in (
                    actions_for(Scope.READING, Scope.VISUAL),
                    actions_for(Scope.GENERAL),
                )
            ],
            lambda action: applies(
                action,
                state,
                in_text=True,
                in_list=False,
                in_outline=False,
                has_sections=bool(document.sections),
            ),
        )
        rows.append(painter.bar("#keys", *key_parts(offered, messages), width))
    return rows


def _text(
    document: Document,
    overlays: Overlays,
    state: ReadingState,
    settings: Settings,
    painter: Painter,
    width: int,
    height: int,
) -> _Text:
    column, style = fit_page(layout_style(settings, painter.widths), width)
    page = Page(flow=Flow(document, style), height=height)
    runs = PageRuns(page.flow, column, width, overlays, signs=painter.sheet.no_colour)
    lines = page.lines(state)
    rows = [painter.layered((_PAGE,), PREFIX, runs.of(line, state)) for line in lines]
    rows += [painter.blank((_PAGE,), width)] * (height - len(rows))
    return _Text(rows, (lines[0].start, lines[-1].end) if lines else (0, 0))


def _map(
    document: Document, overlays: Overlays, seen: Span, painter: Painter, height: int
) -> Sequence[Row]:
    length = len(document.text)
    drawn = draw_map(
        height,
        length,
        sections=map_sections(document),
        annotations=map_annotations(overlays.annotations),
    )
    held = thumb(*seen, max(1, height), length)
    return [painter.layered((_MAP,), "", [map_run(drawn, y, held)]) for y in range(height)]


def _outline(
    document: Document, overlays: Overlays, state: ReadingState, painter: Painter, height: int
) -> list[Row]:
    rows = outline_rows(document.sections, notes=overlays.annotations.spans)
    cursor = current_row(rows, document.sections, state.place) or 0
    top = max(0, cursor + 1 - height)
    room = OUTLINE_CELLS - 1
    view = ListView(
        rows=[outline_cells(row, room, painter.widths) for row in rows[top : top + height]],
        total=len(rows),
        top=top,
        cursor=cursor,
        empty_text="",
        has_focus=False,
    )
    return painter.list((LIST, _PANE), view, OUTLINE_CELLS, height)
