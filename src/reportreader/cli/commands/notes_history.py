"""`notes history`: what happened to one annotation."""

from collections.abc import Mapping

from reportreader.cli.arguments import Options
from reportreader.cli.notes_filter import find_annotation_ids
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, NOTE
from reportreader.errors import ExitCode
from reportreader.services.note_history import HistoryEntry, annotation_history

ARGUMENTS = (NOTE, JSON)


def run(session: Session, options: Options) -> ExitCode:
    """One change a line, the newest first."""
    with session.open_library() as library:
        (annotation_id,) = find_annotation_ids(library, [options.text("NOTE")])
        entries = annotation_history(library, annotation_id)
    if options.flag("--json"):
        session.output.json([_shape(session, entry) for entry in entries])
    else:
        session.output.rows([_row(session, entry) for entry in entries])
    return ExitCode.OK


def _row(session: Session, entry: HistoryEntry) -> tuple[str, ...]:
    undone = session.text("cli_history.notes_history_undone") if entry.is_undone else ""
    return entry.made, _change(session, entry), undone, entry.body_before or ""


def _shape(session: Session, entry: HistoryEntry) -> Mapping[str, object]:
    return {
        "made": entry.made,
        "change": entry.change.summary_id.removeprefix("changes."),
        "text": _change(session, entry),
        "undone": entry.is_undone,
        "body_before": entry.body_before,
    }


def _change(session: Session, entry: HistoryEntry) -> str:
    return session.text(entry.change.summary_id, **entry.change.values)
