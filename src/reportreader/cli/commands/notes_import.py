"""`notes import`: annotations that this program exported, and clippings of other programs."""

from pathlib import Path

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shapes import numbers_shape
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.opening import read_regular_file
from reportreader.notes.clippings import parse_clippings
from reportreader.notes.webreading import parse_web_annotations
from reportreader.services.collecting import import_clippings
from reportreader.services.import_steps import (
    KEPT,
    LEFT_OUT,
    ImportOutcome,
    ImportStep,
    count_outcomes,
)
from reportreader.services.importing import import_annotations
from reportreader.services.project_importing import import_project, is_project

LIMIT_BYTES = 256 << 20
ARGUMENTS = (
    Argument(name="FILE", help="cli_exchange.notes_import_word_file", is_required=True),
    Argument(name="--dry-run", help="cli_exchange.notes_import_option_dry_run"),
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Join the file with the library; say what was left out and why."""
    path = Path(options.text("FILE"))
    data = read_regular_file(path, limit_bytes=LIMIT_BYTES)
    is_dry = options.flag("--dry-run")
    if is_project(data):
        steps = _import_project(session, path, data, is_dry=is_dry)
    else:
        steps = _import_text(session, decode_text(data, name=str(path)).text, is_dry=is_dry)
    shown = [step for step in steps if step.outcome is not ImportOutcome.UNCHANGED]
    counts = count_outcomes(steps)
    if options.flag("--json"):
        session.output.json(
            {
                "counts": numbers_shape(counts),
                "annotations": [
                    {"id": step.annotation.annotation_id, "outcome": step.outcome.value}
                    for step in shown
                ],
            }
        )
    else:
        session.output.rows([_row(session, step) for step in shown])
    session.diagnostics.note(
        "cli_exchange.notes_import_would" if is_dry else "cli_exchange.notes_import_done",
        added=counts[ImportOutcome.ADDED],
        changed=counts[ImportOutcome.CHANGED],
        unchanged=counts[ImportOutcome.UNCHANGED],
        kept=sum(counts[outcome] for outcome in KEPT),
        left_out=sum(counts[outcome] for outcome in LEFT_OUT),
    )
    return ExitCode.REFUSED if any(counts[outcome] for outcome in LEFT_OUT) else ExitCode.OK


def _import_text(session: Session, text: str, *, is_dry: bool) -> tuple[ImportStep, ...]:
    clippings = parse_clippings(text)
    imported = parse_web_annotations(text) if clippings is None else ()
    with session.open_library() as library:
        if clippings is None:
            return import_annotations(library, imported, dry_run=is_dry)
        language = session.messages.language
        return import_clippings(library, *clippings, dry_run=is_dry, language=language)


def _import_project(
    session: Session, path: Path, data: bytes, *, is_dry: bool
) -> tuple[ImportStep, ...]:
    with session.open_library() as library:
        project = import_project(library, data, name=str(path), dry_run=is_dry)
    session.diagnostics.note(
        "cli_exchange.notes_import_project",
        codes=project.code_count,
        added=project.texts_added,
        missing=len(project.texts_missing),
        passed_over=project.passed_over,
    )
    return project.steps


def _row(session: Session, step: ImportStep) -> tuple[str, ...]:
    outcome = session.text(f"cli_exchange.notes_import_{step.outcome.value}")
    return outcome, step.annotation.annotation_id, step.title, step.annotation.quote
