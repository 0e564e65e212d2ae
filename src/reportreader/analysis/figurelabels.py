"""What a figure counts: a short label taken from its clause, by form alone."""

import re
from array import array
from bisect import bisect_left

from reportreader.analysis.characters import HAN
from reportreader.analysis.units import Dimension

LONGEST_CLAUSE = 200
"""Code points to either side of a figure within which its clause is looked for."""
LONGEST_LABEL = 16
_LABEL_REACH = 48
"""Code points to either side of a figure from which its label is taken."""
_EDGE = re.compile(r"[;!?\n]|,(?!\d{3})|[.:](?!\d)")
_NAME = re.compile(f"(?:的)?([{HAN}a-z0-9\"']{{1,40}})")
_LAST_NAME = re.compile(f"([{HAN}a-z0-9\"'%]{{1,40}})[( ]*$")
_STOP_AFTER = re.compile(
    "在|对|将|被|进行|完成|已|均|为|向|等|全部|纳入|以上|以下|左右|实现|达到|参加|参与|开展|提供|获|与|和|及|并|"
    "得到|是|有|的(?=.)|从|由|于"
)
_LEAD_IN = re.compile(
    "(?:累计|合计|总计|共计|约占|占|达到|高达|达|约为|约|近|超过|超|逾|突破|不少于|不低于|至少|不超过|为|共有|共|有|"
    "已|了|过|到|的|至|仅|只|增加到|上升到|完成|实现|分别|是|将近|接近|大约|不足|不到|又|新增|其中|还有|另|在|于|从|自)+$"
)
_VERB_BEFORE = re.compile(
    "(?:累计|先后|其中|今年|去年|全年|目前|以来|成功|免费|积极|有效|为|给|将|把|使|让|通过|截至|截止|从|由)"
)
_NUMBER = re.compile(r"\d")
_CHANGE = re.compile(
    "(?:同比|环比|比上年|较上年|比去年|年均|分别|实际|名义|累计)*(?:增长|下降|上升|提高|降低|减少|增加|回落|提升|增|降)?$"
)


class Clauses:
    """The clauses of a folded text: up to the next comma, stop, colon or line break."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._edges = array("I", (found.start() for found in _EDGE.finditer(form)))

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The clause that holds `form[start:end]`."""
        before = bisect_left(self._edges, start) - 1
        behind = bisect_left(self._edges, end)
        begin = self._edges[before] + 1 if before >= 0 else 0
        stop = self._edges[behind] if behind < len(self._edges) else len(self._form)
        begin = max(begin, start - LONGEST_CLAUSE)
        while begin < start and self._form[begin] == " ":
            begin += 1
        return begin, min(stop, end + LONGEST_CLAUSE)


def label_figure(
    form: str, clause: tuple[int, int], start: int, end: int, dimension: Dimension
) -> str:
    """What the figure at `form[start:end]` counts, empty if its clause does not say."""
    begin, stop = clause
    behind = _name_behind(form[end : min(stop, end + _LABEL_REACH)])
    before = _name_before(form[max(begin, start - _LABEL_REACH) : start])
    if dimension in (Dimension.COUNT, Dimension.DATE) and behind:
        return behind
    if _NUMBER.search(before):
        before = _name_before(_NUMBER.split(form[begin:start], maxsplit=1)[0][-_LABEL_REACH:])
    if dimension is Dimension.PERCENT and before and _CHANGE.fullmatch(before):
        return (_subject_before(form, begin) + before)[-LONGEST_LABEL:]
    return before or behind


def _name_behind(text: str) -> str:
    found = _NAME.match(text)
    if found is None:
        return ""
    said = _STOP_AFTER.split(_NUMBER.split(found.group(1))[0], maxsplit=1)[0].removeprefix("份")
    return _bare(said)[:LONGEST_LABEL]


def _name_before(text: str) -> str:
    stripped = _LEAD_IN.sub("", text.rstrip(' ("'))
    found = _LAST_NAME.search(stripped)
    if found is None:
        return ""
    pieces = [piece for piece in _VERB_BEFORE.split(found.group(1)) if piece]
    return _bare(pieces[-1]).removeprefix("比")[-LONGEST_LABEL:] if pieces else ""


def _subject_before(form: str, begin: int) -> str:
    """What the clause before speaks of, for clauses that only say how it changed."""
    clause = form[max(0, begin - _LABEL_REACH) : max(0, begin - 1)]
    edges = [found.end() for found in _EDGE.finditer(clause)]
    words = re.split(r"\d", clause[edges[-1] if edges else 0 :], maxsplit=1)[0]
    return _name_before(words)


def _bare(said: str) -> str:
    """`said` without brackets and quotation marks at its ends, nor a mark that lost its partner."""
    stripped = said.strip("\"'()的 ")
    return stripped if stripped.count('"') % 2 == 0 else max(stripped.split('"'), key=len)
