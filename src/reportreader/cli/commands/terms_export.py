"""`terms export`: the term groups as a file to be shared."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.term_file import write_terms
from reportreader.errors import ExitCode
from reportreader.services.keywords import list_term_groups

ARGUMENTS: tuple[Argument, ...] = ()


def run(session: Session, _options: Options) -> ExitCode:
    """Write them as TOML to standard output."""
    with session.open_library() as library:
        groups = list_term_groups(library)
    session.output.text(write_terms(groups))
    return ExitCode.OK
