"""`terms import`: term groups from a file."""

from pathlib import Path

from reportreader.analysis.terms import TermGroup
from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.cli.term_file import parse_terms
from reportreader.cli.term_list import parse_term_list
from reportreader.errors import ExitCode
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.opening import read_regular_file
from reportreader.services.keywords import save_term_group

LIMIT_BYTES = 16 << 20
_TOML = ".toml"
_TOML_GROUP = "[[group"
ARGUMENTS = (
    Argument(name="FILE", help="cli_search.terms_import_word_file", is_required=True),
    Argument(name="--group", metavar="NAME", help="cli_search.terms_import_option_group"),
)


def run(session: Session, options: Options) -> ExitCode:
    """Save every group of the file, all or none; groups of the same name are replaced."""
    path = Path(options.text("FILE"))
    data = read_regular_file(path, limit_bytes=LIMIT_BYTES)
    source = decode_text(data, name=str(path)).text
    groups = _parse(source, path, options.text("--group"))
    with session.open_library() as library, library.transaction():
        for group in groups:
            save_term_group(library, group)
    session.diagnostics.note("cli_search.terms_import_done", count=len(groups))
    return ExitCode.OK


def _parse(source: str, path: Path, group: str) -> tuple[TermGroup, ...]:
    """The groups of a TOML file, or of a list with a term a line. Raises InputError."""
    if path.suffix.lower() == _TOML or source.lstrip().startswith(_TOML_GROUP):
        return parse_terms(source, path=str(path))
    return parse_term_list(source, name=group or path.stem)
