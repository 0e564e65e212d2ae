"""`export`: annotations, or the reports they are in, to standard output, files or the clipboard."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.notes_filter import FILTER_ARGUMENTS, make_filter
from reportreader.cli.session import Session
from reportreader.cli.written_result import FORCE, OUTPUT, STANDARD_OUTPUT, write_result
from reportreader.errors import ExitCode
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.opening import read_regular_file
from reportreader.notes.annotation import AnnotationKind
from reportreader.services.clipboard import copy_text
from reportreader.services.exchanging import ExchangeFormat, export_exchange, export_project
from reportreader.services.exporting import collect_export
from reportreader.services.filewriting import write_file
from reportreader.services.rendering import Layout, Recipe, render_reports
from reportreader.services.updating import WrittenExport, export_to_folder, update_export

MARKDOWN = "markdown"
TEMPLATE_LIMIT_BYTES = 1 << 20
KINDS = frozenset(AnnotationKind) - {AnnotationKind.MARK}
GROUPS = (Layout.SECTION, Layout.TAG, Layout.COLOUR, Layout.FLAT)
WHOLE_LAYOUTS = (Layout.VAULT, Layout.CITATIONS)
"""Layouts that are formats of their own on the command line."""
ARGUMENTS = (
    *FILTER_ARGUMENTS,
    Argument(
        name="--group",
        metavar="BY",
        choices=tuple(layout.value for layout in GROUPS),
        default=Layout.SECTION.value,
        help="cli_notes.export_option_group",
    ),
    Argument(
        name="--format",
        metavar="FORMAT",
        choices=(
            MARKDOWN,
            *(layout.value for layout in WHOLE_LAYOUTS),
            *(exchange.value for exchange in ExchangeFormat),
        ),
        default=MARKDOWN,
        help="cli_notes.export_option_format",
    ),
    Argument(name="--template", metavar="FILE", help="cli_notes.export_option_template"),
    OUTPUT,
    Argument(name="--folder", metavar="FOLDER", help="cli_notes.export_option_folder"),
    Argument(name="--clipboard", help="cli_notes.export_option_clipboard"),
    Argument(name="--with-trash", help="cli_notes.export_option_with_trash"),
    Argument(name="--restore-deleted", help="cli_notes.export_option_restore_deleted"),
    FORCE,
)


def run(session: Session, options: Options) -> ExitCode:
    """Write what the filters let through."""
    wanted = options.text("--format")
    if wanted in set(ExchangeFormat):
        return _run_exchange(session, options, ExchangeFormat(wanted))
    recipe = _recipe(options)
    folder = options.text("--folder")
    if recipe.layout is Layout.VAULT and not folder and not recipe.template:
        raise UsageError("export_needs_folder")
    with session.open_library() as library:
        reports = collect_export(library, make_filter(library, options, KINDS))
        if folder:
            written = export_to_folder(
                library,
                reports,
                Path(folder),
                lambda report: render_reports([report], recipe, session.messages.language),
                overwrite=options.flag("--force"),
                restore_deleted=options.flag("--restore-deleted"),
                language=session.messages.language,
            )
            _tell(session, written)
            return ExitCode.OK
        text = render_reports(reports, recipe, session.messages.language)
        target = options.text("--output") or STANDARD_OUTPUT
        if target != STANDARD_OUTPUT:
            one = update_export(
                library,
                text,
                Path(target),
                overwrite=options.flag("--force"),
                restore_deleted=options.flag("--restore-deleted"),
                language=session.messages.language,
            )
            _tell(session, [one])
            return ExitCode.OK
    _print(session, options, text)
    return ExitCode.OK


def _recipe(options: Options) -> Recipe:
    """The layout that was asked for, and the template; raises InputError for its file."""
    wanted = options.text("--format")
    layout = Layout(options.text("--group") if wanted == MARKDOWN else wanted)
    path = options.text("--template")
    if not path:
        return Recipe(layout=layout)
    data = read_regular_file(Path(path), limit_bytes=TEMPLATE_LIMIT_BYTES)
    return Recipe(layout=layout, template=decode_text(data, name=path).text)


def _print(session: Session, options: Options, text: str) -> None:
    if not options.flag("--clipboard"):
        session.output.text(text)
        return
    copy_text(text, os.environ, sys.stderr)
    session.diagnostics.note("cli_notes.export_copied", count=len(text))


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
            with_trash=options.flag("--with-trash"),
        )
    if options.flag("--clipboard"):
        _print(session, options, text)
    else:
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


def _tell(session: Session, written: Sequence[WrittenExport]) -> None:
    """Say which files were written and what became of the edits in them."""
    for one in written:
        session.diagnostics.note("cli_notes.export_written", path=one.path)
        merged = one.merged
        if merged is None:
            continue
        session.diagnostics.note(
            "cli_notes.export_merged",
            kept=len(merged.kept) + len(merged.merged),
            left_out=len(merged.left_out),
            gone=len(merged.gone),
        )
        if merged.conflicts:
            session.diagnostics.note("cli_notes.export_conflicts", count=len(merged.conflicts))
