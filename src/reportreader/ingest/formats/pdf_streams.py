"""Looks through the compressed streams of a PDF for one that unpacks to absurd lengths.

pdfium unpacks what a page names, without a limit of its own that would be of use here.
"""

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY_BYTES = 1024
_LIMIT_BYTES = 64 << 20
_CHUNK_BYTES = 1 << 20
_SHORTEST_BOMB = 1 << 14
"""Deflate shrinks to a thousandth at best, so that a shorter stream cannot pass the limit."""


def has_bomb(data: bytes) -> bool:
    """Whether a stream that is no picture unpacks to more than the limit."""
    place = 0
    while (match := _STREAM.search(data, place)) is not None:
        dictionary = data[max(match.start() - _DICTIONARY_BYTES, 0) : match.start()]
        dictionary = dictionary[dictionary.rfind(b" obj") + 1 :]
        end = data.find(b"endstream", match.end())
        place = end if end > 0 else len(data)
        is_packed = b"FlateDecode" in dictionary or b"/Fl" in dictionary
        if not is_packed or b"/Image" in dictionary or place - match.end() < _SHORTEST_BOMB:
            continue
        if _unpacks_to_more(memoryview(data)[match.end() : place]):
            return True
    return False


def _unpacks_to_more(packed: memoryview) -> bool:
    unpacker = zlib.decompressobj()
    length = 0
    waiting: bytes | memoryview = packed
    try:
        while len(waiting) and not unpacker.eof:
            unpacked = unpacker.decompress(waiting, _CHUNK_BYTES)
            length += len(unpacked)
            if length > _LIMIT_BYTES:
                return True
            waiting = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return False
