"""`list`: the reports of the library."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.report_filter import FILTER_ARGUMENTS, report_filter
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.services.browsing import (
    ReportOrder,
    ReportSummary,
    list_reports,
)

ARGUMENTS = (
    Argument(name="TEXT", help="cli_reports.list_word_text"),
    *FILTER_ARGUMENTS,
    Argument(
        name="--sort",
        metavar="ORDER",
        choices=tuple(order.value for order in ReportOrder),
        default=ReportOrder.ADDED.value,
        help="cli_reports.list_option_sort",
    ),
    Argument(name="--reverse", help="cli_reports.list_option_reverse"),
    Argument(name="--limit", metavar="N", is_number=True, help="cli.option_limit"),
    JSON,
)
_ASCENDING = frozenset({ReportOrder.TITLE, ReportOrder.ISSUER})


def run(session: Session, options: Options) -> ExitCode:
    """List what the filters let through, newest first unless asked otherwise."""
    order = ReportOrder(options.text("--sort"))
    with session.open_library() as library:
        reports = list_reports(
            library,
            report_filter(options, text=options.text("TEXT")),
            order,
            descending=(order in _ASCENDING) == options.flag("--reverse"),
            limit=options.number("--limit"),
        )
    if options.flag("--json"):
        from reportreader.cli.shapes import report_shape

        session.output.json([report_shape(report) for report in reports])
    elif reports:
        session.output.rows([_row(report) for report in reports], right=frozenset({2, 3, 4}))
    else:
        session.diagnostics.note("cli_reports.list_none")
    return ExitCode.OK


def _row(report: ReportSummary) -> tuple[str, ...]:
    return (
        report.short_id,
        report.date[:10],
        str(report.length),
        f"{report.progress:.0%}",
        str(report.note_count),
        report.issuer,
        report.title,
    )
