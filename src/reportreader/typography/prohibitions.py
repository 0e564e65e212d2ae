"""Where Chinese typesetting lets a line begin, judged by the class letters on both sides.

Nothing that GB/T 15834 and common typesetting forbid stands at a line's begin or end; numbers,
Latin words, `——` and `……` stay whole. Most places are decided by a table of pairs.
"""

from reportreader.typography.character_classes import IDEOGRAPHIC, classify
from reportreader.typography.widths import NARROW

_ROLES = "IADSOCEFMXHQGZ"
_CLOSERS = frozenset("”’)]}!?;%‰℃°")
"""Closing marks behind which a word or number may begin a line."""
_SIGHT = 32
"""Characters in front of a single place that are looked at to judge it."""
_QUOTE_WINDOW = 4000
"""Characters counted back to tell an opening straight quote from a closing one."""


def _pair_is_free(left: str, right: str) -> bool:
    """Whether a line may always break between two roles; `can_break` knows the exceptions."""
    if right in "SEFXZG" or left in "OCGZQ" or right == "Q":
        return False
    if left in "ADH" and right in "AD":
        return False
    if left in "AD" and right == "H":
        return False
    if left == "M" and right == "M":
        return False
    return not (left == "E" and right in "AD")


FREE_PAIRS = {
    left + right
    for role in _ROLES
    for other in _ROLES
    for left in {role, role.lower()}
    for right in {other, other.lower()}
    if role != "S" and _pair_is_free(role, other)
}
"""Pairs of class letters between which a line may always break."""


def can_break(text: str, letters: str, position: int) -> bool:
    """Whether a line may begin at `position`, given the class letters of `text`."""
    right = letters[position].upper()
    base = position - 1
    while letters[base] == "Z" and base > 0:
        base -= 1
    left = letters[base].upper()
    if left == "S":
        return _pair_is_free("S", right) and not _opens_before_space(letters, base)
    if left == "E" and right in "AD":
        return _breaks_behind_mark(text, letters, base, right)
    if left == "H" and right == "A":
        return base > 0 and letters[base - 1] in "Aa"
    if left == "Q" and right in "IOM":
        return _quotes_before(text, base, base + 1) % 2 == 0
    if right == "Q" and left in "IFEM":
        return _quotes_before(text, position, position) % 2 == 0
    return _pair_is_free(left, right)


def _opens_before_space(letters: str, position: int) -> bool:
    """Whether the white space that ends at `position` follows an opening mark."""
    seen = letters[max(0, position - _SIGHT) : position + 1]
    return seen.rstrip("Ss")[-1:] in ("O", "o")


def _breaks_behind_mark(text: str, letters: str, mark: int, right: str) -> bool:
    """Whether `,` `.` `:` and the like end a clause here rather than stand inside 107.84 or a.b."""
    sign = text[mark]
    before = letters[mark - 1] if mark else ""
    if sign in _CLOSERS:
        return not (sign == "’" and right == "A" and before in ("A", "a"))
    if not before:
        return False
    return before in IDEOGRAPHIC or before in "Ss" or text[mark - 1] in _CLOSERS


def _quotes_before(text: str, position: int, end: int) -> int:
    return text.count(text[position], max(0, end - _QUOTE_WINDOW), end)


def may_break_at(text: str, position: int) -> bool:
    """Whether a line may begin at `position`, judged by the characters around it."""
    window = text[max(0, position - _SIGHT) : position + 1]
    letters, _ = classify(window, NARROW)
    return len(window) > 1 and can_break(window, letters, len(window) - 1)
