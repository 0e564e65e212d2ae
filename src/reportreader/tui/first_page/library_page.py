"""The library as its screen shows it at first: shelves, list, place for the preview, lines below."""

from reportreader.services.browsing import (
    ReportFilter,
    ReportOrder,
    continue_reading,
)
from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.tui.actions import Keymap, Scope, actions_for, with_keymap
from reportreader.tui.actions.offering import reachable
from reportreader.tui.drawing.key_line import key_parts
from reportreader.tui.drawing.report_row import column_heads, report_cells
from reportreader.tui.first_page.painting import LIST, ListView, Painter, Row
from reportreader.tui.screens.library_validity import applies
from reportreader.tui.screens.library_words import (
    NARROW_CELLS,
    PREVIEW_LEAST_CELLS,
    column_names,
    continue_parts,
    listing_hint,
    place_parts,
    preview_cells,
    shelf_parts,
)
from reportreader.tui.screens.report_rows import ReportRows

_CHOSEN, _ORDER = ReportFilter(), ReportOrder.ADDED


def library_page(
    library: Library,
    messages: Messages,
    keymap: Keymap,
    painter: Painter,
    *,
    width: int,
    height: int,
) -> list[Row]:
    """The rows of a screen of `width` × `height` cells. Raises LibraryError."""
    rows = ReportRows(library, _CHOSEN, _ORDER, descending=True)
    continued = continue_reading(library)
    shelves = shelf_parts({}, _CHOSEN.shelf, messages, narrow=width < NARROW_CELLS)
    above = [painter.bar("#shelves", shelves, (), width)]
    if continued is not None:
        above.append(painter.bar("#continue", continue_parts(continued, messages), (), width))
    hint = listing_hint(rows, _CHOSEN, _ORDER, messages)
    offered = reachable(
        [
            with_keymap(actions_for(scope), keymap)
            for scope in (Scope.LIST, Scope.LIBRARY, Scope.GENERAL)
        ],
        lambda action: applies(
            action,
            has_reports=len(rows) > 0,
            can_continue=continued is not None,
            in_trash=False,
            is_adding=False,
        ),
    )
    below = [
        painter.bar("#status", *place_parts(hint, 0, len(rows)), width),
        painter.bar("#keys", *key_parts(offered, messages), width),
    ]
    body = _body(rows, messages, painter, width, height - len(above) - len(below))
    return [*above, *body, *below]


def _body(
    rows: ReportRows, messages: Messages, painter: Painter, width: int, height: int
) -> list[Row]:
    beside = preview_cells(width) if width >= PREVIEW_LEAST_CELLS else 0
    side = width - beside
    heads_look = painter.base(("#columns",))
    heads = column_heads(column_names(messages), side - 1, painter.widths)
    in_view = [report_cells(row, side - 1) for row in rows[: max(0, height - 1)]]
    view = ListView(
        rows=in_view,
        total=len(rows),
        top=0,
        cursor=0,
        empty_text=messages.text("library.empty"),
        has_focus=True,
    )
    listed: list[Row] = [[(heads, heads_look), (" ", heads_look)]]
    listed += painter.list((LIST,), view, side, max(0, height - 1))
    if not beside:
        return listed
    return [[*row, *painter.blank(("#preview",), beside)] for row in listed]
