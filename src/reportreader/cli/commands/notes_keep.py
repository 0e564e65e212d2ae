"""`notes keep`: say that annotations have no place in the current text, and keep them."""

from reportreader.cli.arguments import Options
from reportreader.cli.notes_filter import find_annotation_ids
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import NOTES
from reportreader.errors import ExitCode
from reportreader.services.reviewing import keep_unplaced

ARGUMENTS = (NOTES,)


def run(session: Session, options: Options) -> ExitCode:
    """Take them from the review queue, all that are named or none."""
    with session.open_library() as library, library.transaction():
        annotation_ids = find_annotation_ids(library, options.texts("NOTE"))
        for annotation_id in annotation_ids:
            keep_unplaced(library, annotation_id)
    session.diagnostics.note("cli_review.notes_keep_done", count=len(annotation_ids))
    return ExitCode.OK
