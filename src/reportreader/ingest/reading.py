"""Reads one file into a document: opening, format, extraction, structure."""

import hashlib
from pathlib import Path

from reportreader.document.document import Document
from reportreader.errors import InputError
from reportreader.ingest.decoding import check_encoding
from reportreader.ingest.formats import Format, find_format, load_extractor
from reportreader.ingest.ingested_file import Extracted, IngestedFile, Notice
from reportreader.ingest.opening import read_regular_file
from reportreader.structure import find_structure, refine_structure

__all__ = ["IngestedFile", "Notice", "check_encoding", "read_bytes", "read_file"]

TEXT_LIMIT_BYTES = 256 << 20


def read_file(path: Path, *, encoding: str | None = None) -> IngestedFile:
    """The document in the file at `path`, read with `encoding` or the one its bytes speak for.

    Raises NotFoundError or InputError, each naming the path.
    """
    data = read_regular_file(path, limit_bytes=TEXT_LIMIT_BYTES)
    return read_bytes(data, str(path), encoding=encoding)


def read_bytes(data: bytes, name: str, *, encoding: str | None = None) -> IngestedFile:
    """The document in `data`; the suffix of `name` helps where the bytes do not tell the format.

    Raises InputError, naming `name`.
    """
    if not data:
        raise InputError("file_empty", path=name)
    found = find_format(data, name)
    extracted = _extract(found, data, name, encoding)
    return IngestedFile(
        document=_structured(extracted.document),
        source_sha256=hashlib.sha256(data).hexdigest(),
        byte_length=len(data),
        encoding=extracted.encoding,
        extractor=found.name,
        extractor_version=found.version,
        notices=extracted.notices,
    )


def _extract(found: Format, data: bytes, name: str, encoding: str | None) -> Extracted:
    if not found.is_isolated:
        return load_extractor(found.name).extract(data, name=name, encoding=encoding)
    from reportreader.ingest.isolating import shared_process

    return shared_process.extract(found.name, data, name=name, encoding=encoding)


def _structured(document: Document) -> Document:
    """The document with its structure found, or refined where the format said something of it."""
    if len(document.blocks):
        return refine_structure(document)
    return find_structure(document.text)
