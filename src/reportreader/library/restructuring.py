"""Versions whose structure was found by an older pass, and how a newer one takes its place."""

from dataclasses import dataclass

from reportreader.document.document import Document
from reportreader.library.documents import save_structure
from reportreader.library.library import Library
from reportreader.library.meta import get_meta, put_meta
from reportreader.library.reports import refresh_report
from reportreader.notes.annotation import ReportId, VersionId

_COUNT_OUTDATED = """SELECT count(*) FROM report JOIN report_version USING (version_id)
  WHERE structure_version < ?"""
_LIST_OUTDATED = """SELECT r.report_id, r.version_id, v.extractor
  FROM report r JOIN report_version v USING (version_id)
  WHERE v.structure_version < ? ORDER BY r.opened DESC, r.report_id DESC"""
_IS_OUTDATED = """SELECT 1 FROM report r JOIN report_version v USING (version_id)
  WHERE r.report_id = ? AND r.version_id = ? AND v.structure_version < ?"""
_STAMP = "UPDATE report_version SET structure_version = ? WHERE version_id = ?"

_RENEWED_TO = "structure_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutdatedVersion:
    """The current version of a report, read by an older pass; `extractor` drew out its text."""

    report_id: ReportId
    version_id: VersionId
    extractor: str


def count_outdated(library: Library, structure_version: int) -> int:
    """How many reports were read by a pass older than `structure_version`."""
    return int(library.value(_COUNT_OUTDATED, (structure_version,)))


def is_known_renewed(library: Library, structure_version: int) -> bool:
    """Whether it was written down that no report was read by an older pass; costs nothing to ask."""
    return get_meta(library, _RENEWED_TO) == str(structure_version)


def note_renewed(library: Library, structure_version: int) -> None:
    """Writes down that no report was read by an older pass."""
    with library.transaction():
        put_meta(library, _RENEWED_TO, str(structure_version))


def list_outdated(library: Library, structure_version: int) -> tuple[OutdatedVersion, ...]:
    """The reports read by an older pass, those opened last first."""
    return tuple(
        OutdatedVersion(report_id=ReportId(row[0]), version_id=VersionId(row[1]), extractor=row[2])
        for row in library.rows(_LIST_OUTDATED, (structure_version,))
    )


def save_renewed(library: Library, outdated: OutdatedVersion, document: Document) -> bool:
    """Puts what a newer pass found in the place of what the older one did; inside a transaction.

    False, and nothing is written, if another program has done so meanwhile.
    """
    values = (outdated.report_id, outdated.version_id, document.structure_version)
    if library.value(_IS_OUTDATED, values) is None:
        return False
    save_structure(library, outdated.version_id, document)
    library.execute(_STAMP, (document.structure_version, outdated.version_id))
    refresh_report(library, outdated.report_id)
    return True
