"""A whole text as the result of a command: to a file of its own, or to standard output."""

from pathlib import Path

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.notes.spreadsheet import BYTE_ORDER_MARK
from reportreader.services.filewriting import write_text_file

STANDARD_OUTPUT = "-"
OUTPUT = Argument(
    name="--output", short="-o", metavar="FILE", help="cli_notes.export_option_output"
)
FORCE = Argument(name="--force", help="cli_notes.export_option_force")


def write_result(session: Session, options: Options, text: str) -> None:
    """Write to the file of `OUTPUT`, which must be new unless `FORCE`; else print.

    A byte order mark and CRLF, which spreadsheets want of a file, are not printed. Raises
    OutputError.
    """
    target = options.text("--output") or STANDARD_OUTPUT
    if target == STANDARD_OUTPUT:
        session.output.text(text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n"))
        return
    write_text_file(Path(target), text, replace=options.flag("--force"))
    session.diagnostics.note("cli_notes.export_written", path=target)
