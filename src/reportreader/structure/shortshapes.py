"""Short shapes: whether a short line could be a heading by its words, and what it looks like.

Lines of one shape are siblings; `shortlines` lets them decide together.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportreader.structure.line import Unit
from reportreader.structure.marks import parse_mark
from reportreader.structure.matterlines import read_matter_line
from reportreader.structure.official import is_addressee, is_caption, is_salutation
from reportreader.structure.patterns import Pattern
from reportreader.structure.roles import Role
from reportreader.structure.shapes import (
    SHORT_LENGTH,
    has_han,
    is_in_parentheses,
    is_unfinished,
)
from reportreader.structure.slogans import reads_as_slogan

_BRACKETED = Pattern(r"【[^】]{1,24}】[^。]{4,80}$")
_BRACKETED_COLUMN = Pattern(r"(?:【[^】]{1,16}】|\[[^\]]{1,16}\]|〔[^〕]{1,16}〕)$")
_LEAD_IN = Pattern(
    r"如下|以下|下列|下面|包括|分别|几[个点方项]|[一二三四五六七八九十]个方面|分[为成]?[一二两三四五六七八九十几0-9]{1,3}(?:[个种类档步级条]|部分|方面|阶段)"
)
_ENCLOSED = Pattern(r"附[ ]{0,4}件[ ]?[0-9一二三四五六七八九十]{0,2}[ ]?:?$")
"""What stands above a list of enclosures or the title of one; it names no part."""
_DASHED_LENGTH = 22
_QUESTION = Pattern(r"(?:问|Q[0-9]{0,2}|[0-9]{1,2}问)[ ]?[:、.]")
_REMEMBERED = 2000
"""So many different lines are remembered with what they were found to be."""


def may_be_heading(
    view: str, units: Sequence[Unit], roles: Mapping[int, Role], number: int, first: int
) -> bool:
    """Whether unit `number` is short and reads as a name; `first` is the first behind the title."""
    unit = units[number]
    if number < first or roles.get(number, Role.LEFT_OVER) is not Role.LEFT_OVER or unit.flat:
        return False
    limit = 100 if view[unit.start] == "【" else SHORT_LENGTH
    if not 2 <= len(unit) <= limit or not has_han(view, unit.start, unit.end):
        return False
    dashed = _is_dashed(view, unit)
    if (view[unit.end - 1] in "。,;、…—" and not dashed) or parse_mark(view, unit.start):
        return False
    if any(sign in view[unit.start : unit.end - 1] for sign in "。;") or is_unfinished(
        view, unit.start, unit.end
    ):
        return False
    if is_in_parentheses(view, unit.start, unit.end) or _ENCLOSED.match(view, unit.start, unit.end):
        return False
    if view[unit.end - 1] == ":" and _LEAD_IN.search(view, unit.start, unit.end):
        return False
    if view.count(",", unit.start, unit.end) >= 2 and view[unit.start] != "【":
        return False
    return not _is_matter(view[unit.start : unit.end])


@lru_cache(maxsize=_REMEMBERED)
def _is_matter(line: str) -> bool:
    """Whether a line greets, is sent to somebody, describes a picture or carries metadata."""
    unit = Unit(start=0, end=len(line))
    return (
        is_salutation(line, unit)
        or is_caption(line, unit)
        or is_addressee(line, unit)
        or read_matter_line("", line, unit) is not None
    )


def _is_dashed(view: str, unit: Unit) -> bool:
    """Whether the line is a short phrase with a dash behind it; sentences end so too."""
    return (
        len(unit) <= _DASHED_LENGTH
        and view.endswith("——", unit.start, unit.end)
        and reads_as_slogan(view, unit.start, unit.end - 2)
    )


def find_shape(view: str, unit: Unit) -> str:
    """What a short line looks like; lines of one shape are siblings."""
    if _BRACKETED.match(view, unit.start, unit.end):
        return "short-bracketed"
    if _BRACKETED_COLUMN.match(view, unit.start, unit.end):
        return "short-column"
    if view[unit.start] in "“《" and view[unit.end - 1] in "”》":
        return "short-quoted"
    if view[unit.start] in "■●◆▲★◎○□◇△☆":
        return "short-marked"
    if is_question(view, unit):
        return "short-question"
    if view[unit.end - 1] == ":":
        return "short-colon"
    if view[unit.end - 1] == "—":
        return "short-dashed"
    return "short"


def is_question(view: str, unit: Unit) -> bool:
    """Whether the line asks as interviews do (`问：…`)."""
    return _QUESTION.match(view, unit.start, unit.end) is not None
