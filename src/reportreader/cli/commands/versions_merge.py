"""`versions merge`: two reports that are one."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import REPORT
from reportreader.errors import ExitCode
from reportreader.services.browsing import find_report
from reportreader.services.regrouping import merge_reports

ARGUMENTS = (
    REPORT,
    Argument(name="OTHER", help="cli_versions.versions_merge_word_other", is_required=True),
)


def run(session: Session, options: Options) -> ExitCode:
    """Make the texts of the other earlier versions of the report."""
    with session.open_library() as library:
        kept = find_report(library, options.text("REPORT"))
        other = find_report(library, options.text("OTHER"))
        merge_reports(library, kept.report_id, other.report_id)
    session.diagnostics.note(
        "cli_versions.versions_merge_done", report=kept.short_id, other=other.short_id
    )
    return ExitCode.OK
