"""`tags merge`: make several tags one."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.codebook import merge_tag

ARGUMENTS = (
    Argument(name="INTO", help="cli_codebook.tags_merge_word_into", is_required=True),
    Argument(name="TAG", help="cli_codebook.tags_merge_word_tags", is_required=True, is_many=True),
)


def run(session: Session, options: Options) -> ExitCode:
    """Merge all, or none."""
    into, tags = options.text("INTO"), options.texts("TAG")
    with session.open_library() as library:
        merge_tag(library, tags, into)
    session.diagnostics.note("cli_codebook.tags_merge_done", count=len(tags), tag=into)
    return ExitCode.OK
