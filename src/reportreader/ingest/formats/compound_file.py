"""Compound files (OLE2): streams by name, in memory, whatever the tables of the file claim.

After [MS-CFB] 2.1 to 2.6 (Microsoft Open Specifications).
"""

import struct
from itertools import pairwise

from reportreader.errors import InputError

_HEADER_BYTES = 512
_HEADER_SLOTS = 109
_ENTRY_BYTES = 128
_STREAM = 2
_ROOT = 5
_LAST_REGULAR = 0xFFFFFFFA


class CompoundFile:
    """The streams of a compound file. Raises InputError (`file_damaged`), naming `name`."""

    def __init__(self, data: bytes, *, name: str) -> None:
        self._data = data
        self._name = name
        if len(data) < _HEADER_BYTES:
            raise self._damage()
        shift, mini_shift = struct.unpack_from("<HH", data, 0x1E)
        if not (7 <= shift <= 16 and 2 <= mini_shift <= shift):
            raise self._damage()
        self._sector_bytes, self._mini_bytes = 1 << shift, 1 << mini_shift
        first_directory, self._mini_cutoff, first_mini = struct.unpack_from("<L4xLL", data, 0x30)
        self._fat = self._read_fat()
        self._mini_fat = _numbers(self._read_chain(first_mini))
        self._entries = self._read_directory(first_directory)
        start, size = self._entries.get((_ROOT, ""), (_LAST_REGULAR, 0))
        self._mini_stream = self._read_chain(start)[:size]

    def read(self, stream: str) -> bytes | None:
        """The bytes of a stream, None if there is none of that name."""
        found = self._entries.get((_STREAM, stream))
        if found is None:
            return None
        start, size = found
        if size >= self._mini_cutoff:
            return self._read_chain(start)[:size]
        parts = [
            self._mini_stream[number * self._mini_bytes : (number + 1) * self._mini_bytes]
            for number in self._chain(start, self._mini_fat)
        ]
        return b"".join(parts)[:size]

    def _read_fat(self) -> list[int]:
        """The table of sectors; where it stands is told in the header and in further sectors."""
        places = list(struct.unpack_from(f"<{_HEADER_SLOTS}L", self._data, 0x4C))
        following, count = struct.unpack_from("<LL", self._data, 0x44)
        for _ in range(min(count, len(self._data) // self._sector_bytes)):
            numbers = _numbers(self._sector(following))
            if not numbers:
                break
            places += numbers[:-1]
            following = numbers[-1]
        used = dict.fromkeys(place for place in places if place < _LAST_REGULAR)
        return _numbers(b"".join(self._sector(place) for place in used))

    def _read_directory(self, first: int) -> dict[tuple[int, str], tuple[int, int]]:
        """Start and size by kind and name; the root has no name here."""
        directory = self._read_chain(first)
        entries: dict[tuple[int, str], tuple[int, int]] = {}
        for begin, end in pairwise(range(0, len(directory) + 1, _ENTRY_BYTES)):
            entry = directory[begin:end]
            name_bytes, kind = struct.unpack_from("<HB", entry, 64)
            start, size = struct.unpack_from("<LL", entry, 116)
            words = entry[: max(min(name_bytes, 64) - 2, 0)].decode("utf-16-le", "replace")
            known_as = "" if kind == _ROOT else words.partition("\0")[0]
            entries.setdefault((kind, known_as), (start, size))
        return entries

    def _read_chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in self._chain(start, self._fat))

    def _chain(self, start: int, table: list[int]) -> list[int]:
        """The sectors that follow each other from `start`; raises for a loop."""
        found: list[int] = []
        number = start
        while number < len(table):
            found.append(number)
            if len(found) > len(table):
                raise self._damage()
            number = table[number]
        return found

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._sector_bytes
        return self._data[begin : begin + self._sector_bytes]

    def _damage(self) -> InputError:
        return InputError("file_damaged", path=self._name)


def _numbers(data: bytes) -> list[int]:
    count = len(data) // 4
    return list(struct.unpack_from(f"<{count}L", data))
