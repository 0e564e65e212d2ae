"""Which versions, notes and files belong to which report: the rows that merging and splitting move."""

from dataclasses import dataclass

from reportreader.library.journal import Recorder
from reportreader.library.library import Library, Row
from reportreader.notes.annotation import ReportId, VersionId

_LIST_VERSIONS = """SELECT v.version_id, v.number, v.imported, v.length, r.version_id = v.version_id
  FROM report_version v JOIN report r USING (report_id)
  WHERE v.report_id = ? ORDER BY v.number"""
_ROWS_OF_REPORT = {
    "annotation": "SELECT annotation_number, version_id FROM annotation WHERE report_id = ?",
    "correction": "SELECT correction_id, version_id FROM correction WHERE report_id = ?",
    "report_source": "SELECT path, version_id FROM report_source WHERE report_id = ?",
}
_KEYS = {"annotation": "annotation_number", "correction": "correction_id", "report_source": "path"}
_COUNT_NOTES = """SELECT count(*) FILTER (WHERE kind IN ('highlight', 'report-note')),
  count(*) FILTER (WHERE kind = 'bookmark')
  FROM annotation WHERE report_id = ? AND deleted = ''"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportVersion:
    """One text of a report; `length` in code points, `imported` in ISO 8601."""

    version_id: VersionId
    number: int
    imported: str
    length: int
    is_current: bool


def list_report_versions(library: Library, report_id: ReportId) -> tuple[ReportVersion, ...]:
    """The versions of a report by their number, from 1."""
    return tuple(
        ReportVersion(
            version_id=VersionId(row[0]),
            number=row[1],
            imported=row[2],
            length=row[3],
            is_current=bool(row[4]),
        )
        for row in library.rows(_LIST_VERSIONS, (report_id,))
    )


def list_latest_versions(library: Library, limit: int) -> list[Row]:
    """Version, report, title, number, count of versions, time: the latest first, without the trash."""
    return library.rows(
        """SELECT v.version_id, v.report_id, r.title, v.number, r.version_count, v.imported
          FROM report_version v JOIN report r USING (report_id) WHERE r.deleted = ''
          ORDER BY v.version_id DESC LIMIT ?""",
        (limit,),
    )


def move_version(
    recorder: Recorder, version_id: VersionId, to_report: ReportId, number: int
) -> None:
    """Makes a version the one of that number of another report."""
    recorder.update(
        "report_version",
        {"version_id": version_id},
        {"report_id": to_report, "number": number},
    )


def move_belongings(
    recorder: Recorder,
    from_report: ReportId,
    to_report: ReportId,
    *,
    version_id: VersionId | None = None,
) -> None:
    """Moves annotations, corrections and files to another report, with the counts of notes.

    With `version_id` only those made on it or read into it.
    """
    for table, key in _KEYS.items():
        for row_key, made_on in _rows_of(recorder.library, table, from_report, version_id):
            columns: dict[str, object] = {"report_id": to_report}
            if table == "report_source" and version_id is not None:
                # Undoing would part a file that was read again since from its text.
                columns["version_id"] = made_on
            recorder.update(table, {key: row_key}, columns)
    for report_id in (from_report, to_report):
        notes, bookmarks = recorder.library.row(_COUNT_NOTES, (report_id,)) or (0, 0)
        recorder.update(
            "report",
            {"report_id": report_id},
            {"note_count": notes, "bookmark_count": bookmarks},
        )


def copy_tags(recorder: Recorder, from_report: ReportId, to_report: ReportId) -> None:
    """Gives a report the tags of another."""
    rows = recorder.library.rows(
        """SELECT tag_id FROM report_tag WHERE report_id = ?
          EXCEPT SELECT tag_id FROM report_tag WHERE report_id = ?""",
        (from_report, to_report),
    )
    for (tag_id,) in rows:
        recorder.insert("report_tag", {"report_id": to_report, "tag_id": tag_id})


def _rows_of(
    library: Library, table: str, report_id: ReportId, version_id: VersionId | None
) -> list[Row]:
    """The key and the version of every row that belongs to a report."""
    sql = _ROWS_OF_REPORT[table]
    if version_id is None:
        return library.rows(sql, (report_id,))
    return library.rows(f"{sql} AND version_id = ?", (report_id, version_id))
