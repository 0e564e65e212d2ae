"""The formats a report comes in, one module each; a module is imported when its first file comes."""

import re
from importlib import import_module
from typing import NamedTuple, cast

from reportreader.errors import InputError
from reportreader.ingest.ingested_file import Extractor


class Format(NamedTuple):
    """A format that can be read: its module, its suffixes, and what files of it hold.

    `version` goes up whenever the same bytes would be read differently. `signature` is how such a
    file begins, `part` names a part that only its packages have. `is_isolated` formats are parsed
    in a child process.
    """

    name: str
    version: int
    suffixes: tuple[str, ...]
    signature: bytes = b""
    part: bytes = b""
    is_isolated: bool = True


PLAIN_TEXT = Format("plain_text", 1, (".txt", ".text"), is_isolated=False)
FORMATS = (
    Format("markdown", 1, (".md", ".markdown"), is_isolated=False),
    Format("html", 1, (".html", ".htm", ".xhtml")),
    Format("pdf", 1, (".pdf",), signature=b"%PDF-"),
    Format("docx", 1, (".docx", ".docm"), signature=b"PK\x03\x04", part=b"word/document.xml"),
    Format("epub", 1, (".epub",), signature=b"PK\x03\x04", part=b"META-INF/container.xml"),
    Format(
        "odt",
        1,
        (".odt",),
        signature=b"PK\x03\x04",
        part=b"application/vnd.oasis.opendocument.text",
    ),
    Format("ofd", 1, (".ofd",), signature=b"PK\x03\x04", part=b"OFD.xml"),
    PLAIN_TEXT,
)
_HEAD_BYTES = 1024
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.{0,500}?-->)*<(?:!doctype\s+html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_UNREADABLE_SUFFIXES = {
    ".doc": "Word 97",
    ".mht": "MHTML",
    ".rtf": "RTF",
    ".wps": "WPS",
}
_UNREADABLE_SIGNATURES = (
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

REPORT_SUFFIXES = frozenset(suffix for known in FORMATS for suffix in known.suffixes) | frozenset(
    _UNREADABLE_SUFFIXES
)
"""What `add` takes from a folder: what can be read, and what a person would expect to be."""


def find_format(data: bytes, name: str) -> Format:
    """The format of `data`, by its bytes and then by the suffix of `name`.

    Raises InputError (`file_unsupported`) for a format that is known but not read.
    """
    for known in FORMATS:
        if known.signature and data.startswith(known.signature) and known.part in data:
            return known
    for signature, format_name in _UNREADABLE_SIGNATURES:
        if data.startswith(signature):
            raise InputError("file_unsupported", path=name, format=format_name)
    if _HTML_START.match(data[:_HEAD_BYTES]):
        return next(known for known in FORMATS if known.name == "html")
    suffix = _suffix(name)
    if suffix in _UNREADABLE_SUFFIXES:
        raise InputError("file_unsupported", path=name, format=_UNREADABLE_SUFFIXES[suffix])
    for known in FORMATS:
        if suffix in known.suffixes and not known.signature:
            return known
    return PLAIN_TEXT


def load_extractor(format_name: str) -> Extractor:
    """The module that reads a format."""
    return cast("Extractor", import_module(f"{__name__}.{format_name}"))


def _suffix(name: str) -> str:
    base = name.rpartition("/")[2]
    stem, dot, suffix = base.rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""
