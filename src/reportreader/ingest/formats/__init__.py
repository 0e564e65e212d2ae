"""The formats a report comes in, one module each; a module is imported when its first file comes."""

import re
from importlib import import_module
from typing import NamedTuple, cast

from reportreader.errors import InputError
from reportreader.ingest.ingested_file import Extractor
from reportreader.ingest.zip_directory import read_part_names


class Format(NamedTuple):
    """A format that can be read: its module, its suffixes, and what files of it hold.

    `version` goes up whenever the same bytes would be read differently. `signature` is how such a
    file begins. For packages `part` names a part that only they have (in lower case), and
    `mimetype` what stands uncompressed at their beginning. `is_isolated` formats are parsed in a
    child process.
    """

    name: str
    version: int
    suffixes: tuple[str, ...]
    signature: bytes = b""
    part: bytes = b""
    mimetype: bytes = b""
    is_isolated: bool = True


_ZIP = b"PK\x03\x04"
_ODT = b"application/vnd.oasis.opendocument.text"
PLAIN_TEXT = Format("plain_text", 1, (".txt", ".text"), is_isolated=False)
HTML = Format("html", 3, (".html", ".htm", ".xhtml"))
MHTML = Format("mhtml", 3, (".mht", ".mhtml"))
FORMATS = (
    Format("markdown", 2, (".md", ".markdown"), is_isolated=False),
    HTML,
    MHTML,
    Format("pdf", 2, (".pdf",), signature=b"%PDF-"),
    Format("rtf", 2, (".rtf",), signature=b"{\\rtf"),
    Format("word97", 3, (".doc", ".wps"), signature=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    Format("docx", 3, (".docx", ".docm"), signature=_ZIP, part=b"word/document.xml"),
    Format("epub", 3, (".epub",), signature=_ZIP, part=b"meta-inf/container.xml"),
    Format("odt", 3, (".odt",), signature=_ZIP, mimetype=_ODT),
    Format("ofd", 2, (".ofd",), signature=_ZIP, part=b"ofd.xml"),
    PLAIN_TEXT,
)
_HEAD_BYTES = 1024
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.{0,500}?-->)*<(?:!doctype\s+html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_MHTML_START = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?content-type:\s*multipart/related", re.IGNORECASE
)
_UNREADABLE_SIGNATURES = (
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "ELF"),
)

GUARDED_MARKDOWN = "markdown_guarded"
"""Name of the module that reads Markdown that `may_be_slow`, in a child process."""
MARKDOWN_LIMIT_BYTES = 8 << 20
"""Longer Markdown is not parsed, but read as plain text."""
_HARMLESS_BYTES = 128 << 10
_HARMLESS_BRACKETS = 1000
NEEDS_CONVERSION = "file_needs_conversion"
"""Message id with which a format says that another program must convert the file first."""
ARCHIVE_SUFFIX = ".zip"
IN_PROCESS_SUFFIXES = frozenset(
    suffix for known in FORMATS if not known.is_isolated for suffix in known.suffixes
)
REPORT_SUFFIXES = frozenset(suffix for known in FORMATS for suffix in known.suffixes)
"""What `add` takes from a folder or an archive."""


def find_format(data: bytes, name: str) -> Format:
    """The format of `data`, by its bytes and then by the suffix of `name`.

    Raises InputError (`file_is_archive`, `file_unsupported`) for what is no report.
    """
    suffix = suffix_of(name)
    if data.startswith(_ZIP):
        return _find_package(data, name, suffix)
    for known in FORMATS:
        if known.signature and data.startswith(known.signature):
            return known
    for signature, format_name in _UNREADABLE_SIGNATURES:
        if data.startswith(signature):
            raise InputError("file_unsupported", path=name, format=format_name)
    head = data[:_HEAD_BYTES]
    if _HTML_START.match(head):
        return HTML
    if _MHTML_START.match(head):
        return MHTML
    for known in FORMATS:
        if suffix in known.suffixes and not known.signature:
            return known
    return PLAIN_TEXT


def _find_package(data: bytes, name: str, suffix: str) -> Format:
    """The format of a ZIP file; one that lost its table of contents is what its suffix says."""
    parts = frozenset(read_part_names(data))
    head = data[:_HEAD_BYTES]
    packages = [known for known in FORMATS if known.signature == _ZIP]
    for known in packages:
        if known.part in parts or (known.mimetype and known.mimetype in head):
            return known
    for known in packages:
        if suffix in known.suffixes:
            return known
    if suffix == ARCHIVE_SUFFIX:
        raise InputError("file_is_archive", path=name)
    raise InputError("file_unsupported", path=name, format="ZIP")


def may_be_slow(data: bytes) -> bool:
    """Whether Markdown is large, or opens many brackets, whose ends parsers look for far ahead.

    What is not parsed at all is not slow.
    """
    if len(data) > MARKDOWN_LIMIT_BYTES:
        return False
    if len(data) > _HARMLESS_BYTES:
        return True
    return data.count(b"[") + data.count(b"<") > _HARMLESS_BRACKETS


def load_extractor(format_name: str) -> Extractor:
    """The module that reads a format."""
    return cast("Extractor", import_module(f"{__name__}.{format_name}"))


def suffix_of(name: str) -> str:
    """The suffix of a file name in lower case, with its dot; empty for names that only begin so."""
    base = name.rpartition("/")[2]
    stem, dot, suffix = base.rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""
