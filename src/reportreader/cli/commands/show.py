"""`show`: the text of one report, or what is known of it."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.document_source import get_document
from reportreader.cli.outline_text import outline_lines
from reportreader.cli.plain_text import write_text
from reportreader.cli.reading_manner import MANNER, asked_manner
from reportreader.cli.session import Session
from reportreader.cli.shapes import document_shape
from reportreader.cli.shared_arguments import JSON
from reportreader.document.document import Document
from reportreader.errors import ExitCode

ARGUMENTS = (
    Argument(name="REPORT", help="cli.word_report_or_file", is_required=True),
    Argument(name="--outline", help="cli_reports.show_option_outline"),
    Argument(name="--raw", help="cli_reports.show_option_raw"),
    Argument(name="--passes", help="cli_reports.show_option_passes"),
    *MANNER,
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Print a report in the way the options ask for."""
    named = get_document(session, options.text("REPORT"), manner=asked_manner(options))
    if options.flag("--json"):
        session.output.json({"id": named.name, **document_shape(named.document)})
    elif options.flag("--passes"):
        _show_passes(session, named.document)
    elif options.flag("--outline"):
        for line in outline_lines(named.document):
            session.output.line(line)
    elif options.flag("--raw"):
        session.output.text(named.document.text)
    else:
        write_text(session, named.document)
    return ExitCode.OK


def _show_passes(session: Session, document: Document) -> None:
    """Every pass of the structure finder with what it marked: place, label, passage."""
    from reportreader.structure import iter_passes

    for structure_pass in iter_passes(document.text):
        session.output.line(f"== {structure_pass.name} ({len(structure_pass.marks)})")
        session.output.rows(
            (f"{mark.start}-{mark.end}", mark.label, document.text[mark.start : mark.end])
            for mark in structure_pass.marks
        )
