"""`searches list`: the queries that were saved."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.services.saved_searches import list_saved_searches, list_search_history

ARGUMENTS = (Argument(name="--history", help="cli_searches.searches_list_option_history"), JSON)


def run(session: Session, options: Options) -> ExitCode:
    """One query a line, the last saved first; those last searched for with `--history`."""
    with session.open_library() as library:
        queries = (
            list_search_history(library)
            if options.flag("--history")
            else list_saved_searches(library)
        )
    if options.flag("--json"):
        session.output.json(queries)
    else:
        for query in queries:
            session.output.line(query)
    return ExitCode.OK
