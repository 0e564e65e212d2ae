"""Character classes for line breaking: one letter for what a character does, its case for its width.

A paragraph becomes a string of letters by one `str.translate`, so the cost of breaking is per line.
Upper case letters take one cell, lower case letters two:

    I  ideographs, symbols: a line may break on both sides
    A  letters              D  digits                     S  white space
    O  opening marks        C  signs in front of numbers (¥ №): nothing breaks behind them
    E  closing marks that also stand inside numbers and words (. , ' ’ · %)
    F  closing marks of Chinese text, and what may not begin a line (々 ー ぁ)
    M  dashes               X  ellipses                   H  hyphens and slashes
    Q  straight quotes      G  glue (no-break space)      Z  no width of its own
    J  found only before resolution: a joiner, selector or flag letter, whose width depends on others
"""

import unicodedata
from functools import cache

from reportreader.typography.graphemes import is_regional_indicator, iter_graphemes
from reportreader.typography.widths import EMOJI_SELECTOR, ZERO_WIDTH_JOINER, Widths

_MEMBERS = {
    "O": "（《「『【〔〖〈［｛｟〘〚〝“‘([{｢",
    "E": ",.;:?!)]}”’·‰%°′″℃℉‼⁇⁈⁉．²³¹",
    "F": "。，、；：？！）》」』】〕〗〉］｝｠〙〛〞〟・ー々〻ゝゞヽヾ～〜％｡､｣゛゜"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ",
    "M": "—―⸺",
    "X": "…⋯‥",
    "C": "$£€¥№￥＄￡",
    "Q": "\"'",
    "H": "-‐–/~",
    "G": "\u00a0\u202f",
    "S": " \u3000",
}
_ROLES = {character: role for role, members in _MEMBERS.items() for character in members}

HANGABLE = frozenset("。，、；：？！,.;:?!）)》」』】〕”’")
"""Marks that may hang in the margin."""

IDEOGRAPHIC = frozenset("IiFfOo")
"""Letters of characters that belong to Chinese text, of either width."""


@cache
def class_table(widths: Widths) -> dict[int, str]:
    """Letter by code point for `str.translate`, filled as characters are met."""
    return _ClassTable(widths)


class _ClassTable(dict[int, str]):
    def __init__(self, widths: Widths) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, code_point: int) -> str:
        letter = _letter(chr(code_point), self._widths)
        self[code_point] = letter
        return letter


def _letter(character: str, widths: Widths) -> str:
    if character in (ZERO_WIDTH_JOINER, EMOJI_SELECTOR) or is_regional_indicator(character):
        return "J"
    cells = widths.of(character)
    if cells == 0:
        return "Z"
    role = _role(character)
    return role if cells == 1 else role.lower()


def _role(character: str) -> str:
    role = _ROLES.get(character)
    if role:
        return role
    category = unicodedata.category(character)
    if category == "Nd":
        return "D"
    if category[0] not in "LN" or category == "No":
        return "I"
    return "I" if unicodedata.east_asian_width(character) in "WH" else "A"


_WIDTH_LETTERS = {ord(letter): "n" for letter in "IADSOCEFMXHQG"} | {
    ord(letter): "w" for letter in "iadsocefmxhqg"
}
_WIDTH_LETTERS[ord("Z")] = "z"


def classify(text: str, widths: Widths) -> tuple[str, str]:
    """Two strings as long as `text`: class letters, and widths as `n` (1 cell), `w` (2), `z` (0)."""
    letters = text.translate(class_table(widths))
    if "J" in letters:
        return _classify_clusters(text, letters, widths)
    return letters, letters.translate(_WIDTH_LETTERS)


def _classify_clusters(text: str, letters: str, widths: Widths) -> tuple[str, str]:
    """The same for a text with emoji sequences or flags: the head of a cluster carries its width."""
    resolved = ["Z"] * len(text)
    cells = ["z"] * len(text)
    for grapheme in iter_graphemes(text, widths):
        head = grapheme.start
        if grapheme.cells == 0:
            continue
        letter = "I" if letters[head] == "J" else letters[head]
        resolved[head] = letter.upper() if grapheme.cells == 1 else letter.lower()
        cells[head] = "n" if grapheme.cells == 1 else "w"
    return "".join(resolved), "".join(cells)
