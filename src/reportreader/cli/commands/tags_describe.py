"""`tags describe`: give a tag a colour and a description."""

from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import COLOUR
from reportreader.errors import ExitCode
from reportreader.notes.annotation import Colour
from reportreader.services.codebook import describe_tag

ARGUMENTS = (
    Argument(name="TAG", help="cli.word_tag", is_required=True),
    COLOUR,
    Argument(
        name="--description", metavar="TEXT", help="cli_codebook.tags_describe_option_description"
    ),
)


def run(session: Session, options: Options) -> ExitCode:
    """Change what was given and leave the rest."""
    has_colour, has_text = options.flag("--colour"), options.flag("--description")
    if not (has_colour or has_text):
        raise UsageError("nothing_to_describe")
    tag = options.text("TAG")
    with session.open_library() as library:
        describe_tag(
            library,
            tag,
            colour=Colour(options.text("--colour")) if has_colour else None,
            description=options.text("--description") if has_text else None,
        )
    session.diagnostics.note("cli_codebook.tags_describe_done", tag=tag)
    return ExitCode.OK
