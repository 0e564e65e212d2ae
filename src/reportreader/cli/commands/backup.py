"""`backup`: a verified copy of the library."""

from pathlib import Path

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.maintaining import backup_library

ARGUMENTS = (Argument(name="FILE", help="cli_library.backup_word_file"),)


def run(session: Session, options: Options) -> ExitCode:
    """Write the copy and print where it is."""
    destination = options.text("FILE")
    with session.open_library() as library:
        path = backup_library(library, Path(destination) if destination else None)
    session.output.line(str(path))
    return ExitCode.OK
