"""The heart of a reading pane: one frozen state, and what follows from a change of it.

A pane holds one report. Its parts are built on this class, each on the one before: `reading_motion`,
`reading_pointing`, `reading_searching`, `reading_walking`, `reading_keywords`, `reading_annotating`,
`reading_tagging`, `reading_marking`, `reading_bookmarks`, `reading_outline`, `reading_figures`,
`reading_panels`, `reading_correcting`, `reading_saving`, `reading_beside`, `reading_rereading`,
`reading_copying`, `reading_setting`, and `reading_pane` on top. A part knows nothing of those above
it. `reading_split` and `reading` are the screen that holds one pane or two.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reportreader.analysis.characters import script_runs
from reportreader.document.document import Document
from reportreader.services.reading import OpenedReport
from reportreader.tui.reading.annotations import AnnotationLayer, annotation_layer
from reportreader.tui.reading.caret import selection_of
from reportreader.tui.reading.keys import typed_so_far
from reportreader.tui.reading.overlays import Overlays, document_spans
from reportreader.tui.reading.page_layout import layout_style
from reportreader.tui.reading.prose import Prose, Span
from reportreader.tui.reading.scroll_map import map_annotations, map_sections
from reportreader.tui.reading.scrolling import Page, revealed, settled
from reportreader.tui.reading.split import PaneStanding
from reportreader.tui.reading.state import Mode, ReadingState
from reportreader.tui.screens.reading_asking import ReadingAsking
from reportreader.tui.screens.reading_words import mode_hint, place_parts
from reportreader.tui.widgets.bar import Part
from reportreader.tui.widgets.report_view import ReportView
from reportreader.tui.widgets.scroll_map import ScrollMapBar
from reportreader.typography.style import LayoutStyle

if TYPE_CHECKING:
    from reportreader.services.line_words import LineWords

PAGE_ID = "page"


@dataclass
class LineWordsCame(Message):
    """Words of paragraphs that were laid out without them are there."""

    def can_replace(self, message: Message) -> bool:
        """One is enough for all of them."""
        return isinstance(message, LineWordsCame)


class ReadingCore(ReadingAsking):
    """A report, its state, its page."""

    term_places: tuple[tuple[int, str], ...] = ()
    """Where the reader's terms stand, with the keys they are painted in, once they are found."""

    def __init__(self, opened: OpenedReport, state: ReadingState) -> None:
        super().__init__()
        self.opened = opened
        self.state = state
        self.annotations: AnnotationLayer = annotation_layer(opened.annotations)
        self.overlays = Overlays(
            spans=document_spans(opened.document), annotations=self.annotations
        )
        self.seen_to = state.place
        """Offset behind the last character in view."""
        self._view: ReportView | None = None
        self._settled_for: Page | None = None
        self.standing = PaneStanding()
        self._prose: Prose | None = None
        self._cuts_words = False
        self.line_words: LineWords | None = None

    # -- what there is --------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """The report that is read."""
        return self.opened.document

    @property
    def view(self) -> ReportView:
        """The page."""
        view = self._view
        if view is None:
            message = "the page was asked for before it was made"
            raise RuntimeError(message)
        return view

    def make_view(self) -> ReportView:
        """The page, made once."""
        signs = self.reader_app.no_color
        self._view = ReportView(self.prose, self.layout_style, self.state, signs=signs, id=PAGE_ID)
        self._view.overlays = self.overlays
        return self._view

    @property
    def layout_style(self) -> LayoutStyle:
        """How the text is to be set; lines end between words as soon as these are loaded."""
        app = self.reader_app
        words = app.ready_segmenter if app.settings.keep_words else None
        if words is None:
            return layout_style(app.settings, app.widths)
        if self.line_words is None:
            from reportreader.services.line_words import LineWords

            self.line_words = LineWords(words, self._tell_line_words)
        return layout_style(app.settings, app.widths, words=self.line_words.cut)

    def _tell_line_words(self) -> None:
        self.post_message(LineWordsCame())

    @property
    def prose(self) -> Prose:
        """Words and sentences of the report; those of the dictionary as soon as it is loaded."""
        segmenter = self.reader_app.ready_segmenter
        if self._prose is None or (segmenter is not None and not self._cuts_words):
            self._cuts_words = segmenter is not None
            self._prose = Prose(self.document, script_runs if segmenter is None else segmenter.cut)
        return self._prose

    def reset_prose(self) -> None:
        """The document is another."""
        self._prose = None

    @property
    def page(self) -> Page:
        """The layout as it is seen now, with the state settled on it."""
        page = self.view.page
        settled_for = self._settled_for
        if settled_for is None or settled_for.flow is not page.flow:
            self.state = settled(self.state, page)
        self._settled_for = page
        return page

    @property
    def selected(self) -> Span | None:
        """The passage that is selected."""
        return selection_of(self.state, self.prose)

    def take_focus(self) -> None:
        """The keys go to the text of this pane, before anything else is handled."""
        self.screen.set_focus(self.view)

    # -- changing the state ---------------------------------------------------------------------

    def become(self, state: ReadingState) -> None:
        """Take on a state and show it: page, map, status line, keys that apply."""
        old, self.state = self.state, state
        self.view.show_state(state)
        if (old.mode, old.selection is None) != (state.mode, state.selection is None):
            self.refresh_bindings()
        if old.place != state.place or old.anchor != state.anchor:
            self.place_changed()
        self.refresh_status()

    def place_changed(self) -> None:
        """The page shows another part of the text."""
        seen = self.view.seen
        self.seen_to = seen[1]
        self.query_one(ScrollMapBar).show_seen(seen)

    def go_to(self, offset: int, *, margin: int = 2) -> None:
        """Show `offset` with as little scrolling as it takes; a page that moves is a jump."""
        page = self.page
        old = self.state
        moved = revealed(old, page, offset, margin=margin)._replace(typed_count=None)
        if moved.place != old.place:
            moved = moved._replace(jumps=old.jumps.left(old.place))
        if moved.mode is not Mode.READING:
            selection = moved.selection
            if moved.mode is Mode.VISUAL and selection is not None:
                selection = selection.moved(offset)
            moved = moved._replace(caret=offset, selection=selection, goal_cell=None)
        self.become(moved)

    def show_overlays(self, overlays: Overlays) -> None:
        """Draw these layers from now on."""
        self.overlays = overlays
        self.view.show_overlays(overlays)
        self.draw_map()

    def draw_map(self) -> None:
        """Draw the map of the whole report."""
        bar = self.query_one(ScrollMapBar)
        bar.show_map(
            len(self.document.text),
            sections=map_sections(self.document),
            annotations=map_annotations(self.annotations),
            terms=self.term_places,
            hits=self.state.search.hits,
        )
        bar.show_seen(self.view.seen)

    # -- the status line ------------------------------------------------------------------------

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """Where we are at the left; keys typed so far, percent and minutes at the right."""
        left, right = place_parts(
            self.opened,
            self.state.place,
            self.seen_to,
            self._mode_text(),
            self.reader_app.settings,
            self.messages,
        )
        hint = mode_hint(self.state)
        return [Part(self.words(hint))] if hint else left, right

    def _mode_text(self) -> str:
        typed = typed_so_far(self.state)
        if typed:
            return typed
        if self.state.mode is Mode.CARET:
            return self.words("reading.mode_caret")
        selected = self.selected
        if selected is None:
            return ""
        count = len("".join(self.document.passage(*selected).split()))
        return self.words("reading.mode_visual", count=count)
