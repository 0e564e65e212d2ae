"""Codebooks in files: tables (CSV) and what programs of qualitative analysis write (.qdc, .qdpx)."""

from pathlib import Path

from reportreader.ingest.decoding import decode_text
from reportreader.ingest.formats.package import Package, parse_xml
from reportreader.ingest.opening import read_regular_file
from reportreader.library.library import Library
from reportreader.notes.codebook import Code, parse_codebook_csv, to_codebook_csv
from reportreader.notes.qdcreading import read_codes
from reportreader.notes.refiqda import PROJECT_FILE, to_qdc
from reportreader.services.codebook import list_codebook

LIMIT_BYTES = 16 << 20
PROJECT_LIMIT_BYTES = 256 << 20
CODEBOOK_SUFFIX = ".qdc"
PROJECT_SUFFIX = ".qdpx"


def read_codebook(path: Path) -> tuple[Code, ...]:
    """The tags that a file describes; its suffix says which kind it is, CSV for any other.

    Raises InputError if it cannot be read or is no codebook.
    """
    suffix, name = path.suffix.lower(), str(path)
    is_project = suffix == PROJECT_SUFFIX
    limit_bytes = PROJECT_LIMIT_BYTES if is_project else LIMIT_BYTES
    data = read_regular_file(path, limit_bytes=limit_bytes)
    if is_project:
        return read_codes(Package(data, name=name).required_xml(PROJECT_FILE))
    if suffix == CODEBOOK_SUFFIX:
        return read_codes(parse_xml(data, name=name))
    return parse_codebook_csv(decode_text(data, name=name).text)


def codebook_text(library: Library, path: Path) -> str:
    """The codebook as the text of the file `path`, whose suffix says which kind it is to be.

    Raises InputError `codebook_empty` where the format allows none.
    """
    codes = list_codebook(library)
    return to_qdc(codes) if path.suffix.lower() == CODEBOOK_SUFFIX else to_codebook_csv(codes)
