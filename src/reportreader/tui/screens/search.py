"""Search in the whole library: results while the query is typed, grouped by report."""

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import ReportFilter
from reportreader.services.saved_searches import forget_search, remember_search, save_search
from reportreader.services.searching import SearchOrder, SearchResults, search_library
from reportreader.settings.messages import Messages
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.messages import SearchAnswered
from reportreader.tui.screens.app_screen import AppScreen, reports_errors
from reportreader.tui.screens.search_choices import (
    NamedFilter,
    recalled_queries,
    search_filters,
)
from reportreader.tui.tasks import start_task
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.hit_list import HitList, HitRow
from reportreader.tui.widgets.line_input import LineInput
from reportreader.tui.widgets.row_list import RowList

_REPORTS_SHOWN = 50
_EXTRACTS_SHOWN = 5
_TYPING_PAUSE_SECONDS = 0.03
"""A key that follows sooner makes the search for the one before it worthless."""


class SearchScreen(AppScreen):
    """A query line and the list of hits."""

    SCOPES = (Scope.SEARCH, Scope.LIST)
    BINDINGS = bindings_for(Scope.SEARCH)

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self._query = query
        self._order = SearchOrder.RELEVANCE
        self._filter = ReportFilter()
        self._filter_name = ""
        self._results: SearchResults | None = None

    def compose(self) -> ComposeResult:
        """Title, query, hits."""
        yield Bar(id="search-title")
        yield LineInput(
            self._query, placeholder=self.words("search.placeholder"), id="search-query"
        )
        yield HitList(id="hits")
        yield from self.frame()

    def on_mount(self) -> None:
        """Let the reader type."""
        self._show_words()
        self.reader_app.load_words()
        self.query_one(LineInput).focus()

    def settings_changed(self) -> None:
        """Words anew."""
        super().settings_changed()
        self._show_words()

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """How much was found."""
        results = self._results
        if results is None or not results.query.strip():
            return [Part(self.words("search.how"))], []
        if not results.hits:
            return [Part(self.words("search.nothing", query=results.query))], []
        text = self.words(
            "search.found", reports=f"{results.total_reports:,}", hits=f"{results.total_hits:,}"
        )
        if results.relaxed:
            text = f"{text}  {self.words(results.relaxed)}"
        order = self.words(f"search.order_{self._order.value}")
        said = f"{self._filter_name}  {order}" if self._filter_name else order
        return [Part(text)], [Part(said)]

    # -- searching ------------------------------------------------------------------------------

    @on(Input.Changed, "#search-query")
    def search_soon(self, event: Input.Changed) -> None:
        """Search once the typing pauses."""
        event.stop()
        self._query = event.value
        self.set_timer(_TYPING_PAUSE_SECONDS, self._search)

    def _search(self) -> None:
        query, order, report_filter = self._query, self._order, self._filter
        segmenter = self.reader_app.segmenter
        words = segmenter.words if segmenter.is_ready else None
        start_task(
            self,
            self.reader_app.library.path,
            "search",
            lambda library: SearchAnswered(
                search_library(
                    library,
                    query,
                    limit=_REPORTS_SHOWN,
                    snippets=_EXTRACTS_SHOWN,
                    order=order,
                    report_filter=report_filter,
                    words=words,
                )
            ),
        )

    @on(SearchAnswered)
    def show_results(self, event: SearchAnswered) -> None:
        """List the hits unless the query has changed meanwhile."""
        event.stop()
        if event.results.query == self._query:
            self._results = event.results
            hits = self.query_one(HitList)
            hits.show_rows(hit_rows(event.results, self.messages))
            self.refresh_status()
            self.refresh_bindings()

    @on(Input.Submitted, "#search-query")
    def go_to_hits(self, event: Input.Submitted) -> None:
        """Enter goes to the list."""
        event.stop()
        self._remember()
        self.query_one(HitList).focus()

    def on_key(self, event: events.Key) -> None:
        """The arrow down goes from the query to the list."""
        if event.key == "down" and self.query_one(LineInput).has_focus:
            event.stop()
            self.query_one(HitList).focus()

    def query_in_hand(self) -> str:
        """The query in the field."""
        return self._query

    def step_back(self) -> bool:
        """Esc goes from the list to the query, then away."""
        if self.query_one(HitList).has_focus:
            self.query_one(LineInput).focus()
            return True
        return False

    # -- actions --------------------------------------------------------------------------------

    @on(RowList.RowChosen)
    @reports_errors
    def open_chosen(self, event: RowList.RowChosen) -> None:
        """A double click opens."""
        event.stop()
        self.action_open_hit()

    def action_open_hit(self) -> None:
        """Open the report at the hit under the cursor."""
        row = self.query_one(HitList).cursor_row
        if row is not None:
            self._remember()
            offset = row.offset if row.offset is not None else self._first_offset(row)
            self.reader_app.open_report(ReportId(row.report_key), offset, query=self._query)

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
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._search()

    def action_filter_hits(self) -> None:
        """Ask which reports to search: a shelf, a tag, an issuer, a year."""
        options = search_filters(self.reader_app.library, self.messages)
        self.app.push_screen(Choice(self.words("search.filter_title"), options), self._narrow)

    def _narrow(self, chosen: NamedFilter | None) -> None:
        if chosen is not None:
            self._filter, self._filter_name = chosen
            self._search()

    def action_recall_search(self) -> None:
        """Ask for a saved or an earlier query, and search for it."""
        options = recalled_queries(self.reader_app.library, self.messages)
        self.app.push_screen(Choice(self.words("search.recall_title"), options), self._recall)

    def _recall(self, query: str | None) -> None:
        if query is not None:
            self.query_one(LineInput).value = query

    def action_save_search(self) -> None:
        """Save the query; a saved one is forgotten."""
        library, query = self.reader_app.library, self._query
        if save_search(library, query):
            self.reader_app.say("search.saved", query=query.strip())
        elif forget_search(library, query):
            self.reader_app.say("search.forgotten", query=query.strip())

    def _remember(self) -> None:
        remember_search(self.reader_app.library, self._query)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The list's actions need a list that has the keys."""
        del parameters
        if action in {"open_hit", "next_found_report", "previous_found_report", "sort_hits"}:
            return bool(self._results and self._results.hits) and self.query_one(HitList).has_focus
        return True

    def _first_offset(self, row: HitRow) -> int | None:
        rows = self.query_one(HitList).rows
        same = (one.offset for one in rows if one.report_key == row.report_key and one.offset)
        return next(same, None)

    def _show_words(self) -> None:
        title = self.words("search.title")
        self.query_one("#search-title", Bar).show_parts([Part(title, "strong")])
        self.refresh_status()


def hit_rows(results: SearchResults, messages: Messages) -> list[HitRow]:
    """A row for each report and for each of its extracts."""
    rows = []
    for found in results.hits:
        summary = found.summary
        count = messages.text("search.count", count=f"{found.count:,}")
        said = (summary.issuer, summary.date[:10].removeprefix("--"), count)
        aside = "  ".join(sanitise_line(one) for one in said if one)
        rows.append(HitRow(summary.report_id, sanitise_line(summary.title), aside=aside))
        for extract in found.snippets:
            first = extract.hit_ranges[0][0] if extract.hit_ranges else 0
            rows.append(
                HitRow(summary.report_id, extract.text, extract.hit_ranges, extract.offset + first)
            )
    return rows
