"""`notes add`: a highlight with or without a note, or a note on a whole report."""

from reportreader.cli.arguments import Argument, Options, UsageError
from reportreader.cli.passages import find_quote
from reportreader.cli.session import Session
from reportreader.cli.shapes import placed_shape
from reportreader.cli.shared_arguments import COLOUR, JSON, REPORT, TAG
from reportreader.document.document import Document
from reportreader.errors import ExitCode
from reportreader.notes.annotation import AnnotationKind, Colour
from reportreader.services.annotating import AnnotationDraft, add_annotation
from reportreader.services.browsing import find_report
from reportreader.services.reading import open_report

ARGUMENTS = (
    REPORT,
    Argument(name="--quote", metavar="TEXT", help="cli_notes.notes_add_option_quote"),
    Argument(
        name="--start", metavar="OFFSET", is_number=True, help="cli_notes.notes_add_option_start"
    ),
    Argument(name="--end", metavar="OFFSET", is_number=True, help="cli_notes.notes_add_option_end"),
    Argument(name="--note", metavar="TEXT", help="cli_notes.notes_add_option_note"),
    COLOUR,
    TAG,
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Make the annotation and print its id."""
    with session.open_library() as library:
        opened = open_report(library, find_report(library, options.text("REPORT")).report_id)
        start, end = _passage(opened.document, options)
        draft = AnnotationDraft(
            kind=AnnotationKind.HIGHLIGHT if end else AnnotationKind.REPORT_NOTE,
            start=start,
            end=end,
            colour=Colour(options.text("--colour") or Colour.YELLOW),
            body=options.text("--note"),
            tags=options.texts("--tag"),
        )
        placed = add_annotation(library, opened, draft)
    if options.flag("--json"):
        session.output.json(placed_shape(placed))
    else:
        session.output.line(placed.annotation.annotation_id)
    return ExitCode.OK


def _passage(document: Document, options: Options) -> tuple[int, int]:
    """Offsets of the passage that is meant; (0, 0) for the report as a whole.

    Raises NotFoundError or AmbiguousError for a quote that does not occur exactly once.
    """
    quote = options.text("--quote")
    start, end = options.number("--start"), options.number("--end")
    if quote and start is None:
        return find_quote(document.text, quote)
    if start is not None and end is not None and not quote:
        return start, end
    if options.text("--note") and start is None and end is None:
        return 0, 0
    raise UsageError("passage_missing")
