"""What the commands that correct share: their arguments, and keeping a correction."""

from collections.abc import Callable

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shapes import Shape
from reportreader.errors import ExitCode
from reportreader.services.browsing import find_report
from reportreader.services.correcting import (
    Correction,
    ListedCorrection,
    add_correction,
    correction_change,
)
from reportreader.services.reading import OpenedReport, open_report

HEADING = Argument(
    name="OFFSET", help="cli_corrections.word_heading", is_required=True, is_number=True
)


def keep_correction(
    session: Session, options: Options, make: Callable[[OpenedReport], Correction]
) -> ExitCode:
    """Keep what `make` makes for the report of the command line; print its number, say what it does.

    Raises what `make` and `add_correction` raise.
    """
    with session.open_library() as library:
        opened = open_report(library, find_report(library, options.text("REPORT")).report_id)
        added = add_correction(library, opened, make(opened))
    if options.flag("--json"):
        session.output.json(correction_shape(session, added))
    else:
        session.output.line(str(added.correction_id))
    change = correction_change(added.correction)
    said = session.text(change.summary_id, **change.values)
    session.diagnostics.note("cli_corrections.kept", change=said)
    return ExitCode.OK


def correction_shape(session: Session, listed: ListedCorrection) -> Shape:
    """One correction as JSON."""
    change = correction_change(listed.correction)
    field = listed.correction.field
    return {
        "id": listed.correction_id,
        "kind": listed.correction.kind.value,
        "field": field.value if field is not None else "",
        "value": listed.correction.value,
        "quote": listed.correction.quote,
        "start": listed.start,
        "end": listed.end,
        "state": listed.state.value,
        "placed": listed.is_placed,
        "made": listed.made,
        "message": session.text(change.summary_id, **change.values),
    }
