"""`terms save`: make a term group, or put another in its place."""

from reportreader.analysis.terms import TermGroup
from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import COLOUR, COLOURS
from reportreader.errors import ExitCode
from reportreader.services.keywords import save_term_group
from reportreader.services.term_toml import parse_term

ARGUMENTS = (
    Argument(name="GROUP", help="cli_search.terms_word_group", is_required=True),
    Argument(name="TERM", help="cli_search.terms_save_word_term", is_many=True),
    Argument(
        name="--pattern", metavar="TEXT", is_many=True, help="cli_search.terms_save_option_pattern"
    ),
    COLOUR,
)


def run(session: Session, options: Options) -> ExitCode:
    """Save the group."""
    group = TermGroup(
        name=options.text("GROUP"),
        colour=options.text("--colour") or COLOURS[0],
        terms=tuple(parse_term(word) for word in options.texts("TERM")),
        patterns=options.texts("--pattern"),
    )
    with session.open_library() as library:
        stored = save_term_group(library, group)
    session.diagnostics.note("cli_search.terms_save_done", name=stored.name)
    return ExitCode.OK
