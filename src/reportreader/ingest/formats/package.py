"""Office packages: a ZIP of XML parts, read with limits that trust no declared size.

Nothing is ever extracted to disk. XML is read without any document type declaration, so that no
entity can be defined, and only to a bounded depth.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from reportreader.errors import InputError
from reportreader.ingest.zip_directory import PART_COUNT_LIMIT, read_part_names

PART_LIMIT_BYTES = 64 << 20
TOTAL_LIMIT_BYTES = 256 << 20
DEPTH_LIMIT = 200
MARK_LIMIT = 5_000_000
"""`<` in a part; an element takes a hundred times its bytes in memory."""
_CHUNK_BYTES = 1 << 20
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Package:
    """The parts of a package by name, in any case and with either slash.

    Raises InputError (`file_damaged`, `file_bomb`, `file_encrypted`) with `name` as the path.
    """

    def __init__(self, data: bytes, *, name: str) -> None:
        self._name = name
        self._read_bytes = 0
        if len(read_part_names(data)) > PART_COUNT_LIMIT:
            raise InputError("file_bomb", path=name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except _DAMAGE as error:
            raise InputError("file_damaged", path=name) from error
        if sum(i.file_size for i in infos) > TOTAL_LIMIT_BYTES:
            raise InputError("file_bomb", path=name)
        self._parts = {_normal(info.filename): info for info in infos}

    def read(self, part: str) -> bytes | None:
        """The bytes of a part, None if there is none."""
        info = self._parts.get(_normal(part))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise InputError("file_encrypted", path=self._name)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(PART_LIMIT_BYTES + 1)
        except _DAMAGE as error:
            raise InputError("file_damaged", path=self._name) from error
        self._read_bytes += len(data)
        if len(data) > PART_LIMIT_BYTES or self._read_bytes > TOTAL_LIMIT_BYTES:
            raise InputError("file_bomb", path=self._name)
        return data

    def xml(self, part: str) -> ET.Element | None:
        """The root of an XML part, None if there is none."""
        data = self.read(part)
        return None if data is None else parse_xml(data, name=self._name)

    def required_xml(self, part: str) -> ET.Element:
        """The root of an XML part; raises InputError (`file_damaged`) if there is none."""
        root = self.xml(part)
        if root is None:
            raise InputError("file_damaged", path=self._name)
        return root


def parse_xml(data: bytes, *, name: str) -> ET.Element:
    """The root element of `data`; raises InputError for declarations, depth and broken XML."""
    if data.count(b"<") > MARK_LIMIT:
        raise InputError("file_bomb", path=name)
    builder = _BoundedBuilder()
    parser = ET.XMLParser(target=builder)  # noqa: S314 - no declarations, bounded depth and size
    try:
        for start in range(0, len(data), _CHUNK_BYTES):
            parser.feed(data[start : start + _CHUNK_BYTES])
        root: ET.Element = parser.close()
    except ET.ParseError as error:
        raise InputError("file_damaged", path=name) from error
    except _UnsafeError as error:
        raise InputError("file_bomb", path=name) from error
    return root


class _UnsafeError(Exception):
    """Nested deeper than any document needs, or with declarations that none needs."""


class _BoundedBuilder(ET.TreeBuilder):
    """A tree builder that gives up on absurd nesting."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise _UnsafeError
        return super().start(tag, attrs)

    def doctype(self, _name: str, _public: str | None, _system: str | None, /) -> None:
        """Give up before a declaration is read, so that no entity is ever defined."""
        raise _UnsafeError

    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


def local_name(element: ET.Element) -> str:
    """The name of an element without its namespace; vendors vary the namespace."""
    return element.tag.rpartition("}")[2]


def iter_named(root: ET.Element, name: str) -> Iterator[ET.Element]:
    """The elements of that local name from `root` down, in the order of the file."""
    return (element for element in root.iter() if local_name(element) == name)


def _normal(part: str) -> str:
    return posixpath.normpath(part.replace("\\", "/").lstrip("/")).lower()
