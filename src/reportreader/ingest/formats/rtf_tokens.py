"""Cuts RTF into its tokens; knows what a control word looks like, not what it means.

After the Rich Text Format Specification 1.9.1 (Microsoft).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)",
    re.DOTALL,
)

_BRACE = re.compile(rb"([{}])|\\(?:bin(\d{1,10})[ ]?|.)", re.DOTALL)
"""A brace, or what may hold one that is none: a sign behind a backslash, or binary data."""
_LITERAL_SIGNS = (b"\\", b"{", b"}")
"""Signs that mean themselves behind a backslash."""


class Token(NamedTuple):
    """One token: a control word with its number, or bytes of text, or a sign (`{`, `}`, `~` …).

    Exactly one of the three is not empty. `end` is the offset in bytes behind it.
    """

    word: str
    number: int | None
    text: bytes
    sign: str
    end: int


def iter_tokens(data: bytes, start: int, end: int) -> Iterator[Token]:
    """The tokens of an interval; pictures in binary form are passed over."""
    place = start
    while place < end:
        match = _TOKEN.search(data, place, end)
        if match is None:
            return
        word, number, code, sign, brace, text = match.groups()
        place = match.end()
        if word is not None:
            value = int(number) if number is not None else None
            if word == b"bin":
                place += max(value or 0, 0)
            yield Token(word.decode("ascii"), value, b"", "", place)
        elif code is not None:
            yield Token("", None, bytes([int(code, 16)]), "'", place)
        elif text is not None or sign in _LITERAL_SIGNS:
            yield Token("", None, text or sign, "", place)
        else:
            yield Token("", None, b"", (sign or brace).decode("latin-1"), place)


def group_end(data: bytes, start: int, end: int) -> int:
    """Offset behind the `}` that closes the group in whose midst `start` stands."""
    depth = 1
    place = start
    while (match := _BRACE.search(data, place, end)) is not None:
        place = match.end()
        sign, length = match.groups()
        if sign is None:
            place += int(length or 0)
            continue
        depth += 1 if sign == b"{" else -1
        if not depth:
            return place
    return end
