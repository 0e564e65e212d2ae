"""The review queue: old passage beside what may be it now, and the decisions on it."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from reportreader.notes.annotation import AnnotationId
from reportreader.services.noting import ListedAnnotation
from reportreader.services.opening import Library
from reportreader.services.reviewing import (
    Candidate,
    Review,
    accept_place,
    keep_unplaced,
    list_reviews,
    review_annotation,
)
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.drawing.comparison import new_runs, old_runs
from reportreader.tui.drawing.text_run import TextRun
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.note_words import note_row
from reportreader.tui.screens.reloading import ReloadingScreen
from reportreader.tui.tasks import start_task
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.comparison_view import ComparisonView
from reportreader.tui.widgets.note_list import NoteList
from reportreader.tui.widgets.row_list import RowList

_PATH_SIGN = " > "


@dataclass
class ReviewReady(Message):
    """A task has found the candidates of one annotation."""

    review: Review


class ReviewScreen(ReloadingScreen):
    """What waits for a person, one at a time; nothing leaves by itself."""

    SCOPES = (Scope.REVIEW, Scope.LIST)
    BINDINGS = bindings_for(Scope.REVIEW)

    def __init__(self) -> None:
        super().__init__()
        self._queue: tuple[ListedAnnotation, ...] = ()
        self._review: Review | None = None
        self._chosen = 0

    # -- drawing --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The queue, and the two sides of the one under the cursor."""
        yield Bar(id="review-title")
        yield NoteList(id="reviews")
        with Horizontal(id="comparison"):
            yield ComparisonView(id="old-passage")
            yield ComparisonView(id="new-passage")
        yield from self.frame()

    def on_mount(self) -> None:
        """List the queue."""
        self.reload()
        self.query_one(NoteList).focus()

    def reload(self) -> None:
        """List what waits; the cursor stays where it was."""
        self._queue = list_reviews(self.reader_app.library)
        title = self.words("review.title", count=f"{len(self._queue):,}")
        self.query_one("#review-title", Bar).show_parts([Part(title, "strong")])
        reviews = self.query_one(NoteList)
        reviews.empty_text = self.words("review.empty")
        rows = [note_row(one, self.messages) for one in self._queue]
        reviews.show_rows(rows, cursor=reviews.cursor)
        self.query_one("#comparison").display = bool(rows)
        self._load_review()

    @on(RowList.CursorMoved)
    @reports_errors
    def follow_cursor(self, event: RowList.CursorMoved) -> None:
        """Compare the one under the cursor."""
        event.stop()
        self.forget_status()
        self._load_review()

    def _load_review(self) -> None:
        """Look for candidates in a task; until they are there, nothing can be decided."""
        self._review, self._chosen = None, 0
        annotation_id = self._current_id()
        if annotation_id is not None:

            def work(library: Library) -> Message:
                return ReviewReady(review_annotation(library, annotation_id))

            start_task(self, self.reader_app.library.path, "review", work)
        self._show_review()

    @on(ReviewReady)
    def take_review(self, event: ReviewReady) -> None:
        """Show the candidates unless the cursor has gone on."""
        event.stop()
        if event.review.listed.placed.annotation.annotation_id == self._current_id():
            self._review = event.review
            self._show_review()

    def _show_review(self) -> None:
        old_side = self.query_one("#old-passage", ComparisonView)
        new_side = self.query_one("#new-passage", ComparisonView)
        review, candidate = self._review, self._candidate()
        if review is None:
            old_side.show("", ())
            new_side.show(self.words("review.looking") if self._queue else "", ())
        else:
            old = review.old
            new = candidate.excerpt if candidate is not None else None
            old_side.show(self.words("review.old"), old_runs(old, new))
            if candidate is None:
                advice = TextRun(self.words("review.what_to_do"))
                new_side.show(self.words("review.no_candidate"), [advice])
            else:
                new_side.show(self._heading(candidate), new_runs(old, candidate.excerpt))
        self.refresh_status()
        self.refresh_bindings()

    def _heading(self, candidate: Candidate) -> str:
        count = len(self._review.candidates) if self._review is not None else 0
        heading = self.words(
            "review.candidate",
            number=self._chosen + 1,
            count=count,
            percent=round(candidate.confidence * 100),
        )
        return f"{heading}  {_PATH_SIGN.join(candidate.section_path)}".rstrip()

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """How the differences are marked, and the place in the queue."""
        place = self.query_one(NoteList).cursor + 1 if self._queue else 0
        return [Part(self.words("review.what_for"))], [Part(f"{place:,}/{len(self._queue):,}")]

    # -- deciding -------------------------------------------------------------------------------

    def action_next_candidate(self) -> None:
        """Show the next candidate."""
        self._step(1)

    def action_previous_candidate(self) -> None:
        """Show the previous candidate."""
        self._step(-1)

    def action_accept_candidate(self) -> None:
        """The annotation stands where the candidate does."""
        review, candidate = self._review, self._candidate()
        if review is not None and candidate is not None:
            annotation_id = review.listed.placed.annotation.annotation_id
            accept_place(self.reader_app.library, annotation_id, candidate.start, candidate.end)
            self.reload()
            self.reader_app.say("review.placed")

    @on(RowList.RowChosen)
    @reports_errors
    def pick_chosen(self, event: RowList.RowChosen) -> None:
        """A double click opens the report."""
        event.stop()
        self.action_pick_place()

    def action_pick_place(self) -> None:
        """Open the report at the candidate, so that a passage can be selected by hand."""
        from reportreader.services.reading import open_first_part
        from reportreader.tui.screens.placing import PlacingScreen

        review = self._review
        if review is None:
            return
        annotation, candidate = review.listed.placed.annotation, self._candidate()
        offset = annotation.start if candidate is None else candidate.start
        app = self.reader_app
        opened = open_first_part(app.library, annotation.report_id, around=offset)
        app.load_words()
        app.push_screen(PlacingScreen(opened, annotation, offset=offset))

    def action_keep_unplaced(self) -> None:
        """The annotation has no place in this text."""
        annotation_id = self._current_id()
        if annotation_id is not None:
            keep_unplaced(self.reader_app.library, annotation_id)
            self.reload()
            self.reader_app.say("review.kept")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Decisions need candidates; keeping needs only an annotation."""
        del parameters
        if action == "accept_candidate":
            return self._candidate() is not None
        if action in {"next_candidate", "previous_candidate"}:
            return self._review is not None and len(self._review.candidates) > 1
        if action == "pick_place":
            return self._review is not None
        if action == "keep_unplaced":
            return bool(self._queue)
        return True

    def _step(self, step: int) -> None:
        if self._review is not None and self._review.candidates:
            self._chosen = (self._chosen + step) % len(self._review.candidates)
            self._show_review()

    def _candidate(self) -> Candidate | None:
        review = self._review
        return review.candidates[self._chosen] if review and review.candidates else None

    def _current_id(self) -> AnnotationId | None:
        cursor = self.query_one(NoteList).cursor
        if cursor >= len(self._queue):
            return None
        return self._queue[cursor].placed.annotation.annotation_id
