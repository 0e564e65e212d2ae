"""The preview of the search: the report's text around the hit under the cursor, as it is read."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message

from reportreader.analysis.characters import script_runs
from reportreader.document.outline import path_titles
from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import ReportId
from reportreader.services.reading import OpenedReport, open_first_part
from reportreader.tui.reading.overlays import Overlays, document_spans
from reportreader.tui.reading.page_layout import layout_style
from reportreader.tui.reading.prose import Prose
from reportreader.tui.reading.question_hits import question_hits
from reportreader.tui.reading.scrolling import to_place
from reportreader.tui.reading.searching import SearchState, Span, nearest
from reportreader.tui.reading.state import ReadingState
from reportreader.tui.screens.app_screen import AppScreen
from reportreader.tui.tasks import start_task
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.report_view import ReportView

if TYPE_CHECKING:
    from reportreader.services.opening import Library
    from reportreader.tui.reading.search_question import SearchQuestion

PREVIEW_ID = "hit-preview"
LEAST_CELLS = 100
"""Width of the screen from which on there is room for a preview."""
_TITLE_ID = "hit-preview-title"
_ABOVE_PARTS = 3
"""The hit stands a third of the page down."""


@dataclass
class HitLoaded(Message):
    """A task has read the report around a hit."""

    question: "SearchQuestion"
    opened: OpenedReport
    hits: tuple[Span, ...]
    offset: int


class PreviewingScreen(AppScreen):
    """A screen with a pane at the right that follows the hit under the cursor."""

    _shown: HitLoaded | None = None
    _wanted: "tuple[SearchQuestion, ReportId, int] | None" = None

    def preview_hit(self, question: "SearchQuestion", report_id: ReportId, offset: int) -> None:
        """Show a report at `offset`, with everything lit that answers the question."""
        if self.app.size.width < LEAST_CELLS:
            self.close_preview()
            return
        if (question, report_id, offset) == self._wanted:
            return
        self._wanted = (question, report_id, offset)
        shown = self._shown
        if shown is not None and self._holds(shown, question, report_id, offset):
            self._show(replace(shown, offset=offset))
            return
        words = self.reader_app.segmenter

        def work(library: "Library") -> Message:
            opened = open_first_part(library, report_id, around=offset)
            hits = question_hits(opened.document, question, words)
            return HitLoaded(question, opened, hits, offset)

        start_task(self, self.reader_app.library.path, "preview", work)

    def close_preview(self) -> None:
        """Show nothing beside the list."""
        self._wanted = self._shown = None
        self.query(f"#{PREVIEW_ID}").remove()

    @on(HitLoaded)
    async def show_loaded(self, event: HitLoaded) -> None:
        """Show what was read, unless the cursor has gone on."""
        event.stop()
        if self._wanted == (event.question, event.opened.report_id, event.offset):
            if not self.query(f"#{PREVIEW_ID}"):
                await self._mount_pane(event.opened)
            self._show(event)

    def _holds(
        self, shown: HitLoaded, question: "SearchQuestion", report_id: ReportId, offset: int
    ) -> bool:
        is_same = (shown.question, shown.opened.report_id) == (question, report_id)
        return is_same and offset < len(shown.opened.document.text)

    async def _mount_pane(self, opened: OpenedReport) -> None:
        app = self.reader_app
        view = ReportView(
            Prose(opened.document, script_runs),
            layout_style(app.settings, app.widths),
            ReadingState(),
            signs=app.no_color,
        )
        view.can_focus = False
        pane = Vertical(Bar(id=_TITLE_ID), view, id=PREVIEW_ID)
        await self.query_one("#search-body").mount(pane)

    def _show(self, loaded: HitLoaded) -> None:
        view = self.query_one(f"#{PREVIEW_ID} ReportView", ReportView)
        document = loaded.opened.document
        current = nearest(loaded.hits, loaded.offset)
        search = SearchState(query=loaded.question.query, hits=loaded.hits, current=current)
        state = ReadingState(place=loaded.offset, search=search)
        if self._shown is None or self._shown.opened is not loaded.opened:
            view.show_document(Prose(document, script_runs), state)
            view.show_overlays(Overlays(spans=document_spans(document)))
        self._shown = loaded
        page = view.page
        view.show_state(to_place(state, page, loaded.offset, above=page.height // _ABOVE_PARTS))
        title = sanitise_line(loaded.opened.summary.title)
        section = path_titles(document.sections, loaded.offset)[-1:]
        parts = [Part(title, "strong"), *(Part(f"  {sanitise_line(one)}") for one in section)]
        self.query_one(f"#{_TITLE_ID}", Bar).show_parts(parts)

    @on(ReportView.PageChanged)
    def keep_hit_in_view(self, event: ReportView.PageChanged) -> None:
        """The preview has another size."""
        event.stop()
        if self._shown is not None:
            self._show(self._shown)
