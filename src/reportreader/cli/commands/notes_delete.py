"""`notes delete`: annotations into the trash."""

from reportreader.cli.arguments import Options
from reportreader.cli.notes_filter import find_annotation_ids
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import NOTES
from reportreader.errors import ExitCode
from reportreader.services.annotating import delete_annotations

ARGUMENTS = (NOTES,)


def run(session: Session, options: Options) -> ExitCode:
    """Delete all that are named, or none."""
    with session.open_library() as library:
        annotation_ids = find_annotation_ids(library, options.texts("NOTE"))
        delete_annotations(library, annotation_ids)
    session.diagnostics.note("cli_notes.notes_delete_done", count=len(annotation_ids))
    return ExitCode.OK
