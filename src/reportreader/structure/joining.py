"""Joining: lines that the source broke in mid-sentence become one unit again.

Three kinds of evidence: a constant width at which the whole text is broken, a bracket or book
title left open, and a clause that plainly goes on (a long line without an end, an object without
its verb). What begins with a numbering mark or a sign of its own is never joined to what is above.
"""

from collections.abc import Mapping, Sequence

from reportreader.structure.line import Line, Unit, merge_units
from reportreader.structure.marks import MarkKind, parse_mark
from reportreader.structure.patterns import Pattern
from reportreader.structure.shapes import (
    SHORT_LENGTH,
    ends_sentence,
    has_han,
    is_body,
    is_in_parentheses,
    is_unfinished,
    last_sign,
    open_bracket,
)
from reportreader.structure.wrapping import MINIMUM_WIDTH, Wrap, find_wrap

_FRESH = Pattern(
    r"[■□●◆▲▶★☆◇○【\[#>*|]|——|--|-[ ]|图[:为]|[(（]?(?:记者|本报记者|通讯员|作者|编辑|责任编辑|来源|时间|日期)"
)
_ORPHAN = Pattern(r"[\u4e00-\u9fff][,。、;]")
"""One character and a sign: the end of a word, never the beginning of a paragraph."""
_NUMBER_END = Pattern(r"[0-9][.,]?$")
_NUMBER_REST = Pattern(r"[.,]?[0-9]|[%‰]")
_HAN_END = Pattern(r"[\u4e00-\u9fff]$")
_CREDITED = Pattern(r"(?:摄|摄影|供图|供稿|文|图|报道)[)）]?$")
_MARK_LENGTH = 8
_BROKEN_LENGTH = 36
_LONG_HEADING = 26
_LAST_WORDS = 18
_PART_LINES = 12
_LOOK_BACK = 160


def join_lines(view: str, lines: Sequence[Line], furniture: Mapping[int, str]) -> tuple[Unit, ...]:
    """The units of the text in order; furniture lines stand alone."""
    wrap = find_wrap(view, lines)
    units: list[Unit] = []
    run: list[Unit] = []
    for number, line in enumerate(lines):
        unit = Unit(start=line.start, end=line.end, indent=line.indent)
        goes_on = (
            bool(run)
            and number not in furniture
            and number - 1 not in furniture
            and _continues(view, lines, number, run[0].start, wrap)
        )
        if run and not goes_on:
            units.append(merge_units(run))
            run = []
        run.append(unit)
    if run:
        units.append(merge_units(run))
    return tuple(units)


def _continues(
    view: str, lines: Sequence[Line], number: int, unit_start: int, wrap: Wrap | None
) -> bool:
    above, line = lines[number - 1], lines[number]
    if _is_mark_alone(view, above) and _may_be_named(view, line):
        return line.gap <= 2
    wrapped = wrap is not None and line.gap == 0 and wrap.is_full(view, above, line)
    if wrapped and is_in_parentheses(view, above.start, above.end) and above.start == unit_start:
        return False
    if wrapped and _is_inside_sentence(view, unit_start, above, line):
        return True
    if _FRESH.match(view, line.start, line.end) or parse_mark(view, line.start):
        return False
    if _heading_goes_on(view, lines, number):
        return True
    return _sentence_goes_on(view, lines, number, unit_start, wrap)


def _sentence_goes_on(
    view: str, lines: Sequence[Line], number: int, unit_start: int, wrap: Wrap | None
) -> bool:
    above, line = lines[number - 1], lines[number]
    if line.gap <= 1 and _closes_bracket(view, unit_start, above, line):
        return True
    length = above.end - above.start + above.indent
    if wrap and line.gap == 0 and wrap.is_full(view, above, line):
        if _stands_apart(view, above, line) and wrap.has_room(view, line):
            return False
        return line.indent in (0, above.indent)
    if line.gap <= 1 and length >= MINIMUM_WIDTH and _ORPHAN.match(view, line.start, line.end):
        return not ends_sentence(view, above.start, above.end)
    if line.gap > 1 or last_sign(view, above.start, above.end) in "。!?…:;|":
        return False
    if _CREDITED.search(view, max(above.start, above.end - 8), above.end):
        return False
    return _runs_on(view, above, line)


def _is_inside_sentence(view: str, unit_start: int, above: Line, line: Line) -> bool:
    """Whether a line of full width breaks off a number or a sentence.

    What looks like a mark below it is none then. A line that might be a heading by itself breaks
    off nothing.
    """
    if line.indent not in (0, above.indent):
        return False
    number = _NUMBER_END.search(view, above.start, above.end)
    if number and _NUMBER_REST.match(view, line.start, line.end):
        return True
    if view[above.end - 1] in ",、":
        return True
    words = view[max(unit_start, above.end - _LOOK_BACK) : above.end]
    told = "。" in words or ("," in words and parse_mark(view, unit_start) is None)
    return told and _HAN_END.search(view, above.start, above.end) is not None


def _stands_apart(view: str, above: Line, line: Line) -> bool:
    """Whether a short line without a closing sign begins anew below the end of a sentence.

    The last line of a paragraph would have that sign.
    """
    return (
        ends_sentence(view, above.start, above.end)
        and view[line.end - 1] not in "。,;、:!?…"
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
