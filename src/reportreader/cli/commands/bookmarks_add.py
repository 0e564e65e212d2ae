"""`bookmarks add`: a place with a label."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import REPORT
from reportreader.errors import ExitCode
from reportreader.notes.annotation import AnnotationKind
from reportreader.services.annotating import AnnotationDraft, add_annotation
from reportreader.services.browsing import find_report
from reportreader.services.reading import open_report

ARGUMENTS = (
    REPORT,
    Argument(
        name="OFFSET", help="cli_notes.bookmarks_add_word_offset", is_required=True, is_number=True
    ),
    Argument(name="LABEL", help="cli_notes.bookmarks_add_word_label"),
)


def run(session: Session, options: Options) -> ExitCode:
    """Make the bookmark and print its id."""
    offset = options.number("OFFSET") or 0
    with session.open_library() as library:
        opened = open_report(library, find_report(library, options.text("REPORT")).report_id)
        draft = AnnotationDraft(
            kind=AnnotationKind.BOOKMARK, start=offset, end=offset, body=options.text("LABEL")
        )
        placed = add_annotation(library, opened, draft)
    session.output.line(placed.annotation.annotation_id)
    return ExitCode.OK
