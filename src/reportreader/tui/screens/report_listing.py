"""Which reports the library screen lists: shelf, filter, order, and those that are selected."""

from collections.abc import Iterable
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import (
    ReportFilter,
    ReportOrder,
    ReportSummary,
    Shelf,
    continue_reading,
    list_shelves,
)
from reportreader.tui.drawing.report_row import column_heads
from reportreader.tui.screens.filtering import LIST_SIDE_ID, FilteringScreen
from reportreader.tui.screens.library_words import (
    NARROW_CELLS,
    column_names,
    continue_parts,
    listing_hint,
    place_parts,
    shelf_options,
    shelf_parts,
)
from reportreader.tui.screens.reloading import ReloadingScreen
from reportreader.tui.screens.report_rows import ReportRows
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.column_heads import ColumnHeads
from reportreader.tui.widgets.report_list import ReportList

_ASCENDING_AT_FIRST = frozenset({ReportOrder.TITLE, ReportOrder.ISSUER})


class ReportListingScreen(ReloadingScreen, FilteringScreen):
    """A list of reports with its shelves; what is done with a report is left to a subclass."""

    FILTER_PLACEHOLDER = "library.filter_placeholder"

    def __init__(self) -> None:
        super().__init__()
        self._filter = ReportFilter()
        self._order = ReportOrder.ADDED
        self._descending = True
        self._rows: ReportRows | None = None
        self._continued: ReportSummary | None = None
        self._counts: dict[Shelf, int] = {}
        self._hint = ""

    def compose(self) -> ComposeResult:
        """Shelves, the report to go on with, the list; what else there is comes when wanted."""
        yield Bar(id="shelves")
        yield Bar(id="continue")
        with Horizontal(id="library-body"):
            with Vertical(id=LIST_SIDE_ID):
                yield ColumnHeads(id="columns")
                yield ReportList(id="reports")
            yield from self.beside_list()
        yield from self.frame()

    def beside_list(self) -> Iterable[Widget]:
        """What stands at the right of the list from the beginning."""
        return ()

    def on_mount(self) -> None:
        """Show the reports."""
        self._show_heads()
        self.reload()
        self.set_focus(self.query_one(ReportList))

    def settings_changed(self) -> None:
        """Words and widths anew."""
        self._show_heads()
        super().settings_changed()

    def _show_heads(self) -> None:
        names = column_names(self.messages)
        self.query_one(ColumnHeads).show_heads(partial(column_heads, names))

    def show_reports(self, *, keep: bool = False) -> None:
        """List what the filter lets through; `keep` leaves the cursor on its report."""
        reports = self.query_one(ReportList)
        current = self.current_id() if keep else None
        cursor = reports.cursor if keep else 0
        self._rows = rows = ReportRows(
            self.reader_app.library,
            self._filter,
            self._order,
            descending=self._descending,
        )
        if current is not None:
            cursor = rows.place_of(current, near=cursor)
        reports.empty_text = self.words(empty_message(self._filter))
        reports.show_rows(rows, cursor=cursor)
        self._hint = listing_hint(rows, self._filter, self._order, self.messages)
        self.label_shelves()
        self.refresh_status()
        self.refresh_bindings()

    def reload(self) -> None:
        """The library has changed, or may have: list it afresh and count again."""
        self._offer_to_continue()
        self.show_reports(keep=True)
        self.reader_app.call_after_first_frame(self, self._count_shelves)

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """First step or order at the left, the place in the list at the right."""
        rows = self._rows
        if rows is None:
            return [], []
        reports = self.query_one(ReportList)
        hint = self._hint
        if reports.selected:
            hint = self.words("library.selected", count=len(reports.selected))
        return place_parts(hint, reports.cursor, len(rows))

    def current_id(self) -> ReportId | None:
        """The report under the cursor."""
        summary = self.current_summary()
        return None if summary is None else summary.report_id

    def current_summary(self) -> ReportSummary | None:
        """The report under the cursor, with what the list knows of it."""
        cursor = self.query_one(ReportList).cursor
        return self._rows.find_summary(cursor) if self._rows is not None else None

    def chosen_ids(self) -> tuple[ReportId, ...]:
        """The selected reports, else the one under the cursor."""
        selected = self.query_one(ReportList).selected
        if selected:
            return tuple(ReportId(key) for key in sorted(selected))
        current = self.current_id()
        return () if current is None else (current,)

    @property
    def selected_count(self) -> int:
        """How many reports are selected."""
        return sum(len(reports.selected) for reports in self.query(ReportList))

    def unselect(self) -> None:
        """Select nothing and list afresh."""
        self.query_one(ReportList).select(frozenset())
        self.reload()

    @property
    def in_trash(self) -> bool:
        """Whether the trash is what is listed."""
        return self._filter.shelf is Shelf.TRASH

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but a standing shelf decides what is listed."""
        plain = ReportFilter(shelf=self._filter.shelf)
        return self._filter != plain or self.is_filter_open

    def _count_shelves(self) -> None:
        """Count what stands on each shelf; a library of 100,000 takes some hundredths of a second."""
        self._counts = list_shelves(self.reader_app.library)
        self.label_shelves()

    def label_shelves(self) -> None:
        """Name the shelves, with their counts once they are known."""
        narrow = self.app.size.width < NARROW_CELLS
        parts = shelf_parts(self._counts, self._filter.shelf, self.messages, narrow=narrow)
        self.query_one("#shelves", Bar).show_parts(parts)

    def _offer_to_continue(self) -> None:
        self._continued = continued = continue_reading(self.reader_app.library)
        bar = self.query_one("#continue", Bar)
        bar.display = continued is not None
        if continued is not None:
            bar.show_parts(continue_parts(continued, self.messages))

    # -- choosing what is listed ----------------------------------------------------------------

    def show_filter(self, chosen: ReportFilter) -> None:
        """List what this filter lets through."""
        self._filter = chosen
        self.query_one(ReportList).select(frozenset())
        self.show_reports()

    def action_filter_reports(self) -> None:
        """Filter as you type."""
        self.open_filter(self._filter.text)

    def narrow(self, text: str) -> None:
        """List what fits `text` of the shelf."""
        self.show_filter(self._filter._replace(text=text))

    def step_back(self) -> bool:
        """List the whole shelf again."""
        if not self.is_narrowed:
            return False
        if self.is_filter_open:
            self.close_filter()
        self.show_filter(ReportFilter(shelf=self._filter.shelf))
        return True

    def action_sort_reports(self) -> None:
        """Choose an order."""
        from reportreader.tui.dialogs.choice import Choice, Option

        options = [
            Option(self.words(f"library.order_{order.value}"), order) for order in ReportOrder
        ]
        chosen = list(ReportOrder).index(self._order)
        dialog = Choice(self.words("library.sort_title"), options, chosen=chosen)
        self.app.push_screen(dialog, self._sort)

    def _sort(self, order: ReportOrder | None) -> None:
        if order is not None:
            self._order = order
            self._descending = order not in _ASCENDING_AT_FIRST
            self.show_reports()

    def action_reverse_order(self) -> None:
        """Turn the order around."""
        self._descending = not self._descending
        self.show_reports()

    def action_next_shelf(self) -> None:
        """Next shelf."""
        self._step_shelf(1)

    def action_previous_shelf(self) -> None:
        """Previous shelf."""
        self._step_shelf(-1)

    def _step_shelf(self, step: int) -> None:
        shelves = list(Shelf)
        place = (shelves.index(self._filter.shelf) + step) % len(shelves)
        self.action_show_shelf(shelves[place].value)

    def action_show_shelf(self, shelf: str) -> None:
        """Show one of the standing shelves."""
        self.show_filter(ReportFilter(text=self._filter.text, shelf=Shelf(shelf)))

    def action_choose_shelf(self) -> None:
        """Choose among all shelves, tags, issuers and years."""
        from reportreader.tui.dialogs.choice import Choice

        options = shelf_options(self.reader_app.library, self.messages)
        self.app.push_screen(Choice(self.words("library.shelf_title"), options), self._choose)

    def _choose(self, chosen: ReportFilter | None) -> None:
        if chosen is not None:
            self.show_filter(chosen._replace(text=self._filter.text))

    def action_select_report(self) -> None:
        """Select or unselect the report under the cursor, and go on."""
        current = self.current_id()
        if current is not None:
            reports = self.query_one(ReportList)
            reports.select(reports.selected ^ {current})
            reports.cursor += 1
            self.refresh_status()
            self.refresh_bindings()

    def action_select_all_reports(self) -> None:
        """Select all, or none if all are."""
        if self._rows is not None:
            reports = self.query_one(ReportList)
            every: frozenset[int] = frozenset(self._rows.report_ids())
            reports.select(frozenset() if reports.selected == every else every)
            self.refresh_status()
            self.refresh_bindings()


def empty_message(report_filter: ReportFilter) -> str:
    """Id of the sentence for a list that holds nothing: why, and what to do."""
    if report_filter.text:
        return "library.empty_filter"
    if report_filter.shelf is Shelf.TRASH:
        return "library.empty_trash"
    return "library.empty"
