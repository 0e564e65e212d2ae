"""Joining: lines that the source broke in mid-sentence become one unit again.

Three kinds of evidence: a constant width at which the whole text is broken, a bracket or book
title left open, and a clause that plainly goes on (a long line without an end, an object without
its verb). What begins with a numbering mark or a sign of its own is never joined to what is above.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from reportreader.structure.line import Line, Unit, merge_units
from reportreader.structure.marks import MarkKind, parse_bare_number, parse_mark
from reportreader.structure.patterns import Pattern
from reportreader.structure.shapes import (
    SHORT_LENGTH,
    ends_sentence,
    has_han,
    is_body,
    is_unfinished,
    last_sign,
    open_bracket,
)

_FRESH = Pattern(
    r"[■□●◆▲▶★☆◇○【\[#>*|]|——|--|-[ ]|图[:为]|[(（]?(?:记者|本报记者|通讯员|作者|编辑|责任编辑|来源|时间|日期)"
)
_ORPHAN = Pattern(r"[\u4e00-\u9fff][,。、;]")
"""One character and a sign: the end of a word, never the beginning of a paragraph."""
_NARROW = Pattern(r"[0-9A-Za-z%]")
_CREDITED = Pattern(r"(?:摄|摄影|供图|供稿|文|图|报道)[)）]?$")
_MARK_LENGTH = 8
_MINIMUM_WIDTH = 16
_MAXIMUM_WIDTH = 70
_BROKEN_LENGTH = 36
_FULL_LINES = 3
_SLACK = 3
_RARE = 20
_LONG_HEADING = 26
_LAST_WORDS = 18
_PART_LINES = 12


def join_lines(view: str, lines: Sequence[Line], furniture: Mapping[int, str]) -> tuple[Unit, ...]:
    """The units of the text in order; furniture lines stand alone."""
    width = find_wrap_width(view, lines)
    units: list[Unit] = []
    run: list[Unit] = []
    for number, line in enumerate(lines):
        unit = Unit(start=line.start, end=line.end, indent=line.indent)
        goes_on = (
            bool(run)
            and number not in furniture
            and number - 1 not in furniture
            and _continues(view, lines, number, run[0].start, width)
        )
        if run and not goes_on:
            units.append(merge_units(run))
            run = []
        run.append(unit)
    if run:
        units.append(merge_units(run))
    return tuple(units)


def find_wrap_width(view: str, lines: Sequence[Line]) -> int:
    """The width (Chinese characters) at which the text is broken into lines, 0 if it is not.

    In such a text hardly a line is longer than one width, several lines reach it, and most of
    these end inside a sentence.
    """
    lengths = Counter(_find_width(view, line) for line in lines)
    longer = 0
    for width in sorted(lengths, reverse=True):
        if width < _MINIMUM_WIDTH or longer > max(1, len(lines) // _RARE):
            return 0
        full = sum(lengths.get(width - step, 0) for step in range(_SLACK))
        if width <= _MAXIMUM_WIDTH and full >= _FULL_LINES and full >= 2 * longer:
            return width if _end_open(view, lines, width) else 0
        longer += lengths[width]
    return 0


def _find_width(view: str, line: Line) -> int:
    """Width of a line in Chinese characters; two digits or letters are as wide as one of them."""
    length = line.end - line.start + line.indent
    if length < _MINIMUM_WIDTH or length > 2 * _MAXIMUM_WIDTH:
        return length
    narrow = sum(1 for _ in _NARROW.finditer(view, line.start, line.end))
    return length - narrow // 2


def _end_open(view: str, lines: Sequence[Line], width: int) -> bool:
    """Whether most lines of full width end inside a sentence."""
    full = [line for line in lines if 0 <= width - _find_width(view, line) < _SLACK]
    ended = sum(ends_sentence(view, line.start, line.end) for line in full)
    return ended * 2 <= len(full)


def _continues(view: str, lines: Sequence[Line], number: int, unit_start: int, width: int) -> bool:
    above, line = lines[number - 1], lines[number]
    if _is_mark_alone(view, above) and _may_be_named(view, line):
        return line.gap <= 2
    if _FRESH.match(view, line.start, line.end) or parse_mark(view, line.start):
        return False
    if _heading_goes_on(view, lines, number):
        return True
    return _sentence_goes_on(view, lines, number, unit_start, width)


def _sentence_goes_on(
    view: str, lines: Sequence[Line], number: int, unit_start: int, width: int
) -> bool:
    above, line = lines[number - 1], lines[number]
    if line.gap <= 1 and _closes_bracket(view, unit_start, above, line):
        return True
    length = above.end - above.start + above.indent
    if width and line.gap == 0 and _find_width(view, above) >= width - 3:
        if _is_numbered_line(view, above, line):
            return False
        return line.indent in (0, above.indent)
    if line.gap <= 1 and length >= _MINIMUM_WIDTH and _ORPHAN.match(view, line.start, line.end):
        return not ends_sentence(view, above.start, above.end)
    if line.gap > 1 or last_sign(view, above.start, above.end) in "。!?…:;|":
        return False
    if _CREDITED.search(view, max(above.start, above.end - 8), above.end):
        return False
    return _runs_on(view, above, line)


def _is_numbered_line(view: str, above: Line, line: Line) -> bool:
    """Whether the line is a bare number with its words (`4 结语`), below the end of a sentence."""
    return (
        parse_bare_number(view, line.start) is not None
        and view[line.end - 1] not in "。,;"
        and ends_sentence(view, above.start, above.end)
        and line.end - line.start <= SHORT_LENGTH
    )


def _heading_goes_on(view: str, lines: Sequence[Line], number: int) -> bool:
    """A long numbered heading whose last words stand on a line of their own.

    A short line below a heading could be one too: then others of its kind follow in the same part.
    """
    above, line = lines[number - 1], lines[number]
    if line.gap or not _may_be_named(view, line) or line.end - line.start > _LAST_WORDS:
        return False
    if above.end - above.start < _LONG_HEADING or not parse_mark(view, above.start):
        return False
    open_end = view[above.end - 1] not in "。!?…:;,、"
    return open_end and _stands_alone(view, lines, number)


def _stands_alone(view: str, lines: Sequence[Line], number: int) -> bool:
    """Whether running text follows the line and no other short line before the next mark."""
    below = lines[number + 1 : number + 1 + _PART_LINES]
    if not below or not is_body(view, below[0].start, below[0].end):
        return False
    for line in below:
        if parse_mark(view, line.start):
            return True
        if _may_be_named(view, line) and not ends_sentence(view, line.start, line.end):
            return False
    return True


def _is_mark_alone(view: str, line: Line) -> bool:
    """Whether the line is a numbering mark whose words stand on the next one (`(一)`)."""
    if line.end - line.start > _MARK_LENGTH:
        return False
    mark = parse_mark(view, line.start)
    return mark is not None and mark.kind is not MarkKind.ARTICLE and mark.end >= line.end


def _may_be_named(view: str, line: Line) -> bool:
    short = line.end - line.start <= SHORT_LENGTH and has_han(view, line.start, line.end)
    return (
        short and "。" not in view[line.start : line.end] and parse_mark(view, line.start) is None
    )


def _closes_bracket(view: str, unit_start: int, above: Line, line: Line) -> bool:
    """A bracket or title mark opened above is closed on this line before any sentence ends."""
    closing = open_bracket(view, max(unit_start, above.end - 120), above.end)
    if not closing or ends_sentence(view, above.start, above.end):
        return False
    place = view.find(closing, line.start, min(line.end, line.start + 60))
    return place >= 0 and "。" not in view[line.start : place]


def _runs_on(view: str, above: Line, line: Line) -> bool:
    """The clause above is broken off and this line ends it."""
    if not any(sign in view[line.start : line.end] for sign in "。,;"):
        return False
    if is_unfinished(view, above.start, above.end):
        return above.end - above.start >= 8
    broken = above.end - above.start >= _BROKEN_LENGTH and "," in view[above.start : above.end]
    return broken and line.indent <= above.indent and view[above.end - 1] not in "”)》】—"
