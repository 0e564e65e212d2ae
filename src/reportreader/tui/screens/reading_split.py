"""The panes of the reading screen: one, or two side by side, one above the other, or in turn."""

from textual import events, on

from reportreader.document.document import Document
from reportreader.notes.annotation import ReportId
from reportreader.services.reading import open_first_part
from reportreader.tui.reading.beginning import SecondPlace
from reportreader.tui.reading.parallel import Parallel, parallel_texts
from reportreader.tui.reading.split import Arrangement, PaneStanding, arrangement, pane_width
from reportreader.tui.screens.app_screen import AppScreen, reports_errors
from reportreader.tui.screens.reading_beside import ReadingBeside
from reportreader.tui.screens.reading_pane import ReadingPane

_ARRANGED_CLASSES = [f"-{one.value}" for one in Arrangement]


class ReadingSplit(AppScreen):
    """Holds panes, opens and closes the second one, and knows which of them has the keys."""

    def __init__(self, pane: ReadingPane, *, beside: SecondPlace | None = None) -> None:
        """`beside` is opened in a second pane after the first frame."""
        super().__init__()
        self._wanted_beside = beside
        self.panes: tuple[ReadingPane, ...] = (pane,)
        self.pane = pane
        """The one that has the keys."""
        self._is_locked = False
        self._parallel: Parallel | None = None
        self._compared: tuple[Document, ...] = ()

    def open_wanted(self) -> None:
        """Open the second pane that was asked for from the beginning, once the first one is seen."""
        wanted = self._wanted_beside
        if wanted is not None:
            self.reader_app.call_after_first_frame(
                self, lambda: self.show_beside(wanted.report_id, wanted.offset)
            )

    # -- the second pane ------------------------------------------------------------------------

    def action_open_beside(self) -> None:
        """Choose a report, or this one again, for a second pane."""
        from reportreader.tui.screens.report_choosing import ask_report

        summary = self.pane.opened.summary
        ask_report(self, self.words("reading.beside_title"), summary, self.show_beside)

    @reports_errors
    def show_beside(self, report_id: ReportId, offset: int | None = None) -> None:
        """Show a report beside the one that is read; the same one at the same place."""
        if len(self.panes) > 1:
            return
        self._is_locked = False
        first = self.pane
        if offset is None and report_id == first.opened.report_id:
            offset = first.state.place
        opened = open_first_part(self.reader_app.library, report_id, around=offset)
        arranged = self._arrangement(2)
        width = pane_width(arranged, self.app.size.width)
        first.make_room(width)
        second = ReadingPane(opened, offset=offset, width=width)
        self.panes = (first, second)
        self._arrange(arranged)
        self.mount(second, after=first)
        self.activate(second)

    @on(ReadingPane.HitsLeadOn)
    async def show_instead(self, event: ReadingPane.HitsLeadOn) -> None:
        """Show the report that the hits lead on to in the place of the one they leave."""
        event.stop()
        left = event.pane
        if left not in self.panes:
            return
        width = pane_width(self._arrangement(len(self.panes)), self.app.size.width)
        pane = ReadingPane(
            event.opened, offset=event.offset, query=left.state.search.query, width=width
        )
        pane.question, pane.is_reached = left.question, True
        self.panes = tuple(pane if one is left else one for one in self.panes)
        await self.mount(pane, after=left)
        self.activate(pane)
        await left.remove()

    async def action_close_pane(self) -> None:
        """Close the pane that has the keys; the other has the screen again."""
        if len(self.panes) < 2:
            return
        closing = self.pane
        (kept,) = (pane for pane in self.panes if pane is not closing)
        self.panes = (kept,)
        self._arrange(Arrangement.WHOLE)
        self.activate(kept)
        self.set_focus(kept.view)
        await closing.remove()
        await kept.take_room(self.app.size.width)

    # -- which has the keys ---------------------------------------------------------------------

    def action_other_pane(self) -> None:
        """The keys go to the other pane."""
        index = self.panes.index(self.pane)
        pane = self.panes[(index + 1) % len(self.panes)]
        self.activate(pane)
        pane.take_focus()

    def activate(self, pane: ReadingPane) -> None:
        """Let this pane have the keys from now on."""
        self.pane = pane
        reports = [one.opened.report_id for one in self.panes]
        in_turn = self._arrangement(len(self.panes)) is Arrangement.IN_TURN
        for number, one in enumerate(self.panes, 1):
            is_active = one is pane
            one.stand(
                PaneStanding(
                    number=number,
                    count=len(self.panes),
                    is_active=is_active,
                    keeps_place=is_active or len(set(reports)) == len(reports),
                    is_in_turn=in_turn,
                )
            )
        self._show_in_turn()
        self.refresh_bindings()
        self.refresh_status()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click or a key has moved the focus."""
        if event.widget is None:
            return
        for pane in self.panes:
            if pane is not self.pane and pane in event.widget.ancestors:
                self.activate(pane)

    # -- scrolling together ---------------------------------------------------------------------

    def action_lock_scrolling(self) -> None:
        """Let the panes scroll together, or each for itself again."""
        self._is_locked = not self._is_locked
        self._compared = ()
        if not self._is_locked:
            self.reader_app.say("reading.scrolling_unlocked")
        elif self._is_one_report:
            self.reader_app.say("reading.scrolling_locked")
        elif self._compare().is_matched:
            self._lead(self.pane)
            self.reader_app.say("reading.scrolling_matched")
        else:
            self.reader_app.say("reading.scrolling_shared")

    @property
    def _is_one_report(self) -> bool:
        return len({pane.opened.report_id for pane in self.panes}) == 1

    @on(ReadingPane.Scrolled)
    def scroll_others(self, event: ReadingPane.Scrolled) -> None:
        """Two places of one report keep their distance in rows where they are locked."""
        event.stop()
        if self._is_locked and self._is_one_report:
            for pane in self.panes:
                if pane is not event.pane:
                    pane.follow(event.rows)

    @on(ReadingPane.Moved)
    def lead_others(self, event: ReadingPane.Moved) -> None:
        """Two reports show places that belong together where they are locked."""
        event.stop()
        if self._is_locked and event.pane in self.panes and not self._is_one_report:
            self._lead(event.pane)

    def _lead(self, leading: ReadingBeside) -> None:
        parallel = self._compare()
        is_at_end = leading.seen_to >= len(leading.document.text)
        for number, pane in enumerate(self.panes):
            if pane is leading:
                continue
            if is_at_end and not parallel.is_matched:
                pane.follow_to(len(pane.document.text))
            else:
                pane.follow_to(parallel.across(leading.state.place, to=number))

    def _compare(self) -> Parallel:
        """How the two reports run along each other, worked out again when one is another text."""
        first, second = self.panes
        texts = (first.document, second.document)
        if self._parallel is None or [*map(id, texts)] != [*map(id, self._compared)]:
            self._compared = texts
            self._parallel = parallel_texts(*texts, (first.state.place, second.state.place))
        return self._parallel

    # -- where they lie -------------------------------------------------------------------------

    def _arrangement(self, count: int) -> Arrangement:
        size = self.app.size
        return arrangement(count, width=size.width, height=size.height)

    def _arrange(self, arranged: Arrangement) -> None:
        self.remove_class(*_ARRANGED_CLASSES)
        self.add_class(f"-{arranged.value}")
        self._show_in_turn()

    def _show_in_turn(self) -> None:
        """Where only one pane has room, it is the one with the keys."""
        in_turn = self._arrangement(len(self.panes)) is Arrangement.IN_TURN
        for pane in self.panes:
            pane.display = not in_turn or pane is self.pane

    def fit_split(self) -> None:
        """The screen has another size."""
        if len(self.panes) > 1:
            self._arrange(self._arrangement(len(self.panes)))
            self.activate(self.pane)

    @on(ReadingPane.LibraryChangedHere)
    @reports_errors
    def show_in_others(self, event: ReadingPane.LibraryChangedHere) -> None:
        """What one pane has written the others show."""
        event.stop()
        for pane in self.panes:
            if pane is not event.pane:
                pane.show_afresh()
