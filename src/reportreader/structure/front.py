"""Front matter: title, kicker, subtitle and the lines of metadata above the text.

The zone in front reaches to the first running text or numbered heading. In it, lines of metadata
anchor the title: it stands right above them, or repeats the first line of a web page.
"""

import re
from collections.abc import Mapping, Sequence

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.structure.line import Unit
from reportreader.structure.marks import MarkKind, parse_mark
from reportreader.structure.matter import MatterLine, read_header_line, read_matter_line
from reportreader.structure.official import (
    ENDS_IN_GENRE,
    is_addressee,
    is_caption,
    is_salutation,
)
from reportreader.structure.opening import read_opening, skip_dateline
from reportreader.structure.roles import Matter, Role
from reportreader.structure.shapes import has_han, is_body

_ZONE = 90
_TITLE_LENGTH = 90
_SITE = re.compile(
    r"_.*$|(?:[ ]?[|-][ ]?|[ ]—[ ])[^-|—]{0,24}(?:网|网站|频道|门户|平台|新闻|日报|晚报|政府|在线|中心|新闻网|\.com|\.cn)$"
)
_NOT_TITLE = re.compile(
    r"(?:第[0-9一二三四五六七八九十]{1,4}[版期页]|[0-9 :./-]+$|[A-Za-z0-9 .:/_-]+$)"
)


def find_front_end(view: str, units: Sequence[Unit], roles: Mapping[int, Role]) -> int:
    """Number of the first unit behind the front matter."""
    for number, unit in enumerate(units[:_ZONE]):
        if roles.get(number) in (Role.FURNITURE, Role.COLUMN):
            continue
        if is_salutation(view, unit) or is_addressee(view, unit) or is_caption(view, unit):
            continue
        mark = parse_mark(view, unit.start)
        if mark and mark.number[0] == 1 and mark.kind is not MarkKind.DECIMAL:
            return number
        if is_body(view, unit.start, unit.end):
            return number
    return min(len(units), _ZONE)


def read_front(text: str, view: str, units: Sequence[Unit], known: Mapping[int, Role]) -> Matter:
    """Roles and metadata of the units in front of the text."""
    end = find_front_end(view, units, known)
    roles: dict[int, Role] = {}
    items: list[MetadataItem] = []
    shorts: list[int] = []
    lines: dict[int, MatterLine] = {}
    for number in range(end):
        unit = units[number]
        if known.get(number) is Role.FURNITURE:
            _, item = read_header_line(text, view, unit.start, unit.end)
            if item and item.field is not MetadataField.TITLE:
                items.append(item)
        elif number not in known:
            _sort_line(text, view, unit, number, lines, roles, shorts)
    title, rest = choose_title(
        view, units, shorts, sorted({*lines, *roles}), is_end=end == len(units)
    )
    roles.update({number: line.role for number, line in lines.items()})
    items.extend(item for line in lines.values() for item in line.items)
    roles.update(rest)
    for number, role in roles.items():
        field = _TITLE_FIELDS.get(role)
        if field:
            items.append(_title_item(text, view, units[number], field))
    if title:
        items.extend(read_opening(text, view, units[title[0]]))
        roles.update(dict.fromkeys(title, Role.TITLE))
        first, last = units[title[0]], units[title[-1]]
        whole = Unit(start=first.start, end=last.end)
        items.append(_title_item(text, view, whole, MetadataField.TITLE))
    return Matter(roles=roles, items=tuple(items))


_TITLE_FIELDS = {
    Role.KICKER: MetadataField.KICKER,
    Role.SUBTITLE: MetadataField.SUBTITLE,
    Role.ADDRESSEE: MetadataField.ADDRESSEE,
    Role.SALUTATION: MetadataField.ADDRESSEE,
}


def _sort_line(
    text: str,
    view: str,
    unit: Unit,
    number: int,
    lines: dict[int, MatterLine],
    roles: dict[int, Role],
    shorts: list[int],
) -> None:
    if is_salutation(view, unit):
        roles[number] = Role.SALUTATION
        return
    line = read_matter_line(text, view, unit)
    if line:
        lines[number] = line
    elif is_addressee(view, unit):
        roles[number] = Role.ADDRESSEE
    elif is_caption(view, unit):
        roles[number] = Role.CAPTION
    else:
        shorts.append(number)


def choose_title(
    view: str, units: Sequence[Unit], shorts: Sequence[int], anchors: Sequence[int], *, is_end: bool
) -> tuple[list[int], dict[int, Role]]:
    """Numbers of the units of the title, and roles of the other short lines in front."""
    rest = dict.fromkeys(shorts, Role.LEFT_OVER)
    usable = [number for number in shorts if _may_be_title(view, units[number])]
    if not usable:
        return [], rest
    repeated = _find_repeated(view, units, usable)
    if repeated >= 0:
        rest.update({number: Role.FURNITURE for number in shorts if number < repeated})
        rest.pop(repeated)
        return [repeated], rest
    anchor = next((number for number in anchors if number > usable[0]), -1)
    if anchor >= 0:
        run = _last_run([number for number in usable if number < anchor])
    else:
        run = usable[:1] if is_end else usable[:3]
    title, extra = _part_title(view, units, run, anchored=anchor >= 0)
    rest.update(dict.fromkeys((number for number in shorts if number < run[0]), Role.FURNITURE))
    rest.update(extra)
    for number in title:
        rest.pop(number, None)
    return title, rest


def _last_run(numbers: Sequence[int]) -> list[int]:
    """The last of `numbers` that follow each other without a gap."""
    first = len(numbers) - 1
    while first > 0 and numbers[first - 1] == numbers[first] - 1:
        first -= 1
    return list(numbers[first:])


def _may_be_title(view: str, unit: Unit) -> bool:
    if not 3 <= len(unit) <= _TITLE_LENGTH or view[unit.end - 1] in "。,;、":
        return False
    return has_han(view, unit.start, unit.end) and not _NOT_TITLE.match(view, unit.start, unit.end)


def _find_repeated(view: str, units: Sequence[Unit], usable: Sequence[int]) -> int:
    """The later short line that repeats the first one, -1 if none does."""
    first = units[usable[0]]
    line = view[first.start : first.end]
    names = {_squeeze(line), _squeeze(_SITE.sub("", line))}
    for number in reversed(usable[1:]):
        if _squeeze(view[units[number].start : units[number].end]) in names:
            return number
    return -1


def _part_title(
    view: str, units: Sequence[Unit], run: Sequence[int], *, anchored: bool
) -> tuple[list[int], dict[int, Role]]:
    """Parts a run of short lines into kicker, title of one or several lines, and subtitle."""
    if len(run) == 1:
        return [run[0]], {}
    if len(run) > 3 and anchored:
        return [run[-1]], dict.fromkeys(run[:-1], Role.FURNITURE)
    first, second = units[run[0]], units[run[1]]
    if view[first.end - 1] == ":" or view.endswith("——", first.start, first.end):
        return [run[1]], {run[0]: Role.KICKER}
    if not anchored:
        return [run[0]], {}
    if _is_one_title(view, first, second):
        return [run[0], run[1]], dict.fromkeys(run[2:], Role.SUBTITLE)
    if (
        len(first) <= 8
        and len(second) > len(first)
        and not ENDS_IN_GENRE.search(view, first.start, first.end)
    ):
        return [run[1]], {run[0]: Role.KICKER, **dict.fromkeys(run[2:], Role.SUBTITLE)}
    return [run[0]], dict.fromkeys(run[1:], Role.SUBTITLE)


def _is_one_title(view: str, first: Unit, second: Unit) -> bool:
    """Two lines of one headline: parted couplets, or a paper's name that ends on the second."""
    if abs(len(first) - len(second)) <= 2 and len(first) <= 14:
        return True
    ends = ENDS_IN_GENRE.search(view[second.start : second.end])
    return bool(ends) and not ENDS_IN_GENRE.search(view[first.start : first.end])


def _title_item(text: str, view: str, unit: Unit, field: MetadataField) -> MetadataItem:
    start, end = unit.start, unit.end
    while start < end and view[start] in "# ":
        start += 1
    start = skip_dateline(view, start, end) if field is MetadataField.TITLE else start
    if field is MetadataField.TITLE:
        site = _SITE.search(view, start, end)
        if site and site.start() > start + 3:
            end = site.start()
    while end > start and view[end - 1] == " ":
        end -= 1
    return MetadataItem(field=field, value=" ".join(text[start:end].split()), start=start, end=end)


def _squeeze(line: str) -> str:
    return "".join(line.split())
