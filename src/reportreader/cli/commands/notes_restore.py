"""`notes restore`: annotations out of the trash."""

from reportreader.cli.arguments import Options
from reportreader.cli.notes_filter import find_annotation_ids
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import NOTES
from reportreader.errors import ExitCode
from reportreader.services.annotating import restore_annotations

ARGUMENTS = (NOTES,)


def run(session: Session, options: Options) -> ExitCode:
    """Restore all that are named, or none."""
    with session.open_library() as library:
        annotation_ids = find_annotation_ids(library, options.texts("NOTE"))
        restore_annotations(library, annotation_ids)
    session.diagnostics.note("cli_notes.notes_restore_done", count=len(annotation_ids))
    return ExitCode.OK
