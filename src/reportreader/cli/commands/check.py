"""`check`: whether the library is whole."""

from dataclasses import asdict

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.services.maintaining import CheckReport, check_library, rebuild_index
from reportreader.services.opening import NETWORK_NOTICE, Library, is_on_network

ARGUMENTS = (
    Argument(name="--rebuild-index", help="cli_library.check_option_rebuild_index"),
    Argument(name="--rebuild-structure", help="cli_library.check_option_rebuild_structure"),
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Look at everything and say what is wrong; the exit code is 6 if anything is."""
    with session.open_library() as library:
        if options.flag("--rebuild-index"):
            rebuild_index(library, lambda done, total: _show_progress(session, done, total))
            session.diagnostics.end_progress()
        if options.flag("--rebuild-structure"):
            _rebuild_structure(session, library)
        report = check_library(library)
    if options.flag("--json"):
        session.output.json(_shape(session, report))
    else:
        for problem in report.problems:
            session.output.line(session.text(problem.message_id, **problem.values))
    if is_on_network(library.path):
        session.diagnostics.note(NETWORK_NOTICE)
    if report.is_whole:
        session.diagnostics.note("cli_library.check_whole", **asdict(report.contents))
        return ExitCode.OK
    session.diagnostics.note("cli_library.check_problems", count=len(report.problems))
    return ExitCode.DIFFERENT


def _show_progress(session: Session, done: int, total: int) -> None:
    session.diagnostics.progress("cli_library.check_indexing", done=done, total=total)


def _rebuild_structure(session: Session, library: Library) -> None:
    from reportreader.services.renewing import rederive_structure

    def tell(done: int, total: int) -> None:
        session.diagnostics.progress("cli_library.check_structuring", done=done, total=total)

    count = rederive_structure(library, tell)
    session.diagnostics.end_progress()
    session.diagnostics.note("cli_library.check_structured", count=count)


def _shape(session: Session, report: CheckReport) -> dict[str, object]:
    return {
        "whole": report.is_whole,
        "problems": [
            {
                "problem": problem.message_id.partition(".")[2],
                "message": session.text(problem.message_id, **problem.values),
            }
            for problem in report.problems
        ],
        "contents": asdict(report.contents),
    }
