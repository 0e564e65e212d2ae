"""The table of contents of a ZIP file, read without opening any part: cheap enough for sniffing.

After APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16 (PKWARE).
"""

import struct

PART_COUNT_LIMIT = 10_000
_ENTRY = struct.Struct("<4s24xHHH12x")
_END_SIGNATURE = b"PK\x05\x06"
_END64_SIGNATURE = b"PK\x06\x06"
_LOCATOR64_SIGNATURE = b"PK\x06\x07"
_LOCATOR64_BYTES = 20
_END_BYTES = 22
_LONGEST_COMMENT = 0xFFFF


def read_part_names(data: bytes) -> list[bytes]:
    """Names of the parts in lower case with `/`, at most one more than PART_COUNT_LIMIT.

    Empty where `data` ends in no table of contents.
    """
    directory = _directory(data)
    names: list[bytes] = []
    place = 0
    while place + _ENTRY.size <= len(directory) and len(names) <= PART_COUNT_LIMIT:
        signature, name_bytes, extra_bytes, comment_bytes = _ENTRY.unpack_from(directory, place)
        if signature != b"PK\x01\x02":
            break
        place += _ENTRY.size
        names.append(directory[place : place + name_bytes].lower().replace(b"\\", b"/"))
        place += name_bytes + extra_bytes + comment_bytes
    return names


def _directory(data: bytes) -> bytes:
    """The bytes of the table, which ends where the record of the end of the file begins."""
    end = data.rfind(_END_SIGNATURE, max(len(data) - _END_BYTES - _LONGEST_COMMENT, 0))
    if end < 0 or end + _END_BYTES > len(data):
        return b""
    (size,) = struct.unpack_from("<L", data, end + 12)
    locator = end - _LOCATOR64_BYTES
    if locator >= 0 and data.startswith(_LOCATOR64_SIGNATURE, locator):
        end = data.rfind(_END64_SIGNATURE, 0, locator)
        if end < 0:
            return b""
        (size,) = struct.unpack_from("<Q", data, end + 40)
    return data[max(end - size, 0) : end]
