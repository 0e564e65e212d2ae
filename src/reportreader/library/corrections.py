"""Corrections as rows: what a reader said of the structure of a report, and where that stands.

A correction is made on one version and never changed by a later import; `correction_place` says
where its passage stands in each version. One that was taken back keeps its row.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from reportreader.library.library import Library, Row
from reportreader.notes.annotation import PlacementState, ReportId, VersionId

if TYPE_CHECKING:
    from reportreader.structure.correcting import Correction

SETTLED = (PlacementState.EXACT, PlacementState.MOVED, PlacementState.CHANGED)
"""States of a place that a correction is applied at."""

_COLUMNS = "c.kind, c.start_offset, c.end_offset, c.quote, c.value, c.field"
_PLACED = """SELECT c.kind, p.start_offset, p.end_offset, c.quote, c.value, c.field
  FROM correction_place p JOIN correction c USING (correction_id)
  WHERE p.version_id = ? AND c.deleted = '' AND p.state IN ('exact', 'moved', 'changed')
  ORDER BY c.correction_id"""
_LIST = f"""SELECT {_COLUMNS}, c.correction_id, c.report_id, c.version_id, c.made, c.deleted
  FROM correction c WHERE c.report_id = ? ORDER BY c.correction_id"""
_GET = f"""SELECT {_COLUMNS}, c.correction_id, c.report_id, c.version_id, c.made, c.deleted
  FROM correction c WHERE c.correction_id = ?"""
_PLACES = """SELECT p.correction_id, p.version_id, p.start_offset, p.end_offset, p.state
  FROM correction_place p JOIN correction c USING (correction_id)
  WHERE c.report_id = ? ORDER BY p.correction_id, p.version_id"""
_ADD = """INSERT INTO correction
  (report_id, version_id, kind, start_offset, end_offset, quote, value, made, field)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_ADD_PLACE = "INSERT OR REPLACE INTO correction_place VALUES (?, ?, ?, ?, ?)"


class StoredCorrection(NamedTuple):
    """A correction with the offsets of the version it was made on.

    `made` is ISO 8601 in UTC; `deleted` is empty unless it was taken back.
    """

    correction_id: int
    report_id: ReportId
    version_id: VersionId
    correction: "Correction"
    made: str
    deleted: str


class CorrectionPlace(NamedTuple):
    """Where a correction stands in one version; start and end are None where it is lost."""

    correction_id: int
    version_id: VersionId
    start: int | None
    end: int | None
    state: PlacementState

    @property
    def is_settled(self) -> bool:
        """Whether the correction is applied there."""
        return self.state in SETTLED


def placed_corrections(library: Library, version_id: VersionId) -> "tuple[Correction, ...]":
    """The corrections that apply to a version, in the order in which they were made."""
    return tuple(_make_correction(row) for row in library.rows(_PLACED, (version_id,)))


def list_stored_corrections(library: Library, report_id: ReportId) -> tuple[StoredCorrection, ...]:
    """Every correction of a report in the order of making, those taken back too."""
    return tuple(_make_stored(row) for row in library.rows(_LIST, (report_id,)))


def find_stored_correction(library: Library, correction_id: int) -> StoredCorrection | None:
    """One correction, taken back or not."""
    row = library.row(_GET, (correction_id,))
    return None if row is None else _make_stored(row)


def list_correction_places(library: Library, report_id: ReportId) -> tuple[CorrectionPlace, ...]:
    """Where the corrections of a report stand in each of its versions, by correction."""
    return tuple(
        CorrectionPlace(
            correction_id=row[0],
            version_id=VersionId(row[1]),
            start=row[2],
            end=row[3],
            state=PlacementState(row[4]),
        )
        for row in library.rows(_PLACES, (report_id,))
    )


def insert_correction(
    library: Library,
    report_id: ReportId,
    version_id: VersionId,
    correction: "Correction",
    made: str,
) -> int:
    """Adds a correction of a version, placed there; its id. Inside a transaction."""
    correction_id = library.insert(
        _ADD,
        (
            report_id,
            version_id,
            correction.kind.value,
            correction.start,
            correction.end,
            correction.quote,
            correction.value,
            made,
            correction.field.value if correction.field is not None else "",
        ),
    )
    place = CorrectionPlace(
        correction_id=correction_id,
        version_id=version_id,
        start=correction.start,
        end=correction.end,
        state=PlacementState.EXACT,
    )
    save_correction_places(library, (place,))
    return correction_id


def save_correction_places(library: Library, places: Iterable[CorrectionPlace]) -> None:
    """Writes down where corrections stand; inside a transaction."""
    library.execute_many(
        _ADD_PLACE,
        [
            (place.correction_id, place.version_id, place.start, place.end, place.state.value)
            for place in places
        ],
    )


def corrected_report(library: Library, correction_id: object) -> ReportId:
    """The report that a correction is of."""
    return ReportId(
        library.value("SELECT report_id FROM correction WHERE correction_id = ?", (correction_id,))
    )


def _make_stored(row: Row) -> StoredCorrection:
    return StoredCorrection(
        correction_id=row[6],
        report_id=ReportId(row[7]),
        version_id=VersionId(row[8]),
        correction=_make_correction(row),
        made=row[9],
        deleted=row[10],
    )


def _make_correction(row: Row) -> "Correction":
    from reportreader.document.metadata import MetadataField
    from reportreader.structure.correcting import Correction, CorrectionKind

    return Correction(
        kind=CorrectionKind(row[0]),
        start=row[1],
        end=row[2],
        quote=row[3],
        value=row[4],
        field=MetadataField(row[5]) if row[5] else None,
    )
