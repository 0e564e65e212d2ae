"""The characters that are painted for a passage: one for each of its own, so offsets stay true."""

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SUBSTITUTE = "\u2426"
"""Symbol for Substitute Form Two: one cell in every terminal."""

_FULL_WIDTH = str.maketrans(",;:?!()", "，；：？！（）")
_HAN = "\u2e80-\u2fdf\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff）》」』】"
_PAIR = r"\(([^()\n]{0,80})\)"
_HAN_INSIDE = f"[{_HAN}]"
_MARK = f"(?<=[{_HAN}])[,;:?!]|[,;:?!](?=[{_HAN}“‘（《「『【])"


def shown_text(text: str, *, full_width_punctuation: bool = False) -> str:
    """`text` as it is painted, character by character.

    A TAB becomes a space, a control or direction character a sign for it: none of them reaches a
    terminal. With `full_width_punctuation`, `,;:?!` beside a 汉字 and brackets around or beside
    one become full width.
    """
    if _UNPRINTABLE.search(text):
        text = _UNPRINTABLE.sub(_replace_unprintable, text)
    if not full_width_punctuation:
        return text
    if "(" in text:
        text = re.sub(_PAIR, _widen_pair, text)
    return re.sub(_MARK, _widen, text)


def _replace_unprintable(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\t\n":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    return _SUBSTITUTE


def _widen(match: re.Match[str]) -> str:
    return match[0].translate(_FULL_WIDTH)


def _widen_pair(match: re.Match[str]) -> str:
    text = match.string
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    if re.search(_HAN_INSIDE, match[1]) or re.search(_HAN_INSIDE, around):
        return f"（{match[1]}）"
    return match[0]
