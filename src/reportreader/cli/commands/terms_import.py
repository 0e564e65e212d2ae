"""`terms import`: term groups from a file."""

from pathlib import Path

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.term_sharing import import_term_file

ARGUMENTS = (
    Argument(name="FILE", help="cli_search.terms_import_word_file", is_required=True),
    Argument(name="--group", metavar="NAME", help="cli_search.terms_import_option_group"),
)


def run(session: Session, options: Options) -> ExitCode:
    """Save every group of the file, all or none; groups of the same name are replaced."""
    path = Path(options.text("FILE"))
    with session.open_library() as library:
        groups = import_term_file(library, path, name=options.text("--group"))
    session.diagnostics.note("cli_search.terms_import_done", count=len(groups))
    return ExitCode.OK
