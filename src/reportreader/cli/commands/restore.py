"""`restore`: a backup as a library of its own."""

from pathlib import Path

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.maintaining import restore_backup

ARGUMENTS = (
    Argument(name="BACKUP", help="cli_library.restore_word_backup", is_required=True),
    Argument(name="--to", metavar="FILE", help="cli_library.restore_option_to"),
)


def run(session: Session, options: Options) -> ExitCode:
    """Check the backup and put it where the library is, or where `--to` says."""
    destination = Path(options.text("--to")) if options.text("--to") else session.library_path
    kept = restore_backup(Path(options.text("BACKUP")), destination)
    if kept is not None:
        session.diagnostics.note("cli_library.restore_kept", path=kept)
    session.diagnostics.note("cli_library.restore_done", path=destination)
    return ExitCode.OK
