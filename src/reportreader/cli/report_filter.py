"""Options that say which reports a command is about."""

from reportreader.cli.arguments import Argument, Options
from reportreader.services.browsing import ReportFilter, Shelf

FILTER_ARGUMENTS = (
    Argument(
        name="--shelf",
        metavar="SHELF",
        choices=tuple(shelf.value for shelf in Shelf),
        default=Shelf.ALL.value,
        help="cli_reports.list_option_shelf",
    ),
    Argument(name="--tag", metavar="TAG", help="cli_reports.list_option_tag"),
    Argument(name="--issuer", metavar="NAME", help="cli_reports.list_option_issuer"),
    Argument(name="--year", metavar="YYYY", is_number=True, help="cli_reports.list_option_year"),
)


def report_filter(options: Options, *, text: str = "") -> ReportFilter:
    """The filter that the options say; `text` is a part of the title or issuer."""
    return ReportFilter(
        text=text,
        shelf=Shelf(options.text("--shelf")),
        tag=options.text("--tag"),
        issuer=options.text("--issuer"),
        year=options.text("--year"),
    )
