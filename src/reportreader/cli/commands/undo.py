"""`undo`: take back the last change of the library."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.undoing import undo

ARGUMENTS: tuple[Argument, ...] = ()


def run(session: Session, _options: Options) -> ExitCode:
    """Do so and say what it was."""
    with session.open_library() as library:
        change = undo(library)
    if change is None:
        session.diagnostics.note("cli_reports.undo_nothing")
        return ExitCode.NOT_FOUND
    what = session.text(change.summary_id, **change.values)
    session.diagnostics.note("cli_reports.undo_done", change=what)
    return ExitCode.OK
