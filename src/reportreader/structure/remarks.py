"""Remarks in front: what an editor says before the text, and lines that tell where it was printed."""

from reportreader.structure.line import Unit
from reportreader.structure.patterns import Pattern

_ATTRIBUTION_LENGTH = 140
_EDITORIAL = Pattern(
    r"[【\[(]?(?:编者按|编者的话|编辑按|编前话?|按语)[】\])]?[ ]?[:丨|—]?[ ]?(?=[^ ])"
)
_ATTRIBUTION = Pattern(
    r"[【\[(※*]{0,2}(?:(?:本文|本稿|文章|原文)[ ]?(?:转自|转载|摘自|摘编|选自|原载|原刊|刊于|载于|刊载|首发|为转述|系转述|为摘编|系.{0,8}(?:转载|摘编)|来源|根据)"
    r"|(?:转自|转载自|摘自|选自|原载|原刊)[ :《“]|[↑↓▲▼]?点击.{0,20}关注)"
)


def is_remark(view: str, unit: Unit) -> bool:
    """Whether the line speaks about the text in front of which it stands."""
    return is_attribution(view, unit) or _EDITORIAL.match(view, unit.start, unit.end) is not None


def is_attribution(view: str, unit: Unit) -> bool:
    """Whether the line says where the text was taken from, or whom to follow."""
    short = len(unit) <= _ATTRIBUTION_LENGTH
    return short and _ATTRIBUTION.match(view, unit.start, unit.end) is not None
