"""`tags list`: the tags of annotations with how many bear each."""

from reportreader.cli.arguments import Options
from reportreader.cli.session import Session
from reportreader.cli.shapes import counts_shape
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.services.annotating import list_tags

ARGUMENTS = (JSON,)


def run(session: Session, options: Options) -> ExitCode:
    """List them by name."""
    with session.open_library() as library:
        tags = list_tags(library)
    if options.flag("--json"):
        session.output.json(counts_shape(tags))
    elif tags:
        session.output.rows([(str(count), tag) for tag, count in tags], right=frozenset({0}))
    else:
        session.diagnostics.note("cli_notes.tags_none")
    return ExitCode.OK
