"""Runs of short lines above a text, parted into kicker, title and subtitle."""

from collections.abc import Sequence

from reportreader.structure.line import Unit
from reportreader.structure.names import looks_like_body
from reportreader.structure.official import ENDS_IN_GENRE
from reportreader.structure.patterns import Pattern
from reportreader.structure.roles import Role
from reportreader.structure.shapes import SHORT_LENGTH, is_in_parentheses

_NAVIGATION_RUN = 3
"""More short lines than this above the title are the navigation of a web page."""
_NAME_LINES = 3
_HALF_LENGTH = 10
_RUBRIC_LENGTH = 3
"""A line above the title that is no longer names a rubric of the site."""
OFFICE = Pattern(r"(?:局|委|办|部|院|处|组|会|厅|署|府|镇|乡|街道|办公室|中心|支队|大队|公司)$")
"""How the names of offices end; a paper's name may follow on the next line."""
_KICKER_LENGTH = 8
_COUPLET_LENGTH = 14
_RUBRIC = Pattern(
    r"(?:进行时|进行中|在行动|系列(?:报道|之.{1,3})?|专栏|专题|特稿|特别报道|走基层|连载|访谈|人物|聚焦|观察|快讯|简讯|风采|巡礼|之窗|之[一二三四五六七八九十]{1,2})$"
)
"""How the names of series and columns end that stand above a title."""


def part_run(
    view: str, units: Sequence[Unit], run: Sequence[int], *, anchored: bool
) -> tuple[list[int], dict[int, Role]]:
    """Parts a run of short lines into kicker, title of one or several lines, and subtitle.

    `anchored` says that a line with date, source or number stands right below the run.
    """
    if len(run) == 1:
        return [run[0]], {}
    named = _find_named(view, units, run)
    if named:
        return named, _around(run, named)
    if len(run) > _NAVIGATION_RUN and anchored:
        return [run[-1]], dict.fromkeys(run[:-1], Role.FURNITURE)
    first = units[run[0]]
    if view[first.end - 1] == ":" or view.endswith("——", first.start, first.end):
        return [run[1]], {run[0]: Role.KICKER}
    return _part_anchored(view, units, run) if anchored else _part_loose(view, units, run)


def _find_named(view: str, units: Sequence[Unit], run: Sequence[int]) -> list[int]:
    """The lines of a paper's name, its office above `关于…` and its kind at the end of the last."""
    lines = [view[units[number].start : units[number].end] for number in run]
    for index, line in enumerate(lines):
        if not line.startswith("关于"):
            continue
        for last in range(index, min(index + _NAME_LINES, len(lines))):
            if ENDS_IN_GENRE.search(lines[last]):
                first = index - 1 if index and OFFICE.search(lines[index - 1]) else index
                return list(run[first : last + 1]) if last > first else []
    return []


def _around(run: Sequence[int], title: Sequence[int]) -> dict[int, Role]:
    above = (number for number in run if number < title[0])
    below = (number for number in run if number > title[-1])
    return {**dict.fromkeys(above, Role.KICKER), **dict.fromkeys(below, Role.SUBTITLE)}


def _part_anchored(
    view: str, units: Sequence[Unit], run: Sequence[int]
) -> tuple[list[int], dict[int, Role]]:
    first, second = units[run[0]], units[run[1]]
    if is_one_title(view, first, second):
        return [run[0], run[1]], dict.fromkeys(run[2:], Role.SUBTITLE)
    if _RUBRIC.search(view, first.start, first.end):
        return [run[1]], {run[0]: Role.KICKER, **dict.fromkeys(run[2:], Role.SUBTITLE)}
    named = ENDS_IN_GENRE.search(view[first.start : first.end])
    if len(first) <= _KICKER_LENGTH and len(second) > len(first) and not named:
        return [run[1]], {run[0]: Role.KICKER, **dict.fromkeys(run[2:], Role.SUBTITLE)}
    if len(run) == 2 and _are_halves(view, first, second):
        return [run[0], run[1]], {}
    return [run[0]], dict.fromkeys(run[1:], Role.SUBTITLE)


def _part_loose(
    view: str, units: Sequence[Unit], run: Sequence[int]
) -> tuple[list[int], dict[int, Role]]:
    """Without an anchor the first line is the title, what is below it may be a heading."""
    first, second = units[run[0]], units[run[1]]
    if len(first) <= _RUBRIC_LENGTH < len(second):
        return [run[1]], {run[0]: Role.KICKER}
    if OFFICE.search(view, first.start, first.end) and is_one_title(view, first, second):
        return [run[0], run[1]], {}
    return [run[0]], {}


def _are_halves(view: str, first: Unit, second: Unit) -> bool:
    """Two headlines of one story, the second no label, no subtitle and no repetition."""
    line = view[second.start : second.end]
    return (
        _HALF_LENGTH <= len(second) <= SHORT_LENGTH
        and _HALF_LENGTH <= len(first) <= SHORT_LENGTH
        and ":" not in line
        and not line.startswith(("—", "-", "("))
    )


def is_one_title(view: str, first: Unit, second: Unit) -> bool:
    """Two lines of one headline: parted couplets, or a paper's name that ends on the second."""
    above, below = view[first.start : first.end], view[second.start : second.end]
    if _RUBRIC.search(above):
        return False
    alike = len(first) == len(second) or (":" in above) == (":" in below)
    if abs(len(first) - len(second)) <= 2 and len(first) <= _COUPLET_LENGTH and alike:
        return True
    if OFFICE.search(above) and ENDS_IN_GENRE.search(below):
        return True
    opened = "关于" in above or below.startswith("关于") or above.endswith("的")
    return bool(opened and ENDS_IN_GENRE.search(below) and not ENDS_IN_GENRE.search(above))


def role_below(view: str, unit: Unit, role: Role) -> Role:
    """What a line below the title is: the name of the paper, an affiliation, an office, or `role`."""
    line = view[unit.start : unit.end]
    if is_in_parentheses(view, unit.start, unit.end) and any(sign in line for sign in ", "):
        return Role.BYLINE
    if line.startswith("关于") and ENDS_IN_GENRE.search(line):
        return Role.SUBTITLE
    return Role.BYLINE if OFFICE.search(line) and looks_like_body(line.replace(" ", "")) else role
