"""Finding: the search of the report, as it is typed, and the walk along hits and other layers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from reportreader.analysis.quoting import exact_query
from reportreader.document.outline import path_titles
from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.reading import OpenedReport
from reportreader.tui.reading.layers import Layer
from reportreader.tui.reading.panel_rows import HitRow, hit_row
from reportreader.tui.reading.scrolling import to_place
from reportreader.tui.reading.searching import SearchState, Span
from reportreader.tui.reading.state import SWITCHED_LAYERS, Mode, Walked
from reportreader.tui.reading.walking import walk
from reportreader.tui.screens.reading_asking import Asked
from reportreader.tui.screens.reading_pointing import ReadingPointing
from reportreader.tui.tasks import start_task

if TYPE_CHECKING:
    from textual.widgets import Input

    from reportreader.services.opening import Library
    from reportreader.tui.reading.search_question import SearchQuestion

SEARCH_ID = "search-line"
_AT_ONCE = 4_000_000
"""Code points that are searched between two keys (10 ms); longer texts are searched in a task."""
_LISTED_HITS = 2_000
"""Hits that the panel lists; the page and the map show all of them."""
_CONTEXT = 40
"""Code points around a hit that the panel shows."""


@dataclass
class NeighbourFound(Message):
    """A task has read the next report of an answer, or found that there is none."""

    opened: OpenedReport | None
    offset: int
    step: int


@dataclass
class SearchFound(Message):
    """A task has searched a long text."""

    query: str
    length: int
    hits: tuple[Span, ...]


class ReadingSearching(ReadingPointing):
    """Everything that finds.

    `question` is what the library was asked when the report was opened from the answer.
    """

    question: "SearchQuestion | None" = None
    is_reached = False
    """Whether the walk along hits has led here from another report, which is still to be told."""

    @dataclass
    class HitsLeadOn(Message):
        """The walk along hits leaves the report for a hit in another one."""

        pane: "ReadingSearching"
        opened: OpenedReport
        offset: int

    # -- typing a search ------------------------------------------------------------------------

    def action_search_report(self) -> None:
        """Search forward."""
        self._begin_search(backwards=False)

    def action_search_backwards(self) -> None:
        """Search backwards."""
        self._begin_search(backwards=True)

    def _begin_search(self, *, backwards: bool) -> None:
        from reportreader.tui.widgets.line_input import LineInput

        search = SearchState(origin=self.here, backwards=backwards)
        self.become(replace(self.state, search=search, count=None))
        if not self.query(f"#{SEARCH_ID}"):
            sign = "?" if backwards else "/"
            field = LineInput(
                placeholder=f"{sign} {self.words('reading.search_placeholder')}", id=SEARCH_ID
            )
            self.open_field(field)
        self.query_one(f"#{SEARCH_ID}").focus()
        self.refresh_bindings()

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Search for what stands in the field so far."""
        if event.input.id == SEARCH_ID:
            event.stop()
            self.search(event.value)

    def on_input_submitted(self, event: "Input.Submitted") -> None:
        """Leave the field."""
        if event.input.id == SEARCH_ID:
            event.stop()
            self._accept_search(event.value)

    def _accept_search(self, query: str) -> None:
        """Read on at the hit; the place the search began at can be gone back to."""
        origin = self.state.search.origin
        self._close_field()
        if not query.strip():
            self.drop_search()
        elif self.state.place != origin:
            self.become(replace(self.state, jumps=self.state.jumps.left(origin)))
        self._tell_position()

    def cancel_search(self) -> bool:
        """Close the field and go back to where the search began; False if none was open."""
        if not self.query(f"#{SEARCH_ID}"):
            return False
        origin = self.state.search.origin
        self._close_field()
        self.drop_search()
        if self.state.mode is Mode.READING:
            self.become(to_place(self.state, self.page, origin))
        else:
            self.go_to(origin)
        return True

    def _close_field(self) -> None:
        self.close_field(SEARCH_ID)
        self.take_focus()
        self.refresh_bindings()

    def drop_search(self) -> None:
        """Forget query and hits."""
        self.become(replace(self.state, search=SearchState(origin=self.here)))
        self.hits_changed()

    def search(self, query: str) -> None:
        """Find `query` from the origin of the search on; nothing for an empty one."""
        from reportreader.analysis.queries import parse_query
        from reportreader.analysis.searchhits import find_hits

        document = self.document
        if not query.strip():
            self.show_found(query, ())
        elif self.question is not None and query == self.question.query:
            self._search_question(self.question)
        elif len(document.text) <= _AT_ONCE:
            self.show_found(query, find_hits(document, parse_query(query)))
        else:
            start_task(
                self,
                self.reader_app.library.path,
                "search",
                lambda _: SearchFound(
                    query, len(document.text), tuple(find_hits(document, parse_query(query)))
                ),
            )

    def _search_question(self, question: "SearchQuestion") -> None:
        """Find what the library was asked for, from the place that was opened on."""
        document, words = self.document, self.reader_app.segmenter
        search = SearchState(origin=self.state.place)
        self.become(replace(self.state, search=search))

        def work(_: object) -> Message:
            from reportreader.tui.reading.question_hits import question_hits

            hits = question_hits(document, question, words)
            return SearchFound(question.query, len(document.text), hits)

        start_task(self, self.reader_app.library.path, "search", work)

    @on(SearchFound)
    def take_found(self, event: SearchFound) -> None:
        """The long text has been searched."""
        event.stop()
        if event.length == len(self.document.text):
            self.show_found(event.query, event.hits)

    def show_found(self, query: str, hits: Sequence[Span]) -> None:
        """Show hits, and the first of them from where the search began."""
        search = self.state.search.found(query, hits)
        walked = Walked.HITS if hits else self.state.walked
        self.become(replace(self.state, search=search, walked=walked))
        self.hits_changed()
        hit = search.current_hit
        if hit is not None:
            jumps = self.state.jumps
            self.go_to(hit[0], margin=3)
            self.become(replace(self.state, jumps=jumps))
        self._tell_position()

    def hits_changed(self) -> None:
        """Hits are others: the map shows them; panels do too."""
        self.draw_map()

    def _tell_position(self) -> None:
        search = self.state.search
        if not search.query.strip():
            return
        if search.current is None:
            self.reader_app.say("reading.no_hits", query=search.query)
            return
        number, count = search.current + 1, len(search.hits)
        if self.is_reached:
            self.is_reached = False
            title = sanitise_line(self.opened.summary.title)
            self.reader_app.say("search.report_reached", title=title, number=number, count=count)
        else:
            self.reader_app.say("reading.hit_position", number=number, count=count)

    def query_in_hand(self) -> str:
        """The passage that is selected, else what the report is searched for."""
        selected = self.selected
        if selected is None:
            return self.state.search.query
        return exact_query(self.document.passage(*selected))

    # -- walking along a layer ------------------------------------------------------------------

    def action_next_hit(self) -> None:
        """Go to the next hit, in the direction of the search."""
        self._walk(backwards=self.state.search.backwards)

    def action_previous_hit(self) -> None:
        """Go the other way."""
        self._walk(backwards=not self.state.search.backwards)

    def _walk(self, *, backwards: bool) -> None:
        state = self.state
        if state.walked is Walked.HITS and state.search.hits:
            count = -state.times if backwards else state.times
            search, wrapped = state.search.stepped(count, self.here)
            if wrapped and self.question is not None and search.query == self.question.query:
                self._lead_on(self.question, step=1 if count > 0 else -1)
                return
            self.become(replace(state, search=search, count=None, lit=None))
            hit = search.current_hit
            if hit is not None:
                self.go_to(hit[0], margin=3)
            self._tell_position()
            if wrapped:
                self.reader_app.say(
                    "reading.hit_wrapped",
                    number=(search.current or 0) + 1,
                    count=len(search.hits),
                )
            return
        offset = walk(self.overlays, state.walked, self.walked_from, backwards=backwards)
        self.become(replace(state, count=None, lit=None))
        name = self.words(f"reading.layer_{state.walked.value}")
        if offset is None:
            self.reader_app.say("reading.nothing_to_walk", layer=name)
            return
        self.go_to(offset, margin=3)
        self.walked_from = offset
        self.reader_app.say("reading.walked", layer=name)

    def _lead_on(self, question: "SearchQuestion", *, step: int) -> None:
        """Go on to the first hit of the next report of the answer, or back to the last of the one before."""
        report_id, words = self.opened.report_id, self.reader_app.segmenter
        self.become(replace(self.state, count=None))

        def work(library: "Library") -> Message:
            from reportreader.tui.screens.search_asking import find_neighbour

            opened, offset = find_neighbour(library, question, report_id, words, step=step)
            return NeighbourFound(opened, offset, step)

        start_task(self, self.reader_app.library.path, "neighbour", work)

    @on(NeighbourFound)
    def take_neighbour(self, event: NeighbourFound) -> None:
        """Let the screen show the other report in the place of this one."""
        event.stop()
        if event.opened is None:
            self.reader_app.say(f"search.no_report_{'behind' if event.step > 0 else 'before'}")
        else:
            self.post_message(self.HitsLeadOn(self, event.opened, event.offset))

    @property
    def walked_from(self) -> int:
        """Where the next step of a walk starts: the last one's end if it is still in view."""
        start, end = self.view.seen
        last = self._walked_to
        if last is not None and start <= last < end and self.state.mode is Mode.READING:
            return last
        return self.here - 1 if self.state.mode is Mode.READING else self.here

    @walked_from.setter
    def walked_from(self, offset: int) -> None:
        self._walked_to = offset

    _walked_to: int | None = None

    # -- layers ---------------------------------------------------------------------------------

    def action_switch_layer(self) -> None:
        """Choose which layers are shown, and which one `n` walks."""
        options: list[Asked[Layer | Walked]] = []
        for layer, walked in zip(SWITCHED_LAYERS, _WALKED_OF, strict=True):
            name = self.words(f"reading.layer_{walked.value}")
            shown = "reading.hide_layer" if self.state.shows(layer) else "reading.show_layer"
            options.append((self.words(shown, layer=name), layer, ""))
            options.append((self.words("reading.walk_layer", layer=name), walked, ""))
        self.ask_choice(self.words("reading.layers_title"), options, self._switch)

    def _switch(self, chosen: Layer | Walked) -> None:
        if isinstance(chosen, Layer):
            self.become(self.state.switched(chosen))
        else:
            self.become(replace(self.state, walked=chosen))

    # -- the list of hits -----------------------------------------------------------------------

    def hit_rows(self) -> tuple[HitRow, ...]:
        """The hits with their context, at most as many as are worth listing."""
        sections = self.document.sections
        return tuple(
            hit_row(
                self.document,
                number,
                hit,
                section=" > ".join(path_titles(sections, hit[0])[-1:]),
                reach=_CONTEXT,
            )
            for number, hit in enumerate(self.state.search.hits[:_LISTED_HITS])
        )


_WALKED_OF = (Walked.KEYPHRASES, Walked.TERMS, Walked.ANNOTATIONS, Walked.HITS, Walked.FIGURES)
