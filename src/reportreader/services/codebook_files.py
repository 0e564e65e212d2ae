"""Codebooks in files: tables (CSV) and what programs of qualitative analysis write (.qdc, .qdpx)."""

from pathlib import Path

from reportreader.ingest.decoding import decode_text
from reportreader.ingest.formats.package import Package
from reportreader.ingest.opening import read_regular_file
from reportreader.library.library import Library
from reportreader.notes.codebook import Code, parse_codebook_csv, to_codebook_csv
from reportreader.notes.refiqda import PROJECT_FILE, to_qdc
from reportreader.notes.refiqda_reading import parse_project
from reportreader.services.codebook import list_codebook
from reportreader.services.project_importing import is_project
from reportreader.services.project_importing import read_codebook as read_qdc

LIMIT_BYTES = 256 << 20
CODEBOOK_SUFFIX = ".qdc"
_XML_STARTS = (b"<", b"\xef\xbb\xbf<")


def read_codebook(path: Path) -> tuple[Code, ...]:
    """The tags that a file describes, whichever kind it is by its content.

    Raises InputError if it cannot be read or is no codebook.
    """
    name = str(path)
    data = read_regular_file(path, limit_bytes=LIMIT_BYTES)
    if is_project(data):
        return parse_project(Package(data, name=name).required_xml(PROJECT_FILE)).codes
    if data.lstrip().startswith(_XML_STARTS):
        return read_qdc(data, name=name)
    return parse_codebook_csv(decode_text(data, name=name).text)


def codebook_text(library: Library, path: Path) -> str:
    """The codebook as the text of the file `path`, whose suffix says which kind it is to be.

    Raises InputError `codebook_empty` where the format allows none.
    """
    codes = list_codebook(library)
    return to_qdc(codes) if path.suffix.lower() == CODEBOOK_SUFFIX else to_codebook_csv(codes)
