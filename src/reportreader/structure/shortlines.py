"""Headings without a number that stand on a line of their own.

A short line is a heading when running text follows it and others of its shape do the same; one
alone only if its words or its place say what it is (an annex, 参考文献).
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reportreader.document.section import SectionKind
from reportreader.structure.candidate import Form, Heading
from reportreader.structure.contents import contents_key
from reportreader.structure.line import Unit
from reportreader.structure.marks import parse_mark
from reportreader.structure.official import ENDS_IN_GENRE
from reportreader.structure.patterns import Pattern
from reportreader.structure.roles import Role
from reportreader.structure.shapes import is_body, last_sign
from reportreader.structure.shortshapes import find_shape, is_question, may_be_heading
from reportreader.structure.turns import find_turns

_APPARATUS = Pattern(
    r"[【\[]?(?:前[ ]{0,2}言|引[ ]{0,2}言|序[ ]{0,2}言|导[ ]{0,2}言|导[ ]{0,2}语|结[ ]{0,2}语|结束语|结[ ]{0,2}论|后[ ]{0,2}记|致[ ]{0,2}谢|参考文献|附[ ]{0,2}录(?:[ ]?[0-9一二三四五六A-F]{1,2})?(?:[:、 ][^。,;]{2,24})?|附[ ]{0,2}则|摘[ ]{0,2}要|编者按|编后)[】\]]?:?$"
)
_NOTICE = Pattern(r"(?:公告|公示|通告|应办|决议|讨论|报告)事项:?$")
"""The part of an official notice whose items stand below it."""
_ALONE_LENGTH = 30
_OUTER_LENGTH = 20
_OUTER_PARTS = 2
_TEXT_LENGTH = 8
"""So much below a heading, with the end of a sentence, is its text."""
_FRONT_LENGTH = 14
"""A longer line between title and text is a subtitle unless others of its shape follow."""


def find_short_lines(
    view: str,
    units: Sequence[Unit],
    roles: Mapping[int, Role],
    first: int,
    *,
    cut_off: bool,
    contents: frozenset[str] = frozenset(),
) -> list[Heading]:
    """The headings among the short lines of the text; `first` is the first unit behind the title.

    `contents` holds the lines of a table of contents, which return as headings.
    """
    taken = _find_annexes(view, units, roles)
    shorts = _find_shorts(view, units, roles, first, {heading.unit for heading in taken})
    listed_above = {
        number
        for number in shorts
        if contents_key(view, units[number].start, units[number].end) in contents
    }
    leading = _keep_leading(view, units, roles, shorts, listed_above)
    outer = _find_outer(view, units, shorts, leading)
    taken.extend(
        _make(view, units[number], number, "short-outer", "reason_short_line_siblings", 0.7)
        for number in outer
    )
    listed = sorted(set(shorts) - leading - set(outer))
    leading -= _find_list_ends(view, units, leading, set(listed))
    groups: dict[str, list[int]] = defaultdict(list)
    for number in sorted(leading):
        unit = units[number]
        if _APPARATUS.match(view, unit.start, unit.end):
            taken.append(_make(view, unit, number, "apparatus", "reason_apparatus", 0.9))
        elif _NOTICE.match(view, unit.start, unit.end):
            taken.append(_make(view, unit, number, "notice", "reason_apparatus", 0.8))
        else:
            shape = "short-contents" if number in listed_above else find_shape(view, unit)
            groups[shape].append(number)
    bodies = _count_bodies(view, units, roles)
    for key, numbers in groups.items():
        lone = cut_off and len(numbers) == 1
        alone = lone and _speaks_for_itself(units, roles, numbers[0], first)
        if alone or (_agree(numbers, bodies) and not _are_cells(numbers, listed)):
            confidence = min(0.95, 0.6 + 0.06 * len(numbers))
            reason = "reason_short_line_alone" if alone else "reason_short_line_siblings"
            taken.extend(
                _make(view, units[number], number, key, reason, confidence) for number in numbers
            )
    return sorted(taken, key=lambda heading: heading.start)


def _find_shorts(
    view: str, units: Sequence[Unit], roles: Mapping[int, Role], first: int, annexes: set[int]
) -> list[int]:
    """The lines that may be headings by their looks, those that hold the turns of a talk left out."""
    turns = {number for number in find_turns(view, units) if not is_question(view, units[number])}
    return [
        number
        for number in range(len(units))
        if number not in annexes
        and number not in turns
        and may_be_heading(view, units, roles, number, first)
    ]


def _keep_leading(
    view: str,
    units: Sequence[Unit],
    roles: Mapping[int, Role],
    shorts: Sequence[int],
    listed_above: set[int],
) -> set[int]:
    """Those of `shorts` that lead to text, or stand in a table of contents."""
    leading = set(shorts)
    for number in reversed(shorts):
        if number not in listed_above and not _leads_to_text(view, units, roles, number, leading):
            leading.discard(number)
    return leading


def _count_bodies(view: str, units: Sequence[Unit], roles: Mapping[int, Role]) -> int:
    """How many paragraphs the text has."""
    return sum(
        roles.get(number) in (None, Role.HEADLINE) and is_body(view, unit.start, unit.end)
        for number, unit in enumerate(units)
    )


def _leads_to_text(
    view: str,
    units: Sequence[Unit],
    roles: Mapping[int, Role],
    number: int,
    shorts: set[int],
) -> bool:
    below = number + 1
    while below < len(units) and roles.get(below) in (Role.FURNITURE, Role.CAPTION, Role.BYLINE):
        below += 1
    if below >= len(units):
        return False
    if below in shorts:
        return find_shape(view, units[below]) != find_shape(view, units[number])
    unit = units[below]
    if _APPARATUS.match(view, units[number].start, units[number].end):
        return True
    mark = parse_mark(view, unit.start)
    if mark:
        return mark.number[-1] == 1
    if is_body(view, unit.start, unit.end):
        return True
    return len(unit) >= _TEXT_LENGTH and last_sign(view, unit.start, unit.end) in "。!?…:—"


def _find_outer(
    view: str, units: Sequence[Unit], shorts: Sequence[int], leading: set[int]
) -> list[int]:
    """Lines that name a part whose first heading stands right below, two parts or more."""
    among = set(shorts)
    found = [
        number
        for number in shorts
        if number not in leading
        and number + 1 in leading
        and number - 1 not in among
        and find_shape(view, units[number]) == find_shape(view, units[number + 1]) == "short"
        and len(units[number]) <= _OUTER_LENGTH
    ]
    inner = sum(number - 1 not in among and number not in found for number in leading)
    return found if len(found) >= _OUTER_PARTS and inner >= len(found) else []


def _find_list_ends(
    view: str, units: Sequence[Unit], leading: set[int], listed: set[int]
) -> set[int]:
    """Those of `leading` that end a list of short lines, where no sibling stands by itself."""
    shapes = {number: find_shape(view, units[number]) for number in leading | listed}
    ends = {
        number
        for number in leading
        if number - 1 in listed and shapes[number - 1] == shapes[number]
    }
    free = Counter(shapes[number] for number in leading - ends)
    return {number for number in ends if free[shapes[number]] < 2}


def _speaks_for_itself(
    units: Sequence[Unit], roles: Mapping[int, Role], number: int, first: int
) -> bool:
    """A line set between paragraphs, long enough to say something; no subtitle below the title."""
    if number == 0:
        return False
    in_front = number == first and number > 0 and number - 1 in roles
    return 5 <= len(units[number]) <= (_FRONT_LENGTH if in_front else _ALONE_LENGTH)


def _agree(numbers: Sequence[int], bodies: int) -> bool:
    return len(numbers) >= 2 and len(numbers) <= bodies


def _are_cells(numbers: Sequence[int], listed: Sequence[int]) -> bool:
    """Whether short lines that head nothing stand between most neighbours: rows of a table."""
    places = [bisect_left(listed, number) for number in numbers]
    interrupted = sum(second > first for first, second in pairwise(places))
    return len(numbers) > 2 and interrupted * 3 >= 2 * (len(numbers) - 1)


def _find_annexes(view: str, units: Sequence[Unit], roles: Mapping[int, Role]) -> list[Heading]:
    """Titles of papers annexed to this one: behind its signature, or named in its title."""
    title = "".join(
        "".join(view[unit.start : unit.end].split())
        for number, unit in enumerate(units)
        if roles.get(number) is Role.TITLE
    )
    found = []
    signed = False
    for number, unit in enumerate(units):
        role = roles.get(number)
        if role is Role.SIGNATURE:
            signed = True
            continue
        if role is not None or len(unit) > 70:
            continue
        line = "".join(view[unit.start : unit.end].split())
        genre = len(line) >= 4 and ENDS_IN_GENRE.search(line) and not parse_mark(view, unit.start)
        named = len(line) >= 6 and line != title and line in title and "关于" in title
        if genre and (signed or named):
            found.append(_make(view, unit, number, "annex", "reason_annex_title", 0.9))
            signed = False
    return found


def _make(view: str, unit: Unit, number: int, key: str, reason: str, confidence: float) -> Heading:
    end = unit.end
    start = unit.start
    while start < end and view[start] == "*":
        start += 1
    while end > start and view[end - 1] in ":— *":
        end -= 1
    kind = SectionKind.SHORT_LINE
    if key == "short-bracketed":
        kind = SectionKind.ARTICLE_HEADLINE
    elif key == "short-column":
        kind = SectionKind.COLUMN
    return Heading(
        start=start,
        end=end,
        unit=number,
        key=key,
        kind=kind,
        reason=reason,
        confidence=round(confidence, 2),
        form=Form.LINE,
    )
