"""The beginning of a file that is not in the library, as a report to look at."""

from pathlib import Path

from reportreader.document.document import Document
from reportreader.errors import ReportReaderError
from reportreader.ingest.formats import (
    IN_PROCESS_SUFFIXES,
    find_format,
    load_extractor,
    may_be_slow,
)
from reportreader.ingest.manner import AS_FOUND
from reportreader.ingest.opening import read_beginning
from reportreader.ingest.reading import UNGUARDED_LIMIT_BYTES
from reportreader.ingest.sanitising import sanitise_line
from reportreader.ingest.structuring import structured_document
from reportreader.library.place import ReadingPlace
from reportreader.library.summary import ReportSummary
from reportreader.notes.annotation import ReportId, VersionId
from reportreader.services.reading import OpenedReport

BEGINNING_BYTES = 24 << 10
"""More than the largest screen shows."""
_NOWHERE = 0
"""Number of no report and no version."""


def open_beginning(path: Path) -> OpenedReport | None:
    """The first part of the text or Markdown at `path`, with the structure found in that part.

    None for all other files, and for what cannot be read: adding it says why.
    """
    if path.suffix.lower() not in IN_PROCESS_SUFFIXES:
        return None
    try:
        data, size_bytes = read_beginning(path, BEGINNING_BYTES)
        if not data or size_bytes > UNGUARDED_LIMIT_BYTES:
            return None
        is_complete = len(data) == size_bytes
        document = _read(data if is_complete else _whole_lines(data), str(path))
    except (ReportReaderError, OSError, ValueError):
        return None
    if document is None:
        return None
    length = len(document.text)
    return OpenedReport(
        summary=ReportSummary(
            report_id=ReportId(_NOWHERE),
            short_id="",
            title=document.title or sanitise_line(path.stem),
            length=length if is_complete else length * size_bytes // len(data),
        ),
        version_id=VersionId(_NOWHERE),
        document=document,
        place=ReadingPlace(),
        annotations=(),
        keyphrases=(),
        is_complete=is_complete,
    )


def _read(data: bytes, name: str) -> Document | None:
    found = find_format(data, name)
    if found.is_isolated or (found.name == "markdown" and may_be_slow(data)):
        return None
    extracted = load_extractor(found.name).extract(data, name=name, manner=AS_FOUND)
    return structured_document(extracted.document)[0]


def _whole_lines(data: bytes) -> bytes:
    """Without the line that is cut, if there is any other."""
    return data[: data.rfind(b"\n") + 1] or data
