"""`correct list`: what the reader corrected in the structure of a report."""

from collections.abc import Iterator

from reportreader.cli.arguments import Options
from reportreader.cli.corrections import correction_shape
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT
from reportreader.errors import ExitCode
from reportreader.services.browsing import find_report
from reportreader.services.correcting import (
    ListedCorrection,
    correction_change,
    list_corrections,
)

ARGUMENTS = (REPORT, JSON)


def run(session: Session, options: Options) -> ExitCode:
    """A line for each correction, those without a place too."""
    with session.open_library() as library:
        listed = list_corrections(library, find_report(library, options.text("REPORT")).report_id)
    if options.flag("--json"):
        session.output.json([correction_shape(session, one) for one in listed])
    elif listed:
        session.output.rows(list(_rows(session, listed)))
    else:
        session.diagnostics.note("cli_corrections.none")
    return ExitCode.OK


def _rows(session: Session, listed: tuple[ListedCorrection, ...]) -> Iterator[tuple[str, ...]]:
    for one in listed:
        change = correction_change(one.correction)
        yield (
            str(one.correction_id),
            f"#{one.start}" if one.is_placed and one.correction.quote else "",
            session.text(f"cli.state_{one.state.value}"),
            session.text(change.summary_id, **change.values),
        )
