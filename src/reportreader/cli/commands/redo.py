"""`redo`: do again what was undone last."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.undoing import redo

ARGUMENTS: tuple[Argument, ...] = ()


def run(session: Session, _options: Options) -> ExitCode:
    """Do so and say what it was."""
    with session.open_library() as library:
        change = redo(library)
    if change is None:
        session.diagnostics.note("cli_reports.redo_nothing")
        return ExitCode.NOT_FOUND
    what = session.text(change.summary_id, **change.values)
    session.diagnostics.note("cli_reports.redo_done", change=what)
    return ExitCode.OK
