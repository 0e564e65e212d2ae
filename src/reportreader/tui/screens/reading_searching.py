"""Finding: the search of the report, as it is typed, and the walk along hits and other layers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from reportreader.document.outline import path_titles
from reportreader.ingest.sanitising import sanitise_line
from reportreader.tui.messages import TaskFailed
from reportreader.tui.reading.panel_rows import HitRow, hit_row
from reportreader.tui.reading.scrolling import to_place
from reportreader.tui.reading.searching import SearchState, Span
from reportreader.tui.reading.state import Mode, Walked
from reportreader.tui.screens.reading_pointing import ReadingPointing
from reportreader.tui.tasks import start_task

if TYPE_CHECKING:
    from textual.widgets import Input

    from reportreader.tui.reading.search_question import SearchQuestion

SEARCH_ID = "search-line"
SEARCH_GROUP = "search"
_AT_ONCE = 4_000_000
"""Code points that are searched between two keys (10 ms); longer texts are searched in a task."""
_LISTED_HITS = 2_000
"""Hits that the panel lists; the page and the map show all of them."""
_CONTEXT = 40
"""Code points around a hit that the panel shows."""


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
        self.become(self.state._replace(search=search, typed_count=None))
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
            self.become(self.state._replace(jumps=self.state.jumps.left(origin)))
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
        self.become(self.state._replace(search=SearchState(origin=self.here)))
        self.hits_changed()

    def search(self, query: str) -> None:
        """Find `query` from the origin of the search on; nothing for an empty one."""
        from reportreader.analysis.patterns import find_pattern
        from reportreader.analysis.queries import parse_query
        from reportreader.analysis.searchhits import find_hits

        document = self.document
        pattern = find_pattern(query)
        if not query.strip() or pattern == "":
            self.show_found(query, ())
        elif pattern is not None:
            self._search_pattern(query, pattern)
        elif self.question is not None and query == self.question.query:
            self._search_question(self.question)
        elif len(document.text) <= _AT_ONCE:
            self.show_found(query, find_hits(document, parse_query(query)))
        else:
            start_task(
                self,
                self.reader_app.library.path,
                SEARCH_GROUP,
                lambda _: SearchFound(
                    query, len(document.text), tuple(find_hits(document, parse_query(query)))
                ),
            )

    def _search_pattern(self, query: str, pattern: str) -> None:
        """Find what a regular expression matches, in a task that gives up in time."""
        text = self.document.text

        def work(_: object) -> Message:
            from reportreader.analysis.patterns import pattern_hits

            return SearchFound(query, len(text), pattern_hits(text, pattern))

        start_task(self, self.reader_app.library.path, SEARCH_GROUP, work)

    @on(TaskFailed)
    def tell_why_not(self, event: TaskFailed) -> None:
        """An expression that is wrong, as it is while it is typed, or that takes too long."""
        if event.group == SEARCH_GROUP:
            event.stop()
            self.show_found("", ())
            self.reader_app.tell(self.messages.error(event.error))

    def _search_question(self, question: "SearchQuestion") -> None:
        """Find what the library was asked for, from the place that was opened on."""
        document, words = self.document, self.reader_app.segmenter
        search = SearchState(origin=self.state.place)
        self.become(self.state._replace(search=search))

        def work(_: object) -> Message:
            from reportreader.tui.reading.question_hits import question_hits

            hits = question_hits(document, question, words)
            return SearchFound(question.query, len(document.text), hits)

        start_task(self, self.reader_app.library.path, SEARCH_GROUP, work)

    @on(SearchFound)
    def take_found(self, event: SearchFound) -> None:
        """The long text has been searched."""
        event.stop()
        if event.length == len(self.document.text):
            self.show_found(event.query, event.hits)

    def show_found(self, query: str, hits: Sequence[Span]) -> None:
        """Show hits, and the first of them from where the search began.

        An answer that comes when the field is closed leaves the reader at the hit walked to.
        """
        is_walking = not self.query(f"#{SEARCH_ID}")
        search = self.state.search.found(query, hits, keeps_current=is_walking)
        walked = Walked.HITS if hits else self.state.walked
        self.become(self.state._replace(search=search, walked=walked))
        self.hits_changed()
        hit = search.current_hit
        if hit is not None:
            jumps = self.state.jumps
            self.go_to(hit[0], margin=3)
            self.become(self.state._replace(jumps=jumps))
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
        from reportreader.analysis.quoting import exact_query

        selected = self.selected
        if selected is None:
            return self.state.search.query
        return exact_query(self.document.passage(*selected))

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
