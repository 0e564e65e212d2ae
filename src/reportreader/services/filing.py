"""Files one text: finds out which report it is and writes it, in one transaction or not at all."""

import time
from dataclasses import dataclass
from pathlib import Path

from reportreader.errors import ReportReaderError
from reportreader.ingest.reading import IngestedFile, read_file
from reportreader.ingest.sanitising import sanitise_line
from reportreader.library.digest import text_digest
from reportreader.library.journal import journalled
from reportreader.library.library import Library
from reportreader.library.reports import (
    Source,
    VersionOrigin,
    current_version,
    deleted_time,
    find_source,
    find_text_owners,
    insert_report,
    insert_version,
    report_title,
    save_source,
)
from reportreader.notes.annotation import ReportId, VersionId
from reportreader.services.added import AddedFile, AddOutcome
from reportreader.services.browsing import source_path
from reportreader.services.carrying import carry_annotations
from reportreader.services.identifying import Identity, Verdict, identify

SETTLED_NS = 2_000_000_000
"""A file changed less long ago may change again without its time showing it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a file came to be looked at, and whether anything may be written."""

    is_named: bool
    dry_run: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileState:
    """A file as it was just before it was read."""

    path: str
    size_bytes: int
    modified_ns: int


def add_file(library: Library, path: Path, wish: Wish, *, encoding: str | None) -> AddedFile:
    """Adds one file; one that cannot be read is refused with its error. Raises LibraryError."""
    state = _look_at(path)
    if state is not None and encoding is None:
        known = find_source(library, state.path)
        if known is not None and _is_same_file(known, state):
            is_away = bool(deleted_time(library, known.report_id))
            if not (is_away and wish.is_named):
                return _unchanged(library, known.report_id, str(path))
    try:
        ingested = read_file(path, encoding=encoding)
    except ReportReaderError as error:
        return AddedFile(path=str(path), outcome=AddOutcome.REFUSED, error=error)
    return add_ingested(library, ingested, wish, label=str(path), state=state)


def _look_at(path: Path) -> FileState | None:
    """State of a regular file; None for all else, whose reading will say what is wrong."""
    try:
        found = path.stat()
    except OSError:
        return None
    is_settled = time.time_ns() - found.st_mtime_ns > SETTLED_NS
    return FileState(
        path=source_path(path),
        size_bytes=found.st_size,
        modified_ns=found.st_mtime_ns if is_settled else 0,
    )


def _is_same_file(known: Source, state: FileState) -> bool:
    return (
        state.modified_ns != 0
        and known.modified_ns == state.modified_ns
        and known.size_bytes == state.size_bytes
    )


def add_ingested(
    library: Library,
    ingested: IngestedFile,
    wish: Wish,
    *,
    label: str,
    state: FileState | None = None,
) -> AddedFile:
    """Adds what was read, in one transaction; `label` is what the person called it."""
    digest = text_digest(ingested.document.text)
    if wish.dry_run:
        identity = _identify(library, digest, state)
        return _foreseen(library, identity, ingested, label)
    with library.transaction():
        identity = _identify(library, digest, state)
        return _write(library, identity, ingested, digest, wish, label=label, state=state)


def _identify(library: Library, digest: str, state: FileState | None) -> Identity:
    known = find_source(library, state.path) if state is not None else None
    owners = find_text_owners(library, digest)
    return identify(owners, known.report_id if known is not None else None)


def _foreseen(
    library: Library, identity: Identity, ingested: IngestedFile, label: str
) -> AddedFile:
    """What adding would do."""
    if identity.report_id is None:
        title = ingested.document.title or _name_of(label)
        return AddedFile(
            path=label, outcome=AddOutcome.ADDED, title=title, notices=ingested.notices
        )
    is_known = identity.verdict is Verdict.KNOWN
    return AddedFile(
        path=label,
        outcome=AddOutcome.UNCHANGED if is_known else AddOutcome.NEW_VERSION,
        report_id=identity.report_id,
        title=report_title(library, identity.report_id),
        notices=ingested.notices,
    )


def _write(
    library: Library,
    identity: Identity,
    ingested: IngestedFile,
    digest: str,
    wish: Wish,
    *,
    label: str,
    state: FileState | None,
) -> AddedFile:
    document, name = ingested.document, _name_of(label)
    origin = VersionOrigin(
        text_sha256=digest,
        source_sha256=ingested.source_sha256,
        byte_length=ingested.byte_length,
        encoding=ingested.encoding,
        extractor=ingested.extractor,
        extractor_version=ingested.extractor_version,
    )
    placements = None
    report_id = identity.report_id
    if report_id is None:
        outcome = AddOutcome.ADDED
        path = sanitise_line(state.path) if state is not None else ""
        report_id, _ = insert_report(library, document, origin, path=path, name=name)
    elif identity.verdict is Verdict.NEW_VERSION:
        outcome = AddOutcome.NEW_VERSION
        version_id = insert_version(library, report_id, document, origin, name=name)
        placements = carry_annotations(library, report_id, version_id)
    else:
        outcome = AddOutcome.UNCHANGED
    if wish.is_named and deleted_time(library, report_id):
        outcome = AddOutcome.ADDED if outcome is AddOutcome.UNCHANGED else outcome
        _bring_back(library, report_id)
    if state is not None:
        save_source(
            library, _source(state, ingested, report_id, current_version(library, report_id))
        )
    return AddedFile(
        path=label,
        outcome=outcome,
        report_id=report_id,
        title=report_title(library, report_id),
        placements=placements,
        notices=ingested.notices,
    )


def _bring_back(library: Library, report_id: ReportId) -> None:
    title = report_title(library, report_id)
    with journalled(library, "changes.report_restored", title=title, count=1) as recorder:
        recorder.update("report", {"report_id": report_id}, {"deleted": ""})


def _unchanged(library: Library, report_id: ReportId, label: str) -> AddedFile:
    return AddedFile(
        path=label,
        outcome=AddOutcome.UNCHANGED,
        report_id=report_id,
        title=report_title(library, report_id),
    )


def _source(
    state: FileState, ingested: IngestedFile, report_id: ReportId, version_id: VersionId
) -> Source:
    return Source(
        path=state.path,
        report_id=report_id,
        version_id=version_id,
        size_bytes=state.size_bytes,
        modified_ns=state.modified_ns,
        sha256=ingested.source_sha256,
    )


def _name_of(label: str) -> str:
    """The title of a report without any text to take one from."""
    return sanitise_line(Path(label).stem) or label
