"""The review queue: annotations whose place in the current text waits for a person.

Nothing leaves the queue by itself. A person says where an annotation stands (`accept_place`) or
that it stands nowhere (`keep_unplaced`); both are placements by a person and can be undone. A later
version of the report is carried from there and asks anew only where the passage changed again.
"""

from dataclasses import dataclass

from reportreader.document.outline import path_titles
from reportreader.ingest.sanitising import sanitise_line
from reportreader.library.annotations import get_placed, get_stored, list_placements
from reportreader.library.documents import load_document, load_text
from reportreader.library.journal import journalled
from reportreader.library.library import Library
from reportreader.library.standing import current_version
from reportreader.notes.annotation import (
    AnnotationId,
    AnnotationKind,
    PlacedAnnotation,
    PlacedBy,
    PlacementState,
    ReportId,
    VersionId,
)
from reportreader.notes.requoting import suggest_places
from reportreader.services.annotating import AnnotationTarget, move_annotation
from reportreader.services.carrying import anchor_of, find_start
from reportreader.services.noting import (
    AnnotationFilter,
    ListedAnnotation,
    get_annotation,
    list_annotations,
)

CONTEXT_LENGTH = 80
"""Code points shown before and behind a passage."""
REVIEWED_STATES = (PlacementState.CHANGED, PlacementState.AMBIGUOUS, PlacementState.LOST)
_QUOTED_LENGTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A passage with what stands around it."""

    before: str
    passage: str
    behind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place in the current text where the annotation may belong; confidence from 0 to 1."""

    start: int
    end: int
    confidence: float
    excerpt: Excerpt
    section_path: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One question of the queue: where it was last confirmed, and where it may be now."""

    listed: ListedAnnotation
    version_id: VersionId
    old: Excerpt
    candidates: tuple[Candidate, ...]


def is_in_review(placed: PlacedAnnotation) -> bool:
    """Whether an annotation waits for a person: its place is not settled and nobody decided."""
    placement = placed.placement
    return (
        placed.annotation.kind is not AnnotationKind.REPORT_NOTE
        and placement.state in REVIEWED_STATES
        and placement.placed_by is PlacedBy.PROGRAM
    )


def list_reviews(
    library: Library, *, report_id: ReportId | None = None
) -> tuple[ListedAnnotation, ...]:
    """The queue, by report, then by place."""
    listed = [
        one
        for state in REVIEWED_STATES
        for one in list_annotations(library, AnnotationFilter(report_id=report_id, state=state))
        if is_in_review(one.placed)
    ]
    return tuple(sorted(listed, key=_place_in_queue))


def review_annotation(library: Library, annotation_id: AnnotationId, *, limit: int = 5) -> Review:
    """The old passage of an annotation beside candidates, best first; raises NotFoundError.

    What the program itself proposed for a changed or ambiguous passage comes first.
    """
    with library.snapshot():
        listed = get_annotation(library, annotation_id)
        stored = get_stored(library, annotation_id)
        start = find_start(stored, list_placements(library, stored.number))
        old_text = load_text(library, start.version_id)
        version_id = current_version(library, stored.annotation.report_id)
        document = load_document(library, version_id)
    text = document.text
    anchor = anchor_of(old_text, start)
    found = [
        (one.start, one.end, one.confidence)
        for one in suggest_places(text, anchor, limit=limit)
        if one.start is not None and one.end is not None
    ]
    proposed = listed.placed.placement
    if proposed.start is not None and proposed.end is not None:
        span = (proposed.start, proposed.end)
        found = [(*span, proposed.confidence), *(one for one in found if one[:2] != span)]
    return Review(
        listed=listed,
        version_id=version_id,
        old=Excerpt(before=anchor.prefix, passage=anchor.exact, behind=anchor.suffix),
        candidates=tuple(
            Candidate(
                start=first,
                end=last,
                confidence=confidence,
                excerpt=excerpt(text, first, last),
                section_path=path_titles(document.sections, first),
            )
            for first, last, confidence in found[:limit]
        ),
    )


def accept_place(
    library: Library, annotation_id: AnnotationId, start: int, end: int
) -> PlacedAnnotation:
    """Says that an annotation stands at `start` to `end` of the current text.

    Raises NotFoundError, and InputError for a passage that is none.
    """
    report_id = get_stored(library, annotation_id).annotation.report_id
    with library.snapshot():
        version_id = current_version(library, report_id)
        document = load_document(library, version_id)
    target = AnnotationTarget(report_id=report_id, version_id=version_id, document=document)
    return move_annotation(library, target, annotation_id, start, end)


def keep_unplaced(library: Library, annotation_id: AnnotationId) -> PlacedAnnotation:
    """Says that an annotation has no place in the current text; raises NotFoundError.

    It stays in every list with its quote, out of the queue until another version comes.
    """
    with library.transaction():
        stored = get_stored(library, annotation_id)
        quote = sanitise_line(stored.annotation.quote[:_QUOTED_LENGTH])
        with journalled(library, "changes.annotation_kept_unplaced", quote=quote) as recorder:
            recorder.insert(
                "placement",
                {
                    "annotation_number": stored.number,
                    "version_id": current_version(library, stored.annotation.report_id),
                    "start_offset": None,
                    "end_offset": None,
                    "state": PlacementState.LOST.value,
                    "confidence": 1.0,
                    "placed_by": PlacedBy.PERSON.value,
                    "placed": library.now(),
                },
            )
        return get_placed(library, annotation_id)


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """`text[start:end]` with its surroundings."""
    return Excerpt(
        before=text[max(0, start - CONTEXT_LENGTH) : start],
        passage=text[start:end],
        behind=text[end : end + CONTEXT_LENGTH],
    )


def _place_in_queue(listed: ListedAnnotation) -> tuple[int, int, str]:
    annotation, placement = listed.placed.annotation, listed.placed.placement
    start = annotation.start if placement.start is None else placement.start
    return annotation.report_id, start, annotation.annotation_id
