"""How a report stands in the library: its version, its structure, its title, the trash."""

from reportreader.errors import NotFoundError
from reportreader.library.library import Library
from reportreader.notes.annotation import ReportId, VersionId


def current_version(library: Library, report_id: ReportId) -> VersionId:
    """The version that is read now; raises NotFoundError for an unknown report."""
    found = library.value("SELECT version_id FROM report WHERE report_id = ?", (report_id,))
    if found is None:
        raise NotFoundError("report_missing", reference=str(report_id))
    return VersionId(found)


def current_extractor(library: Library, report_id: ReportId) -> str:
    """The format that the present text was read from; raises NotFoundError."""
    found = library.value(
        "SELECT extractor FROM report_version WHERE version_id = ?",
        (current_version(library, report_id),),
    )
    return str(found)


def current_encoding(library: Library, report_id: ReportId) -> str:
    """The codec that the present text was read with, empty for formats that carry their own.

    Raises NotFoundError.
    """
    found = library.value(
        "SELECT encoding FROM report_version WHERE version_id = ?",
        (current_version(library, report_id),),
    )
    return str(found)


def structure_stamp(library: Library, report_id: ReportId) -> tuple[int, ...]:
    """Numbers that are others whenever the structure of a report is; raises NotFoundError."""
    version_id = current_version(library, report_id)
    corrections = library.rows(
        "SELECT correction_id FROM correction WHERE report_id = ? AND deleted = ''"
        " ORDER BY correction_id",
        (report_id,),
    )
    found_by = library.value(
        "SELECT structure_version FROM report_version WHERE version_id = ?", (version_id,)
    )
    return (version_id, int(found_by), *(int(row[0]) for row in corrections))


def deleted_time(library: Library, report_id: ReportId) -> str:
    """When a report was put into the trash, empty if it is not there; raises NotFoundError."""
    found = library.value("SELECT deleted FROM report WHERE report_id = ?", (report_id,))
    if found is None:
        raise NotFoundError("report_missing", reference=str(report_id))
    return str(found)


def report_title(library: Library, report_id: ReportId) -> str:
    """The title of a report; raises NotFoundError."""
    found = library.value("SELECT title FROM report WHERE report_id = ?", (report_id,))
    if found is None:
        raise NotFoundError("report_missing", reference=str(report_id))
    return str(found)
