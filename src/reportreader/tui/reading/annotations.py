"""The annotations of a report as the page, the margin and the panel need them."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from reportreader.notes.annotation import (
    AnnotationId,
    AnnotationKind,
    Colour,
    PlacedAnnotation,
)
from reportreader.tui.reading.intervals import Interval, IntervalStore
from reportreader.tui.reading.searching import Span

MARGIN_NOTE = "note"
MARGIN_BOOKMARK = "bookmark"
MARGIN_MARK = "mark"
MARGIN_HIGHLIGHT = "highlight"
_HIGHLIGHT_KEYS = {colour: f"highlight-{colour.value}" for colour in Colour}
_ORDER = itemgetter(0, 1, 2)
"""By start, the longer first, then by id."""


class AnnotationLayer(NamedTuple):
    """All annotations with a place in the text: `placed` in text order, and what follows from it.

    `store` holds the highlights by the index of their annotation in `placed`; `points` holds what
    the margin shows, at the start of every note, bookmark and mark.
    """

    placed: tuple[PlacedAnnotation, ...] = ()
    store: IntervalStore = IntervalStore()
    points: IntervalStore = IntervalStore()
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
    ordered = sorted(_with_place(annotations), key=_ORDER)
    highlights: list[Interval] = []
    points: list[Interval] = []
    for number, (start, minus_end, _, one) in enumerate(ordered):
        annotation = one.annotation
        kind = annotation.kind
        if kind is AnnotationKind.HIGHLIGHT:
            key = _HIGHLIGHT_KEYS[annotation.colour]
            highlights.append(Interval(start, -minus_end, key, number))
            if not (annotation.body or annotation.tags):
                continue
        if kind is not AnnotationKind.REPORT_NOTE:
            points.append(Interval(start, start + 1, margin_key(one), number))
    return AnnotationLayer(
        placed=tuple([row[3] for row in ordered]),
        store=IntervalStore(highlights),
        points=IntervalStore(points),
        spans=tuple([(row[0], -row[1]) for row in ordered]),
    )


def _with_place(
    annotations: Iterable[PlacedAnnotation],
) -> Iterator[tuple[int, int, str, PlacedAnnotation]]:
    for one in annotations:
        placement = one.placement
        if placement.start is not None and placement.end is not None:
            yield placement.start, -placement.end, one.annotation.annotation_id, one


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
