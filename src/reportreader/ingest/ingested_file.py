"""What comes out of a file: the document, where it came from, and what the reader should be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from reportreader.document.document import Document
from reportreader.ingest.manner import Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something to tell the reader about a file that could be read; a message id and its values."""

    message_id: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What one format makes of the bytes of a file.

    `encoding` is a Python codec name, empty for formats that carry their own.
    """

    document: Document
    encoding: str = ""
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestedFile:
    """A document and the file it was read from.

    `source_sha256` (hexadecimal) and `byte_length` describe the raw bytes; `extractor` and
    `extractor_version` name the format that read them, so that a better version can read again.
    """

    document: Document
    source_sha256: str
    byte_length: int
    encoding: str
    extractor: str
    extractor_version: int
    notices: tuple[Notice, ...] = ()


class Extractor(Protocol):
    """A module of `ingest.formats`: reads one format.

    `name` is the file name for messages, `manner` what a person said of the file. Raises InputError
    for bytes that are not what they should be.
    """

    def extract(self, data: bytes, *, name: str, manner: Manner) -> Extracted:
        """The document in `data`, sanitised; blocks only where the format itself marks them."""
        ...
