"""Correcting the structure of reports: what their readers say of it, kept, listed, taken back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.errors import InputError, NotFoundError
from reportreader.ingest.sanitising import sanitise_line
from reportreader.library.correctionplaces import place_corrections
from reportreader.library.corrections import (
    CorrectionPlace,
    StoredCorrection,
    find_stored_correction,
    insert_correction,
    list_correction_places,
    list_stored_corrections,
)
from reportreader.library.journal import Change, Recorder, journalled
from reportreader.library.library import Library
from reportreader.library.standing import current_version, structure_stamp
from reportreader.notes.annotation import PlacementState, ReportId, VersionId
from reportreader.services.drafting import Readable
from reportreader.services.excerpt import make_excerpt
from reportreader.structure.correcting import (
    MOST_LEVELS,
    Correction,
    CorrectionKind,
    heading_bounds,
    is_replaced_by,
)

__all__ = [
    "Correction",
    "CorrectionKind",
    "ListedCorrection",
    "add_correction",
    "correction_change",
    "joining_correction",
    "list_corrections",
    "remove_corrections",
    "structure_stamp",
]

_CHANGES = {
    CorrectionKind.HEADING: "changes.heading_made",
    CorrectionKind.NOT_HEADING: "changes.heading_unmade",
    CorrectionKind.LEVEL: "changes.heading_level",
    CorrectionKind.MERGE: "changes.headings_merged",
    CorrectionKind.TITLE: "changes.section_renamed",
    CorrectionKind.METADATA: "changes.metadata_corrected",
}
_DATE_FIELDS = (MetadataField.DATE, MetadataField.SIGN_DATE)
_DATE = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?)?)?"
    r"|--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCorrection:
    """A correction and where it stands in the current version of its report.

    `start` and `end` are None where it is lost. It is applied only if `is_placed`; else it waits
    for a version in which its passage stands again.
    """

    correction_id: int
    correction: Correction
    made: str
    state: PlacementState
    start: int | None
    end: int | None
    is_placed: bool


def add_correction(library: Library, target: Readable, correction: Correction) -> ListedCorrection:
    """Keeps what a reader says of a version; earlier words that it replaces are taken back with it.

    The quote is filled in. Raises InputError for a passage, level or date that is none.
    """
    asked = _checked(target, correction)
    change = correction_change(asked)
    with library.transaction():
        with journalled(library, change.summary_id, **change.values) as recorder:
            made = library.now()
            for earlier in _standing(library, target.report_id, target.version_id):
                if is_replaced_by(_as_placed(earlier), asked):
                    _take_back(recorder, earlier.correction_id, made)
            added = insert_correction(library, target.report_id, target.version_id, asked, made)
            place_corrections(library, target.report_id, current_version(library, target.report_id))
            recorder.remember_new_correction(added, made)
        listed = list_corrections(library, target.report_id)
    return next(one for one in listed if one.correction_id == added)


def correction_change(correction: Correction) -> Change:
    """What a correction does, as the journal says it."""
    values = {"quote": make_excerpt(correction.quote), "value": make_excerpt(correction.value)}
    return Change(summary_id=_CHANGES[correction.kind], values=dict(values))


def joining_correction(document: Document, index: int) -> Correction | None:
    """What makes one of section `index` and the next; None for the last.

    Headings with nothing between them become one, else the next is no heading any more.
    """
    if index + 1 >= len(document.sections):
        return None
    this, following = document.sections[index], document.sections[index + 1]
    if document.text[this.end : following.start].strip():
        kind, start = CorrectionKind.NOT_HEADING, following.start
    else:
        kind, start = CorrectionKind.MERGE, this.start
    return Correction(kind=kind, start=start, end=following.end)


def list_corrections(library: Library, report_id: ReportId) -> tuple[ListedCorrection, ...]:
    """The corrections of a report in the order of making, those without a place too.

    Raises NotFoundError.
    """
    return _standing(library, report_id, current_version(library, report_id))


def remove_corrections(library: Library, correction_ids: Iterable[int]) -> None:
    """Takes corrections back; one change. Raises NotFoundError."""
    stored = [_get(library, correction_id) for correction_id in correction_ids]
    standing = [one for one in stored if not one.deleted]
    if not standing:
        return
    shown = make_excerpt(standing[0].correction.quote or standing[0].correction.value)
    name = "changes.correction_removed"
    if len(standing) > 1:
        name += "_several"
    with journalled(library, name, quote=shown, count=len(standing)) as recorder:
        for one in standing:
            _take_back(recorder, one.correction_id, library.now())


def _checked(target: Readable, correction: Correction) -> Correction:
    text = target.document.text
    start, end = correction.start, correction.end
    if not 0 <= start <= end <= len(text):
        raise InputError("passage_outside", start=start, end=end, length=len(text))
    if correction.kind is CorrectionKind.HEADING:
        start, end = heading_bounds(text, start, end)
    if start == end and correction.kind is not CorrectionKind.METADATA:
        raise InputError("passage_outside", start=start, end=end, length=len(text))
    value = sanitise_line(correction.value).strip()
    asked = replace(correction, start=start, end=end, quote=text[start:end], value=value)
    is_levelled = correction.kind is CorrectionKind.LEVEL or (
        correction.kind is CorrectionKind.HEADING and value
    )
    if is_levelled and not _is_level(value):
        raise InputError("level_impossible", level=value, most=MOST_LEVELS)
    if correction.field in _DATE_FIELDS and value and not _DATE.fullmatch(value):
        raise InputError("date_impossible", date=value)
    return asked


def _is_level(value: str) -> bool:
    return value.isascii() and value.isdecimal() and 1 <= int(value) <= MOST_LEVELS


def _standing(
    library: Library, report_id: ReportId, version_id: VersionId
) -> tuple[ListedCorrection, ...]:
    places = {
        place.correction_id: place
        for place in list_correction_places(library, report_id)
        if place.version_id == version_id
    }
    return tuple(
        _listed(one, places.get(one.correction_id))
        for one in list_stored_corrections(library, report_id)
        if not one.deleted
    )


def _listed(stored: StoredCorrection, place: CorrectionPlace | None) -> ListedCorrection:
    return ListedCorrection(
        correction_id=stored.correction_id,
        correction=stored.correction,
        made=stored.made,
        state=place.state if place is not None else PlacementState.LOST,
        start=place.start if place is not None else None,
        end=place.end if place is not None else None,
        is_placed=place is not None and place.is_settled,
    )


def _as_placed(listed: ListedCorrection) -> Correction:
    """The correction at its present place; one without a place meets no other passage."""
    if not listed.is_placed or listed.start is None or listed.end is None:
        return replace(listed.correction, start=-1, end=-1)
    return replace(listed.correction, start=listed.start, end=listed.end)


def _take_back(recorder: Recorder, correction_id: int, deleted: str) -> None:
    recorder.update("correction", {"correction_id": correction_id}, {"deleted": deleted})


def _get(library: Library, correction_id: int) -> StoredCorrection:
    found = find_stored_correction(library, correction_id)
    if found is None:
        raise NotFoundError("correction_missing", correction=correction_id)
    return found
