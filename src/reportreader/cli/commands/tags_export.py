"""`tags export`: the codebook as CSV."""

from reportreader.cli.arguments import Options
from reportreader.cli.session import Session
from reportreader.cli.written_result import FORCE, OUTPUT, write_result
from reportreader.errors import ExitCode
from reportreader.notes.codebook import to_codebook_csv
from reportreader.services.codebook import list_codebook

ARGUMENTS = (OUTPUT, FORCE)


def run(session: Session, options: Options) -> ExitCode:
    """Write a table that tags import reads back."""
    with session.open_library() as library:
        codes = list_codebook(library)
    write_result(session, options, to_codebook_csv(codes))
    return ExitCode.OK
