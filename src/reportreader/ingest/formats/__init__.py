"""The formats a report comes in, one module each; a module is imported when its first file comes."""

from importlib import import_module
from typing import cast

from reportreader.errors import InputError
from reportreader.ingest.ingested_file import Extractor

PLAIN_TEXT = "plain_text"
MARKDOWN = "markdown"

_BY_SUFFIX = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
}
_UNREADABLE_SUFFIXES = {
    ".doc": "Word 97",
    ".docx": "Word",
    ".epub": "EPUB",
    ".htm": "HTML",
    ".html": "HTML",
    ".mht": "MHTML",
    ".odt": "OpenDocument",
    ".ofd": "OFD",
    ".pdf": "PDF",
    ".rtf": "RTF",
    ".wps": "WPS",
}
_UNREADABLE_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97 / OLE"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "ELF"),
)

REPORT_SUFFIXES = frozenset({".txt", ".text", *_BY_SUFFIX, *_UNREADABLE_SUFFIXES})
"""What `add` takes from a folder: what can be read, and what a person would expect to be."""


def find_format(data: bytes, name: str) -> str:
    """Name of the format of `data`, by its first bytes and then by the suffix of `name`.

    Raises InputError (`file_unsupported`) for a format that is known but not read.
    """
    for signature, format_name in _UNREADABLE_SIGNATURES:
        if data.startswith(signature):
            raise InputError("file_unsupported", path=name, format=format_name)
    suffix = _suffix(name)
    if suffix in _UNREADABLE_SUFFIXES:
        raise InputError("file_unsupported", path=name, format=_UNREADABLE_SUFFIXES[suffix])
    return _BY_SUFFIX.get(suffix, PLAIN_TEXT)


def load_extractor(format_name: str) -> Extractor:
    """The module that reads a format."""
    return cast("Extractor", import_module(f"{__name__}.{format_name}"))


def _suffix(name: str) -> str:
    base = name.rpartition("/")[2]
    stem, dot, suffix = base.rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""
