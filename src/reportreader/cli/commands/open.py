"""`open`: the reading screen; what is meant where no command is given."""

import gc
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.session import Session
from reportreader.errors import ExitCode, NotFoundError
from reportreader.library.library import Library
from reportreader.notes.annotation import ReportId
from reportreader.tui.glimpse import Glimpse

ARGUMENTS = (
    Argument(name="REPORT", help="cli_reports.open_word_report"),
    Argument(name="--beside", metavar="REPORT", help="cli_reports.open_option_beside"),
)
if TYPE_CHECKING:
    from reportreader.tui.starting import StartPlace

_PLACE = re.compile(r"(.+)#(\d{1,9})")


def run(session: Session, options: Options) -> ExitCode:
    """Open the library, a report, a place in it, or a file, which is added if it is new.

    Where there is no terminal, or one that can only print, a report is written as plain text.
    """
    reference, beside = options.text("REPORT"), options.text("--beside")
    if beside and not reference:
        raise UsageError("beside_what")
    if not _has_screen(session):
        return _write(session, reference)
    settings = session.settings()
    with session.open_library() as library:
        # Collecting garbage while modules are loaded takes a tenth of the start; the app allows it
        # again, and so does adding.
        gc.disable()
        with Glimpse(library, settings, session.messages) as glimpse:
            start = _find_start(session, library, reference, beside, glimpse)
            gc.disable()
            from reportreader.tui.starting import run_program

            return ExitCode(
                run_program(
                    library, settings, session.messages, start=start, glimpse=glimpse.terminal
                )
            )


def _has_screen(session: Session) -> bool:
    """Whether there is a terminal whose cursor can be moved."""
    is_terminal = sys.stdin.isatty() and session.output.is_terminal
    return is_terminal and session.environment.get("TERM") != "dumb"


def _write(session: Session, reference: str) -> ExitCode:
    from reportreader.cli.document_source import get_document
    from reportreader.cli.paging import paged
    from reportreader.cli.plain_text import write_text

    if not reference:
        raise UsageError("terminal_missing")
    name, _ = _split_place(session, reference)
    document = get_document(session, name).document
    with paged(session.output, session.environment):
        write_text(session, document)
    return ExitCode.OK


def _find_start(
    session: Session, library: Library, reference: str, beside: str, glimpse: Glimpse
) -> "StartPlace | None":
    """The place to begin at, and that of a second pane; None is the library itself."""
    if not reference:
        return None
    from reportreader.tui.starting import StartPlace

    place = _find_place(session, library, reference, glimpse)
    beside_place = _find_place(session, library, beside, glimpse) if beside else None
    return StartPlace(*place, beside_place)


def _find_place(
    session: Session, library: Library, reference: str, glimpse: Glimpse
) -> tuple[ReportId, int | None]:
    from reportreader.services.browsing import find_report

    name, offset = _split_place(session, reference)
    if session.names_file(name):
        return _add(session, library, Path(name), glimpse), offset
    return find_report(library, name).report_id, offset


def _split_place(session: Session, reference: str) -> tuple[str, int | None]:
    """The name and the offset behind `#`, unless a file is called exactly so."""
    match = _PLACE.fullmatch(reference)
    if match is None or session.names_file(reference):
        return reference, None
    return match.group(1), int(match.group(2))


def _add(session: Session, library: Library, path: Path, glimpse: Glimpse) -> ReportId:
    """The report of a file, added if it is new; raises what reading it raises."""
    from reportreader.services.known_files import find_known, was_read

    known = find_known(library, path)
    if known is not None:
        # Adding would find the same out, but loads the readers of all formats first.
        return known
    if not (library.read_only or was_read(library, path)):
        glimpse.show(path)
    gc.enable()
    return _add_new(session, library, path, glimpse)


def _add_new(session: Session, library: Library, path: Path, glimpse: Glimpse) -> ReportId:
    from reportreader.ingest.formats import ARCHIVE_SUFFIX
    from reportreader.ingest.reading import read_file
    from reportreader.services.adding import add_paths
    from reportreader.services.browsing import find_report

    if library.read_only:
        return find_report(library, os.fspath(path)).report_id
    if path.is_dir():
        raise UsageError("folder_not_opened", path=path)
    if path.suffix.lower() == ARCHIVE_SUFFIX:
        read_file(path)  # raises for an archive, which is not one report to open
    (file,) = add_paths(library, [path]).files
    if file.error is not None:
        raise file.error
    if file.notices:
        glimpse.withdraw()
    for notice in file.notices:
        session.diagnostics.note(notice.message_id, **notice.values)
    if file.report_id is None:
        raise NotFoundError("file_missing", path=str(path))
    return file.report_id
