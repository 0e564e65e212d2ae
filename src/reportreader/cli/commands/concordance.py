"""`concordance`: every occurrence of a word with what stands before and behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from reportreader.analysis.concordance import ContextOrder, find_concordance, sort_lines
from reportreader.analysis.queries import parse_query
from reportreader.cli.alignment import kwic_line
from reportreader.cli.arguments import Argument, Options
from reportreader.cli.csv_table import csv_lines
from reportreader.cli.document_source import get_document
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import IN_REPORT, JSON
from reportreader.document.metadata import MetadataField
from reportreader.errors import ExitCode
from reportreader.services.concordance import LineOrder, find_library_concordance

ARGUMENTS = (
    Argument(name="WORD", help="cli_search.concordance_word_word", is_required=True),
    IN_REPORT,
    Argument(
        name="--context",
        metavar="N",
        is_number=True,
        default="20",
        help="cli_search.concordance_option_context",
    ),
    Argument(
        name="--sort",
        metavar="ORDER",
        choices=tuple(order.value for order in LineOrder),
        default=LineOrder.PLACE.value,
        help="cli_search.concordance_option_sort",
    ),
    Argument(name="--csv", help="cli_search.option_csv"),
    JSON,
)
_ORDERS_IN_REPORT = {
    LineOrder.PLACE: ContextOrder.TEXT,
    LineOrder.DATE: ContextOrder.TEXT,
    LineOrder.LEFT: ContextOrder.LEFT,
    LineOrder.RIGHT: ContextOrder.RIGHT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Occurrence:
    """One hit in its context; `offset` is where the hit begins in its report."""

    report: str
    title: str
    date: str
    offset: int
    left: str
    hit: str
    right: str


def run(session: Session, options: Options) -> ExitCode:
    """Print a line for each occurrence, the word in the middle."""
    context = options.number("--context") or 0
    in_report = bool(options.text("--report"))
    occurrences = _in_report if in_report else _in_library
    found = list(occurrences(session, options, context))
    if options.flag("--json"):
        session.output.json([asdict(occurrence) for occurrence in found])
    elif options.flag("--csv"):
        session.output.text(csv_lines(_csv_rows(found)))
    else:
        for one in found:
            line = kwic_line(one.left, one.hit, one.right, context)
            session.output.line(f"{line}  {one.report}#{one.offset}")
    return ExitCode.OK if found else ExitCode.NOT_FOUND


def _in_report(session: Session, options: Options, context: int) -> Iterator[_Occurrence]:
    """The occurrences in the one report or file that was named."""
    named = get_document(session, options.text("--report"))
    metadata = named.document.metadata
    lines = find_concordance(
        named.document, parse_query(options.text("WORD")), context_length=context
    )
    for line in sort_lines(lines, _ORDERS_IN_REPORT[LineOrder(options.text("--sort"))]):
        yield _Occurrence(
            report=named.name,
            title=metadata.value(MetadataField.TITLE),
            date=metadata.value(MetadataField.DATE),
            offset=line.offset,
            left=line.left,
            hit=line.keyword,
            right=line.right,
        )


def _in_library(session: Session, options: Options, context: int) -> Iterator[_Occurrence]:
    """The occurrences in all reports of the library."""
    with session.open_library() as library:
        found = find_library_concordance(
            library,
            options.text("WORD"),
            order=LineOrder(options.text("--sort")),
            context_length=context,
        )
    for one in found.lines:
        yield _Occurrence(
            report=one.report.short_id,
            title=one.report.title,
            date=one.report.date,
            offset=one.line.offset,
            left=one.line.left,
            hit=one.line.keyword,
            right=one.line.right,
        )


def _csv_rows(found: Sequence[_Occurrence]) -> Iterator[tuple[str, ...]]:
    yield ("report", "title", "date", "offset", "left", "hit", "right")
    for one in found:
        yield (one.report, one.title, one.date, str(one.offset), one.left, one.hit, one.right)
