"""Glued headings: numbered phrases of flat text that have lost the sign behind them.

`一、经济发展稳中有进1-5月份完成…` does not say where its heading ends. Siblings do: headings of one
series tend to one length, and at that length several of them meet a word that opens a sentence,
a number, or the next mark.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from reportreader.structure.candidate import Candidate, Form
from reportreader.structure.marks import MarkKind
from reportreader.structure.patterns import Pattern
from reportreader.structure.series import Series, build_series
from reportreader.structure.slogans import ends_in_progress, opens_report, reads_as_slogan

_LENGTHS = range(4, 21)
_DETAIL_LENGTH = 12
_CLEAR = 0.9
_FAINT = 0.5
_PARALLEL = 0.5
_ALIKE = 0.2
"""What it adds that all phrases begin with one character."""
_ACCEPTED = 0.4
_GLUED_SCORE = 0.6
_SURE_SCORE = 0.5
_DATED = Pattern(r"[0-9]{1,4}[年月至—~-]")
_NAMED = Pattern(
    r"(?:情况|问题|方向|打算|措施|做法|成效|成绩|对象|标准|方式|事项|要求|安排|计划|目标|任务|思路|建议|经验|体会|背景|意义|概况|原则|内容|步骤|条件|程序|流程|办法|重点|不足|原因|范围|依据|特点|亮点|启示)$"
)
"""The nouns that names of parts end in."""
_RUNS_ON = ",的和与及、等为是中上下以所"
_NAMED_SUPPORT = 0.8
_GOING_ON = (":", ",")
"""Signs behind words that may hold more than the name of a part."""
_GLUED_WORDS = 4
_HALF = 4
_FIRST_HALF = 10
"""A heading of two halves has so many characters in each, and no more in the first."""
_DECIDED = 0.75
_DOING = Pattern(
    r"组建|利用|充分|大力|深入|严格|落实|加强|推进|整合|采取|围绕|聚焦|建立|健全|完善|争取|向|把|将|由|按|依托|立足|每|经|自|该|本|目前|今年|抓住|主动|[0-9]|完成|受理|拆除|投入|投资|举办|组织|开展|新[建增]|建[成立]|全[市县镇区街乡村年面]|共|对|为|以|在|从|通过|积极|"
    r"认真|先后|累计|发放|实现|加大|召开|制定|成立|针对|结合|坚持|我|上半年|下半年|年初|多次|及时|进一步|各"
)


def settle_glued(view: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """`candidates` of a flat text, ascending by start; glued ones end where their siblings do."""
    settled = {candidate.start: candidate for candidate in candidates}
    for series in build_series(candidates):
        if len(series.members) < 2 or all(member.score >= _SURE_SCORE for member in series.members):
            continue
        if any(_is_listed(view, member) for member in series.members):
            continue
        comma = _common_comma(view, series)
        lengths = _named_lengths(view, series)
        lengths = lengths or [_agreed_length(view, series, comma)] * len(series.members)
        for member, length in zip(series.members, lengths, strict=True):
            if length and _is_open(view, member, length) and _can_end(view, member, length, comma):
                settled[member.start] = replace(
                    member,
                    end=_words_start(member) + length,
                    form=Form.INLINE,
                    score=_GLUED_SCORE,
                    closing="",
                )
    return [settled[start] for start in sorted(settled)]


def _is_listed(view: str, member: Candidate) -> bool:
    """Whether `二是…` goes on a sentence that counts, behind its semicolon."""
    return member.key == MarkKind.HAN_IS and view[member.start - 1 : member.start] == ";"


def _is_open(view: str, member: Candidate, length: int) -> bool:
    """Whether the phrase of `member` may end after `length`: no sign that closes it is near.

    The end of a line that breaks off closes nothing.
    """
    if not member.score or member.closing in _GOING_ON:
        return True
    broken_off = view[member.end : member.end + 1] in ("", "\n")
    return (bool(member.closing) or broken_off) and member.end - _words_start(
        member
    ) >= length + _GLUED_WORDS


def _named_lengths(view: str, series: Series) -> list[int]:
    """The length of each phrase where nearly all end in a noun that names a part, else none."""
    found = [_named_length(view, member) for member in series.members]
    support = sum(share for _, share in found) / len(found)
    return [length for length, _ in found] if support >= _DECIDED else []


def _named_length(view: str, member: Candidate) -> tuple[int, float]:
    """Where a phrase ends by itself, and how sure that is."""
    start = _words_start(member)
    whole = member.end - start if member.score >= _SURE_SCORE else 0
    for length in _LENGTHS:
        end = start + length
        if whole and (member.closing not in _GOING_ON or length >= whole):
            return whole, 1.0
        named = _can_end(view, member, length) and _NAMED.search(view, start, end)
        if named and view[end : end + 1] not in _RUNS_ON:
            return length, _NAMED_SUPPORT
    return whole, float(whole > 0)


def _agreed_length(view: str, series: Series, comma: int) -> int:
    """The length at which most phrases of a series could end, 0 if they do not agree."""
    best, length = 0.0, 0
    for trial in _LENGTHS:
        ends = sum(_ends_at(view, member, trial, comma) for member in series.members)
        support = ends / len(series.members)
        if support and _are_parallel(view, series, trial):
            support += _PARALLEL
        elif support and len({view[_words_start(member)] for member in series.members}) == 1:
            support += _ALIKE
        if support > best:
            best, length = support, trial
    return length if best >= _ACCEPTED else 0


def _ends_at(view: str, member: Candidate, length: int, comma: int) -> float:
    """What speaks for the phrase of `member` ending after `length` code points."""
    end = _words_start(member) + length
    if member.score and not _is_open(view, member, length):
        return float(member.end == end)
    if end == member.end:
        return 1.0
    if not _can_end(view, member, length, comma):
        return 0.0
    if _DATED.match(view, end) or opens_report(view, end):
        return _CLEAR
    grown = ends_in_progress(view, _words_start(member), end) and view[end] not in _RUNS_ON
    return _FAINT if grown or _DOING.match(view, end) else 0.0


def _can_end(view: str, member: Candidate, length: int, comma: int = -1) -> bool:
    """Whether the words may end after `length`; only a sign at `comma` may stand between them."""
    start = _words_start(member)
    end = start + length
    if not member.score and end != member.end and end + _DETAIL_LENGTH > member.end:
        return False
    words = view[start:end]
    if 0 <= comma < length:
        if length - comma - 1 < _HALF:
            return False
        words = words[:comma] + words[comma + 1 :]
    plain = not any(sign in ",。;:0123456789" for sign in words)
    return plain and reads_as_slogan(view, start, end)


def _common_comma(view: str, series: Series) -> int:
    """Where the first comma stands in the words of every member, -1 if they differ.

    Headings of two halves are built alike (`夯实基础，条件改善`, `强化师资，质量提升`).
    """
    places = {
        view.find(",", _words_start(member), member.end) - _words_start(member)
        for member in series.members
    }
    place = places.pop()
    return place if not places and _HALF <= place <= _FIRST_HALF else -1


def _are_parallel(view: str, series: Series, length: int) -> bool:
    """Whether neighbours share two characters at the same places (`抓…促…`)."""
    members = series.members
    return all(
        sum(
            view[_words_start(first) + place] == view[_words_start(second) + place]
            for place in range(length)
            if max(_words_start(first), _words_start(second)) + place < len(view)
        )
        >= 2
        for first, second in itertools.pairwise(members)
    )


def _words_start(member: Candidate) -> int:
    return member.mark.end if member.mark else member.start
