"""One report under reading: text in a centred column, outline, panel, map.

The reading screen holds one pane, or two side by side. Each has a state, a search, an outline and
tasks of its own; the keys reach the one that has the focus, and answers of tasks the one that asked.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message

from reportreader.services.opening import Library
from reportreader.services.reading import (
    OpenedReport,
    open_report,
    reading_jumps,
    stored_keyphrases,
)
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.messages import ReportLoaded
from reportreader.tui.reading.beginning import first_state
from reportreader.tui.reading.jumps import Jumps
from reportreader.tui.reading.overlays import document_spans
from reportreader.tui.reading.page_layout import opens_with_outline
from reportreader.tui.reading.state import Mode
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.reading_setting import ReadingSetting
from reportreader.tui.screens.reading_validity import applies
from reportreader.tui.tasks import start_task
from reportreader.tui.widgets.report_view import ReportView
from reportreader.tui.widgets.row_list import RowList
from reportreader.tui.widgets.scroll_map import ScrollMapBar

if TYPE_CHECKING:
    from reportreader.analysis.keyphrases import Keyphrase
    from reportreader.services.correcting import Correction


@dataclass
class KeyphrasesComputed(Message):
    """A task has computed keyphrases that were missing."""

    keyphrases: "tuple[Keyphrase, ...]"


class ReadingPane(ReadingSetting):
    """A report, and everything that can be done with it."""

    BINDINGS = bindings_for(Scope.READING, Scope.VISUAL)

    @dataclass
    class LibraryChangedHere(Message):
        """A pane has changed the library; another one may show the same report."""

        pane: "ReadingPane"

    def __init__(
        self,
        opened: OpenedReport,
        *,
        offset: int | None = None,
        query: str = "",
        width: int | None = None,
    ) -> None:
        """`width`: cells that the pane will have; without it, those of the screen."""
        super().__init__(opened, first_state(opened, offset))
        self._query = query
        self._width_at_first = width

    # -- drawing --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Page and map; the outline where there is room for it."""
        width = self._width_at_first or self.app.size.width
        if opens_with_outline(width, len(self.document.sections)):
            self.state = self.state._replace(outline=True)
            yield self.make_outline()
        yield self.make_view()
        yield ScrollMapBar(id="map")

    def on_mount(self) -> None:
        """Read."""
        jumps = reading_jumps(self.reader_app.library, self.opened.report_id)
        self.state = self.state._replace(jumps=Jumps(behind=jumps))
        self.take_focus()
        if self.standing.count > 1:
            self.show_standing()
        self.draw_map()
        self.fill_outline()
        self.refresh_status()
        self.call_after_refresh(self._settle)
        self.reader_app.call_after_first_frame(self.screen, self._begin)
        self.begin_saving()

    def complete(self) -> None:
        """The status line and the map say how much of the text is in view."""
        self.view.fit()
        if self.outline is not None:
            self.outline.show_cursor()
        self._settle()

    def _settle(self) -> None:
        """Say what depends on how much of the text is in view."""
        self.seen_to = self.view.seen[1]
        self.draw_map()
        self.refresh_status()

    @reports_errors
    def _begin(self) -> None:
        """What waits for the first frame: the rest of the text, terms, keyphrases, the query."""
        self.remember_structure()
        if not self.opened.is_complete:
            report_id = self.opened.report_id
            start_task(
                self,
                self.reader_app.library.path,
                "load",
                lambda library: ReportLoaded(open_report(library, report_id)),
            )
        self.load_line_words()
        self.load_terms()
        self._load_keyphrases()
        if self._query:
            self.search(self._query)

    def _load_keyphrases(self) -> None:
        """Paint the keyphrases; what finds their places is loaded only now."""
        stored = stored_keyphrases(self.reader_app.library, self.opened)
        if not stored:
            self._compute_keyphrases()
            return
        self.opened = self.opened._replace(keyphrases=stored)
        self.show_keyphrases(stored)
        self.show_overlays(self.overlays)

    def _compute_keyphrases(self) -> None:
        report_id = self.opened.report_id
        segmenter = self.reader_app.segmenter

        def work(library: Library) -> Message:
            return KeyphrasesComputed(segmenter.keyphrases(library, report_id))

        start_task(self, self.reader_app.library.path, "keyphrases", work)

    @on(KeyphrasesComputed)
    def take_keyphrases(self, event: KeyphrasesComputed) -> None:
        """Paint the keyphrases that were missing."""
        event.stop()
        self.opened = self.opened._replace(keyphrases=event.keyphrases)
        self.show_keyphrases(event.keyphrases)
        self.show_overlays(self.overlays)
        self.count_terms()

    def show_report(self, opened: OpenedReport) -> None:
        """Read on in the whole report, or in its other structure; the place stays."""
        is_same_version = opened.version_id == self.opened.version_id
        is_same_text = is_same_version and self.opened.is_complete
        keyphrases = self.opened.keyphrases if is_same_text else opened.keyphrases
        sections = self.document.sections
        self.opened = opened._replace(keyphrases=keyphrases)
        self.reset_prose()
        if is_same_text:
            self.view.show_document(self.prose, self.state)
            self.refill_outline(sections)
            self.draw_map()
            self.refresh_status()
            self._renew_figures()
            return
        figures = self.overlays.figures if is_same_version else None
        spans = document_spans(self.document)
        self.overlays = self.overlays._replace(spans=spans, figures=figures)
        self.show_keyphrases(keyphrases)
        self.view.show_document(self.prose, self.state)
        self.load_terms()
        self.reload_annotations()
        self.fill_outline()
        self._renew_figures()
        if self.state.search.query:
            self.search(self.state.search.query)

    def _renew_figures(self) -> None:
        """Figures depend on what the report says of itself, and list what text there is."""
        if self._figures_asked:
            self.load_figures()

    def on_resize(self, event: events.Resize) -> None:
        """Lay panes over the text where there is no more room."""
        del event
        if self.is_mounted:
            self.fit_panes()

    def settings_changed(self) -> None:
        """Measure, spacing, widths, theme, language anew; the place stays."""
        self.view.restyle(self.layout_style)
        self.load_line_words()
        self.view.redraw()
        self.draw_map()
        self.fill_side()

    # -- what applies ---------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what has something to work on here."""
        if not self.is_mounted:
            return True
        if super().check_action(action, parameters) is False:
            return False
        focused = self.focused
        return applies(
            action,
            self.state,
            in_text=focused is None or isinstance(focused, ReportView),
            in_list=isinstance(focused, RowList),
            in_outline=focused is not None and focused is self.outline,
            has_sections=bool(self.document.sections),
            is_split=self.standing.count > 1,
        )

    # -- leaving and changes from outside -------------------------------------------------------

    def leave_innermost(self) -> bool:
        """Leave a field, a waiting key or the selection; False if there is none."""
        if self.cancel_search() or self.cancel_filter():
            return True
        state = self.state
        if state.waiting is not None or state.typed_count is not None:
            self.become(state._replace(waiting=None, typed_count=None))
        elif state.mode is not Mode.READING or state.selection is not None:
            self.become(state.read())
        else:
            return False
        return True

    def step_back(self) -> bool:
        """Leave what lies beside or over the text: panel, lit passage, search."""
        if self.close_overlay():
            return True
        if self.state.lit is not None:
            self.become(self.state.read())
        elif self.state.search.query:
            self.drop_search()
        else:
            return False
        return True

    def show_afresh(self) -> None:
        """Undo, redo, another pane or another window changed something: read it again."""
        if self.annotations_differ():
            self.reload_annotations()
        if self.groups_differ():
            self.load_terms()
        if self.structure_differs():
            self.reload_structure()

    def annotations_changed(self) -> None:
        """Annotations are others: panels and other panes show it."""
        super().annotations_changed()
        self.post_message(self.LibraryChangedHere(self))

    def load_terms(self) -> None:
        """Take the reader's term groups from the library; other panes do too."""
        super().load_terms()
        self.post_message(self.LibraryChangedHere(self))

    def keep(self, asked: "Correction") -> None:
        """Keep a correction and show the structure afresh, in other panes too."""
        super().keep(asked)
        self.post_message(self.LibraryChangedHere(self))

    # -- what is left ---------------------------------------------------------------------------

    def action_export_reading(self) -> None:
        """Export the notes of this report."""
        from reportreader.services.noting import AnnotationFilter
        from reportreader.tui.exporting import ask_export

        summary = self.opened.summary
        ask_export(self.around, AnnotationFilter(report_id=summary.report_id), summary)
