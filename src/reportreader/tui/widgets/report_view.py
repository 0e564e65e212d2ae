"""The page: draws the rows of a report that are in view, and says where the mouse went.

It is handed a document, a layout style, the layers and the reading state, and keeps nothing else.
A place is a character; how many rows lie above it nobody asks.
"""

from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from reportreader.document.document import Document
from reportreader.tui.drawing.page_runs import PageRuns
from reportreader.tui.lazy_components import LazyComponents
from reportreader.tui.reading.caret import selection_of
from reportreader.tui.reading.overlays import Lively, Overlays
from reportreader.tui.reading.page_layout import fit_page
from reportreader.tui.reading.prose import Prose, Span
from reportreader.tui.reading.scrolling import Page
from reportreader.tui.reading.state import Mode, ReadingState
from reportreader.tui.widgets.line_painter import LinePainter
from reportreader.tui.widgets.page_style import COMPONENT_CLASSES, PageStyles
from reportreader.tui.widgets.pointer import Pointer, PointerEvent
from reportreader.typography.flow import Anchor, Flow
from reportreader.typography.line import Line
from reportreader.typography.style import Column, LayoutStyle


class ReportView(LazyComponents, can_focus=True):
    """A report under a caret, in a centred column."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENT_CLASSES)
    DEFAULT_CSS = "ReportView { width: 1fr; height: 1fr; }"

    @dataclass
    class PageChanged(Message):
        """The layout or its height is another: anchors of the one before are worth nothing."""

        page: Page

        def can_replace(self, message: Message) -> bool:
            """Only the newest layout counts."""
            return isinstance(message, ReportView.PageChanged)

    @dataclass
    class PointerMoved(Message):
        """The mouse pressed, dragged, released or turned its wheel over the text."""

        event: PointerEvent

    def __init__(
        self,
        prose: Prose,
        style: LayoutStyle,
        state: ReadingState,
        *,
        signs: bool = False,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.prose = prose
        self.overlays = Overlays()
        self.style = style
        self._state = state
        self._signs = signs
        self._flow: Flow | None = None
        self._laid_out_for: Size | None = None
        self._column = Column(left=0, measure=style.measure, hang_cells=0)
        self._painter: LinePainter | None = None
        self._lines: list[Line] = []
        self._lines_top: tuple[Flow, Anchor, int] | None = None
        self._lively = Lively()
        self._pointer = Pointer(self, self.offset_at, self._point)

    # -- what it is handed ----------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The layout as it is seen now."""
        return Page(flow=self._laid_out(), height=self.size.height)

    @property
    def document(self) -> Document:
        """The report that is shown."""
        return self.prose.document

    def show_document(self, prose: Prose, state: ReadingState) -> None:
        """Show another text, or the same one grown."""
        grown = prose.text.startswith(self.prose.text) and self._flow is not None
        if self._flow is not None:
            self._flow = (
                self._flow.grown(prose.document)
                if grown
                else Flow(prose.document, self._flow.style)
            )
        self.prose = prose
        self._painter = None
        self._state = state._replace(anchor=None)
        self._announce()

    def restyle(self, style: LayoutStyle) -> None:
        """Set the text in another style; the place stays."""
        if style != self.style:
            self.style = style
            self._lay_out()

    def show_overlays(self, overlays: Overlays) -> None:
        """Draw these layers from now on."""
        self.overlays = overlays
        self._painter = None
        self.refresh()

    def show_state(self, state: ReadingState) -> None:
        """Draw this state; only the rows that look different are drawn anew."""
        old, self._state = self._state, state
        lively, self._lively = self._lively, self._lively_of(state)
        if old.layers != state.layers or old.search.hits is not state.search.hits:
            if self._painter is not None:
                self._painter.forget()
            self.refresh()
        elif old.anchor != state.anchor or (state.anchor is None and old.place != state.place):
            self.refresh()
        else:
            self._refresh_spans(self._lively.changed(lively))

    def redraw(self) -> None:
        """Colours or character widths are others."""
        self._painter = None
        self.refresh()

    # -- what is in view ------------------------------------------------------------------------

    @property
    def lines(self) -> list[Line]:
        """The rows in view."""
        page = self.page
        top = page.top(self._state)
        key = (page.flow, top, page.height)
        if self._lines_top != key:
            self._lines = page.flow.lines_from(top, page.height)
            self._lines_top = key
        return self._lines

    @property
    def seen(self) -> Span:
        """The part of the text that is in view."""
        lines = self.lines
        return (lines[0].start, lines[-1].end) if lines else (0, 0)

    def caret_offset(self) -> Offset | None:
        """Cell of the caret within the view, where the caret is drawn and in view."""
        caret = self._lively.caret
        if caret is None:
            return None
        for y, line in enumerate(self.lines):
            for piece in line.pieces:
                if piece.start <= caret[0] < piece.end:
                    return Offset(self._column.left + self.page.flow.cell_in(line, caret[0]), y)
        return None

    @property
    def cursor_screen_offset(self) -> Offset | None:
        """Cell of the caret on the screen, where input methods open their window."""
        at = self.caret_offset()
        return None if at is None else at + self.region.offset

    def offset_at(self, x: int, y: int) -> int | None:
        """The character under cell `x` of row `y`; rows outside the view take the nearest in it."""
        lines = self.lines
        if not lines:
            return None
        line = lines[max(0, min(y, len(lines) - 1))]
        return self._laid_out().offset_in(line, x - self._column.left)

    # -- drawing --------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Row `y` of the view."""
        painter = self._painter or self._make_painter()
        lines = self.lines
        if y >= len(lines):
            return painter.blank
        return painter.strip(lines[y], self._state, self._lively)

    def on_resize(self) -> None:
        """Lay the text out for the new width; the place stays."""
        self.fit()

    def fit(self) -> None:
        """Lay the text out for the width there is, if it is not; the message of it may be late."""
        if self._laid_out_for != self.size:
            self._lay_out()

    def notify_style_update(self) -> None:
        """The theme is another."""
        super().notify_style_update()
        self._painter = None

    def _make_painter(self) -> LinePainter:
        flow = self._laid_out()
        styles = PageStyles(self.rich_style, self._component_style)
        runs = PageRuns(flow, self._column, self.size.width, self.overlays, signs=self._signs)
        self._painter = LinePainter(runs, styles)
        return self._painter

    def _component_style(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def _laid_out(self) -> Flow:
        if self._flow is None:
            self._lay_out()
        flow = self._flow
        if flow is None:
            message = "a layout was asked for and not made"
            raise RuntimeError(message)
        return flow

    def _lay_out(self) -> None:
        self._laid_out_for = self.size
        self._column, style = fit_page(self.style, self.size.width)
        if self._flow is None:
            self._flow = Flow(self.document, style)
        elif self._flow.style != style:
            self._flow = self._flow.restyled(style)
        self._painter = None
        self._announce()

    def _announce(self) -> None:
        self._state = self._state._replace(anchor=None)
        self._lively = self._lively_of(self._state)
        self.refresh()
        if self.is_attached:
            self.post_message(self.PageChanged(self.page))

    def _lively_of(self, state: ReadingState) -> Lively:
        caret = None
        if state.mode is not Mode.READING and state.caret is not None:
            caret = self.prose.grapheme(state.caret)
        return Lively(
            hit=state.lit or state.search.current_hit,
            selection=selection_of(state, self.prose),
            caret=caret,
        )

    def _refresh_spans(self, spans: list[Span]) -> None:
        rows = [
            y
            for y, line in enumerate(self.lines)
            if any(start < line.end and end > line.start for start, end in spans)
        ]
        if rows:
            self.refresh(Region(0, rows[0], self.size.width, rows[-1] - rows[0] + 1))

    # -- the mouse ------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection, or extend the one there is."""
        self._pointer.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go on selecting."""
        self._pointer.drag(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the selection."""
        self._pointer.release(event)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        self._pointer.turn(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        self._pointer.turn(event, -1)

    def _point(self, event: PointerEvent) -> None:
        self.post_message(self.PointerMoved(event))
