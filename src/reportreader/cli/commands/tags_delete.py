"""`tags delete`: drop a tag and all below it."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.codebook import delete_tag

ARGUMENTS = (Argument(name="TAG", help="cli.word_tag", is_required=True),)


def run(session: Session, options: Options) -> ExitCode:
    """Take it from everything that bears it."""
    tag = options.text("TAG")
    with session.open_library() as library:
        delete_tag(library, tag)
    session.diagnostics.note("cli_codebook.tags_delete_done", tag=tag)
    return ExitCode.OK
