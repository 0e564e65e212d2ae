"""The document that a word of a command line names: a report of the library, or a file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reportreader.cli.session import Session
from reportreader.document.document import Document
from reportreader.errors import AmbiguousError, ExitCode, InputError, NotFoundError
from reportreader.ingest.manner import AS_FOUND, Manner
from reportreader.ingest.reading import TEXT_LIMIT_BYTES, read_bytes, read_file

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDocument:
    """A document and what to call it: the short id of a report, or the stem of a file name."""

    name: str
    document: Document


def for_each_document(
    session: Session,
    references: Iterable[str],
    act: Callable[[NamedDocument], None],
    *,
    manner: Manner = AS_FOUND,
) -> ExitCode:
    """Call `act` with each document named; one that cannot be had is told and passed over.

    Files need no library. The result is the exit code of the last refusal, or OK.
    """
    code = ExitCode.OK
    for reference in references:
        try:
            named = get_document(session, reference, manner=manner)
        except (InputError, NotFoundError, AmbiguousError) as error:
            session.diagnostics.error(error)
            code = error.exit_code
        else:
            act(named)
    return code


def get_document(session: Session, reference: str, *, manner: Manner = AS_FOUND) -> NamedDocument:
    """The document of one reference: `-`, a file, or a report of the library.

    Raises NotFoundError, AmbiguousError, InputError or LibraryError.
    """
    if reference == STANDARD_INPUT:
        return _standard_input(session, manner)
    if session.names_file(reference):
        return _file(session, Path(reference), manner)
    return _report(session, reference)


def _standard_input(session: Session, manner: Manner) -> NamedDocument:
    data = session.source.read(TEXT_LIMIT_BYTES + 1)
    if len(data) > TEXT_LIMIT_BYTES:
        limit = TEXT_LIMIT_BYTES >> 20
        raise InputError("file_too_large", path=STANDARD_INPUT, size=limit, limit=limit)
    ingested = read_bytes(data, STANDARD_INPUT, manner=manner)
    return NamedDocument(name=STANDARD_INPUT, document=ingested.document)


def _file(session: Session, path: Path, manner: Manner) -> NamedDocument:
    ingested = read_file(path, manner=manner)
    for notice in ingested.notices:
        session.diagnostics.note(notice.message_id, **notice.values)
    return NamedDocument(name=path.stem, document=ingested.document)


def _report(session: Session, reference: str) -> NamedDocument:
    from reportreader.services.browsing import find_report
    from reportreader.services.reading import open_report

    with session.open_library() as library:
        opened = open_report(library, find_report(library, reference).report_id)
    return NamedDocument(name=opened.summary.short_id, document=opened.document)
