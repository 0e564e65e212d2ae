"""`correct remove`: corrections are taken back."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode
from reportreader.services.correcting import remove_corrections

ARGUMENTS = (
    Argument(
        name="CORRECTION",
        help="cli_corrections.correct_remove_word_correction",
        is_required=True,
        is_many=True,
        is_number=True,
    ),
)


def run(session: Session, options: Options) -> ExitCode:
    """Take back all that are named, or none."""
    numbers = [int(word) for word in options.texts("CORRECTION")]
    with session.open_library() as library:
        remove_corrections(library, numbers)
    session.diagnostics.note("cli_corrections.removed", count=len(numbers))
    return ExitCode.OK
