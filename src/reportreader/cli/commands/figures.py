"""`figures`: every number that counts, measures or dates something, in reports or files."""

from hashlib import sha256

from reportreader.analysis.figures import Figure, find_figures, neutral_figures
from reportreader.cli.arguments import Argument, Options
from reportreader.cli.csv_table import csv_lines
from reportreader.cli.document_source import NamedDocument, for_each_document
from reportreader.cli.reading_manner import MANNER, asked_manner
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT_OR_FILES
from reportreader.document.outline import path_titles
from reportreader.errors import ExitCode

ARGUMENTS = (
    REPORT_OR_FILES,
    Argument(name="--csv", help="cli_search.option_csv"),
    *MANNER,
    JSON,
)
CSV_HEADINGS = ("report", "offset", "text", "value", "unit", "qualifier", "counts", "section")


def run(session: Session, options: Options) -> ExitCode:
    """A line for each figure; with `--json` one object a line for each report."""
    if options.flag("--csv"):
        session.output.text(csv_lines([CSV_HEADINGS]))

    def write(named: NamedDocument) -> None:
        figures = find_figures(named.document)
        if options.flag("--json"):
            session.output.json_line(_shape(named, figures))
        elif not figures:
            session.diagnostics.note("cli_search.figures_none", name=named.name)
        elif options.flag("--csv"):
            session.output.text(csv_lines(_csv_row(named, figure) for figure in figures))
        else:
            session.output.rows([_row(figure) for figure in figures])

    manner = asked_manner(options)
    return for_each_document(session, options.texts("REPORT"), write, manner=manner)


def _row(figure: Figure) -> tuple[str, ...]:
    return (f"#{figure.start}", figure.text, _value(figure), figure.unit, figure.counts)


def _value(figure: Figure) -> str:
    if isinstance(figure.value, tuple):
        return " … ".join(str(value) for value in figure.value)
    return "" if figure.value is None else str(figure.value)


def _shape(named: NamedDocument, figures: tuple[Figure, ...]) -> dict[str, object]:
    text = named.document.text.encode("utf-8", "surrogatepass")
    return {
        "id": named.name,
        "text_sha256": sha256(text).hexdigest(),
        "figures": neutral_figures(figures),
    }


def _csv_row(named: NamedDocument, figure: Figure) -> tuple[str, ...]:
    return (
        named.name,
        str(figure.start),
        figure.text,
        _value(figure),
        figure.unit,
        figure.qualifier.value,
        figure.counts,
        " / ".join(path_titles(named.document.sections, figure.start)),
    )
