"""`terms delete`: take a term group away."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.keywords import delete_term_group

ARGUMENTS = (Argument(name="GROUP", help="cli_search.terms_word_group", is_required=True),)


def run(session: Session, options: Options) -> ExitCode:
    """Delete the group; `undo` brings it back."""
    name = options.text("GROUP")
    with session.open_library() as library:
        delete_term_group(library, name)
    session.diagnostics.note("cli_search.terms_delete_done", name=name)
    return ExitCode.OK
