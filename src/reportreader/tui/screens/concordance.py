"""Concordance: every occurrence of a word in all reports, a line each, the word in the middle."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from reportreader.errors import ReportReaderError
from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.concordance import (
    LibraryConcordance,
    LineOrder,
    ReportLine,
    find_library_concordance,
)
from reportreader.services.concordance_export import ConcordanceFormat, write_concordance
from reportreader.services.searching import SearchOrder
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.dialogs.choice import Choice, Option
from reportreader.tui.reading.search_question import SearchQuestion
from reportreader.tui.screens.app_screen import AppScreen, reports_errors
from reportreader.tui.tasks import is_stale, start_task
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.concordance_list import ConcordanceList, KwicRow
from reportreader.tui.widgets.line_input import LineInput
from reportreader.tui.widgets.row_list import RowList

_MOST_LINES = 10_000
"""Lines that are listed: more than anybody looks through, in a fraction of a second."""
_CONTEXT_LENGTH = 60
"""Code points on either side: what fills half of a wide screen."""
_TYPING_PAUSE_SECONDS = 0.12


@dataclass
class LinesFound(Message):
    """A task has put the lines together."""

    found: LibraryConcordance
    order: LineOrder


class ConcordanceScreen(AppScreen):
    """A field for the word and the list of its lines."""

    SCOPES = (Scope.CONCORDANCE, Scope.LIST)
    BINDINGS = bindings_for(Scope.CONCORDANCE)

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self._query = query
        self._order = LineOrder.PLACE
        self._found: LibraryConcordance | None = None
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, word, lines."""
        yield Bar(id="concordance-title")
        yield LineInput(
            self._query, placeholder=self.words("concordance.placeholder"), id="keyword"
        )
        yield ConcordanceList(id="lines")
        yield from self.frame()

    def on_mount(self) -> None:
        """Go to the lines of the word there is, or let the reader type one."""
        self._show_words()
        if self._query:
            self._find()
            self.query_one(ConcordanceList).focus()
        else:
            self.query_one(LineInput).focus()

    def settings_changed(self) -> None:
        """Words anew."""
        super().settings_changed()
        self._show_words()

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """How many lines there are, and their order."""
        found = self._found
        if found is None or not found.query.strip():
            return [Part(self.words("concordance.how"))], []
        if not found.lines:
            return [Part(self.words("concordance.nothing", query=found.query))], []
        message_id = "concordance.found" if found.is_complete else "concordance.found_first"
        text = self.words(
            message_id, lines=f"{len(found.lines):,}", reports=f"{found.report_count:,}"
        )
        return [Part(text)], [Part(self.words(f"concordance.order_{self._order.value}"))]

    def query_in_hand(self) -> str:
        """The word in the field."""
        return self._query

    # -- finding --------------------------------------------------------------------------------

    @on(Input.Changed, "#keyword")
    def find_soon(self, event: Input.Changed) -> None:
        """Find the lines once the typing pauses."""
        event.stop()
        self._query = event.value
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_TYPING_PAUSE_SECONDS, self._find)

    def _find(self) -> None:
        query, order = self._query, self._order
        start_task(
            self,
            self.reader_app.library.path,
            "concordance",
            lambda library: LinesFound(
                find_library_concordance(
                    library,
                    query,
                    order=order,
                    context_length=_CONTEXT_LENGTH,
                    most_lines=_MOST_LINES,
                    should_stop=is_stale,
                ),
                order,
            ),
        )

    @on(LinesFound)
    def show_lines(self, event: LinesFound) -> None:
        """List the lines unless word or order have changed meanwhile."""
        event.stop()
        if (event.found.query, event.order) == (self._query, self._order):
            self._found = event.found
            rows = [kwic_row(one) for one in event.found.lines]
            self.query_one(ConcordanceList).show_rows(rows)
            self.refresh_status()
            self.refresh_bindings()

    @on(Input.Submitted, "#keyword")
    def go_to_lines(self, event: Input.Submitted) -> None:
        """Enter goes to the list."""
        event.stop()
        self.query_one(ConcordanceList).focus()

    def on_key(self, event: events.Key) -> None:
        """The arrow down goes from the field to the list."""
        if event.key == "down" and self.query_one(LineInput).has_focus:
            event.stop()
            self.query_one(ConcordanceList).focus()

    # -- actions --------------------------------------------------------------------------------

    @on(RowList.RowChosen)
    @reports_errors
    def open_chosen(self, event: RowList.RowChosen) -> None:
        """A double click opens."""
        event.stop()
        self.action_open_line()

    def action_open_line(self) -> None:
        """Open the report at the line under the cursor."""
        found = self._found
        if found is not None and found.lines:
            chosen = found.lines[self.query_one(ConcordanceList).cursor]
            question = SearchQuestion(query=found.query, order=SearchOrder.DATE)
            self.reader_app.open_found(chosen.report.report_id, chosen.line.offset, question)

    def action_edit_keyword(self) -> None:
        """Back to the word."""
        self.query_one(LineInput).focus()

    def action_sort_lines(self) -> None:
        """Next order."""
        orders = list(LineOrder)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._find()

    def action_show_trend(self) -> None:
        """Count the lines over the dates of publication."""
        from reportreader.tui.screens.trend import TrendScreen

        self.app.push_screen(TrendScreen(self._query))

    def action_export_lines(self) -> None:
        """Ask for the format and write what is listed."""
        options = [
            Option(self.words(f"concordance.format_{one.value}"), one) for one in ConcordanceFormat
        ]
        self.app.push_screen(Choice(self.words("concordance.export_title"), options), self._export)

    def _export(self, chosen: ConcordanceFormat | None) -> None:
        if chosen is None or self._found is None:
            return
        folder = Path(self.reader_app.settings.export_folder or ".").expanduser()
        today = datetime.now().astimezone().date()
        try:
            path = write_concordance(
                self._found, folder, chosen, words=self.messages.text, today=today
            )
        except ReportReaderError as error:
            self.reader_app.say_error(error)
        else:
            self.reader_app.say("concordance.exported", path=path)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with lines needs some, and a list that has the keys."""
        del parameters
        if action in {"open_line", "sort_lines", "show_trend", "export_lines"}:
            return bool(self._found and self._found.lines) and self._list_has_focus
        return True

    @property
    def _list_has_focus(self) -> bool:
        return self.query_one(ConcordanceList).has_focus

    def _show_words(self) -> None:
        title = self.words("concordance.title")
        self.query_one("#concordance-title", Bar).show_parts([Part(title, "strong")])
        self.refresh_status()


def kwic_row(one: ReportLine) -> KwicRow:
    """A line as its row shows it."""
    date = one.report.date[:10].removeprefix("--")
    return KwicRow(
        left=sanitise_line(one.line.left),
        keyword=sanitise_line(one.line.keyword),
        right=sanitise_line(one.line.right),
        source=sanitise_line("  ".join(said for said in (date, one.report.title) if said)),
    )
