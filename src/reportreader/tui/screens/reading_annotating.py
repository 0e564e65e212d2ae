"""The annotations of the report: which of them is meant, and keeping them in step with the library."""

from collections.abc import Callable, Iterable, Sequence

from reportreader.notes.annotation import AnnotationKind, Colour, PlacedAnnotation
from reportreader.services.reading import report_annotations
from reportreader.tui.reading.annotations import annotation_layer, span_of
from reportreader.tui.reading.panel_rows import one_line
from reportreader.tui.reading.prose import Span
from reportreader.tui.screens.reading_asking import Asked
from reportreader.tui.screens.reading_keywords import ReadingKeywords

_LABEL = 48
"""Code points of a passage that stand for it in a list."""

Picked = Callable[[PlacedAnnotation], None]


class ReadingAnnotating(ReadingKeywords):
    """Picks annotations, makes and changes them."""

    # -- which annotation -----------------------------------------------------------------------

    def under_caret(self) -> tuple[PlacedAnnotation, ...]:
        """Annotations under the caret, or under the character clicked last if it is in view."""
        offset = self.state.caret
        start, end = self.view.seen
        if offset is None or not start <= offset < end:
            return ()
        return self.annotations.at(offset, offset + 1)

    def in_view(self) -> tuple[PlacedAnnotation, ...]:
        """Annotations on the page."""
        start, end = self.view.seen
        return self.annotations.at(start, max(end, start + 1))

    def pick(self, found: Sequence[PlacedAnnotation], use: Picked) -> None:
        """Use the one annotation there is, or ask which of several."""
        if not found:
            self.reader_app.say("reading.no_annotation")
        elif len(found) == 1:
            use(found[0])
        else:
            options = [self.annotation_option(placed) for placed in found]
            self.ask_choice(self.words("reading.which_annotation"), options, use)

    def annotation_option(self, placed: PlacedAnnotation) -> Asked[PlacedAnnotation]:
        """An annotation as one of several to choose from."""
        annotation = placed.annotation
        start, end = span_of(placed)
        quote = one_line(self.document.passage(start, min(end, start + _LABEL)))
        if annotation.kind is AnnotationKind.MARK:
            quote = one_line(self.document.passage(start, start + _LABEL))
        text = one_line(annotation.body) or quote
        hint = self.words(
            f"dialogs.colour_{annotation.colour.value}"
            if annotation.kind is AnnotationKind.HIGHLIGHT
            else f"reading.kind_{annotation.kind.value}"
        )
        return text if text == quote or not quote else f"{text}  {quote}", placed, hint

    # -- the library ----------------------------------------------------------------------------

    def add(
        self,
        kind: AnnotationKind,
        span: Span,
        *,
        colour: Colour = Colour.YELLOW,
        body: str = "",
        tags: tuple[str, ...] = (),
    ) -> None:
        """Make an annotation, on disk and on the screen."""
        # Here and below: loading it takes a tenth of a start that makes no annotation.
        from reportreader.services.annotating import AnnotationDraft, add_annotation

        draft = AnnotationDraft(
            kind=kind, start=span[0], end=span[1], colour=colour, body=body, tags=tags
        )
        placed = add_annotation(self.reader_app.library, self.opened, draft)
        self.show_annotations((*self.annotations.placed, placed))

    def change(
        self,
        placed: PlacedAnnotation,
        *,
        body: str | None = None,
        colour: Colour | None = None,
        tags: tuple[str, ...] | None = None,
    ) -> None:
        """Change what is given of an annotation, on disk and on the screen."""
        from reportreader.services.annotating import edit_annotation

        changed = edit_annotation(
            self.reader_app.library,
            placed.annotation.annotation_id,
            expected_revision=placed.annotation.revision,
            body=body,
            colour=colour,
            tags=tags,
        )
        kept = [
            one
            for one in self.annotations.placed
            if one.annotation.annotation_id != changed.annotation.annotation_id
        ]
        self.show_annotations((*kept, changed))

    def annotations_differ(self) -> bool:
        """Whether the library holds other annotations than the screen shows."""
        stored = report_annotations(self.reader_app.library, self.opened.report_id)
        return annotation_layer(stored).placed != self.annotations.placed

    def reload_annotations(self) -> None:
        """Read the annotations from the library again."""
        self.show_annotations(
            report_annotations(self.reader_app.library, self.opened.summary.report_id)
        )

    def show_annotations(self, annotations: Iterable[PlacedAnnotation]) -> None:
        """Draw these annotations from now on."""
        self.annotations = annotation_layer(annotations)
        self.show_overlays(self.overlays._replace(annotations=self.annotations))
        self.annotations_changed()

    def annotations_changed(self) -> None:
        """Annotations are others: panels show it."""
