"""`tags import`: colours and descriptions of tags from a CSV or REFI-QDA codebook."""

from pathlib import Path

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.opening import read_regular_file
from reportreader.notes.codebook import parse_codebook_csv
from reportreader.services.codebook import import_codebook
from reportreader.services.project_importing import read_codebook

LIMIT_BYTES = 16 << 20
ARGUMENTS = (Argument(name="FILE", help="cli_codebook.tags_import_word_file", is_required=True),)


def run(session: Session, options: Options) -> ExitCode:
    """Take all of the file, or nothing."""
    path = Path(options.text("FILE"))
    data = read_regular_file(path, limit_bytes=LIMIT_BYTES)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        codes = read_codebook(data, name=str(path))
    else:
        codes = parse_codebook_csv(decode_text(data, name=str(path)).text)
    with session.open_library() as library:
        import_codebook(library, codes)
    session.diagnostics.note("cli_codebook.tags_import_done", count=len(codes))
    return ExitCode.OK
