"""`tags remove`: take a tag from annotations."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.notes_filter import find_annotation_ids
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import NOTES
from reportreader.errors import ExitCode
from reportreader.services.annotating import tag_annotations

ARGUMENTS = (Argument(name="TAG", help="cli.word_tag", is_required=True), NOTES)


def run(session: Session, options: Options) -> ExitCode:
    """Change all that are named, or none."""
    tag = options.text("TAG")
    with session.open_library() as library:
        annotation_ids = find_annotation_ids(library, options.texts("NOTE"))
        tag_annotations(library, annotation_ids, tag, remove=True)
    session.diagnostics.note("cli_notes.tags_remove_done", tag=tag, count=len(annotation_ids))
    return ExitCode.OK
