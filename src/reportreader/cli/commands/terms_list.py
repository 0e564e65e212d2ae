"""`terms list`: the reader's term groups."""

from reportreader.analysis.terms import TermGroup
from reportreader.cli.arguments import Options
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON
from reportreader.errors import ExitCode
from reportreader.services.keywords import list_term_groups
from reportreader.services.term_toml import term_word

ARGUMENTS = (JSON,)


def run(session: Session, options: Options) -> ExitCode:
    """List them in the order they were made."""
    with session.open_library() as library:
        groups = list_term_groups(library)
    if options.flag("--json"):
        session.output.json([_shape(group) for group in groups])
    elif groups:
        session.output.rows([_row(session, group) for group in groups])
    else:
        session.diagnostics.note("cli_search.terms_none")
    return ExitCode.OK


def _row(session: Session, group: TermGroup) -> tuple[str, ...]:
    words = (*(term_word(term) for term in group.terms), *group.patterns)
    return (group.name, session.text(f"cli.colour_{group.colour}"), " ".join(words))


def _shape(group: TermGroup) -> dict[str, object]:
    return {
        "name": group.name,
        "colour": group.colour,
        "terms": [{"text": term.text, "aliases": list(term.aliases)} for term in group.terms],
        "patterns": list(group.patterns),
        "scope": group.scope.value,
        "scope_value": group.scope_value,
        "enabled": group.enabled,
    }
