"""Reading a report in order to say where an annotation stands in it now."""

from reportreader.notes.annotation import Annotation
from reportreader.services.annotating import move_annotation
from reportreader.services.reading import OpenedReport
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.screens.reading import ReadingScreen
from reportreader.tui.screens.reading_pane import ReadingPane
from reportreader.tui.widgets.bar import Part

_MARKS = frozenset(
    (
        "highlight",
        "highlight_yellow",
        "highlight_green",
        "highlight_blue",
        "highlight_red",
        "highlight_purple",
        "write_note",
        "tag_passage",
        "tag_again",
        "delete_annotation",
        "open_beside",
    )
)
"""What would make or change other annotations, or lead elsewhere; their keys do nothing here."""


class PlacingPane(ReadingPane):
    """A report in which the selection becomes the place of one annotation."""

    BINDINGS = bindings_for(Scope.PLACING)

    def __init__(self, opened: OpenedReport, annotation: Annotation, *, offset: int) -> None:
        super().__init__(opened, offset=offset)
        self._annotation = annotation

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """What is to be done here."""
        _, right = super().status_parts()
        return [Part(self.words("review.placing"), "strong")], right

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Placing needs a selection, or only the caret where the annotation is a mere point."""
        if action in _MARKS:
            return False
        if action == "place_here":
            return self.is_mounted and (self.selected is not None or self._is_point)
        return super().check_action(action, parameters)

    def action_place_here(self) -> None:
        """Place the annotation on what is selected and go back to the queue."""
        span = self.selected or (self.here, self.here)
        move_annotation(self.reader_app.library, self.opened, self._annotation.annotation_id, *span)
        self.app.pop_screen()
        self.reader_app.say("review.placed")

    @property
    def _is_point(self) -> bool:
        return self._annotation.start == self._annotation.end


class PlacingScreen(ReadingScreen):
    """The screen around it; there is no second pane."""

    SCOPES = (Scope.PLACING, Scope.READING)

    def __init__(self, opened: OpenedReport, annotation: Annotation, *, offset: int) -> None:
        super().__init__(PlacingPane(opened, annotation, offset=offset))
