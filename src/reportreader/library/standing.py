"""How a report stands in the library: its current version, its title, whether it was thrown away."""

from reportreader.errors import NotFoundError
from reportreader.library.library import Library
from reportreader.notes.annotation import ReportId, VersionId


def current_version(library: Library, report_id: ReportId) -> VersionId:
    """The version that is read now; raises NotFoundError for an unknown report."""
    found = library.value("SELECT version_id FROM report WHERE report_id = ?", (report_id,))
    if found is None:
        raise NotFoundError("report_missing", reference=str(report_id))
    return VersionId(found)


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
