"""`export`: annotations, or the reports they are in, to standard output or a file."""

from pathlib import Path

from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.notes_filter import FILTER_ARGUMENTS, make_filter
from reportreader.cli.session import Session
from reportreader.cli.written_result import FORCE, OUTPUT, STANDARD_OUTPUT, write_result
from reportreader.errors import ExitCode
from reportreader.notes.annotation import AnnotationKind
from reportreader.services.exchanging import ExchangeFormat, export_exchange, export_project
from reportreader.services.exporting import (
    Grouping,
    WrittenExport,
    export_markdown,
    update_export,
)
from reportreader.services.filewriting import write_file

MARKDOWN = "markdown"
KINDS = frozenset(AnnotationKind) - {AnnotationKind.MARK}
ARGUMENTS = (
    *FILTER_ARGUMENTS,
    Argument(
        name="--group",
        metavar="BY",
        choices=tuple(grouping.value for grouping in Grouping),
        default=Grouping.SECTION.value,
        help="cli_notes.export_option_group",
    ),
    Argument(
        name="--format",
        metavar="FORMAT",
        choices=(MARKDOWN, *(exchange.value for exchange in ExchangeFormat)),
        default=MARKDOWN,
        help="cli_notes.export_option_format",
    ),
    OUTPUT,
    FORCE,
)


def run(session: Session, options: Options) -> ExitCode:
    """Write what the filters let through."""
    language = session.messages.language
    wanted = options.text("--format")
    if wanted != MARKDOWN:
        return _run_exchange(session, options, ExchangeFormat(wanted))
    with session.open_library() as library:
        text = export_markdown(
            library,
            make_filter(library, options, KINDS),
            grouping=Grouping(options.text("--group")),
            language=language,
        )
    target = options.text("--output") or STANDARD_OUTPUT
    if target == STANDARD_OUTPUT:
        session.output.text(text)
        return ExitCode.OK
    written = update_export(
        text, Path(target), overwrite=options.flag("--force"), language=language
    )
    _tell(session, written)
    return ExitCode.OK


def _run_exchange(session: Session, options: Options, wanted: ExchangeFormat) -> ExitCode:
    """Write for another program; such a file is never merged."""
    if wanted is ExchangeFormat.QDPX:
        return _run_project(session, options)
    kinds = frozenset(AnnotationKind) if wanted is ExchangeFormat.JSON else KINDS
    with session.open_library() as library:
        text = export_exchange(
            library,
            make_filter(library, options, kinds),
            wanted,
            language=session.messages.language,
        )
    write_result(session, options, text)
    return ExitCode.OK


def _run_project(session: Session, options: Options) -> ExitCode:
    """Write a project, which is no text and so needs a file."""
    target = options.text("--output") or STANDARD_OUTPUT
    if target == STANDARD_OUTPUT:
        raise UsageError("export_needs_file")
    path = Path(target)
    with session.open_library() as library:
        data = export_project(library, make_filter(library, options, KINDS), name=path.stem)
    write_file(path, data, replace=options.flag("--force"))
    session.diagnostics.note("cli_notes.export_written", path=path)
    return ExitCode.OK


def _tell(session: Session, written: WrittenExport) -> None:
    session.diagnostics.note("cli_notes.export_written", path=written.path)
    merged = written.merged
    if merged is None:
        return
    session.diagnostics.note(
        "cli_notes.export_merged",
        kept=len(merged.kept) + len(merged.merged),
        left_out=len(merged.left_out),
        gone=len(merged.gone),
    )
    if merged.conflicts:
        session.diagnostics.note("cli_notes.export_conflicts", count=len(merged.conflicts))
