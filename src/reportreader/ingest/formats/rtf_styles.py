"""Fonts and styles of an RTF file: the encodings of the former, the headings among the latter."""

import re
from dataclasses import dataclass

from reportreader.ingest.formats.rtf_text import RtfText
from reportreader.ingest.formats.rtf_tokens import iter_tokens

CODE_PAGES = {
    932: "cp932",
    936: "gb18030",
    949: "cp949",
    950: "cp950",
    54936: "gb18030",
    65001: "utf-8",
}
"""Codecs by number of the code page; any other is read as cp1252."""
_CHARACTER_SETS = {128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950"}
_OTHER_STYLES = frozenset({"cs", "ds", "ts"})
_NO_PARENT = 222
_DEEPEST_STYLE = 20
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "标题"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RtfStyle:
    """What a paragraph style says of the structure; `outline_level` counts from 0."""

    outline_level: int | None = None
    is_title: bool = False


BODY = RtfStyle()


def read_font_codecs(data: bytes, start: int, end: int) -> dict[int, str]:
    """Codecs by font number, for the fonts whose character set tells one."""
    codecs: dict[int, str] = {}
    font = 0
    for token in iter_tokens(data, start, end):
        if token.word == "f" and token.number is not None:
            font = token.number
        elif token.word == "fcharset" and token.number in _CHARACTER_SETS:
            codecs[font] = _CHARACTER_SETS[token.number]
    return codecs


def read_styles(data: bytes, start: int, end: int, codec: str) -> dict[int, RtfStyle]:
    """Paragraph styles by number, with what they inherit; only those that mean something."""
    styles: dict[int, RtfStyle] = {}
    parents: dict[int, int] = {}
    name = RtfText()
    numbers: dict[str, int] = {}
    depth = 0
    for token in iter_tokens(data, start, end):
        depth += (token.sign == "{") - (token.sign == "}")
        if token.sign == "{" and depth == 1:
            name, numbers = RtfText(), {}
        elif token.sign == "}" and depth == 0 and not numbers.keys() & _OTHER_STYLES:
            number = numbers.get("s", 0)
            styles[number] = _style(numbers.get("outlinelevel"), name.take(keeps_units=False))
            parents[number] = numbers.get("sbasedon", _NO_PARENT)
        elif depth == 1 and token.word == "u":
            name.put_unit((token.number or 0) & 0xFFFF, 1)
        elif depth == 1 and token.word:
            numbers[token.word] = token.number or 0
        elif depth == 1 and token.text:
            name.put_bytes(token.text, codec)
    resolved = {number: _resolve(number, styles, parents) for number in styles}
    return {number: found for number, found in resolved.items() if found != BODY}


def _resolve(number: int, styles: dict[int, RtfStyle], parents: dict[int, int]) -> RtfStyle:
    """The nearest style that means something."""
    for _ in range(_DEEPEST_STYLE):
        found = styles.get(number, BODY)
        if found != BODY or number not in parents:
            return found
        number = parents[number]
    return BODY


def _style(level: int | None, name: str) -> RtfStyle:
    name = name.strip().rstrip(";").strip()
    heading = _HEADING_NAME.fullmatch(name)
    if level is None and heading is not None:
        level = int(heading.group(1)) - 1
    is_level = level is not None and 0 <= level < 9
    return RtfStyle(
        outline_level=level if is_level else None, is_title=name.lower() in _TITLE_NAMES
    )
