"""`tags list`: the codebook with how many annotations bear each tag, or which tags go together."""

from collections.abc import Sequence

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.shapes import Shape
from reportreader.cli.shared_arguments import IN_REPORT, JSON
from reportreader.errors import ExitCode
from reportreader.notes.codebook import Code
from reportreader.services.browsing import find_report
from reportreader.services.codebook import count_tag_pairs, list_codebook

ARGUMENTS = (
    IN_REPORT,
    Argument(name="--cooccurrence", help="cli_codebook.tags_list_option_cooccurrence"),
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """List tags by name, pairs by how often they occur."""
    reference, as_json = options.text("--report"), options.flag("--json")
    with session.open_library() as library:
        report_id = find_report(library, reference).report_id if reference else None
        if options.flag("--cooccurrence"):
            pairs = count_tag_pairs(library, report_id=report_id)
            _write_pairs(session, pairs, as_json=as_json)
        else:
            codes = list_codebook(library, report_id=report_id)
            _write_codes(session, codes, as_json=as_json)
    return ExitCode.OK


def _write_codes(session: Session, codes: Sequence[Code], *, as_json: bool) -> None:
    if as_json:
        session.output.json([_shape(code) for code in codes])
    elif codes:
        session.output.rows([_row(session, code) for code in codes], right=frozenset({0}))
    else:
        session.diagnostics.note("cli_notes.tags_none")


def _row(session: Session, code: Code) -> tuple[str, ...]:
    colour = session.text(f"cli.colour_{code.colour.value}") if code.colour is not None else ""
    return str(code.annotation_count), code.name, colour, code.description


def _shape(code: Code) -> Shape:
    return {
        "name": code.name,
        "count": code.annotation_count,
        "reports": code.report_count,
        "colour": code.colour.value if code.colour is not None else "",
        "description": code.description,
    }


def _write_pairs(session: Session, pairs: Sequence[tuple[str, str, int]], *, as_json: bool) -> None:
    if as_json:
        session.output.json(
            [{"tags": [first, second], "count": count} for first, second, count in pairs]
        )
    elif pairs:
        rows = [(str(count), first, second) for first, second, count in pairs]
        session.output.rows(rows, right=frozenset({0}))
    else:
        session.diagnostics.note("cli_codebook.tags_list_no_pairs")
