"""`notes unsaved`: the notes that were being written when their editor was lost."""

from reportreader.cli.arguments import Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.services.unsaved import UnsavedNote, list_unsaved

ARGUMENTS = (JSON,)


def run(session: Session, options: Options) -> ExitCode:
    """List them, oldest first."""
    with session.open_library() as library:
        notes = list_unsaved(library.path)
    if options.flag("--json"):
        session.output.json([_shape(note) for note in notes])
    elif notes:
        session.output.rows(
            [
                (note.unsaved_id, f"{note.report_id}#{note.start}", note.quote, note.body)
                for note in notes
            ]
        )
    else:
        session.diagnostics.note("cli_unsaved.notes_unsaved_none")
    return ExitCode.OK


def _shape(note: UnsavedNote) -> dict[str, object]:
    return {
        "id": note.unsaved_id,
        "report": str(note.report_id),
        "title": note.report_title,
        "start": note.start,
        "end": note.end,
        "quote": note.quote,
        "body": note.body,
        "tags": list(note.tags),
        "colour": note.colour.value,
        "annotation": note.annotation_id or None,
    }
