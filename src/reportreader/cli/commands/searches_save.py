"""`searches save`: keep a query."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.saved_searches import save_search

ARGUMENTS = (Argument(name="QUERY", help="cli_search.search_word_query", is_required=True),)


def run(session: Session, options: Options) -> ExitCode:
    """Save the query unless it is saved already."""
    query = options.text("QUERY")
    with session.open_library() as library:
        if save_search(library, query):
            session.diagnostics.note("cli_searches.searches_save_done", query=query)
    return ExitCode.OK
