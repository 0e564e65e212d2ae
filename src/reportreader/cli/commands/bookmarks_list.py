"""`bookmarks list`: the bookmarks of the library or of one report."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shapes import annotation_shape
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.notes.annotation import AnnotationKind
from reportreader.notes.ids import short_forms
from reportreader.services.browsing import find_report
from reportreader.services.noting import AnnotationFilter, list_annotations

ARGUMENTS = (Argument(name="REPORT", help="cli_notes.bookmarks_word_report"), JSON)


def run(session: Session, options: Options) -> ExitCode:
    """List them by report and place."""
    reference = options.text("REPORT")
    with session.open_library() as library:
        report_id = find_report(library, reference).report_id if reference else None
        kinds = frozenset({AnnotationKind.BOOKMARK})
        listed = list_annotations(library, AnnotationFilter(kinds=kinds, report_id=report_id))
    if options.flag("--json"):
        session.output.json([annotation_shape(item) for item in listed])
    elif listed:
        names = short_forms(item.placed.annotation.annotation_id for item in listed)
        session.output.rows(
            [
                (
                    names[item.placed.annotation.annotation_id],
                    f"{item.report_short_id}#{item.placed.placement.start or 0}",
                    item.placed.annotation.body or item.placed.annotation.quote,
                    item.report_title,
                )
                for item in listed
            ]
        )
    else:
        session.diagnostics.note("cli_notes.bookmarks_none")
    return ExitCode.OK
