"""The files that reports were read from, as they were then."""

from pathlib import Path
from typing import NamedTuple

from reportreader.library.library import Library
from reportreader.notes.annotation import ReportId, VersionId

_FIND_SOURCE = """SELECT report_id, version_id, size_bytes, modified_ns, sha256 FROM report_source
  WHERE path = ?"""
_SAVE_SOURCE = "INSERT OR REPLACE INTO report_source VALUES (?, ?, ?, ?, ?, ?)"


class Source(NamedTuple):
    """A file that a report was read from, as it was then.

    `modified_ns` is 0 where the time of change says nothing yet: the file had just been written.
    """

    path: str
    report_id: ReportId
    version_id: VersionId
    size_bytes: int
    modified_ns: int
    sha256: str


def find_source(library: Library, path: str) -> Source | None:
    """What is known of the file at `path`."""
    row = library.row(_FIND_SOURCE, (path,))
    if row is None:
        return None
    return Source(
        path=path,
        report_id=ReportId(row[0]),
        version_id=VersionId(row[1]),
        size_bytes=row[2],
        modified_ns=row[3],
        sha256=row[4].hex(),
    )


def list_source_paths(library: Library, report_id: ReportId) -> tuple[str, ...]:
    """The files that a report was read from, wherever they are now."""
    return tuple(
        row[0]
        for row in library.rows(
            "SELECT path FROM report_source WHERE report_id = ? ORDER BY path", (report_id,)
        )
    )


def find_reports_by_stem(library: Library, stem: str) -> tuple[ReportId, ...]:
    """The reports outside the trash that were read from a file of that name, its suffix apart."""
    rows = library.rows(
        """SELECT DISTINCT report_id, report_source.path FROM report_source JOIN report USING (report_id)
          WHERE deleted = '' AND instr(report_source.path, ?) ORDER BY report_id""",
        (f"{stem}.",),
    )
    return tuple(
        dict.fromkeys(ReportId(row[0]) for row in rows if Path(row[1].split("!/")[-1]).stem == stem)
    )


def save_source(library: Library, source: Source) -> None:
    """Remembers which version the file at a path gave; inside a transaction."""
    library.execute(
        _SAVE_SOURCE,
        (
            source.path,
            source.report_id,
            source.version_id,
            source.size_bytes,
            source.modified_ns,
            bytes.fromhex(source.sha256),
        ),
    )
