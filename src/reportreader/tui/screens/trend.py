"""A trend: how often something is said, a bar for each year or month; each opens its lines."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from reportreader.analysis.quoting import exact_query
from reportreader.analysis.terms import TermGroup
from reportreader.services.trends import (
    Trend,
    TrendPoint,
    TrendUnit,
    find_group_trend,
    find_trend,
)
from reportreader.settings.messages import Messages
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.screens.app_screen import AppScreen, reports_errors
from reportreader.tui.tasks import start_task
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.row_list import RowList
from reportreader.tui.widgets.trend_list import TrendList, TrendRow


@dataclass
class TrendFound(Message):
    """A task has counted."""

    trend: Trend


class TrendScreen(AppScreen):
    """The bars of a query, or of all terms of a group."""

    SCOPES = (Scope.TREND, Scope.LIST)
    BINDINGS = bindings_for(Scope.TREND)

    def __init__(self, subject: str | TermGroup) -> None:
        super().__init__()
        self._subject = subject
        self._unit = TrendUnit.YEAR
        self._points: tuple[TrendPoint, ...] = ()
        self._trend: Trend | None = None

    def compose(self) -> ComposeResult:
        """Title, bars."""
        yield Bar(id="trend-title")
        yield TrendList(id="trend")
        yield from self.frame()

    def on_mount(self) -> None:
        """Count."""
        self.query_one(TrendList).focus()
        self._show_title()
        self._count()

    def settings_changed(self) -> None:
        """Words anew."""
        super().settings_changed()
        self._show_title()
        self._show_points()

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """What the numbers are, and the unit."""
        trend = self._trend
        if trend is None:
            return [Part(self.words("trend.counting"))], []
        text = self.words("trend.found", count=f"{trend.count:,}")
        return [Part(text)], [Part(self.words(f"trend.unit_{self._unit.value}"))]

    def query_in_hand(self) -> str:
        """The query that is counted."""
        return subject_query(self._subject)

    def _count(self) -> None:
        subject, unit = self._subject, self._unit
        start_task(
            self,
            self.reader_app.library.path,
            "trend",
            lambda library: TrendFound(
                find_trend(library, subject, unit=unit)
                if isinstance(subject, str)
                else find_group_trend(library, subject, unit=unit)
            ),
        )

    @on(TrendFound)
    def show_trend(self, event: TrendFound) -> None:
        """Draw the bars; the cursor stands on the highest."""
        event.stop()
        if event.trend.unit is self._unit:
            self._trend = event.trend
            undated = event.trend.undated
            last = (undated,) if undated.all_reports else ()
            self._points = (*event.trend.points, *last)
            self._show_points()
            self.refresh_bindings()

    # -- actions --------------------------------------------------------------------------------

    @on(RowList.RowChosen)
    @reports_errors
    def open_chosen(self, event: RowList.RowChosen) -> None:
        """A double click opens."""
        event.stop()
        if self.check_action("open_period", ()):
            self.action_open_period()

    def action_open_period(self) -> None:
        """List the lines of the period under the cursor."""
        from reportreader.tui.screens.concordance import ConcordanceScreen

        point = self._current()
        if point is not None:
            self.app.push_screen(ConcordanceScreen(period_query(self._subject, point.period)))

    def action_switch_unit(self) -> None:
        """Years or months."""
        units = list(TrendUnit)
        self._unit = units[(units.index(self._unit) + 1) % len(units)]
        self._count()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lines can be listed where there are some, and a date to ask for."""
        del parameters
        if action == "open_period":
            point = self._current()
            return point is not None and bool(point.period) and bool(point.count)
        return True

    @on(RowList.CursorMoved)
    def cursor_moved(self, event: RowList.CursorMoved) -> None:
        """What applies depends on the row."""
        event.stop()
        self.refresh_bindings()

    def _current(self) -> TrendPoint | None:
        cursor = self.query_one(TrendList).cursor
        return self._points[cursor] if cursor < len(self._points) else None

    def _show_points(self) -> None:
        rows = trend_rows(self._points, self.messages)
        rates = [point.rate for point in self._points]
        highest = rates.index(max(rates)) if rates else 0
        trends = self.query_one(TrendList)
        trends.empty_text = self.words("trend.empty")
        trends.show_rows(rows, cursor=highest)
        self.refresh_status()

    def _show_title(self) -> None:
        name = self._subject if isinstance(self._subject, str) else self._subject.name
        title = self.words("trend.title", name=name)
        self.query_one("#trend-title", Bar).show_parts([Part(title, "strong")])


def trend_rows(points: tuple[TrendPoint, ...], messages: Messages) -> list[TrendRow]:
    """A row for each point; the highest rate fills the room."""
    most = max((point.rate for point in points), default=0.0)
    return [
        TrendRow(
            period=point.period or messages.text("trend.undated"),
            hits=f"{point.count:,}",
            rate=f"{point.rate:,.2f}",
            value=point.rate,
            most=most,
        )
        for point in points
    ]


def subject_query(subject: str | TermGroup) -> str:
    """What is counted, as a query; patterns of a group are not words that could be asked for."""
    if isinstance(subject, str):
        return subject
    spellings = [spelling for term in subject.terms for spelling in term.spellings]
    return " OR ".join(exact_query(spelling) for spelling in spellings)


def period_query(subject: str | TermGroup, period: str) -> str:
    """The same, within a period."""
    return f"({subject_query(subject)}) 日期:{period}"
