"""`terms export`: the term groups as a file to be shared."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.keywords import list_term_groups
from reportreader.services.term_text import write_term_list
from reportreader.services.term_toml import write_terms

_TEXT = "text"
_FORMATS = ("toml", _TEXT)
ARGUMENTS = (
    Argument(
        name="--format",
        metavar="FORMAT",
        choices=_FORMATS,
        default=_FORMATS[0],
        help="cli_search.terms_export_option_format",
    ),
)


def run(session: Session, options: Options) -> ExitCode:
    """Write them to standard output."""
    with session.open_library() as library:
        groups = list_term_groups(library)
    write = write_term_list if options.text("--format") == _TEXT else write_terms
    session.output.text(write(groups))
    return ExitCode.OK
