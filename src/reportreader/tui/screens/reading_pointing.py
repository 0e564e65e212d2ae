"""The mouse over page and map: it scrolls, puts the caret and selects."""

from textual import on

from reportreader.tui.reading import scrolling
from reportreader.tui.reading.selection import Selection, Unit
from reportreader.tui.reading.state import Mode
from reportreader.tui.screens.reading_motion import ReadingMotion
from reportreader.tui.widgets.pointer import PointerEvent, PointerKind
from reportreader.tui.widgets.report_view import ReportView
from reportreader.tui.widgets.scroll_map import ScrollMapBar

_CLICKS = {1: Unit.CHARACTER, 2: Unit.WORD, 3: Unit.SENTENCE}
"""What clicks in a row select."""


class ReadingPointing(ReadingMotion):
    """Everything that the mouse does to the text."""

    @on(ScrollMapBar.PlaceChosen)
    def follow_map(self, event: ScrollMapBar.PlaceChosen) -> None:
        """The reader clicked the map."""
        event.stop()
        page = self.page
        self.become(scrolling.to_place(self.state, page, self.prose.visible(event.offset)))

    @on(ReportView.PageChanged)
    def settle(self, event: ReportView.PageChanged) -> None:
        """The layout is another: the place stays."""
        event.stop()
        self.become(scrolling.settled(self.state, self.page))
        self.place_changed()

    @on(ReportView.PointerMoved)
    def follow_pointer(self, moved: ReportView.PointerMoved) -> None:
        """The mouse selects and scrolls."""
        moved.stop()
        event = moved.event
        match event.kind:
            case PointerKind.SCROLLED:
                self.scroll_rows(event.rows)
            case PointerKind.PRESSED:
                self._press(event)
            case PointerKind.DRAGGED:
                self._drag(event)
            case PointerKind.RELEASED:
                self._release(event)

    def _press(self, event: PointerEvent) -> None:
        state = self.state
        if not len(self.document.blocks):
            return
        if event.extend and (state.selection is not None or state.caret is not None):
            anchor = state.selection.anchor if state.selection is not None else state.caret
            selection = Selection(anchor=anchor or 0, head=event.offset)
        else:
            unit = _CLICKS[event.chain]
            selection = Selection(anchor=event.offset, head=event.offset, unit=unit)
        self.become(state._replace(selection=selection, caret=event.offset, goal_cell=None))

    def _drag(self, event: PointerEvent) -> None:
        page, state = self.page, self.state
        if state.selection is None:
            return
        scrolled = scrolling.scrolled(state, page, event.rows) if event.rows else state
        selection = state.selection.moved(event.offset)
        self.become(scrolled._replace(selection=selection, caret=event.offset))

    def _release(self, event: PointerEvent) -> None:
        selection = self.state.selection
        if selection is None or event.chain > 1 or selection.anchor != selection.head:
            return
        if self.state.mode is not Mode.VISUAL:
            self.become(self.state._replace(selection=None))
