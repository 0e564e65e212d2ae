"""What was added lately: each text with the report that it was taken for."""

from dataclasses import dataclass

from reportreader.library.documents import load_text
from reportreader.library.library import Library
from reportreader.library.regrouping import list_latest_versions
from reportreader.notes.annotation import ReportId, VersionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """One text: version `number` (from 1) of a report that has `version_count`; time in ISO 8601."""

    report_id: ReportId
    version_id: VersionId
    title: str
    number: int
    version_count: int
    imported: str

    @property
    def is_new_report(self) -> bool:
        """Whether it was taken for a report of its own."""
        return self.number == 1


def list_additions(library: Library, limit: int = 200) -> tuple[Addition, ...]:
    """The texts that were added last to reports outside the trash, the latest first."""
    return tuple(
        Addition(
            version_id=VersionId(row[0]),
            report_id=ReportId(row[1]),
            title=row[2],
            number=row[3],
            version_count=row[4],
            imported=row[5],
        )
        for row in list_latest_versions(library, limit)
    )


def read_version(library: Library, version_id: VersionId) -> str:
    """The text of a version, also of one that is not the current one; raises NotFoundError."""
    return load_text(library, version_id)
