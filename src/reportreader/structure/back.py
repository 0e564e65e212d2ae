"""Back matter: signature and date, credits behind the text, the furniture of a web page's foot."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.structure.dates import FoundDate, find_date
from reportreader.structure.furniture import FOLLOWERS
from reportreader.structure.items import make_date_item, make_item
from reportreader.structure.line import Unit
from reportreader.structure.linedates import split_office_and_date
from reportreader.structure.marks import parse_mark
from reportreader.structure.matterlines import (
    find_bare_names,
    is_contact,
    is_particulars,
    read_matter_line,
)
from reportreader.structure.names import looks_like_body
from reportreader.structure.official import is_caption
from reportreader.structure.patterns import Pattern
from reportreader.structure.roles import Matter, Role
from reportreader.structure.shapes import BODY_LENGTH, SHORT_LENGTH, ends_sentence, has_han, is_body

_ENCLOSURE = Pattern(r"附(?:件|表|图)?[ ]?[0-9]{0,2}[ ]?[:.、]|[0-9]{1,2}[.、]")
_ENCLOSURES = Pattern(
    r"附[ ]?[件表]?[ ]?(?:[0-9]{0,2}|下载|列表|清单)[ ]?:[ ]{0,4}(?:[^ ]|$)|附件(?:下载|列表|清单)?[:：]?$"
)
_ENCLOSURE_LENGTH = 80
_FILE = Pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|et|rar|zip|jpg|png)[ )]?$", re.IGNORECASE)
_FILE_REACH = 8
_SIGNER_LENGTH = 30
_MOST_SIGNERS = 4
_LAST_LINES = 4
_REMEMBERED = 1000
"""So many different lines are remembered with the day they say."""
_DATED_LENGTH = 40
_SEAL = Pattern(r"[ ]{0,4}\((?:盖章|公章|印章|章|印|签章|签名|签字|代章)\)$")
_EMPTY_PAGE = Pattern(r"\(?(?:此页无正文|此处无正文|以下无正文)[^。]{0,12}\)?$")
_POST = Pattern(r"[\u4e00-\u9fff]{2,12}:[ ]{0,4}[\u4e00-\u9fff]{1,2}[ ]{0,2}[\u4e00-\u9fff]{1,2}$")
"""A person who signs by post (`局长：王小明`)."""
_LOOSE_LINES = 4
"""So many short lines in a row behind the last running text are a page's foot, not headings."""


def read_back(
    text: str, view: str, units: Sequence[Unit], known: Mapping[int, Role], front: int
) -> Matter:
    """Roles and metadata of the units behind the text; `front` is the first unit of the text."""
    roles: dict[int, Role] = {n: role for n, role in known.items() if role is Role.LISTING}
    items: list[MetadataItem] = []
    foot = _find_foot(view, units, known, front)
    roles.update(_find_enclosures(view, units, known, front, foot))
    roles.update(
        {number: Role.FURNITURE for number in range(foot, len(units)) if number not in known}
    )
    for number in range(front, foot):
        if number not in known and number not in roles:
            _read_signature(text, view, units, number, roles, items)
    last_body = _last_body(view, units, known, front, foot)
    loose: list[int] = []
    for number in range(last_body + 1, foot):
        if number in known or number in roles:
            continue
        names = find_bare_names(view, units[number]) if number == last_body + 1 else []
        if names:
            roles[number] = Role.BYLINE
            items.extend(make_item(text, MetadataField.AUTHOR, *name) for name in names)
            continue
        line = read_matter_line(text, view, units[number])
        if line and line.role is Role.BYLINE:
            roles[number] = Role.BYLINE
            items.extend(line.items)
        elif is_caption(view, units[number]):
            roles[number] = Role.CAPTION
        elif parse_mark(view, units[number].start) is None:
            loose.append(number)
    if len(loose) >= _LOOSE_LINES:
        roles.update(dict.fromkeys(loose, Role.FURNITURE))
    return Matter(roles=roles, items=tuple(items))


def _find_foot(view: str, units: Sequence[Unit], known: Mapping[int, Role], front: int) -> int:
    """Number of the first unit of the page's foot, the number of units if there is none."""
    foot = len(units)
    for number in range(len(units) - 1, front - 1, -1):
        unit = units[number]
        if known.get(number) is Role.LISTING:
            break
        if len(unit) <= SHORT_LENGTH * 3 and FOLLOWERS.match(view, unit.start, unit.end):
            foot = number
        elif len(unit) >= BODY_LENGTH and view[unit.end - 1] == "。":
            break
    return foot


def _last_body(
    view: str, units: Sequence[Unit], known: Mapping[int, Role], front: int, foot: int
) -> int:
    for number in range(foot - 1, front - 1, -1):
        unit = units[number]
        if number in known or is_particulars(view, unit):
            continue
        if is_body(view, unit.start, unit.end):
            return number
    return foot - 1


def _read_signature(
    text: str,
    view: str,
    units: Sequence[Unit],
    number: int,
    roles: dict[int, Role],
    items: list[MetadataItem],
) -> None:
    """A date alone on its line below the name of an office, behind a closed sentence."""
    unit = units[number]
    if len(unit) > _DATED_LENGTH:
        return
    found = _find_day(view[unit.start : unit.end])
    if found is None:
        return
    date = replace(found, start=unit.start + found.start, end=unit.start + found.end)
    shared = date.end - date.start < len(unit) - 2
    if shared and not _signs_and_dates(view, unit, date):
        return
    signers = [] if shared else _signers_above(view, units, number, roles)
    above = number - 1 - len(signers)
    named = bool(signers) and _is_office(view, units[signers[-1]])
    while above >= 0 and (_is_enclosure(view, units[above]) or is_contact(view, units[above])):
        above -= 1
    last = named and number >= len(units) - _LAST_LINES
    closed = above >= 0 and ends_sentence(view, units[above].start, units[above].end)
    if not closed and not (last and above >= 0):
        return
    below = number + 1
    if not signers and below < len(units) and _is_office(view, units[below]):
        signers.append(below)
        below += 1
    items.extend(_iter_signers(text, view, units, sorted(signers)))
    office = split_office_and_date(view, unit) if shared else None
    if office:
        items.append(make_item(text, MetadataField.SIGNATURE, *office[0]))
    roles.update(dict.fromkeys((*signers, number), Role.SIGNATURE))
    items.append(make_date_item(date, MetadataField.SIGN_DATE))
    if below < len(units) and _is_release(view, units[below]):
        roles[below] = Role.FURNITURE


@lru_cache(maxsize=_REMEMBERED)
def _find_day(line: str) -> FoundDate | None:
    return find_date(line, 0, len(line), roc=True)


def _signers_above(
    view: str, units: Sequence[Unit], number: int, roles: Mapping[int, Role]
) -> list[int]:
    """The lines right above a day that may sign, the nearest first."""
    signers: list[int] = []
    above = number - 1
    while above >= 0 and len(signers) < _MOST_SIGNERS:
        if not _may_sign(view, units[above], roles.get(above)):
            break
        signers.append(above)
        above -= 1
    return signers


def _iter_signers(
    text: str, view: str, units: Sequence[Unit], signers: Iterable[int]
) -> Iterator[MetadataItem]:
    """Those who sign, their seals and remarks on an empty page left out."""
    for signer in signers:
        unit = units[signer]
        seal = _SEAL.search(view, unit.start, unit.end)
        if not _EMPTY_PAGE.match(view, unit.start, unit.end):
            end = seal.start() if seal else unit.end
            yield make_item(text, MetadataField.SIGNATURE, unit.start, end)


def _signs_and_dates(view: str, unit: Unit, date: FoundDate) -> bool:
    """Whether an office and the day, as papers write it, share the line (`县档案局  2021年3月5日`)."""
    written = "年" in view[date.start : date.end]
    return written and split_office_and_date(view, unit) is not None


def _is_office(view: str, unit: Unit) -> bool:
    seal = _SEAL.search(view, unit.start, unit.end)
    words = view[unit.start : seal.start() if seal else unit.end].replace(" ", "")
    return _may_sign(view, unit, None) and looks_like_body(words)


def _find_enclosures(
    view: str, units: Sequence[Unit], known: Mapping[int, Role], front: int, foot: int
) -> dict[int, Role]:
    """The lines `附件：1.甲` and, counting on from it, `2.乙`: names of papers, not parts."""
    found: dict[int, Role] = {}
    counting = False
    for number in range(front, foot):
        if number in known:
            counting = False
            continue
        unit = units[number]
        if _FILE.search(view, max(unit.start, unit.end - _FILE_REACH), unit.end):
            found[number] = Role.ENCLOSURE
            counting = True
            continue
        opens = view[unit.start] == "附" and _ENCLOSURES.match(view, unit.start, unit.end)
        listed = counting and parse_mark(view, unit.start) is not None
        short = len(unit) <= _ENCLOSURE_LENGTH and not ends_sentence(view, unit.start, unit.end)
        counting = short and bool(opens or listed)
        if counting:
            found[number] = Role.ENCLOSURE
    return found


def _is_enclosure(view: str, unit: Unit) -> bool:
    named = _ENCLOSURE.match(view, unit.start, unit.end) is not None
    return named and not ends_sentence(view, unit.start, unit.end)


def _may_sign(view: str, unit: Unit, role: Role | None) -> bool:
    if role is not None or len(unit) > _SIGNER_LENGTH:
        return False
    if _EMPTY_PAGE.match(view, unit.start, unit.end) or _POST.match(view, unit.start, unit.end):
        return True
    return (
        len(unit) >= 2
        and not view[unit.start].isdecimal()
        and has_han(view, unit.start, unit.end)
        and not any(sign in view[unit.start : unit.end] for sign in "。,;:!?、——")
        and parse_mark(view, unit.start) is None
    )


def _is_release(view: str, unit: Unit) -> bool:
    return len(unit) <= 20 and view[unit.start] == "(" and view[unit.end - 1] == ")"
