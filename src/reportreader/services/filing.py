"""Files one text: finds out which report it is and writes it, in one transaction or not at all."""

from pathlib import Path

from reportreader.ingest.found_file import FoundFile
from reportreader.ingest.read_ahead import ReadFile
from reportreader.ingest.reading import IngestedFile
from reportreader.ingest.sanitising import sanitise_line
from reportreader.library.digest import text_digest
from reportreader.library.journal import journalled
from reportreader.library.library import Library
from reportreader.library.reports import (
    VersionOrigin,
    find_text_owners,
    insert_report,
    insert_version,
    set_path,
)
from reportreader.library.sources import Source, find_source, save_source
from reportreader.library.standing import current_version, deleted_time, report_title
from reportreader.notes.annotation import ReportId, VersionId
from reportreader.services.added import AddedFile, AddOutcome
from reportreader.services.carrying import carry_annotations
from reportreader.services.identifying import Identity, Reason, Verdict, identify, identify_as_asked
from reportreader.services.known_files import FileState, Wish
from reportreader.services.recognising import find_likeness


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
