"""`verify`: whether every quote of an exported file still stands in its report."""

from pathlib import Path

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.opening import read_regular_file
from reportreader.services.verifying import QuoteState, VerifiedQuote, verify_export

LIMIT_BYTES = 64 << 20
ARGUMENTS = (Argument(name="FILE", help="cli_notes.verify_word_file", is_required=True), JSON)


def run(session: Session, options: Options) -> ExitCode:
    """Say what became of each quote; the exit code is 6 if any differs."""
    path = Path(options.text("FILE"))
    data = read_regular_file(path, limit_bytes=LIMIT_BYTES)
    markdown = decode_text(data, name=str(path)).text
    with session.open_library() as library:
        quotes = verify_export(library, markdown)
    different = [quote for quote in quotes if _verdict(quote) != QuoteState.MATCHES.value]
    if options.flag("--json"):
        session.output.json([_shape(quote) for quote in quotes])
    else:
        session.output.rows([_row(session, path, quote) for quote in different])
        session.diagnostics.note(
            "cli_notes.verify_total", total=len(quotes), different=len(different)
        )
    return ExitCode.DIFFERENT if different else ExitCode.OK


def _verdict(quote: VerifiedQuote) -> str:
    """`matches`, `changed`, `missing`, or `moved-on` where the report no longer says so."""
    if quote.state is QuoteState.MATCHES and not quote.is_in_text:
        return "moved-on"
    return quote.state.value


def _row(session: Session, path: Path, quote: VerifiedQuote) -> tuple[str, ...]:
    verdict = _verdict(quote).replace("-", "_")
    return (
        f"{path}:{quote.passage.line_number}",
        session.text(f"cli_notes.verify_{verdict}"),
        quote.report_title,
        quote.passage.quote,
    )


def _shape(quote: VerifiedQuote) -> dict[str, object]:
    return {
        "id": quote.passage.annotation_id,
        "line": quote.passage.line_number,
        "verdict": _verdict(quote),
        "quote": quote.passage.quote,
        "title": quote.report_title,
    }
