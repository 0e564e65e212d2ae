"""Places corrections in a new version of their report, as annotations are carried; none is dropped."""

from itertools import groupby

from reportreader.library.corrections import (
    CorrectionPlace,
    StoredCorrection,
    list_correction_places,
    list_stored_corrections,
    save_correction_places,
)
from reportreader.library.documents import load_text
from reportreader.library.library import Library
from reportreader.notes.annotation import PlacementState, ReportId, VersionId

DEADLINE_SECONDS = 5.0
"""Time for one report; a correction that is not settled then has no place and stays listed."""


def place_corrections(library: Library, report_id: ReportId, version_id: VersionId) -> int:
    """Places every correction that has no place yet in `version_id`; how many corrections stand.

    Inside a transaction. Those taken back are placed too, so that a redo finds them placed.
    """
    stored = list_stored_corrections(library, report_id)
    places = list_correction_places(library, report_id)
    placed = {place.correction_id for place in places if place.version_id == version_id}
    settled = {place.correction_id: place for place in places if place.is_settled}
    starts = sorted(
        (
            settled.get(one.correction_id, _place_of_making(one))
            for one in stored
            if one.correction_id not in placed
        ),
        key=lambda place: place.version_id,
    )
    whole = {one.correction_id for one in stored if one.correction.is_of_whole_report}
    for old_version, group in groupby(starts, key=lambda place: place.version_id):
        found = _carried(library, old_version, version_id, list(group), whole)
        save_correction_places(library, found)
    return _count_standing(stored)


def _place_of_making(stored: StoredCorrection) -> CorrectionPlace:
    return CorrectionPlace(
        correction_id=stored.correction_id,
        version_id=stored.version_id,
        start=stored.correction.start,
        end=stored.correction.end,
        state=PlacementState.EXACT,
    )


def _carried(
    library: Library,
    old_version: VersionId,
    version_id: VersionId,
    starts: list[CorrectionPlace],
    whole: set[int],
) -> list[CorrectionPlace]:
    from reportreader.notes.anchoring import make_anchor, resolve

    moved = [place for place in starts if place.correction_id not in whole]
    old_text, new_text = load_text(library, old_version), load_text(library, version_id)
    anchors = [make_anchor(old_text, place.start or 0, place.end or 0) for place in moved]
    found = resolve(old_text, new_text, anchors, deadline_seconds=DEADLINE_SECONDS)
    carried = [
        CorrectionPlace(
            correction_id=place.correction_id,
            version_id=version_id,
            start=resolution.start,
            end=resolution.end,
            state=resolution.state,
        )
        for place, resolution in zip(moved, found, strict=True)
    ]
    return carried + [
        CorrectionPlace(
            correction_id=place.correction_id,
            version_id=version_id,
            start=0,
            end=0,
            state=PlacementState.EXACT,
        )
        for place in starts
        if place.correction_id in whole
    ]


def _count_standing(stored: tuple[StoredCorrection, ...]) -> int:
    return sum(not one.deleted for one in stored)
