"""`versions`: the texts that a report has had."""

from reportreader.cli.arguments import Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT
from reportreader.errors import ExitCode
from reportreader.services.browsing import find_report
from reportreader.services.regrouping import list_versions

ARGUMENTS = (REPORT, JSON)


def run(session: Session, options: Options) -> ExitCode:
    """One version a line, oldest first."""
    with session.open_library() as library:
        report = find_report(library, options.text("REPORT"))
        versions = list_versions(library, report.report_id)
    if options.flag("--json"):
        session.output.json(
            [
                {
                    "number": version.number,
                    "imported": version.imported,
                    "length": version.length,
                    "current": version.is_current,
                }
                for version in versions
            ]
        )
        return ExitCode.OK
    current = session.text("cli_versions.versions_list_current")
    session.output.rows(
        (
            (
                str(version.number),
                version.imported,
                str(version.length),
                current if version.is_current else "",
            )
            for version in versions
        ),
        right=frozenset({0, 2}),
    )
    return ExitCode.OK
