"""`versions reread`: the file of a report read again, in another manner."""

from reportreader.cli.addition_report import tell_addition
from reportreader.cli.arguments import Options
from reportreader.cli.reading_manner import MANNER, asked_manner
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT
from reportreader.errors import ExitCode
from reportreader.services.adding import AddSummary
from reportreader.services.browsing import find_report
from reportreader.services.rereading import reread_report

ARGUMENTS = (REPORT, *MANNER, JSON)


def run(session: Session, options: Options) -> ExitCode:
    """Make what is read a version of the report, and tell it as `add` does."""
    manner = asked_manner(options)
    with session.open_library() as library:
        report_id = find_report(library, options.text("REPORT")).report_id
        summary = AddSummary(files=(reread_report(library, report_id, manner),))
        tell_addition(session, library, summary, as_json=options.flag("--json"))
    return ExitCode.OK
