"""Term groups in files that people share: TOML, which says all, or a list with a term a line."""

from pathlib import Path

from reportreader.analysis.terms import TermGroup
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.opening import read_regular_file
from reportreader.library.library import Library
from reportreader.services.filewriting import write_text_file
from reportreader.services.keywords import list_term_groups, save_term_group
from reportreader.services.term_text import parse_term_list, write_term_list
from reportreader.services.term_toml import parse_terms, write_terms

LIMIT_BYTES = 16 << 20
TOML = ".toml"
_TOML_GROUP = "[[group"


def import_term_file(library: Library, path: Path, *, name: str = "") -> tuple[TermGroup, ...]:
    """Save every group of a file, all or none; groups of the same name are replaced.

    `name` is that of a list which does not say so itself, without it the name of the file. Raises
    InputError and LibraryError.
    """
    data = read_regular_file(path, limit_bytes=LIMIT_BYTES)
    source = decode_text(data, name=str(path)).text
    if path.suffix.lower() == TOML or source.lstrip().startswith(_TOML_GROUP):
        groups = parse_terms(source, path=str(path))
    else:
        groups = parse_term_list(source, name=name or path.stem)
    with library.transaction():
        for group in groups:
            save_term_group(library, group)
    return groups


def export_term_file(library: Library, path: Path) -> int:
    """Write all groups to a new file, as TOML or, by another ending, as a list; how many.

    Raises OutputError, also for a file that is there already.
    """
    groups = list_term_groups(library)
    write = write_terms if path.suffix.lower() == TOML else write_term_list
    write_text_file(path, write(groups), replace=False)
    return len(groups)
