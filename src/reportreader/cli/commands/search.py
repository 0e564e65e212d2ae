"""`search`: passages that fit a query, in the library or in one report or file."""

from collections.abc import Sequence

from reportreader.analysis.wholewords import CutTexts
from reportreader.cli.arguments import Argument, Options
from reportreader.cli.document_source import get_document
from reportreader.cli.report_filter import FILTER_ARGUMENTS, report_filter
from reportreader.cli.session import Session
from reportreader.cli.shapes import report_shape
from reportreader.cli.shared_arguments import IN_REPORT, JSON
from reportreader.errors import ExitCode
from reportreader.services.searching import (
    RELAXED_TO_ALL,
    RELAXED_TO_ANY,
    SearchOrder,
    SearchResults,
    search_document,
    search_library,
)
from reportreader.settings.paths import cache_folder

_CONTEXT_LENGTH = 20
_RELAXED = {"": "", RELAXED_TO_ALL: "all", RELAXED_TO_ANY: "any"}
ARGUMENTS = (
    Argument(name="QUERY", help="cli_search.search_word_query", is_required=True),
    IN_REPORT,
    Argument(
        name="--sort",
        metavar="ORDER",
        choices=tuple(order.value for order in SearchOrder),
        default=SearchOrder.RELEVANCE.value,
        help="cli_search.search_option_sort",
    ),
    Argument(
        name="--limit",
        metavar="N",
        is_number=True,
        default="50",
        help="cli_search.search_option_limit",
    ),
    Argument(
        name="--snippets",
        metavar="N",
        is_number=True,
        default="3",
        help="cli_search.search_option_snippets",
    ),
    *FILTER_ARGUMENTS,
    Argument(name="--whole-words", help="cli_search.search_option_whole_words"),
    Argument(name="--count", help="cli_search.search_option_count"),
    Argument(name="--files", help="cli_search.search_option_files"),
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Print the hits; the exit code says whether there are any.

    What is only counted or named is found as it stands; otherwise a long query that is found
    nowhere is taken apart, and standard error says so.
    """
    if options.text("--report"):
        return _search_one(session, options)
    is_exact = options.flag("--count") or options.flag("--files")
    with session.open_library() as library:
        results = search_library(
            library,
            options.text("QUERY"),
            limit=options.number("--limit") or 0,
            snippets=options.number("--snippets") or 0,
            order=SearchOrder(options.text("--sort")),
            report_filter=report_filter(options),
            words=None if is_exact else _words,
            weigh_all=True,
            whole_words=_whole_words(options),
        )
    if results.relaxed:
        session.diagnostics.note(results.relaxed)
    if options.flag("--json"):
        session.output.json(_shape(results))
    elif options.flag("--count"):
        session.output.line(f"{results.total_reports}\t{results.total_hits}")
    elif options.flag("--files"):
        for hits in results.hits:
            session.output.line(hits.summary.path or hits.summary.short_id)
    else:
        _write(session, results)
    return ExitCode.OK if results.hits else ExitCode.NOT_FOUND


def _words(text: str) -> Sequence[str]:
    """The words of a long query that is found nowhere as it stands; only then is jieba loaded."""
    from reportreader.analysis.words import Segmenter

    return Segmenter(cache_folder()).words(text)


def _whole_words(options: Options) -> CutTexts | None:
    """What cuts texts into words, if only whole words are asked for."""
    if not options.flag("--whole-words"):
        return None
    from reportreader.analysis.words import Segmenter

    return Segmenter(cache_folder()).cut_texts


def _write(session: Session, results: SearchResults) -> None:
    for hits in results.hits:
        session.output.line(f"{hits.summary.short_id}  {hits.summary.title}  ({hits.count})")
        for snippet in hits.snippets:
            session.output.line(f"    #{snippet.offset}  {snippet.text.strip()}")
    session.diagnostics.note(
        "cli_search.search_total", reports=results.total_reports, hits=results.total_hits
    )


def _search_one(session: Session, options: Options) -> ExitCode:
    """Every hit in one report with its offset and what stands around it."""
    named = get_document(session, options.text("--report"))
    text = named.document.text
    found = search_document(
        named.document, options.text("QUERY"), whole_words=_whole_words(options)
    )
    if options.flag("--json"):
        session.output.json(
            {"id": named.name, "hits": [{"start": start, "end": end} for start, end in found]}
        )
    elif options.flag("--count"):
        session.output.line(str(len(found)))
    else:
        for start, end in found:
            around = text[max(start - _CONTEXT_LENGTH, 0) : end + _CONTEXT_LENGTH]
            session.output.line(f"#{start}  {' '.join(around.split())}")
    return ExitCode.OK if found else ExitCode.NOT_FOUND


def _shape(results: SearchResults) -> dict[str, object]:
    return {
        "query": results.query,
        "total_reports": results.total_reports,
        "total_hits": results.total_hits,
        "relaxed": _RELAXED[results.relaxed],
        "reports": [
            {
                "report": report_shape(hits.summary),
                "count": hits.count,
                "snippets": [
                    {
                        "text": snippet.text,
                        "offset": snippet.offset,
                        "hits": [list(interval) for interval in snippet.hit_ranges],
                    }
                    for snippet in hits.snippets
                ],
            }
            for hits in results.hits
        ],
    }
