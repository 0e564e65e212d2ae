"""Files one text: finds out which report it is and writes it, in one transaction or not at all."""

import time
from dataclasses import dataclass
from pathlib import Path

from reportreader.ingest.found_file import FoundFile, entry_label
from reportreader.ingest.read_ahead import ReadFile
from reportreader.ingest.reading import IngestedFile
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
    set_path,
)
from reportreader.notes.annotation import ReportId, VersionId
from reportreader.services.added import AddedFile, AddOutcome
from reportreader.services.browsing import source_path
from reportreader.services.carrying import carry_annotations
from reportreader.services.identifying import Identity, Reason, Verdict, identify, identify_as_asked
from reportreader.services.recognising import find_likeness

SETTLED_NS = 2_000_000_000
"""A file changed less long ago may change again without its time showing it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a file came to be looked at, whether anything may be written, and what it is said to be.

    `as_new`: a report of its own, whatever it is like; `version_of`: a version of this report.
    """

    is_named: bool
    dry_run: bool
    as_new: bool = False
    version_of: ReportId | None = None

    @property
    def is_decided(self) -> bool:
        """Whether a person has said which report it is."""
        return self.as_new or self.version_of is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileState:
    """A file as it was just before it was read."""

    path: str
    size_bytes: int
    modified_ns: int


def look_at(found: FoundFile) -> FileState | None:
    """State of a regular file; None for all else, whose reading will say what is wrong.

    An entry of an archive has the size and time of its archive.
    """
    try:
        status = found.path.stat()
    except OSError:
        return None
    path = source_path(found.path)
    is_settled = time.time_ns() - status.st_mtime_ns > SETTLED_NS
    return FileState(
        path=entry_label(path, found.entry) if found.entry else path,
        size_bytes=status.st_size,
        modified_ns=status.st_mtime_ns if is_settled else 0,
    )


def find_unchanged(library: Library, state: FileState | None, wish: Wish) -> ReportId | None:
    """The report of a file that is as it was when it was read last, and so need not be read."""
    known = find_source(library, state.path) if state is not None else None
    if known is None or state is None or not _is_same_file(known, state) or wish.is_decided:
        return None
    is_away = bool(deleted_time(library, known.report_id))
    return None if is_away and wish.is_named else known.report_id


def add_unread(library: Library, found: FoundFile, report_id: ReportId) -> AddedFile:
    """What became of a file that `find_unchanged` knew."""
    return AddedFile(
        path=found.label,
        outcome=AddOutcome.UNCHANGED,
        report_id=report_id,
        title=report_title(library, report_id),
        why=Reason.SAME_FILE,
    )


def add_read(library: Library, read: ReadFile, wish: Wish, state: FileState | None) -> AddedFile:
    """Adds one file; one that could not be read is refused with its error. Raises LibraryError."""
    if read.ingested is None:
        return AddedFile(path=read.found.label, outcome=AddOutcome.REFUSED, error=read.error)
    return add_ingested(library, read.ingested, wish, label=read.found.label, state=state)


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
        identity = _identify(library, ingested, digest, wish, label=label, state=state)
        return _foreseen(library, identity, ingested, label)
    with library.transaction():
        identity = _identify(library, ingested, digest, wish, label=label, state=state)
        return _write(library, identity, ingested, digest, wish, label=label, state=state)


def _identify(
    library: Library,
    ingested: IngestedFile,
    digest: str,
    wish: Wish,
    *,
    label: str,
    state: FileState | None,
) -> Identity:
    owners = find_text_owners(library, digest)
    if wish.is_decided:
        return identify_as_asked(owners, wish.version_of)
    known = find_source(library, state.path) if state is not None else None
    is_new = known is None and not owners
    likeness = find_likeness(library, ingested.document, name=_name_of(label)) if is_new else None
    if known is None:
        return identify(owners, None, likeness)
    return identify(owners, known.report_id, path_version=known.version_id)


def _foreseen(
    library: Library, identity: Identity, ingested: IngestedFile, label: str
) -> AddedFile:
    """What adding would do."""
    if identity.report_id is None:
        title = ingested.document.title or _name_of(label)
        return AddedFile(
            path=label,
            outcome=AddOutcome.ADDED,
            title=title,
            notices=ingested.notices,
            why=identity.reason,
            resembles=identity.resembles,
        )
    is_known = identity.verdict is Verdict.KNOWN
    return AddedFile(
        path=label,
        outcome=AddOutcome.UNCHANGED if is_known else AddOutcome.NEW_VERSION,
        report_id=identity.report_id,
        title=report_title(library, identity.report_id),
        notices=ingested.notices,
        why=identity.reason,
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
        if identity.reason is Reason.MOVED and state is not None:
            set_path(library, report_id, sanitise_line(state.path))
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
        why=identity.reason,
        resembles=identity.resembles,
    )


def _bring_back(library: Library, report_id: ReportId) -> None:
    title = report_title(library, report_id)
    with journalled(library, "changes.report_restored", title=title, count=1) as recorder:
        recorder.update("report", {"report_id": report_id}, {"deleted": ""})


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
