"""Choosing a report of the library from a list that typing narrows."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import ReportFilter, ReportOrder, list_reports
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.dialogs.option import Option
from reportreader.tui.screens.app_screen import AppScreen

if TYPE_CHECKING:
    from reportreader.services.browsing import ReportSummary

_OFFERED = 200


def ask_report(
    screen: AppScreen, title: str, here: "ReportSummary", use: Callable[[ReportId], None]
) -> None:
    """Let the reader choose `here` or another report, those opened last first."""

    def find(typed: str) -> Sequence[Option[ReportId]]:
        found = list_reports(
            screen.reader_app.library,
            ReportFilter(text=typed),
            ReportOrder.OPENED,
            limit=_OFFERED,
        )
        return [
            Option(
                sanitise_line(summary.title), summary.report_id, sanitise_line(summary.date[:10])
            )
            for summary in found
            if summary.report_id != here.report_id
        ]

    def chosen(report_id: ReportId | None) -> None:
        if report_id is not None:
            use(report_id)

    same = Option(
        screen.words("reading.beside_same"),
        here.report_id,
        sanitise_line(here.title),
    )
    screen.app.push_screen(Choice[ReportId](title, [same], more=find), chosen)
