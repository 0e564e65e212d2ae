"""Reports of the library as rows of the list, fetched by the page while the list is scrolled."""

from collections.abc import Sequence
from pathlib import Path
from typing import overload

from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import (
    FINISHED_PROGRESS,
    ReportFilter,
    ReportOrder,
    ReportSummary,
    count_reports,
    list_reports,
    place_in_list,
)
from reportreader.services.opening import Library, corpus_folder
from reportreader.tui.drawing.report_row import ReportRow

_PAGE_ROWS = 200
_PAGES_KEPT = 8
_MOST_SAMPLES = 20
_GONE = ReportRow(key=0, title="")


class ReportRows(Sequence[ReportRow]):
    """The reports that a filter lets through, in an order; of long lists only pages are held."""

    def __init__(
        self,
        library: Library,
        report_filter: ReportFilter,
        order: ReportOrder,
        *,
        descending: bool,
    ) -> None:
        self._library = library
        self._filter = report_filter
        self._order = order
        self._descending = descending
        self._count = count_reports(library, report_filter)
        self._pages: dict[int, tuple[ReportSummary, ...]] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> ReportRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ReportRow]: ...
    def __getitem__(self, index: int | slice) -> ReportRow | Sequence[ReportRow]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(self._count))]
        summary = self.find_summary(index)
        return report_row(summary) if summary is not None else _GONE

    def find_summary(self, index: int) -> ReportSummary | None:
        """The report at `index`; None behind the end, and where another window removed some."""
        if not 0 <= index < self._count:
            return None
        page, place = divmod(index, _PAGE_ROWS)
        if page not in self._pages:
            while len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            self._pages[page] = list_reports(
                self._library,
                self._filter,
                self._order,
                descending=self._descending,
                start=page * _PAGE_ROWS,
                limit=_PAGE_ROWS,
            )
        summaries = self._pages[page]
        return summaries[place] if place < len(summaries) else None

    def report_ids(self) -> tuple[ReportId, ...]:
        """All of them."""
        return tuple(
            summary.report_id
            for summary in list_reports(
                self._library, self._filter, self._order, descending=self._descending
            )
        )

    def place_of(self, report_id: ReportId, *, near: int) -> int:
        """Index of a report, looked for on the page around `near` first; `near` if it is not listed."""
        if self._count == 0:
            return 0
        near = min(near, self._count - 1)
        page = near // _PAGE_ROWS
        self.find_summary(near)
        for place, summary in enumerate(self._pages[page]):
            if summary.report_id == report_id:
                return page * _PAGE_ROWS + place
        found = place_in_list(
            self._library, report_id, self._filter, self._order, descending=self._descending
        )
        return near if found is None else min(found, self._count - 1)


def is_sample_library(rows: ReportRows) -> bool:
    """Whether there is nothing but the reports that a new library starts with."""
    if not 0 < len(rows) <= _MOST_SAMPLES:
        return False
    summaries = [rows.find_summary(index) for index in range(len(rows))]
    samples = corpus_folder()
    return all(one is not None and Path(one.path).is_relative_to(samples) for one in summaries)


def report_row(summary: ReportSummary) -> ReportRow:
    """A report as its row shows it."""
    return ReportRow(
        key=summary.report_id,
        title=sanitise_line(summary.title),
        issuer=sanitise_line(summary.issuer),
        date=sanitise_line(summary.date[:10].removeprefix("--")),
        length=f"{summary.length:,}",
        progress=f"{summary.progress:.0%}" if summary.opened else "",
        notes=str(summary.note_count) if summary.note_count else "",
        tags=sanitise_line(" ".join(f"#{tag}" for tag in summary.tags)),
        finished=summary.progress >= FINISHED_PROGRESS,
    )
