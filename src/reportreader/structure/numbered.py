"""Candidates that carry a numbering mark, at the start of a unit or inside flat text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportreader.structure.candidate import Candidate, Form
from reportreader.structure.line import Unit
from reportreader.structure.marks import Mark, MarkKind, parse_bare_number, parse_mark
from reportreader.structure.patterns import Pattern
from reportreader.structure.phraseends import find_phrase_end
from reportreader.structure.roles import Role
from reportreader.structure.shapes import find_stop, has_han, is_body
from reportreader.structure.slogans import reads_as_slogan

_REACH = 200
_LINE_LENGTH = 52
_SLOGAN_LENGTH = 42
_DETAIL_LENGTH = 12
_SHORT_DETAIL = 20
_INLINE_PLACE = Pattern(
    r"(?<=[。;:!?\x20”)】…])(?=[一二三四五六七八九十]{1,3}[、是]|\([一二三四五六七八九十0-9]{1,3}\)|第[一二三四五六七八九十0-9]{1,3}[章节条部篇,、]|其[一二三四五六]|[0-9]{1,2}[、.)]|[①-⑳Ⅰ-Ⅻ])"
    r"|(?<=[\u4e00-\u9fff])(?<![第附件图表号])(?=[1-9]、[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?<![第附件图表号条款项])(?=\([一二三四五六七八九十]{1,2}\)[\u4e00-\u9fff])"
)
_PARTICULAR = Pattern(
    r"(?:活动|会议|举办|上课|报名)?(?:时间|日期|地点|地址|对象|人员|主办|承办|协办|指导单位|主办单位|承办单位|联系人|联系方式|联系电话|电话|费用|名额|姓名|单位)$"
)
_ANSWER = Pattern(r"[(□○]?A[.、):]|[□○][ ]?[^ ]")
_LAST_CELL = Pattern(r"[^ ][ ]{1,20}[0-9][0-9,.]{0,15}[%‰]?$")
_OUTER_KINDS = frozenset((MarkKind.PART, MarkKind.CHAPTER, MarkKind.SECTION, MarkKind.HAN))
"""Marks of parts, which may hold nothing but a list of names."""
_DIVISIONS = frozenset((MarkKind.PART, MarkKind.CHAPTER, MarkKind.SECTION, MarkKind.ARTICLE))


def find_numbered(view: str, units: Sequence[Unit], roles: Mapping[int, Role]) -> list[Candidate]:
    """Every unit that begins with a numbering mark, as a candidate or as an item."""
    found = []
    for number, unit in enumerate(units):
        if number in roles and roles[number] is not Role.LEFT_OVER:
            continue
        mark = parse_mark(view, unit.start)
        if mark is None and len(unit) <= _LINE_LENGTH and not _is_row(view, unit):
            mark = parse_bare_number(view, unit.start)
        if mark and mark.end > unit.end and not view[unit.end : mark.end].strip(" "):
            mark = replace(mark, end=unit.end)
        if mark and mark.end <= unit.end:
            found.append(_judge(view, units, number, mark))
    return found


def _is_row(view: str, unit: Unit) -> bool:
    """Whether the line is the row of a table: what its first number counts, then more numbers."""
    return _LAST_CELL.search(view, unit.start, unit.end) is not None


def key_of(mark: Mark) -> str:
    """Marks of one key belong to one series."""
    return f"{mark.kind}:{mark.label}" if mark.label else str(mark.kind)


def _judge(view: str, units: Sequence[Unit], number: int, mark: Mark) -> Candidate:
    unit = units[number]
    stop = find_stop(view, mark.end, min(unit.end, mark.end + _REACH))
    if stop >= unit.end - 1 or _is_whole_line(view, mark, unit, stop):
        return _judge_line(view, units, number, mark)
    return _judge_opening(view, unit, number, mark, stop)


def _is_whole_line(view: str, mark: Mark, unit: Unit, stop: int) -> bool:
    """A short line is one heading even with a colon or dash inside, if no sentence ends in it."""
    if len(unit) > _LINE_LENGTH or any(sign in view[mark.end : unit.end - 1] for sign in "。;!?"):
        return False
    return view[unit.end - 1] != "。" or unit.end - stop < _SHORT_DETAIL


def _judge_line(view: str, units: Sequence[Unit], number: int, mark: Mark) -> Candidate:
    unit = units[number]
    end = unit.end
    closing = view[end - 1] if view[end - 1] in "。:;,!?" else ""
    if closing and closing not in "!?":
        end -= 1
    while end > mark.end and view[end - 1] == " ":
        end -= 1
    bare = end <= mark.end and mark.kind in _DIVISIONS
    end = max(end, unit.start + len(view[unit.start : mark.end].rstrip()))
    followed = is_followed(view, units, number)
    if closing == "。":
        followed = followed and not _stands_among_siblings(view, units, number)
    score = _line_score(view, mark, end, closing, followed=followed, bare=bare)
    score = 0.0 if _offers_answers(view, units, number) else score
    return Candidate(
        start=unit.start,
        end=end,
        unit=number,
        form=Form.LINE if score > 0 else Form.ITEM,
        key=key_of(mark),
        score=score,
        closing=closing,
        followed=followed,
        mark=mark,
    )


def _line_score(
    view: str, mark: Mark, end: int, closing: str, *, followed: bool, bare: bool
) -> float:
    if bare:
        return 1.0
    length = end - mark.end
    if closing in (";", ",") or length > _LINE_LENGTH or length < 2:
        return 0.0
    if closing == "。":
        slogan = length <= _SLOGAN_LENGTH and reads_as_slogan(view, mark.end, end)
        return 0.7 if slogan and followed else 0.1
    if closing == ":":
        return 0.6 if followed and length <= 30 else 0.2
    if mark.kind is MarkKind.ARTICLE and length > 24:
        return 0.2
    return 1.0 if followed else 0.3


def _offers_answers(view: str, units: Sequence[Unit], number: int) -> bool:
    """Whether answers to choose from stand below the line: it asks, as questionnaires do."""
    if number + 1 >= len(units):
        return False
    below = units[number + 1]
    return _ANSWER.match(view, below.start, below.end) is not None


def _stands_among_siblings(view: str, units: Sequence[Unit], number: int) -> bool:
    """Whether the line below counts on from this one or leaves its part: then nothing details it."""
    if number + 1 >= len(units):
        return True
    mark = parse_mark(view, units[number].start)
    below = parse_mark(view, units[number + 1].start)
    if mark is None or below is None or key_of(mark) != key_of(below):
        return False
    return len(below.number) <= len(mark.number)


def is_followed(view: str, units: Sequence[Unit], number: int) -> bool:
    """Whether running text or another kind of heading comes behind unit `number`."""
    if number + 1 >= len(units):
        return True
    unit, below = units[number], units[number + 1]
    mark, other = parse_mark(view, unit.start), parse_mark(view, below.start)
    if other:
        return mark is None or key_of(mark) != key_of(other) or mark.kind is MarkKind.DECIMAL
    if mark and mark.kind in _OUTER_KINDS and has_han(view, below.start, below.end):
        return True
    return is_body(view, below.start, below.end) or len(below) >= 12


def _judge_opening(view: str, unit: Unit, number: int, mark: Mark, stop: int) -> Candidate:
    """A mark that opens a paragraph: a slogan with its detail, or a provision."""
    closing = view[stop]
    length = stop - mark.end
    slogan = 2 <= length <= _SLOGAN_LENGTH and reads_as_slogan(view, mark.end, stop)
    detail = unit.end - stop
    score = 0.0
    if (
        mark.kind is not MarkKind.ARTICLE
        and slogan
        and closing in "。!?:—-"
        and detail > _DETAIL_LENGTH
    ):
        score = 0.9 if closing != ":" else 0.7
        if closing == ":" and (length > 20 or _PARTICULAR.match(view, mark.end, stop)):
            score = 0.2
    return Candidate(
        start=unit.start,
        end=stop if score else unit.end,
        unit=number,
        form=Form.RUN_IN if score else Form.ITEM,
        key=key_of(mark),
        score=score,
        closing=closing,
        followed=True,
        mark=mark,
    )


def iter_inline(view: str, unit: Unit, number: int) -> Iterator[Candidate]:
    """Marks inside a unit, each with the phrase behind it; provisions come as items."""
    places = [unit.start] if unit.flat else []
    places += [match.start() for match in _INLINE_PLACE.finditer(view, unit.start + 1, unit.end)]
    marks = [mark for place in places if (mark := parse_mark(view, place))]
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else None
        limit = following.start if following else unit.end
        candidate = _judge_inline(view, number, mark, limit)
        bare = candidate.closing == "。" and limit - candidate.end <= 1
        if bare and following and key_of(following) == candidate.key:
            candidate = replace(candidate, form=Form.ITEM, score=0.0)
        yield candidate


def _judge_inline(view: str, number: int, mark: Mark, limit: int) -> Candidate:
    end, closing = find_phrase_end(view, mark.end, limit)
    while end > mark.end and view[end - 1] in " ,":
        end -= 1
    slogan = 2 <= end - mark.end <= _SLOGAN_LENGTH and reads_as_slogan(view, mark.end, end)
    score = 0.0
    listed = mark.kind is MarkKind.HAN_IS and view[mark.start - 1 : mark.start] == ";"
    if slogan and closing not in (";", ",") and mark.kind is not MarkKind.ARTICLE and not listed:
        score = 0.8
        if "," in view[mark.end : end] and end - mark.end > 30:
            score = 0.4
    return Candidate(
        start=mark.start,
        end=end,
        unit=number,
        form=Form.INLINE if score else Form.ITEM,
        key=key_of(mark),
        score=score,
        closing=closing,
        followed=True,
        mark=mark,
    )
