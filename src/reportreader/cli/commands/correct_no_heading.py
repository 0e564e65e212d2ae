"""`correct no-heading`: a section is none; its text belongs to the section before."""

from reportreader.cli.arguments import Options
from reportreader.cli.corrections import HEADING, keep_correction
from reportreader.cli.passages import heading_at, heading_span
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT
from reportreader.errors import ExitCode
from reportreader.services.correcting import Correction, CorrectionKind
from reportreader.services.reading import OpenedReport

ARGUMENTS = (REPORT, HEADING, JSON)


def run(session: Session, options: Options) -> ExitCode:
    """Keep it."""

    def make(opened: OpenedReport) -> Correction:
        index = heading_at(opened.document, options.number("OFFSET") or 0)
        start, end = heading_span(opened.document.sections[index])
        return Correction(kind=CorrectionKind.NOT_HEADING, start=start, end=end)

    return keep_correction(session, options, make)
