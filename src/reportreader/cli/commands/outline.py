"""`outline`: the sections of reports or files; the neutral format for comparison with labels."""

from reportreader.cli.arguments import Options
from reportreader.cli.document_source import NamedDocument, for_each_document
from reportreader.cli.outline_text import outline_lines
from reportreader.cli.reading_manner import MANNER, asked_manner
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT_OR_FILES
from reportreader.errors import ExitCode
from reportreader.structure.neutral import neutral_outline

ARGUMENTS = (REPORT_OR_FILES, *MANNER, JSON)


def run(session: Session, options: Options) -> ExitCode:
    """One outline after the other; with `--json` one object a line."""

    def write(named: NamedDocument) -> None:
        if options.flag("--json"):
            session.output.json_line(neutral_outline(named.document, report_id=named.name))
            return
        for line in outline_lines(named.document):
            session.output.line(line)

    manner = asked_manner(options)
    return for_each_document(session, options.texts("REPORT"), write, manner=manner)
