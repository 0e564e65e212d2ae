"""`correct rename`: a section is called otherwise."""

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
    Argument(name="TITLE", help="cli_corrections.correct_rename_word_title"),
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Keep it."""

    def make(opened: OpenedReport) -> Correction:
        index = heading_at(opened.document, options.number("OFFSET") or 0)
        start, end = heading_span(opened.document.sections[index])
        title = options.text("TITLE")
        return Correction(kind=CorrectionKind.TITLE, start=start, end=end, value=title)

    return keep_correction(session, options, make)
