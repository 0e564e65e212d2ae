"""`tags rename`: call a tag, and all below it, by another name or move it elsewhere."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.codebook import rename_tag

ARGUMENTS = (
    Argument(name="OLD", help="cli.word_tag", is_required=True),
    Argument(name="NEW", help="cli_codebook.tags_rename_word_new", is_required=True),
)


def run(session: Session, options: Options) -> ExitCode:
    """Rename it everywhere."""
    old, new = options.text("OLD"), options.text("NEW")
    with session.open_library() as library:
        rename_tag(library, old, new)
    session.diagnostics.note("cli_codebook.tags_rename_done", old=old, new=new)
    return ExitCode.OK
