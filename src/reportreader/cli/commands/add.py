"""`add`: files, folders and standard input into the library."""

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from reportreader.cli.addition_report import tell_addition
from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.reading_manner import MANNER, asked_manner
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON
from reportreader.cli.watching import Watch, iter_changes
from reportreader.errors import ExitCode, InputError, LibraryError, LibraryLockedError
from reportreader.ingest.formats import ARCHIVE_SUFFIX
from reportreader.ingest.manner import Manner
from reportreader.ingest.reading import TEXT_LIMIT_BYTES
from reportreader.library.library import Library
from reportreader.services.adding import AddProgress, AddSummary, add_bytes, add_paths
from reportreader.services.browsing import find_report
from reportreader.services.maintaining import make_due_backups

STANDARD_INPUT = "-"
ARGUMENTS = (
    Argument(name="PATH", help="cli_reports.add_word_path", is_required=True, is_many=True),
    Argument(name="--watch", help="cli_reports.add_option_watch"),
    Argument(name="--dry-run", help="cli_reports.add_option_dry_run"),
    Argument(name="--as-new", help="cli_reports.add_option_as_new"),
    Argument(name="--version-of", metavar="REPORT", help="cli_reports.add_option_version_of"),
    *MANNER,
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Add everything named; what cannot be read is told and passed over."""
    manner = asked_manner(options)
    _check_version_of(options)
    paths = [Path(name) for name in options.texts("PATH") if name != STANDARD_INPUT]
    follows = options.flag("--watch")
    watch = Watch(paths) if follows else None
    as_json = options.flag("--json")
    with session.open_library() as library, _stop_on_interrupt() as should_stop:
        summary = _add(session, library, options, paths, should_stop, manner)
        tell_addition(session, library, summary, as_json=as_json, is_one_of_many=follows)
        if watch is not None and not summary.interrupted:
            _follow(session, library, options, watch, should_stop, manner)
            return ExitCode.OK
        if summary.added or summary.new_versions:
            _back_up(session, library)
    if summary.interrupted:
        session.diagnostics.note("cli_reports.add_interrupted")
        return ExitCode.INTERRUPTED
    return ExitCode.REFUSED if summary.refused else ExitCode.OK


def _back_up(session: Session, library: Library) -> None:
    """Make the backups that are due; without them the addition stands all the same."""
    try:
        make_due_backups(library)
    except LibraryError as error:
        session.diagnostics.error(error)


def _check_version_of(options: Options) -> None:
    """Refuses what would make one report of several files, or asks for both at once."""
    if not options.text("--version-of"):
        return
    paths = [Path(name) for name in options.texts("PATH")]
    has_many = len(paths) > 1 or paths[0].is_dir() or paths[0].suffix.lower() == ARCHIVE_SUFFIX
    if options.flag("--as-new") or options.flag("--watch") or has_many:
        raise UsageError("version_of_one_file")


def _add(
    session: Session,
    library: Library,
    options: Options,
    paths: Sequence[Path],
    should_stop: Callable[[], bool],
    manner: Manner,
) -> AddSummary:
    dry_run, as_new = options.flag("--dry-run"), options.flag("--as-new")
    reference = options.text("--version-of")
    version_of = find_report(library, reference).report_id if reference else None
    summary = add_paths(
        library,
        paths,
        on_progress=lambda progress: _show_progress(session, progress),
        should_stop=should_stop,
        dry_run=dry_run,
        manner=manner,
        as_new=as_new,
        version_of=version_of,
    )
    session.diagnostics.end_progress()
    if STANDARD_INPUT not in options.texts("PATH") or summary.interrupted:
        return summary
    file = add_bytes(
        library,
        _standard_input(session),
        STANDARD_INPUT,
        manner=manner,
        dry_run=dry_run,
        as_new=as_new,
        version_of=version_of,
    )
    return AddSummary(files=(*summary.files, file), interrupted=summary.interrupted)


def _standard_input(session: Session) -> bytes:
    data = session.source.read(TEXT_LIMIT_BYTES + 1)
    if len(data) > TEXT_LIMIT_BYTES:
        limit = TEXT_LIMIT_BYTES >> 20
        raise InputError("file_too_large", path=STANDARD_INPUT, size=limit, limit=limit)
    return data


def _follow(
    session: Session,
    library: Library,
    options: Options,
    watch: Watch,
    should_stop: Callable[[], bool],
    manner: Manner,
) -> None:
    """Add what changes until Ctrl-C; a library that is busy is tried again."""
    session.diagnostics.note("cli_reports.add_watching")
    for changed in iter_changes(watch, should_stop):
        try:
            summary = add_paths(
                library,
                changed,
                should_stop=should_stop,
                dry_run=options.flag("--dry-run"),
                manner=manner,
                as_new=options.flag("--as-new"),
                are_named=False,
            )
        except LibraryLockedError as error:
            session.diagnostics.error(error)
            continue
        watch.mark_done(changed)
        if summary.unchanged < len(summary.files):
            as_json = options.flag("--json")
            tell_addition(session, library, summary, as_json=as_json, is_one_of_many=True)
    session.diagnostics.note("cli_reports.add_watch_ended")


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
