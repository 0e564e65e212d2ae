"""Paragraph styles of a Word document: which are headings, and which carry a numbering."""

import re
from dataclasses import dataclass
from typing import TypeVar
from xml.etree import ElementTree as ET

from reportreader.ingest.formats.docx_numbering import W, value_of, whole_number

_Said = TypeVar("_Said", int, str)
BODY_LEVEL = 9
"""Outline level of text that is no heading; headings are 0 to 8."""
_DEEPEST = 20
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "标题"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """What a style or a paragraph says; None where it says nothing."""

    outline_level: int | None = None
    numbering_id: str | None = None
    numbering_level: int | None = None
    is_title: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether the outline holds the paragraph."""
        return self.outline_level is not None and self.outline_level < BODY_LEVEL

    def over(self, below: "ParagraphStyle") -> "ParagraphStyle":
        """What this style says, and what `below` says where this one is silent."""
        return ParagraphStyle(
            outline_level=_first(self.outline_level, below.outline_level),
            numbering_id=_first(self.numbering_id, below.numbering_id),
            numbering_level=_first(self.numbering_level, below.numbering_level),
            is_title=self.is_title or below.is_title,
        )


_PLAIN = ParagraphStyle()


class StyleSheet:
    """The styles of a document with what they inherit."""

    def __init__(self, part: ET.Element | None) -> None:
        self._own: dict[str, ParagraphStyle] = {}
        self._parents: dict[str, str] = {}
        self._default = ""
        for style in part.iterfind(f"{W}style") if part is not None else ():
            if style.get(f"{W}type") == "paragraph":
                self._add(style)

    def style_of(self, properties: ET.Element | None) -> ParagraphStyle:
        """The style of a paragraph with these properties (`w:pPr`)."""
        named = value_of(properties, "pStyle") or self._default
        return _read(properties).over(self._resolve(named))

    def _add(self, style: ET.Element) -> None:
        style_id = style.get(f"{W}styleId", "")
        name = (value_of(style, "name") or "").strip()
        own = _read(style.find(f"{W}pPr"))
        heading = _HEADING_NAME.fullmatch(name)
        if heading and own.outline_level is None:
            own = ParagraphStyle(outline_level=int(heading.group(1)) - 1).over(own)
        if name.lower() in _TITLE_NAMES:
            own = ParagraphStyle(is_title=True).over(own)
        self._own[style_id] = own
        self._parents[style_id] = value_of(style, "basedOn") or ""
        if style.get(f"{W}default") in ("1", "true"):
            self._default = style_id

    def _resolve(self, style_id: str) -> ParagraphStyle:
        found = _PLAIN
        for _ in range(_DEEPEST):
            own = self._own.get(style_id)
            if own is None:
                break
            found = found.over(own)
            style_id = self._parents[style_id]
        return found


def _read(properties: ET.Element | None) -> ParagraphStyle:
    if properties is None:
        return _PLAIN
    outline = value_of(properties, "outlineLvl")
    level = value_of(properties, "numPr/ilvl")
    return ParagraphStyle(
        outline_level=None if outline is None else whole_number(outline, BODY_LEVEL),
        numbering_id=value_of(properties, "numPr/numId"),
        numbering_level=None if level is None else whole_number(level, 0),
    )


def _first(one: _Said | None, other: _Said | None) -> _Said | None:
    return other if one is None else one
