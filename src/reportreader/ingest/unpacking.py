"""Unpacks an archive of reports in memory, with limits that trust no declared size.

Runs in the child process. Nothing is written to disk, so no entry can be placed anywhere.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from reportreader.errors import InputError
from reportreader.ingest.formats import REPORT_SUFFIXES, suffix_of
from reportreader.ingest.found_file import entry_label
from reportreader.ingest.sanitising import sanitise_line
from reportreader.ingest.zip_directory import PART_COUNT_LIMIT, read_part_names

ENTRY_LIMIT_BYTES = 64 << 20
TOTAL_LIMIT_BYTES = 512 << 20
_ARCHIVE_SUFFIXES = frozenset({".zip", ".rar", ".7z", ".gz", ".tgz", ".tar"})
_IS_ENCRYPTED = 0x1
_IS_UTF8 = 0x800
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveEntry:
    """A file in an archive: its bytes, or why they cannot be had."""

    name: str
    data: bytes = b""
    error: InputError | None = None


def iter_entries(data: bytes, *, name: str) -> Iterator[ArchiveEntry]:
    """The entries that have a report's suffix, in the order of their names.

    Archives within are refused, not opened; when the sum of what was unpacked passes its limit, so
    are all that follow. Raises InputError (`file_damaged`, `file_bomb`, `archive_empty`) for the
    archive as a whole.
    """
    if len(read_part_names(data)) > PART_COUNT_LIMIT:
        raise InputError("file_bomb", path=name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise InputError("file_damaged", path=name) from error
    chosen = _choose(archive.infolist())
    if not chosen:
        raise InputError("archive_empty", path=name)
    room = TOTAL_LIMIT_BYTES
    for entry, info in chosen:
        limit = min(room, ENTRY_LIMIT_BYTES)
        try:
            content = _read(archive, info, limit, entry_label(name, entry))
        except InputError as error:
            yield ArchiveEntry(name=entry, error=error)
            continue
        room -= len(content)
        yield ArchiveEntry(name=entry, data=content)


def _choose(infos: list[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """Entries to read with their names: no folders, nothing hidden, only what may be a report."""
    named = ((_entry_name(info), info) for info in infos if not info.is_dir())
    wanted = REPORT_SUFFIXES | _ARCHIVE_SUFFIXES
    chosen = [
        (entry, info)
        for entry, info in named
        if suffix_of(entry) in wanted and not _is_hidden(entry)
    ]
    return sorted(chosen, key=lambda item: item[0])


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int, label: str) -> bytes:
    if suffix_of(label) in _ARCHIVE_SUFFIXES:
        raise InputError("archive_nested", path=label)
    if info.flag_bits & _IS_ENCRYPTED:
        raise InputError("file_encrypted", path=label)
    if info.file_size > limit:
        raise InputError("file_bomb", path=label)
    try:
        with archive.open(info) as stream:
            content = stream.read(limit + 1)
    except _DAMAGE as error:
        raise InputError("file_damaged", path=label) from error
    if len(content) > limit:
        raise InputError("file_bomb", path=label)
    return content


def _entry_name(info: zipfile.ZipInfo) -> str:
    """The name of an entry; names without the UTF-8 flag are mostly written in GBK or UTF-8."""
    name = info.filename
    if not info.flag_bits & _IS_UTF8:
        raw = name.encode("cp437", "replace")
        for codec in ("utf-8", "gb18030"):
            try:
                name = raw.decode(codec)
            except UnicodeDecodeError:
                continue
            break
    parts = name.replace("\\", "/").split("/")
    return sanitise_line("/".join(part for part in parts if part not in ("", ".", "..")))


def _is_hidden(entry: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in entry.split("/"))
