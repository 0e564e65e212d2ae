"""Reading places: where the reader stopped in each report, and for how long it was read."""

import json

from reportreader.library.library import Library
from reportreader.library.place import ReadingPlace
from reportreader.notes.annotation import ReportId, VersionId

_GET = "SELECT place_offset, furthest_offset, seconds FROM reading_place WHERE report_id = ?"
_SAVE = """INSERT INTO reading_place
  (report_id, version_id, place_offset, furthest_offset, seconds, changed)
  VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (report_id) DO UPDATE SET version_id = excluded.version_id,
    place_offset = excluded.place_offset, furthest_offset = excluded.furthest_offset,
    seconds = excluded.seconds, changed = excluded.changed"""


def get_place(library: Library, report_id: ReportId) -> ReadingPlace:
    """Where the reader stopped; the beginning of a report that was never opened."""
    row = library.row(_GET, (report_id,))
    if row is None:
        return ReadingPlace()
    return ReadingPlace(offset=row[0], furthest=row[1], seconds=row[2])


def put_place(
    library: Library, report_id: ReportId, version_id: VersionId, place: ReadingPlace, length: int
) -> None:
    """Writes the place and what the list shows of it; inside a transaction."""
    now = library.now()
    library.execute(
        _SAVE, (report_id, version_id, place.offset, place.furthest, place.seconds, now)
    )
    progress = min(1.0, place.furthest / length) if length else 1.0
    library.execute(
        "UPDATE report SET progress = ?, opened = ? WHERE report_id = ?",
        (progress, now, report_id),
    )


def get_jumps(library: Library, report_id: ReportId) -> tuple[int, ...]:
    """Offsets the reader jumped from, oldest first."""
    found = library.value("SELECT jumps FROM reading_place WHERE report_id = ?", (report_id,))
    return tuple(json.loads(found)) if found else ()


def put_jumps(library: Library, report_id: ReportId, jumps: tuple[int, ...]) -> None:
    """Writes the jump history of a report that has a place; inside a transaction."""
    library.execute(
        "UPDATE reading_place SET jumps = ? WHERE report_id = ?", (json.dumps(jumps), report_id)
    )
