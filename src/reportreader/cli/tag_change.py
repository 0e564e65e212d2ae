"""Gives a tag to annotations or reports, or takes it from them; what `tags add` and `remove` share."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.notes_filter import find_annotation_ids
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import NOTES
from reportreader.errors import ExitCode
from reportreader.services.annotating import tag_annotations, tag_reports
from reportreader.services.browsing import find_report

ARGUMENTS = (
    Argument(name="TAG", help="cli.word_tag", is_required=True),
    NOTES,
    Argument(name="--reports", help="cli_notes.tags_option_reports"),
)


def change_tag(session: Session, options: Options, *, remove: bool) -> ExitCode:
    """Change all that are named, or none; raises InputError and NotFoundError."""
    tag, names = options.text("TAG"), options.texts("NOTE")
    done = "cli_notes.tags_remove" if remove else "cli_notes.tags_add"
    with session.open_library() as library:
        if options.flag("--reports"):
            report_ids = [find_report(library, name).report_id for name in names]
            tag_reports(library, report_ids, tag, remove=remove)
            session.diagnostics.note(f"{done}_reports_done", tag=tag, count=len(report_ids))
        else:
            annotation_ids = find_annotation_ids(library, names)
            tag_annotations(library, annotation_ids, tag, remove=remove)
            session.diagnostics.note(f"{done}_done", tag=tag, count=len(annotation_ids))
    return ExitCode.OK
