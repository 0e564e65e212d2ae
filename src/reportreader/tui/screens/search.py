"""Search in the whole library: results while the query is typed, grouped by report."""

from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import ReportFilter
from reportreader.services.saved_searches import forget_search, remember_search, save_search
from reportreader.services.searching import SearchOrder
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.dialogs.text_prompt import TextPrompt
from reportreader.tui.reading.search_question import SearchQuestion
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.search_asking import SearchAnswered, start_search
from reportreader.tui.screens.search_choices import (
    Narrowing,
    describe,
    is_date_range,
    narrowed,
    recalled_queries,
    search_filters,
)
from reportreader.tui.screens.search_preview import PreviewingScreen
from reportreader.tui.screens.search_rows import found_parts, hit_rows, note_hit_rows
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.hit_list import HitList, HitRow
from reportreader.tui.widgets.line_input import LineInput
from reportreader.tui.widgets.row_list import RowList

_NEED_HITS = frozenset({"open_hit", "next_found_report", "previous_found_report", "sort_hits"})


class SearchScreen(PreviewingScreen):
    """A query line, the list of hits, and the text around the one under the cursor."""

    CSS_PATH = "../styles/reading.tcss"
    SCOPES = (Scope.SEARCH, Scope.LIST)
    BINDINGS = bindings_for(Scope.SEARCH)

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self._question = SearchQuestion(query=query)
        self._answer: SearchAnswered | None = None

    def compose(self) -> ComposeResult:
        """Title, query, hits."""
        yield Bar(id="search-title")
        yield LineInput(
            self._question.query, placeholder=self.words("search.placeholder"), id="search-query"
        )
        with Horizontal(id="search-body"):
            yield HitList(id="hits")
        yield from self.frame()

    def on_mount(self) -> None:
        """Let the reader type."""
        self._show_title()
        self.reader_app.load_words()
        self.query_one(LineInput).focus()

    def settings_changed(self) -> None:
        """Words anew."""
        super().settings_changed()
        self._show_title()

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """How much was found."""
        answer = self._answer
        if answer is None or not answer.results.query.strip():
            return [Part(self.words("search.how"))], []
        return found_parts(answer.results, answer.notes, self.messages)

    def query_in_hand(self) -> str:
        """The query in the field, with the dates it is kept to."""
        return self._question.full_query

    # -- searching ------------------------------------------------------------------------------

    @on(Input.Changed, "#search-query")
    def search_now(self, event: Input.Changed) -> None:
        """Search with every key."""
        event.stop()
        self._ask(replace(self._question, query=event.value))

    def _ask(self, question: SearchQuestion) -> None:
        self._question = question
        self._show_title()
        app = self.reader_app
        start_search(self, app.library, question, app.segmenter)

    @on(SearchAnswered)
    def show_answer(self, event: SearchAnswered) -> None:
        """List the hits, unless the question has changed; the cursor stays on its hit."""
        event.stop()
        if event.question != self._question:
            return
        hits = self.query_one(HitList)
        found = hit_rows(event.results, self.messages)
        rows = [*note_hit_rows(event.notes, self.messages), *found]
        is_better = self._answer is not None and self._answer.question == event.question
        cursor = 0
        if is_better and hits.cursor and (row := hits.cursor_row) is not None:
            if row not in rows:
                # The reader has gone down a list that the better one does not hold.
                return
            cursor = rows.index(row)
        self._answer = event
        hits.show_rows(rows, cursor=cursor)
        self.refresh_status()
        self.refresh_bindings()
        if event.is_first:
            # What was found is painted before a report is read for the preview.
            self.call_after_refresh(self._preview)
        else:
            self._preview()

    @on(Input.Submitted, "#search-query")
    def go_to_hits(self, event: Input.Submitted) -> None:
        """Enter goes to the list."""
        event.stop()
        self._remember()
        self.query_one(HitList).focus()

    def on_key(self, event: events.Key) -> None:
        """From the query the arrow down goes to the list, the arrow up to earlier queries."""
        if event.key in {"down", "up"} and self.query_one(LineInput).has_focus:
            event.stop()
            if event.key == "down":
                self.query_one(HitList).focus()
            else:
                self.action_recall_search()

    def step_back(self) -> bool:
        """Esc goes from the list to the query, then away."""
        if self.query_one(HitList).has_focus:
            self.query_one(LineInput).focus()
            return True
        return False

    # -- the hit under the cursor ---------------------------------------------------------------

    @on(RowList.CursorMoved)
    def follow_cursor(self, event: RowList.CursorMoved) -> None:
        """Another hit is under the cursor."""
        event.stop()
        self._preview()

    def on_resize(self, event: events.Resize) -> None:
        """Show the preview only where there is room."""
        del event
        if self._answer is not None:
            self._preview()

    def _preview(self) -> None:
        place = self._place_of(self.query_one(HitList).cursor_row)
        if place is None:
            self.close_preview()
        else:
            self.preview_hit(self._question, *place)

    def _place_of(self, row: HitRow | None) -> tuple[ReportId, int] | None:
        """Report and offset of a row; those of its first extract for a heading."""
        if row is None:
            return None
        if row.offset is not None:
            return ReportId(row.report_key), row.offset
        rows = self.query_one(HitList).rows
        below = rows[rows.index(row) + 1 :][:1]
        if below and below[0].offset is not None:
            return ReportId(below[0].report_key), below[0].offset
        return (ReportId(row.report_key), 0) if row.report_key else None

    # -- actions --------------------------------------------------------------------------------

    @on(RowList.RowChosen)
    @reports_errors
    def open_chosen(self, event: RowList.RowChosen) -> None:
        """A double click opens."""
        event.stop()
        self.action_open_hit()

    def action_open_hit(self) -> None:
        """Open the report at the hit under the cursor."""
        place = self._place_of(self.query_one(HitList).cursor_row)
        if place is not None:
            self._remember()
            self.reader_app.open_found(*place, self._question)

    def action_edit_query(self) -> None:
        """Back to the words."""
        self.query_one(LineInput).focus()

    def action_next_found_report(self) -> None:
        """Next report."""
        self.query_one(HitList).action_next_group()

    def action_previous_found_report(self) -> None:
        """Previous report."""
        self.query_one(HitList).action_previous_group()

    def action_sort_hits(self) -> None:
        """Next order."""
        orders = list(SearchOrder)
        order = orders[(orders.index(self._question.order) + 1) % len(orders)]
        self._ask(replace(self._question, order=order))

    def action_switch_whole_words(self) -> None:
        """Find whole words only, or parts of words too."""
        self._ask(replace(self._question, whole_words=not self._question.whole_words))

    def action_filter_hits(self) -> None:
        """Ask which reports to search: a shelf, a tag, an issuer, a year, dates; one more each time."""
        options = search_filters(self.reader_app.library, self._question, self.messages)
        self.app.push_screen(Choice(self.words("search.filter_title"), options), self._narrow)

    def _narrow(self, chosen: ReportFilter | Narrowing | None) -> None:
        if isinstance(chosen, Narrowing):
            title, hint = self.words("search.dates_title"), self.words("search.dates_placeholder")
            dialog = TextPrompt(title, self._question.dates, placeholder=hint)
            self.app.push_screen(dialog, self._keep_to_dates)
        elif chosen is not None:
            self._ask(narrowed(self._question, chosen))

    def _keep_to_dates(self, said: str | None) -> None:
        if said is None:
            return
        if said.strip() and not is_date_range(said):
            self.reader_app.say("search.not_dates", said=said.strip())
            return
        self._ask(replace(self._question, dates=said.strip()))

    def action_recall_search(self) -> None:
        """Ask for a saved or an earlier query, and search for it."""
        options = recalled_queries(self.reader_app.library, self.messages)
        self.app.push_screen(Choice(self.words("search.recall_title"), options), self._recall)

    def _recall(self, query: str | None) -> None:
        if query is not None:
            self.query_one(LineInput).value = query

    def action_save_search(self) -> None:
        """Save the query; a saved one is forgotten."""
        library, query = self.reader_app.library, self._question.full_query
        if save_search(library, query):
            self.reader_app.say("search.saved", query=query.strip())
        elif forget_search(library, query):
            self.reader_app.say("search.forgotten", query=query.strip())

    def _remember(self) -> None:
        remember_search(self.reader_app.library, self._question.full_query)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The list's actions need a list that has the keys."""
        del parameters
        if action in _NEED_HITS:
            return bool(self.query_one(HitList).rows) and self.query_one(HitList).has_focus
        return True

    def _show_title(self) -> None:
        title = Part(self.words("search.title"), "strong")
        narrowing = describe(self._question, self.messages)
        order = self.words(f"search.order_{self._question.order.value}")
        right = [Part(f"{narrowing}  ", "on")] if narrowing else []
        self.query_one("#search-title", Bar).show_parts([title], [*right, Part(order)])
        self.refresh_status()
