"""Folding: the one form in which texts and queries are compared.

Full and half width, upper and lower case, traditional and simplified characters, the many kinds
of blanks, quotation marks and dashes become one. Folding keeps the length, so that an offset in
`fold(text)` is an offset in `text`. What white space means for a search is not decided here but
in `searchtext`.
"""

import re
import unicodedata
from functools import cache

from reportreader.document.han_variants import simplified_forms

_BLANKS = "\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
INVISIBLE = "\u200b"
"""What every zero-width character folds to."""
ZERO_WIDTH = "\u200b\u00ad\u200c\u200d\u2060\ufeff"

_LIKE = {
    ",": "，﹐､",
    ".": "。．｡﹒",
    ";": "；﹔",
    ":": "：﹕∶",
    "?": "？﹖",
    "!": "！﹗",
    "(": "（﹙",
    ")": "）﹚",
    '"': "“”„‟「」﹁﹂＂″",
    "'": "‘’‚‛『』﹃﹄＇′",
    "-": "—–―‐‑‒−－─﹣",
    "~": "～〜∼",
    "·": "‧・•∙⋅･",
    "…": "⋯",
    "%": "％﹪",
    "<": "〈",
    ">": "〉",
    "、": "﹑",
    "¥": "￥",
    "σ": "ς",
    "〇": "○◯",
}

_COMPATIBILITY = ((0x2E80, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
"""Radicals and compatibility ideographs, which PDF files use in place of common characters."""


_FREQUENT = "，。“”；：—\u3000？（）！"
"""Characters that are replaced one after the other, because nearly every text holds them."""
_MANY = 6
"""Of the first 250 characters of a text: then all are looked up, not the rare ones sought."""
_SAMPLE = 250


@cache
def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for first, last in _COMPATIBILITY:
        for point in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(point))
            if len(plain) == 1 and plain != chr(point):
                table[point] = plain
    table.update({point: chr(point - 0xFEE0) for point in range(0xFF01, 0xFF5F)})
    for plain, likes in _LIKE.items():
        table.update(dict.fromkeys(map(ord, likes), plain))
    table.update(dict.fromkeys(map(ord, _BLANKS), " "))
    table.update(dict.fromkeys(map(ord, ZERO_WIDTH), INVISIBLE))
    simplified = simplified_forms()
    table.update({point: chr(plain) for point, plain in simplified.items()})
    return {
        point: chr(simplified.get(ord(plain), ord(plain))).lower() for point, plain in table.items()
    }


@cache
def _unfolded() -> dict[str, str]:
    """Every folded character with those that the table makes into it."""
    likes: dict[str, list[str]] = {}
    for point, plain in _table().items():
        likes.setdefault(plain, []).append(chr(point))
    likes["i"].append("\u0130")
    likes["k"].append("\u212a")
    return {plain: "".join(dict.fromkeys(found)) for plain, found in likes.items()}


def fold_variants(letter: str) -> str:
    """All characters that fold to `letter`, itself first, if it is a folded character.

    Empty for letters with case outside ASCII, whose variants no table lists.
    """
    if letter.isascii() and letter.isalpha():
        return letter + letter.upper() + _unfolded()[letter]
    if letter.lower() != letter.upper():
        return ""
    return letter + _unfolded().get(letter, "").replace(letter, "")


def fold(text: str) -> str:
    """`text` in the form in which it is compared: as many code points, each folded by itself.

    Folding twice changes nothing more. TAB and line feed stay. About 20 ns a code point, 80 in a
    text of traditional characters.
    """
    # U+0130 is the only code point whose lower case is longer than itself.
    folded = text.replace("\u0130", "i").lower()
    table = _table()
    rare = _rare()
    if len(rare.findall(folded, 0, _SAMPLE)) > _MANY:
        return folded.translate(table)
    for mark in _FREQUENT:
        folded = folded.replace(mark, table[ord(mark)])
    return rare.sub(_fold_one, folded)


@cache
def _rare() -> re.Pattern[str]:
    """What may fold to something else, but for the frequent characters.

    Everything outside the basic plane is named at once: one by one, such characters would make
    the pattern a hundred times slower.
    """
    ranges: list[list[int]] = []
    for point in sorted(set(_table()) - set(map(ord, _FREQUENT))):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        elif point < 0x10000:
            ranges.append([point, point])
    inside = "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in ranges)
    return re.compile(f"[{inside}\U00010000-\U0010ffff]")


def _fold_one(found: re.Match[str]) -> str:
    letter = found.group()
    return _table().get(ord(letter), letter)
