"""`searches delete`: keep a query no longer."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.saved_searches import forget_search

ARGUMENTS = (Argument(name="QUERY", help="cli_search.search_word_query", is_required=True),)


def run(session: Session, options: Options) -> ExitCode:
    """Take the query out of the saved ones; `undo` brings it back."""
    query = options.text("QUERY")
    with session.open_library() as library:
        is_forgotten = forget_search(library, query)
    message_id = "searches_delete_done" if is_forgotten else "searches_delete_none"
    session.diagnostics.note(f"cli_searches.{message_id}", query=query)
    return ExitCode.OK if is_forgotten else ExitCode.NOT_FOUND
