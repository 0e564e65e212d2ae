"""`trend`: how often something is said, over the dates of publication."""

from collections.abc import Iterator, Sequence

from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.csv_table import csv_lines
from reportreader.cli.session import Session
from reportreader.cli.shapes import Shape
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode, NotFoundError
from reportreader.library.library import Library
from reportreader.services.keywords import list_term_groups
from reportreader.services.trends import (
    Trend,
    TrendPoint,
    TrendUnit,
    find_group_trend,
    find_trend,
)
from reportreader.typography.bars import bar

_BAR_CELLS = 40
_RATE_DIGITS = 2
ARGUMENTS = (
    Argument(name="TERM", help="cli_trends.trend_word_term", is_many=True),
    Argument(name="--group", metavar="NAME", help="cli_trends.trend_option_group", is_many=True),
    Argument(
        name="--by",
        metavar="UNIT",
        choices=tuple(unit.value for unit in TrendUnit),
        default=TrendUnit.YEAR.value,
        help="cli_trends.trend_option_by",
    ),
    Argument(name="--csv", help="cli_search.option_csv"),
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Print a line with a bar for each period, for one term after the other."""
    if not options.texts("TERM") and not options.texts("--group"):
        raise UsageError("word_missing", word="TERM")
    with session.open_library() as library:
        trends = list(_iter_trends(library, options))
    if options.flag("--json"):
        session.output.json([_shape(trend) for trend in trends])
    elif options.flag("--csv"):
        session.output.text(csv_lines(_csv_rows(trends)))
    else:
        _write(session, trends)
    return ExitCode.OK if any(trend.count for trend in trends) else ExitCode.NOT_FOUND


def _iter_trends(library: Library, options: Options) -> Iterator[Trend]:
    unit = TrendUnit(options.text("--by"))
    for term in options.texts("TERM"):
        yield find_trend(library, term, unit=unit)
    groups = {group.name: group for group in list_term_groups(library)}
    for name in options.texts("--group"):
        if name not in groups:
            raise NotFoundError("term_group_missing", name=name)
        yield find_group_trend(library, groups[name], unit=unit)


def _write(session: Session, trends: Sequence[Trend]) -> None:
    for trend in trends:
        if len(trends) > 1:
            session.output.line(trend.name)
        points = _all_points(trend)
        most = max((point.rate for point in points), default=0.0)
        session.output.rows(
            [
                (
                    point.period or session.text("cli_trends.trend_undated"),
                    str(point.count),
                    f"{point.rate:.{_RATE_DIGITS}f}",
                    bar(point.rate, most, _BAR_CELLS),
                )
                for point in points
            ],
            right=frozenset({1, 2}),
        )


def _all_points(trend: Trend) -> tuple[TrendPoint, ...]:
    """The points in time, behind them what has none."""
    return (*trend.points, trend.undated) if trend.undated.all_reports else trend.points


def _shape(trend: Trend) -> Shape:
    return {
        "term": trend.name,
        "unit": trend.unit.value,
        "points": [_point_shape(point) for point in trend.points],
        "undated": _point_shape(trend.undated),
        "reports": [
            {"id": report.short_id, "title": report.title, "date": report.date, "count": count}
            for report, count in trend.report_counts
        ],
    }


def _point_shape(point: TrendPoint) -> Shape:
    return {
        "period": point.period,
        "count": point.count,
        "per_10000": round(point.rate, _RATE_DIGITS),
        "reports": point.reports,
        "all_reports": point.all_reports,
        "length": point.length,
    }


def _csv_rows(trends: Sequence[Trend]) -> Iterator[tuple[str, ...]]:
    yield ("term", "period", "count", "per_10000", "reports", "all_reports", "length")
    for trend in trends:
        for point in _all_points(trend):
            yield (trend.name, *map(str, _point_shape(point).values()))
