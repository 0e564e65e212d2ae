"""`versions split`: a version that is a report of its own."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import REPORT
from reportreader.errors import ExitCode, NotFoundError
from reportreader.library.library import Library
from reportreader.notes.annotation import ReportId, VersionId
from reportreader.services.browsing import find_report, get_report
from reportreader.services.regrouping import list_versions, split_version

ARGUMENTS = (
    REPORT,
    Argument(
        name="--number",
        metavar="N",
        help="cli_versions.versions_split_option_number",
        is_number=True,
    ),
)


def run(session: Session, options: Options) -> ExitCode:
    """Split the version off and print the id of the new report."""
    with session.open_library() as library:
        report_id = find_report(library, options.text("REPORT")).report_id
        number = options.number("--number")
        chosen = None if number is None else _version(library, report_id, number)
        new = get_report(library, split_version(library, report_id, chosen))
    session.output.line(new.short_id)
    return ExitCode.OK


def _version(library: Library, report_id: ReportId, number: int) -> VersionId:
    """The version of that number; raises NotFoundError."""
    for version in list_versions(library, report_id):
        if version.number == number:
            return version.version_id
    raise NotFoundError("version_missing", report=report_id, number=number)
