"""Numbering marks: 一、 （一） 1. （1） ① 第一章 一是 1.1.1 Ⅰ 理由一， and their numbers.

All patterns are anchored and bounded, so that reading a mark takes constant time wherever it is
tried. They are matched against the folded view.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from reportreader.structure.patterns import Pattern


class MarkKind(StrEnum):
    """Marks that belong to one series."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    HAN = "han"
    HAN_PAREN = "han-paren"
    HAN_IS = "han-is"
    ORDINAL = "ordinal"
    DIGIT = "digit"
    DIGIT_PAREN = "digit-paren"
    DECIMAL = "decimal"
    CIRCLED = "circled"
    ROMAN = "roman"
    FORMAL = "formal"
    STEM = "stem"
    LETTER = "letter"
    LABELLED = "labelled"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A numbering mark at `view[start:end]`; `number` has one part, or several for 1.1.1.

    `label` is the word of a labelled number (理由 of 理由一).
    """

    kind: MarkKind
    start: int
    end: int
    number: tuple[int, ...]
    label: str = ""


_HAN = "[一二三四五六七八九十百零〇两]{1,5}"
_DIGITS = dict(zip("零〇一二三四五六七八九两", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True))
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_DIVISIONS = {
    "编": MarkKind.PART,
    "篇": MarkKind.PART,
    "部分": MarkKind.PART,
    "章": MarkKind.CHAPTER,
    "节": MarkKind.SECTION,
    "条": MarkKind.ARTICLE,
}
_LABELS = (
    "理由|原因|问题|建议|措施|对策|任务|目标|亮点|案例|经验|做法|启示|特点|关键词|故事|镜头|场景|变化|"
    "方法|步骤|重点|举措|看点|专题|主题|典型|体会|成效|类型|误区|附件|附录|声音|片段|观点|方案"
)

_PATTERN = Pattern(
    rf"""
    第[ ]?(?P<division>{_HAN}|[0-9]{{1,3}})[ ]?(?P<unit>部分|[编篇章节条])(?:[、:,][ ]?|[ ]{{1,4}})?
  | (?P<han>{_HAN})[ ]?[、.][ ]?
  | \(?(?P<paren>{_HAN})\)[、.]?[ ]?
  | (?P<question>[一二三四五六七八九十])问[:,]
  | (?P<is>{_HAN})(?:是|要|则)(?:要)?[:,]?
  | 其(?P<those>[一二三四五六七八九])[,、:是]
  | 第(?P<ordinal>[一二三四五六七八九十]{{1,2}})[,、:][ ]?
  | (?P<decimal>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,4}})(?![0-9%‰])[.、]?[ ]{{0,2}}
  | (?P<digit>[0-9]{{1,2}})[ ]?(?:、|\.(?![0-9])|\.(?=(?:19|20)[0-9]{{2}}年))[ ]{{0,2}}
  | \((?P<digits>[0-9]{{1,2}})\)[、.]?[ ]?
  | (?P<closing>[0-9]{{1,2}})\)[ ]?
  | (?P<circled>[{_CIRCLED}])[、.]?[ ]?
  | (?P<roman>[{_ROMAN}])[、.]?[ ]?
  | (?P<formal>[{_FORMAL}参])[、.][ ]?
  | (?P<stem>[{_STEMS}])[、.][ ]?
  | (?P<letter>[A-H])[、.)](?![A-Za-z0-9.])[ ]?
  | (?P<label>{_LABELS})(?:之)?(?P<labelled>{_HAN}|[0-9]{{1,2}})[ ]?[,:、.][ ]?
    """,
    re.VERBOSE,
)
_FIRST_SIGNS = frozenset(
    "第其(一二三四五六七八九十百零〇两0123456789ABCDEFGH"
    + _CIRCLED
    + _ROMAN
    + _FORMAL
    + "参"
    + _STEMS
    + "".join(label[0] for label in _LABELS.split("|"))
)
"""Every mark begins with one of these."""
_BARE = Pattern(
    r"(?P<digits>[0-9]{1,2})[ ]{0,2}(?=[\u4e00-\u9fff])|(?P<han>[一二三四五六七八九十]{1,3})[ ]{1,4}(?=[\u4e00-\u9fff])"
)


def read_han_number(digits: str) -> int:
    """Value of a Chinese numeral below 1000 (二十一, 一百零三, 二〇), 0 if it is none."""
    if not any(unit in digits for unit in "十百"):
        value = 0
        for digit in digits:
            value = value * 10 + _DIGITS[digit]
        return value
    value = pending = 0
    for digit in digits:
        if digit == "十":
            value += (pending or 1) * 10
            pending = 0
        elif digit == "百":
            value += (pending or 1) * 100
            pending = 0
        else:
            pending = _DIGITS[digit]
    return value + pending


def _read_division(match: re.Match[str]) -> Mark:
    digits = match["division"]
    number = int(digits) if digits.isdecimal() else read_han_number(digits)
    return _make(match, _DIVISIONS[match["unit"]], number)


def _make(match: re.Match[str], kind: MarkKind, *number: int, label: str = "") -> Mark:
    return Mark(kind=kind, start=match.start(), end=match.end(), number=number, label=label)


_HAN_GROUPS = {
    "han": MarkKind.HAN,
    "paren": MarkKind.HAN_PAREN,
    "is": MarkKind.HAN_IS,
    "question": MarkKind.QUESTION,
    "those": MarkKind.ORDINAL,
    "ordinal": MarkKind.ORDINAL,
}
_DIGIT_GROUPS = {
    "digit": MarkKind.DIGIT,
    "digits": MarkKind.DIGIT_PAREN,
    "closing": MarkKind.DIGIT_PAREN,
}


_SIGN_GROUPS = {
    "circled": (MarkKind.CIRCLED, _CIRCLED),
    "roman": (MarkKind.ROMAN, _ROMAN),
    "formal": (MarkKind.FORMAL, _FORMAL),
    "stem": (MarkKind.STEM, _STEMS),
    "letter": (MarkKind.LETTER, "ABCDEFGH"),
}


def parse_mark(view: str, offset: int) -> Mark | None:
    """The numbering mark that begins at `offset`, None if there is none."""
    if view[offset : offset + 1] not in _FIRST_SIGNS:
        return None
    match = _PATTERN.match(view, offset)
    if match is None:
        return None
    group = match.lastgroup or ""
    if group == "unit":
        return _read_division(match)
    if group in _HAN_GROUPS:
        return _make(match, _HAN_GROUPS[group], read_han_number(match[group]))
    if group in _DIGIT_GROUPS:
        return _make(match, _DIGIT_GROUPS[group], int(match[group]))
    if group == "decimal":
        return _make(match, MarkKind.DECIMAL, *map(int, match[group].split(".")))
    if group in _SIGN_GROUPS:
        kind, signs = _SIGN_GROUPS[group]
        return _make(match, kind, signs.index(match[group].replace("参", "叁")) + 1)
    digits = match["labelled"]
    number = int(digits) if digits.isdecimal() else read_han_number(digits)
    return _make(match, MarkKind.LABELLED, number, label=match["label"])


def parse_bare_number(view: str, offset: int) -> Mark | None:
    """A number without a sign behind it: `2 调查结果`, outermost of 2.1, or `二 调查结果`."""
    match = _BARE.match(view, offset)
    if match is None:
        return None
    if match["han"]:
        return _make(match, MarkKind.HAN, read_han_number(match["han"]))
    return _make(match, MarkKind.DECIMAL, int(match["digits"]))
