"""`correct heading`: a passage is a heading."""

from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.corrections import keep_correction
from reportreader.cli.passages import find_quote
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT
from reportreader.document.document import Document
from reportreader.errors import ExitCode
from reportreader.services.correcting import Correction, CorrectionKind

ARGUMENTS = (
    REPORT,
    Argument(name="--quote", metavar="TEXT", help="cli_notes.notes_add_option_quote"),
    Argument(
        name="--start", metavar="OFFSET", is_number=True, help="cli_notes.notes_add_option_start"
    ),
    Argument(name="--end", metavar="OFFSET", is_number=True, help="cli_notes.notes_add_option_end"),
    Argument(
        name="--level",
        metavar="N",
        is_number=True,
        help="cli_corrections.correct_heading_option_level",
    ),
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Keep it."""
    return keep_correction(session, options, lambda opened: _correction(opened.document, options))


def _correction(document: Document, options: Options) -> Correction:
    start, end = _passage(document, options)
    level = options.text("--level")
    return Correction(kind=CorrectionKind.HEADING, start=start, end=end, value=level)


def _passage(document: Document, options: Options) -> tuple[int, int]:
    quote = options.text("--quote")
    start, end = options.number("--start"), options.number("--end")
    if quote and start is None and end is None:
        return find_quote(document.text, quote)
    if start is not None and end is not None and not quote:
        return start, end
    raise UsageError("heading_passage_missing")
