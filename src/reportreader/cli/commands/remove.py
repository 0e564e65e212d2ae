"""`remove`: reports into the trash, and out of it again."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import REPORTS
from reportreader.errors import ExitCode
from reportreader.services.browsing import find_report, remove_reports, restore_reports

ARGUMENTS = (REPORTS, Argument(name="--undo", help="cli_reports.remove_option_undo"))


def run(session: Session, options: Options) -> ExitCode:
    """Remove or bring back all that are named, or none."""
    is_undo = options.flag("--undo")
    with session.open_library() as library:
        found = [find_report(library, name).report_id for name in options.texts("REPORT")]
        if is_undo:
            restore_reports(library, found)
        else:
            remove_reports(library, found)
    done = "cli_reports.remove_restored" if is_undo else "cli_reports.remove_removed"
    session.diagnostics.note(done, count=len(found))
    return ExitCode.OK
