"""The annotations of a report as the page, the margin and the panel need them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportreader.notes.annotation import (
    AnnotationId,
    AnnotationKind,
    PlacedAnnotation,
)
from reportreader.tui.reading.intervals import Interval, IntervalStore
from reportreader.tui.reading.searching import Span

MARGIN_NOTE = "note"
MARGIN_BOOKMARK = "bookmark"
MARGIN_MARK = "mark"
MARGIN_HIGHLIGHT = "highlight"


@dataclass(frozen=True, slots=True)
class AnnotationLayer:
    """All annotations with a place in the text: `placed` in text order, and what follows from it.

    `store` holds the highlights by the index of their annotation in `placed`; `points` holds, at
    the start of every annotation, what the margin shows there.
    """

    placed: tuple[PlacedAnnotation, ...] = ()
    store: IntervalStore = field(default_factory=IntervalStore)
    points: IntervalStore = field(default_factory=IntervalStore)
    spans: tuple[Span, ...] = ()

    def at(self, start: int, end: int) -> tuple[PlacedAnnotation, ...]:
        """Annotations with a character in `text[start:end]`, the outer before the inner.

        Bookmarks and marks count as the character they stand at.
        """
        numbers = {one.number for one in self.store.overlapping(start, end)}
        numbers |= {one.number for one in self.points.overlapping(start, end)}
        return tuple(self.placed[number] for number in sorted(numbers))

    def find(self, annotation_id: AnnotationId) -> PlacedAnnotation | None:
        """The annotation with this id, if it has a place here."""
        return next(
            (one for one in self.placed if one.annotation.annotation_id == annotation_id), None
        )


def annotation_layer(annotations: Iterable[PlacedAnnotation]) -> AnnotationLayer:
    """Order annotations by place and prepare them for painting; those without a place drop out."""
    placed = sorted((one for one in annotations if one.placement.start is not None), key=_by_place)
    spans = tuple(span_of(one) for one in placed)
    return AnnotationLayer(
        placed=tuple(placed),
        store=IntervalStore(
            Interval(span[0], span[1], f"highlight-{one.annotation.colour.value}", number)
            for number, (one, span) in enumerate(zip(placed, spans, strict=True))
            if one.annotation.kind is AnnotationKind.HIGHLIGHT
        ),
        points=IntervalStore(
            Interval(span[0], span[0] + 1, margin_key(one), number)
            for number, (one, span) in enumerate(zip(placed, spans, strict=True))
            if one.annotation.kind is not AnnotationKind.REPORT_NOTE
        ),
        spans=spans,
    )


def span_of(placed: PlacedAnnotation) -> Span:
    """`text[start:end]` of a placed annotation, (0, 0) for one without a place."""
    placement = placed.placement
    if placement.start is None or placement.end is None:
        return 0, 0
    return placement.start, placement.end


def margin_key(placed: PlacedAnnotation) -> str:
    """What the margin shows for it."""
    annotation = placed.annotation
    if annotation.kind is AnnotationKind.BOOKMARK:
        return MARGIN_BOOKMARK
    if annotation.kind is AnnotationKind.MARK:
        return MARGIN_MARK
    return MARGIN_NOTE if annotation.body or annotation.tags else MARGIN_HIGHLIGHT


def find_mark(annotations: Sequence[PlacedAnnotation], letter: str) -> int | None:
    """Offset of the mark under `letter`; of several the one made last."""
    found = [
        one
        for one in annotations
        if one.annotation.kind is AnnotationKind.MARK
        and one.annotation.body == letter
        and one.placement.start is not None
    ]
    if not found:
        return None
    return max(found, key=lambda one: one.annotation.changed).placement.start


def nearest_note(layer: AnnotationLayer, offset: int) -> int | None:
    """Index of the annotation that the notes panel shows for a place: the last one begun there."""
    if not layer.spans:
        return None
    return max(0, bisect_right(layer.spans, (offset, 1 << 62)) - 1)


def _by_place(placed: PlacedAnnotation) -> tuple[int, int, str]:
    start, end = span_of(placed)
    return start, -end, placed.annotation.annotation_id
