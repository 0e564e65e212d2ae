"""`keyness`: phrases that set one set of reports off against another."""

from collections.abc import Iterator

from reportreader.analysis.concordance import Keyness
from reportreader.cli.arguments import Argument, Options
from reportreader.cli.csv_table import csv_lines
from reportreader.cli.session import Session
from reportreader.cli.shapes import Shape
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.services.keyness import Comparison, ReportSet, compare_reports
from reportreader.settings.paths import cache_folder

_SCORE_DIGITS = 1
ARGUMENTS = (
    Argument(
        name="--left",
        metavar="QUERY",
        help="cli_trends.keyness_option_left",
        is_required=True,
    ),
    Argument(
        name="--right",
        metavar="QUERY",
        help="cli_trends.keyness_option_right",
        is_required=True,
    ),
    Argument(
        name="--top",
        metavar="N",
        is_number=True,
        default="20",
        help="cli_trends.keyness_option_top",
    ),
    Argument(name="--csv", help="cli_search.option_csv"),
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Print the phrases of the left set, then those of the right."""
    from reportreader.analysis.words import Segmenter

    with session.open_library() as library:
        compared = compare_reports(
            library,
            options.text("--left"),
            options.text("--right"),
            Segmenter(cache_folder()).cut,
            limit=options.number("--top") or 0,
        )
    if options.flag("--json"):
        session.output.json(_shape(compared))
    elif options.flag("--csv"):
        head = ("side", "phrase", "score", "left", "right")
        session.output.text(csv_lines((head, *_rows(compared))))
    else:
        session.output.rows(list(_rows(compared)), right=frozenset({2, 3, 4}))
        session.diagnostics.note(
            "cli_trends.keyness_sets", left=compared.left.reports, right=compared.right.reports
        )
    is_found = bool(compared.left_phrases or compared.right_phrases)
    return ExitCode.OK if is_found else ExitCode.NOT_FOUND


def _rows(compared: Comparison) -> Iterator[tuple[str, ...]]:
    """Side, phrase, score, and how often it occurs in the left and in the right set."""
    sides = (("left", compared.left_phrases), ("right", compared.right_phrases))
    for side, phrases in sides:
        for one in phrases:
            score = f"{abs(one.score):.{_SCORE_DIGITS}f}"
            yield side, one.phrase, score, str(one.count), str(one.other_count)


def _shape(compared: Comparison) -> Shape:
    return {
        "left": _set_shape(compared.left, compared.left_phrases),
        "right": _set_shape(compared.right, compared.right_phrases),
    }


def _set_shape(reports: ReportSet, phrases: tuple[Keyness, ...]) -> Shape:
    return {
        "query": reports.query,
        "reports": reports.reports,
        "characters": reports.characters,
        "phrases": [
            {
                "phrase": one.phrase,
                "score": round(abs(one.score), _SCORE_DIGITS),
                "left": one.count,
                "right": one.other_count,
            }
            for one in phrases
        ],
    }
