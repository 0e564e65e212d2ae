"""Carries the annotations of a report into its current version; the originals never change."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from reportreader.library.annotations import (
    StoredAnnotation,
    insert_placement,
    list_placements,
    list_stored,
)
from reportreader.library.documents import load_text
from reportreader.library.library import Library
from reportreader.notes.anchoring import Anchor, Resolution, make_anchor, resolve
from reportreader.notes.annotation import (
    AnnotationKind,
    PlacedBy,
    Placement,
    PlacementState,
    ReportId,
    VersionId,
)

DEADLINE_SECONDS = 5.0
"""Time for one report; what is not settled then is ambiguous and waits for a person."""
_CONFIRMED = (PlacementState.EXACT, PlacementState.MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryStart:
    """An annotation and the place from which it is carried: where it was last confirmed."""

    stored: StoredAnnotation
    version_id: VersionId
    start: int
    end: int


def carry_annotations(
    library: Library, report_id: ReportId, version_id: VersionId
) -> dict[PlacementState, int]:
    """Places every annotation that has no place yet in `version_id`, those in the trash too.

    Inside a transaction. The counts of the states add up to the annotations that were placed.
    """
    starts = []
    counts: dict[PlacementState, int] = {}
    for stored in list_stored(library, report_id):
        placements = list_placements(library, stored.number)
        if all(placement.version_id != version_id for placement in placements):
            starts.append(find_start(stored, placements))
    starts.sort(key=lambda start: (start.version_id, start.stored.number))
    new_text = load_text(library, version_id) if starts else ""
    for old_version, group in groupby(starts, key=lambda start: start.version_id):
        for start, found in _resolve(load_text(library, old_version), new_text, list(group)):
            insert_placement(library, start.stored.number, _placement(start, found, version_id))
            counts[found.state] = counts.get(found.state, 0) + 1
    return counts


def find_start(stored: StoredAnnotation, placements: Iterable[Placement]) -> CarryStart:
    """Where an annotation was last confirmed, by the program or by a person; else where it was made.

    `placements` are all of the annotation, oldest first.
    """
    annotation = stored.annotation
    version_id, first, last = annotation.version_id, annotation.start, annotation.end
    for placement in placements:
        is_confirmed = placement.placed_by is PlacedBy.PERSON or placement.state in _CONFIRMED
        if is_confirmed and placement.start is not None and placement.end is not None:
            version_id, first, last = placement.version_id, placement.start, placement.end
    return CarryStart(stored=stored, version_id=version_id, start=first, end=last)


def anchor_of(old_text: str, start: CarryStart) -> Anchor:
    """The passage to look for: what stood at its place, or the quote if that never stood there."""
    anchor = make_anchor(old_text, start.start, start.end)
    annotation = start.stored.annotation
    made_here = (annotation.version_id, annotation.start) == (start.version_id, start.start)
    if made_here and anchor.exact != annotation.quote:
        return replace(
            anchor,
            exact=annotation.quote,
            prefix=annotation.prefix,
            suffix=annotation.suffix,
        )
    return anchor


def _resolve(
    old_text: str, new_text: str, starts: list[CarryStart]
) -> Iterable[tuple[CarryStart, Resolution]]:
    whole = Resolution(start=0, end=0, state=PlacementState.EXACT)
    anchored = [one for one in starts if not _is_of_whole_report(one)]
    anchors = [anchor_of(old_text, one) for one in anchored]
    found = resolve(old_text, new_text, anchors, deadline_seconds=DEADLINE_SECONDS)
    yield from zip(anchored, found, strict=True)
    yield from ((one, whole) for one in starts if _is_of_whole_report(one))


def _is_of_whole_report(start: CarryStart) -> bool:
    return start.stored.annotation.kind is AnnotationKind.REPORT_NOTE


def _placement(start: CarryStart, found: Resolution, version_id: VersionId) -> Placement:
    return Placement(
        annotation_id=start.stored.annotation.annotation_id,
        version_id=version_id,
        start=found.start,
        end=found.end,
        state=found.state,
        confidence=found.confidence,
    )
