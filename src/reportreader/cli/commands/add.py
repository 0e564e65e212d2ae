"""`add`: files, folders and standard input into the library."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.session import Session
from reportreader.cli.shapes import numbers_shape
from reportreader.cli.shared_arguments import ENCODING, JSON
from reportreader.errors import ExitCode, InputError
from reportreader.ingest.reading import TEXT_LIMIT_BYTES, check_encoding
from reportreader.library.library import Library
from reportreader.services.adding import (
    AddedFile,
    AddOutcome,
    AddProgress,
    AddSummary,
    add_bytes,
    add_paths,
)
from reportreader.services.browsing import find_report, get_report
from reportreader.services.identifying import Reason

STANDARD_INPUT = "-"
_TOLD_REASONS = (Reason.MOVED, Reason.KEPT_APART)
"""Decisions that a person may want to change."""
ARGUMENTS = (
    Argument(name="PATH", help="cli_reports.add_word_path", is_required=True, is_many=True),
    Argument(name="--dry-run", help="cli_reports.add_option_dry_run"),
    Argument(name="--as-new", help="cli_reports.add_option_as_new"),
    Argument(name="--version-of", metavar="REPORT", help="cli_reports.add_option_version_of"),
    ENCODING,
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Add everything named; what cannot be read is told and passed over."""
    encoding = options.text("--encoding") or None
    if encoding:
        check_encoding(encoding)
    _check_version_of(options)
    with session.open_library() as library:
        summary = _add(session, library, options, encoding)
        _tell(session, library, summary, as_json=options.flag("--json"))
    if summary.interrupted:
        session.diagnostics.note("cli_reports.add_interrupted")
        return ExitCode.INTERRUPTED
    return ExitCode.REFUSED if summary.refused else ExitCode.OK


def _check_version_of(options: Options) -> None:
    """Refuses what would make one report of several files, or asks for both at once."""
    if not options.text("--version-of"):
        return
    paths = options.texts("PATH")
    if options.flag("--as-new") or len(paths) > 1 or Path(paths[0]).is_dir():
        raise UsageError("version_of_one_file")


def _add(session: Session, library: Library, options: Options, encoding: str | None) -> AddSummary:
    names = options.texts("PATH")
    paths = [Path(name) for name in names if name != STANDARD_INPUT]
    dry_run, as_new = options.flag("--dry-run"), options.flag("--as-new")
    reference = options.text("--version-of")
    version_of = find_report(library, reference).report_id if reference else None
    with _stop_on_interrupt() as should_stop:
        summary = add_paths(
            library,
            paths,
            on_progress=lambda progress: _show_progress(session, progress),
            should_stop=should_stop,
            dry_run=dry_run,
            encoding=encoding,
            as_new=as_new,
            version_of=version_of,
        )
    session.diagnostics.end_progress()
    if STANDARD_INPUT not in names or summary.interrupted:
        return summary
    data = session.source.read(TEXT_LIMIT_BYTES + 1)
    if len(data) > TEXT_LIMIT_BYTES:
        limit = TEXT_LIMIT_BYTES >> 20
        raise InputError("file_too_large", path=STANDARD_INPUT, size=limit, limit=limit)
    file = add_bytes(
        library,
        data,
        STANDARD_INPUT,
        encoding=encoding,
        dry_run=dry_run,
        as_new=as_new,
        version_of=version_of,
    )
    return AddSummary(files=(*summary.files, file), interrupted=summary.interrupted)


@contextmanager
def _stop_on_interrupt() -> Iterator[Callable[[], bool]]:
    """Ctrl-C ends the addition behind the file that is being added; pressed again, at once."""
    pressed = False

    def press(_number: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    before = signal.signal(signal.SIGINT, press)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)


def _show_progress(session: Session, progress: AddProgress) -> None:
    rate = progress.done / max(progress.elapsed_seconds, 0.001)
    session.diagnostics.progress(
        "cli_reports.add_progress",
        done=progress.done,
        total=progress.total,
        rate=f"{rate:.0f}",
        seconds=f"{(progress.total - progress.done) / max(rate, 0.001):.0f}",
        refused=progress.refused,
    )


def _tell(session: Session, library: Library, summary: AddSummary, *, as_json: bool) -> None:
    for file in summary.files:
        for notice in file.notices:
            text = session.text(notice.message_id, **notice.values)
            session.diagnostics.note("cli_reports.add_notice", path=file.path, notice=text)
    if as_json:
        session.output.json(_shape(session, library, summary))
        return
    shown = [file for file in summary.files if file.outcome is not AddOutcome.UNCHANGED]
    session.output.rows(
        (session.text(f"cli_reports.add_{file.outcome.replace('-', '_')}"), _short_id(library, file),
         file.title or file.path)
        for file in shown
        if file.error is None
    )  # fmt: skip
    for file in shown:
        if file.error is not None:
            session.diagnostics.error(file.error)
        elif file.why in _TOLD_REASONS:
            why = _why(session, file)
            session.diagnostics.note("cli_reports.add_notice", path=file.path, notice=why)
        for state, count in (file.placements or {}).items():
            session.diagnostics.note(
                "cli_reports.add_carried",
                path=file.path,
                state=session.text(f"cli.state_{state.value}"),
                count=count,
            )
    session.diagnostics.note("cli_reports.add_total", total=len(summary.files), **_counts(summary))


def _why(session: Session, file: AddedFile) -> str:
    """Why a file was taken for what it is."""
    if not file.why:
        return ""
    return session.text(file.why, report=file.report_id, resembles=file.resembles)


def _counts(summary: AddSummary) -> dict[str, int]:
    return {
        "added": summary.added,
        "new_versions": summary.new_versions,
        "unchanged": summary.unchanged,
        "refused": summary.refused,
    }


def _short_id(library: Library, file: AddedFile) -> str:
    return get_report(library, file.report_id).short_id if file.report_id is not None else ""


def _shape(session: Session, library: Library, summary: AddSummary) -> dict[str, object]:
    return {
        "files": [
            {
                "path": file.path,
                "outcome": file.outcome.value,
                "id": _short_id(library, file),
                "title": file.title,
                "error": file.error.message_id if file.error else "",
                "message": session.messages.error(file.error) if file.error else "",
                "why": file.why.removeprefix("adding."),
                "resembles": str(file.resembles or ""),
                "placements": numbers_shape(file.placements or {}),
                "notices": [notice.message_id for notice in file.notices],
            }
            for file in summary.files
        ],
        **_counts(summary),
        "interrupted": summary.interrupted,
    }
