"""`concordance`: every occurrence of a word with what stands before and behind it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from reportreader.cli.alignment import kwic_line
from reportreader.cli.arguments import Argument, Options
from reportreader.cli.document_source import NamedDocument, get_document
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import IN_REPORT, JSON
from reportreader.errors import ExitCode
from reportreader.services.reading import open_report
from reportreader.services.searching import search_document, search_library

SORTS = ("place", "left", "right")
_MOST_REPORTS = 10_000
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
        choices=SORTS,
        default=SORTS[0],
        help="cli_search.concordance_option_sort",
    ),
    JSON,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Occurrence:
    """One hit in its context; `offset` is where the hit begins in its report."""

    report: str
    offset: int
    left: str
    hit: str
    right: str


def run(session: Session, options: Options) -> ExitCode:
    """Print a line for each occurrence, the word in the middle."""
    context = options.number("--context") or 0
    found = [
        occurrence
        for named in _documents(session, options)
        for occurrence in _occurrences(named, options.text("WORD"), context)
    ]
    if options.text("--sort") == "left":
        found.sort(key=lambda occurrence: occurrence.left[::-1])
    elif options.text("--sort") == "right":
        found.sort(key=lambda occurrence: occurrence.right)
    if options.flag("--json"):
        session.output.json([asdict(occurrence) for occurrence in found])
    else:
        for occurrence in found:
            line = kwic_line(occurrence.left, occurrence.hit, occurrence.right, context)
            session.output.line(f"{line}  {occurrence.report}#{occurrence.offset}")
    return ExitCode.OK if found else ExitCode.NOT_FOUND


def _documents(session: Session, options: Options) -> Iterator[NamedDocument]:
    """The one report that was named, or all that hold the word."""
    if options.text("--report"):
        yield get_document(session, options.text("--report"))
        return
    with session.open_library() as library:
        results = search_library(library, options.text("WORD"), limit=_MOST_REPORTS, snippets=0)
        for hits in results.hits:
            opened = open_report(library, hits.summary.report_id)
            yield NamedDocument(name=hits.summary.short_id, document=opened.document)


def _occurrences(named: NamedDocument, word: str, context: int) -> Iterator[_Occurrence]:
    text = named.document.text
    for start, end in search_document(named.document, word):
        yield _Occurrence(
            report=named.name,
            offset=start,
            left=_on_one_line(text[max(start - context, 0) : start]),
            hit=_on_one_line(text[start:end]),
            right=_on_one_line(text[end : end + context]),
        )


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")
