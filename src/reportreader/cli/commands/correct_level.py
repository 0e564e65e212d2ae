"""`correct level`: a section and those below it belong on another level."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.corrections import HEADING, keep_correction
from reportreader.cli.passages import heading_at, heading_span
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT
from reportreader.errors import ExitCode
from reportreader.services.correcting import Correction, CorrectionKind
from reportreader.services.reading import OpenedReport

ARGUMENTS = (
    REPORT,
    HEADING,
    Argument(
        name="LEVEL",
        help="cli_corrections.correct_level_word_level",
        is_required=True,
        is_number=True,
    ),
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Keep it."""

    def make(opened: OpenedReport) -> Correction:
        index = heading_at(opened.document, options.number("OFFSET") or 0)
        start, end = heading_span(opened.document.sections[index])
        level = options.text("LEVEL")
        return Correction(kind=CorrectionKind.LEVEL, start=start, end=end, value=level)

    return keep_correction(session, options, make)
