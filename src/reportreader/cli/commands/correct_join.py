"""`correct join`: a heading and the next are one."""

from reportreader.cli.arguments import Options
from reportreader.cli.corrections import HEADING, keep_correction
from reportreader.cli.passages import heading_at
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT
from reportreader.errors import ExitCode, NotFoundError
from reportreader.services.correcting import Correction, joining_correction
from reportreader.services.reading import OpenedReport

ARGUMENTS = (REPORT, HEADING, JSON)


def run(session: Session, options: Options) -> ExitCode:
    """Keep it."""

    def make(opened: OpenedReport) -> Correction:
        offset = options.number("OFFSET") or 0
        found = joining_correction(opened.document, heading_at(opened.document, offset))
        if found is None:
            raise NotFoundError("heading_is_last", offset=offset)
        return found

    return keep_correction(session, options, make)
