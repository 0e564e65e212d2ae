"""`keywords`: the keyphrases of reports or files."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.document_source import NamedDocument, for_each_document
from reportreader.cli.reading_manner import MANNER, asked_manner
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT_OR_FILES
from reportreader.errors import ExitCode
from reportreader.settings.paths import cache_folder

DEFAULT_COUNT = "20"
ARGUMENTS = (
    REPORT_OR_FILES,
    Argument(
        name="--top",
        metavar="N",
        is_number=True,
        default=DEFAULT_COUNT,
        help="cli_search.keywords_option_top",
    ),
    *MANNER,
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Best phrases first; with `--json` one object a line."""
    from reportreader.analysis.keyphrases import find_keyphrases
    from reportreader.analysis.words import Segmenter

    segmenter = Segmenter(cache_folder())
    limit = options.number("--top") or 0
    references = options.texts("REPORT")

    def write(named: NamedDocument) -> None:
        found = find_keyphrases(named.document, segmenter, limit=limit)
        if options.flag("--json"):
            phrases = [keyphrase.phrase for keyphrase in found]
            session.output.json_line({"id": named.name, "keywords": phrases})
            return
        if len(references) > 1:
            session.output.line(f"{named.name}  {named.document.title}")
        session.output.rows([(keyphrase.phrase, str(keyphrase.count)) for keyphrase in found])

    manner = asked_manner(options)
    return for_each_document(session, references, write, manner=manner)
