"""Characters that could steer a terminal or hide text become visible signs, one for one.

This is the first of two layers (the second stands where strips are rendered); the list follows the
Unicode properties Cc, Cf, Cs and Default_Ignorable_Code_Point, and leaves alone what Chinese text
and emoji need: TAB, LF, zero-width joiners, variation selectors. Knows nothing of files.
"""

import re
from functools import cache

INVISIBLE_SIGN = "\u2426"
"""Stands for a character that would be invisible (SYMBOL FOR SUBSTITUTE FORM TWO, one cell)."""
MARK_SIGN = "\u25cc"
"""Stands for each combining mark beyond `MARK_LIMIT` on one character (DOTTED CIRCLE)."""
MARK_LIMIT = 8

_FORBIDDEN_RANGES = (
    (0x00, 0x08),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180E, 0x180E),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE00FF),
    (0xE01F0, 0xE0FFF),
)
_MARK_RANGES = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05BD),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x06D6, 0x06DC),
    (0x0E34, 0x0E3A),
    (0x0E47, 0x0E4E),
    (0x0F71, 0x0F84),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x200C, 0x200D),
    (0x20D0, 0x20FF),
    (0x302A, 0x302D),
    (0x3099, 0x309A),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
    (0xE0100, 0xE01EF),
)


_SCANNED_LENGTH = 4096
"""Texts longer than this are first searched for anything to replace, which compiled C does."""


class _Signs(dict[int, str]):
    """Table for `str.translate`, filled as characters are met; remembers whether it met a mark."""

    has_marks = False

    def __missing__(self, code: int) -> str:
        self.has_marks = self.has_marks or _is_in(code, _MARK_RANGES)
        sign = _sign(code) if _is_in(code, _FORBIDDEN_RANGES) else chr(code)
        self[code] = sign
        return sign


_SIGNS = _Signs()


def sanitise(text: str) -> str:
    """`text` with a visible sign for every forbidden character; same length, idempotent.

    C0 and DEL become their control pictures (␛), everything else `INVISIBLE_SIGN`; combining marks
    beyond eight in a row become `MARK_SIGN`.
    """
    if text.isascii() and text.isprintable():
        return text
    if len(text) <= _SCANNED_LENGTH:
        text = text.translate(_SIGNS)
        return _mark_run().sub(_cap_marks, text) if _SIGNS.has_marks else text
    if _forbidden().search(text):
        text = text.translate(_SIGNS)
    return _mark_run().sub(_cap_marks, text)


def sanitise_line(text: str) -> str:
    """`sanitise` for what stands on one line: TAB and LF become a blank each."""
    return sanitise(text).replace("\n", " ").replace("\t", " ")


def _is_in(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code <= high for low, high in ranges)


def _sign(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else INVISIBLE_SIGN


def _cap_marks(run: re.Match[str]) -> str:
    return run.group()[:MARK_LIMIT] + MARK_SIGN * (len(run.group()) - MARK_LIMIT)


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile(_character_class(_FORBIDDEN_RANGES))


@cache
def _mark_run() -> re.Pattern[str]:
    return re.compile(f"{_character_class(_MARK_RANGES)}{{{MARK_LIMIT + 1},}}")


def _character_class(ranges: tuple[tuple[int, int], ...]) -> str:
    return "[" + "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges) + "]"
