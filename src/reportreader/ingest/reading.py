"""Reads one file into a document: opening, format, extraction, structure."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportreader.errors import InputError
from reportreader.ingest.decoding import check_encoding
from reportreader.ingest.formats import (
    GUARDED_MARKDOWN,
    NEEDS_CONVERSION,
    Format,
    find_format,
    load_extractor,
    may_be_slow,
)
from reportreader.ingest.ingested_file import Extracted, IngestedFile, Notice
from reportreader.ingest.manner import AS_FOUND, Manner
from reportreader.ingest.opening import read_regular_file
from reportreader.ingest.structuring import structured_document

if TYPE_CHECKING:
    from reportreader.ingest.isolating import ExtractionProcess

__all__ = ["IngestedFile", "Notice", "check_encoding", "read_bytes", "read_file"]

TEXT_LIMIT_BYTES = 256 << 20
"""Of any file."""
UNGUARDED_LIMIT_BYTES = 128 << 20
"""Of a text that is read here and not in a child; its memory is some ten times that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedFile:
    """What a format made of the bytes of a file, before the structure is found."""

    extracted: Extracted
    source_sha256: str
    byte_length: int
    found_format: Format


def read_file(path: Path, *, manner: Manner = AS_FOUND) -> IngestedFile:
    """The document in the file at `path`, read in `manner`.

    Raises NotFoundError or InputError, each naming the path.
    """
    data = read_regular_file(path, limit_bytes=TEXT_LIMIT_BYTES)
    return read_bytes(data, str(path), manner=manner)


def read_bytes(data: bytes, name: str, *, manner: Manner = AS_FOUND) -> IngestedFile:
    """The document in `data`; the suffix of `name` helps where the bytes do not tell the format.

    Raises InputError, naming `name`.
    """
    return structured(extract_bytes(data, name, manner=manner))


def extract_bytes(
    data: bytes,
    name: str,
    *,
    manner: Manner = AS_FOUND,
    process: "ExtractionProcess | None" = None,
) -> ExtractedFile:
    """What the format of `data` makes of it, in `process` where it is not to be trusted.

    Without a `process` the one shared by the program is used. Raises InputError.
    """
    if not data:
        raise InputError("file_empty", path=name)
    found = find_format(data, name)
    if not found.is_isolated and len(data) > UNGUARDED_LIMIT_BYTES:
        size, limit = len(data) >> 20, UNGUARDED_LIMIT_BYTES >> 20
        raise InputError("file_too_large", path=name, size=size, limit=limit)
    if found.name == "markdown" and may_be_slow(data):
        extracted = _extract_isolated(GUARDED_MARKDOWN, data, name, manner, process)
    elif not found.is_isolated:
        extracted = load_extractor(found.name).extract(data, name=name, manner=manner)
    else:
        extracted = _extract_isolated(found.name, data, name, manner, process)
    return ExtractedFile(
        extracted=extracted,
        source_sha256=hashlib.sha256(data).hexdigest(),
        byte_length=len(data),
        found_format=found,
    )


def _extract_isolated(
    format_name: str,
    data: bytes,
    name: str,
    manner: Manner,
    process: "ExtractionProcess | None",
) -> Extracted:
    from reportreader.ingest.isolating import shared_process

    process = process or shared_process
    try:
        return process.extract(format_name, data, name=name, manner=manner)
    except InputError as error:
        if error.message_id != NEEDS_CONVERSION:
            raise
    from reportreader.ingest.converting import convert_to_docx

    return process.extract("docx", convert_to_docx(data, name=name), name=name, manner=manner)


def structured(file: ExtractedFile) -> IngestedFile:
    """The file with its structure found."""
    document, notices = structured_document(file.extracted.document)
    return IngestedFile(
        document=document,
        source_sha256=file.source_sha256,
        byte_length=file.byte_length,
        encoding=file.extracted.encoding,
        extractor=file.found_format.name,
        extractor_version=file.found_format.version,
        notices=(*file.extracted.notices, *notices),
    )
