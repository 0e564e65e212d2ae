"""Styles of an OpenDocument text: how lists are numbered, what is a title, a heading, hidden."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from reportreader.ingest.formats.docx_numbering import whole_number
from reportreader.ingest.formats.list_numbering import format_number

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{_OASIS}text:1.0}}"
TABLE = f"{{{_OASIS}table:1.0}}"
STYLE = f"{{{_OASIS}style:1.0}}"
OFFICE = f"{{{_OASIS}office:1.0}}"
DRAW = f"{{{_OASIS}drawing:1.0}}"
_PATTERN = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_FORMATS = {
    "一, 二, 三, ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "子, 丑, 寅, ...": "ideographZodiac",
    "i": "lowerRoman",
    "I": "upperRoman",
    "a": "lowerLetter",
    "A": "upperLetter",
    "": "none",
}
_HEADING_NAME = re.compile(r"(?:Heading|标题)(?:_20_|\s)([1-9])")
_DEEPEST_STYLE = 20
_LEVELS = 10
OUTLINE = "outline"
"""Name under which the numbering of headings stands among the lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How one level of a list is numbered; a bullet where it is not."""

    style: str = "bullet"
    pattern: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The sign in front of a list item."""

    text: str = ""
    is_bullet: bool = False


class ListCounter:
    """Counts the items of all lists; levels begin at 1."""

    def __init__(self, roots: Iterable[ET.Element]) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._counts: dict[str, list[int | None]] = {}
        for root in roots:
            self._read(root)

    def begin(self, list_style: str) -> None:
        """A list begins that does not continue an earlier one."""
        self._counts.pop(list_style, None)

    def next_label(self, list_style: str, level: int, start: int | None = None) -> Label:
        """The sign of the next item; `start` where the item itself says its number."""
        missing = _Level(style="none") if list_style == OUTLINE else _Level()
        known = self._levels.get((list_style, level), missing)
        if known.style == "bullet":
            return Label(text="•", is_bullet=True)
        counts = self._counts.setdefault(list_style, [None] * (_LEVELS + 1))
        level = min(level, _LEVELS)
        last = counts[level]
        if start is not None:
            counts[level] = start
        else:
            counts[level] = known.start if last is None else last + 1
        counts[level + 1 :] = [None] * (_LEVELS - level)
        return Label(
            text=re.sub(r"%(\d{1,2})%", lambda m: self._number(list_style, m), known.pattern)
        )

    def _number(self, list_style: str, match: re.Match[str]) -> str:
        level = min(int(match.group(1)), _LEVELS)
        known = self._levels.get((list_style, level), _Level(style="decimal"))
        count = self._counts[list_style][level]
        return format_number(known.style, known.start if count is None else count)

    def _read(self, root: ET.Element) -> None:
        for style in root.iter(f"{TEXT}list-style"):
            name = style.get(f"{STYLE}name", "")
            for element in style.iterfind(f"{TEXT}list-level-style-number"):
                self._add(name, element)
        for element in root.iter(f"{TEXT}outline-level-style"):
            self._add(OUTLINE, element)

    def _add(self, name: str, element: ET.Element) -> None:
        level = whole_number(element.get(f"{TEXT}level"), 1)
        written = element.get(f"{STYLE}num-format", "")
        shown = min(max(whole_number(element.get(f"{TEXT}display-levels"), 1), 1), level, _LEVELS)
        numbers = ".".join(f"%{number}%" for number in range(level - shown + 1, level + 1))
        before, behind = (
            element.get(f"{STYLE}num-prefix", ""),
            element.get(f"{STYLE}num-suffix", ""),
        )
        pattern = element.get(_PATTERN) or f"{before}{numbers}{behind}"
        style = _FORMATS.get(written, "decimal")
        self._levels[name, level] = _Level(
            style=style,
            pattern="" if style == "none" else pattern,
            start=whole_number(element.get(f"{TEXT}start-value"), 1),
        )


class StyleSheet:
    """The styles of the document with what they are made from."""

    def __init__(self, roots: Iterable[ET.Element]) -> None:
        self._styles = {
            (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")): style
            for root in roots
            for style in root.iter(f"{STYLE}style")
        }

    def is_title(self, name: str) -> bool:
        """Whether a paragraph style is the title's."""
        return any(one == "Title" for one, _ in self._iter_ancestry("paragraph", name))

    def heading_level(self, name: str) -> int:
        """Level from 1 of the headings that a paragraph style makes; 0 where it makes none."""
        for one, style in self._iter_ancestry("paragraph", name):
            level = style.get(f"{STYLE}default-outline-level") if style is not None else None
            if level is not None:
                return whole_number(level, 0)
            heading = _HEADING_NAME.fullmatch(one)
            if heading is not None:
                return int(heading.group(1))
        return 0

    def is_hidden(self, name: str) -> bool:
        """Whether a text style hides its text."""
        for _, style in self._iter_ancestry("text", name):
            properties = style.find(f"{STYLE}text-properties") if style is not None else None
            display = properties.get(f"{TEXT}display") if properties is not None else None
            if display is not None:
                return display == "none"
        return False

    def _iter_ancestry(self, family: str, name: str) -> Iterator[tuple[str, ET.Element | None]]:
        for _ in range(_DEEPEST_STYLE):
            if not name:
                return
            style = self._styles.get((family, name))
            yield name, style
            name = style.get(f"{STYLE}parent-style-name", "") if style is not None else ""
