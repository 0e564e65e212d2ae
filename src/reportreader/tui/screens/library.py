"""The library: what is done with its reports. Open, add, remove, restore, export, preview."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.css.query import DOMQuery
from textual.widget import Widget

from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import (
    ReportSummary,
    get_report,
    list_report_tags,
    preview_report,
    remove_reports,
    restore_reports,
)
from reportreader.services.opening import Library
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.messages import (
    PreviewReady,
)
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.library_validity import applies
from reportreader.tui.screens.library_words import PREVIEW_LEAST_CELLS, preview_parts
from reportreader.tui.screens.report_grouping import GroupingScreen
from reportreader.tui.tasks import start_task
from reportreader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reportreader.tui.dialogs.tag_chooser import TagChange
    from reportreader.tui.widgets.preview import Preview

_PREVIEW_DELAY_SECONDS = 0.12
_REST_SECONDS = 0.6


class LibraryScreen(GroupingScreen):
    """The screen that the program starts with."""

    SCOPES = (Scope.LIBRARY, Scope.LIST)
    BINDINGS = bindings_for(Scope.LIBRARY)

    def __init__(self) -> None:
        super().__init__()
        self._wants_preview = True
        self._asked_for: set[ReportId] = set()

    def beside_list(self) -> Iterable[Widget]:
        """The preview, where there is room for it; what it holds waits for the first frame."""
        if self.app.size.width >= PREVIEW_LEAST_CELLS:
            from reportreader.tui.widgets.preview import Preview

            self.reader_app.call_after_first_frame(self, self._load_preview)
            yield Preview(id="preview")

    def on_resize(self, event: events.Resize) -> None:
        """Show the preview only where there is room."""
        del event
        if self._rows is not None:
            self.label_shelves()
            self._fit_preview()

    def show_reports(self, *, keep: bool = False) -> None:
        """List the reports, and preview the one under the cursor."""
        super().show_reports(keep=keep)
        self._preview_soon()

    # -- preview --------------------------------------------------------------------------------

    def action_toggle_preview(self) -> None:
        """Show or hide the preview."""
        self._wants_preview = not self._wants_preview
        self._fit_preview()

    @on(RowList.CursorMoved)
    def follow_cursor(self, event: RowList.CursorMoved) -> None:
        """Another report is under the cursor."""
        event.stop()
        self.forget_status()
        self.refresh_status()
        self._preview_soon()

    @on(PreviewReady)
    def show_preview(self, event: PreviewReady) -> None:
        """Draw the preview unless the cursor has gone on."""
        event.stop()
        preview = event.preview
        if preview.summary.report_id == self.current_id():
            parts = preview_parts(preview, self.messages)
            for widget in self._previews():
                widget.show_parts(parts, self.reader_app.widths)
            if not preview.keyphrases:
                self.set_timer(_REST_SECONDS, partial(self._find_keyphrases, preview.summary))

    def _find_keyphrases(self, summary: ReportSummary) -> None:
        """Compute what the preview lacks, once the cursor has come to rest on the report."""
        words, report_id = self.reader_app.segmenter, summary.report_id

        def work(library: Library) -> PreviewReady | None:
            found = words.keyphrases(library, report_id)
            return PreviewReady(preview_report(library, report_id)) if found else None

        if report_id == self.current_id() and report_id not in self._asked_for:
            self._asked_for.add(report_id)
            start_task(self, self.reader_app.library.path, "keyphrases", work)

    def _fit_preview(self) -> None:
        from reportreader.tui.widgets.preview import Preview

        wanted = self._wants_preview and self.app.size.width >= PREVIEW_LEAST_CELLS
        shown = self._previews()
        if wanted and not shown:
            self.query_one("#library-body").mount(Preview(id="preview"))
            self.reader_app.call_after_first_frame(self, self._load_preview)
        elif not wanted:
            shown.remove()

    def _previews(self) -> "DOMQuery[Preview]":
        """The preview, as a query that may be empty."""
        return cast("DOMQuery[Preview]", self.query("#preview"))

    def _preview_soon(self) -> None:
        self.set_timer(_PREVIEW_DELAY_SECONDS, self._load_preview)

    def _load_preview(self) -> None:
        report_id = self.current_id()
        if report_id is not None and self._previews():
            start_task(
                self,
                self.reader_app.library.path,
                "preview",
                lambda library: PreviewReady(preview_report(library, report_id)),
            )

    # -- reading --------------------------------------------------------------------------------

    @on(RowList.RowChosen)
    @reports_errors
    def open_chosen(self, event: RowList.RowChosen) -> None:
        """A double click opens."""
        event.stop()
        self.action_open_report()

    def action_open_report(self) -> None:
        """Open the report under the cursor."""
        report_id = self.current_id()
        if report_id is not None:
            self.reader_app.open_report(report_id)

    def action_read_beside(self) -> None:
        """Open the two selected reports side by side, the one under the cursor first."""
        first, second = sorted(self.chosen_ids(), key=lambda one: one != self.current_id())
        self.reader_app.open_report(first, beside=second)

    def action_continue_reading(self) -> None:
        """Open the report that was read last."""
        if self._continued is not None:
            self.reader_app.open_report(self._continued.report_id)

    def action_export_report_notes(self) -> None:
        """Export the notes of the report under the cursor."""
        from reportreader.services.noting import AnnotationFilter
        from reportreader.tui.exporting import ask_export

        summary = self.current_summary()
        if summary is not None:
            ask_export(self, AnnotationFilter(report_id=summary.report_id), summary)

    # -- tags and trash -------------------------------------------------------------------------

    def action_tag_reports(self) -> None:
        """Give a tag to the chosen reports, or take one away that all of them bear."""
        from reportreader.services.tag_finding import known_tags
        from reportreader.tui.dialogs.tag_chooser import TagChooser

        library = self.reader_app.library
        chosen = [get_report(library, report_id) for report_id in self.chosen_ids()]
        borne = set.intersection(*(set(one.tags) for one in chosen)) if chosen else set()
        known = dict.fromkeys(
            (*(tag for tag, _ in list_report_tags(library)), *known_tags(library))
        )
        title = self.words("library.tag_title", count=len(chosen))
        self.app.push_screen(TagChooser(title, tuple(known), borne=borne), self._tag)

    @reports_errors
    def _tag(self, change: "TagChange | None") -> None:
        from reportreader.services.tagging import tag_reports

        chosen = self.chosen_ids()
        if change is not None and chosen:
            for tag in change.tags:
                tag_reports(self.reader_app.library, chosen, tag, remove=change.is_removal)
            self.unselect()
            said = "library.untagged" if change.is_removal else "library.tagged"
            self.reader_app.say(said, count=len(chosen))

    def action_remove_reports(self) -> None:
        """To the trash."""
        chosen = self.chosen_ids()
        remove_reports(self.reader_app.library, chosen)
        self.unselect()
        self.reader_app.say("library.removed", count=len(chosen))

    def action_restore_reports(self) -> None:
        """Out of the trash."""
        chosen = self.chosen_ids()
        restore_reports(self.reader_app.library, chosen)
        self.unselect()
        self.reader_app.say("library.restored", count=len(chosen))

    def action_leave_program(self) -> None:
        """Nothing lies below the library."""
        self.app.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what cannot be done with what is listed."""
        del parameters
        return applies(
            action,
            has_reports=self._rows is not None and len(self._rows) > 0,
            can_continue=self._continued is not None,
            in_trash=self.in_trash,
            is_adding=self.is_adding,
            selected_count=self.selected_count,
        )
