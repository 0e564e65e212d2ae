"""`terms import`: term groups from a file."""

from pathlib import Path

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.term_file import parse_terms
from reportreader.errors import ExitCode
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.opening import read_regular_file
from reportreader.services.keywords import save_term_group

LIMIT_BYTES = 16 << 20
ARGUMENTS = (Argument(name="FILE", help="cli_search.terms_import_word_file", is_required=True),)


def run(session: Session, options: Options) -> ExitCode:
    """Save every group of the file, all or none; groups of the same name are replaced."""
    path = Path(options.text("FILE"))
    data = read_regular_file(path, limit_bytes=LIMIT_BYTES)
    groups = parse_terms(decode_text(data, name=str(path)).text, path=str(path))
    with session.open_library() as library, library.transaction():
        for group in groups:
            save_term_group(library, group)
    session.diagnostics.note("cli_search.terms_import_done", count=len(groups))
    return ExitCode.OK
