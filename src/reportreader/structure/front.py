"""Front matter: title, kicker, subtitle and the lines of metadata above the text.

The zone in front reaches to the first running text or numbered heading.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.structure.credits import iter_credits
from reportreader.structure.dates import find_date
from reportreader.structure.items import make_date_item, make_item
from reportreader.structure.line import Unit, one_line
from reportreader.structure.linedates import split_office_and_date
from reportreader.structure.marks import MarkKind, parse_mark
from reportreader.structure.matterlines import (
    MatterLine,
    find_bare_names,
    is_particulars,
    read_header_line,
    read_matter_line,
)
from reportreader.structure.names import looks_like_body
from reportreader.structure.official import (
    find_number_behind,
    is_addressee,
    is_caption,
    is_salutation,
)
from reportreader.structure.opening import read_opening, skip_dateline
from reportreader.structure.pageheads import find_journal, is_folio
from reportreader.structure.remarks import is_attribution, is_remark
from reportreader.structure.roles import Matter, Role
from reportreader.structure.shapes import is_body
from reportreader.structure.titles import choose_title, has_title_above, trim_title

_ZONE = 120
_NAME_LENGTH = 8
_NAMES_IN_FRONT = 4
_ANCHORING = (MetadataField.DATE, MetadataField.SOURCE, MetadataField.DOCUMENT_NUMBER)
_SIGNING = {
    MetadataField.SOURCE: MetadataField.SIGNATURE,
    MetadataField.DATE: MetadataField.SIGN_DATE,
}
_TITLE_FIELDS = {
    Role.KICKER: MetadataField.KICKER,
    Role.SUBTITLE: MetadataField.SUBTITLE,
    Role.ADDRESSEE: MetadataField.ADDRESSEE,
    Role.SALUTATION: MetadataField.ADDRESSEE,
}


@dataclass(slots=True)
class _Zone:
    """The lines in front, sorted by what they are."""

    roles: dict[int, Role] = field(default_factory=dict)
    items: list[MetadataItem] = field(default_factory=list)
    lines: dict[int, MatterLine] = field(default_factory=dict)
    shorts: list[int] = field(default_factory=list)

    def anchors(self) -> list[int]:
        """Lines that stand below a title; those with date, source or number before the others."""
        strong = [
            number
            for number, line in self.lines.items()
            if any(item.field in _ANCHORING for item in line.items)
        ]
        weak = [number for number in (*self.lines, *self.roles) if number not in strong]
        return strong or sorted(weak)


def find_front_end(view: str, units: Sequence[Unit], roles: Mapping[int, Role]) -> int:
    """Number of the first unit behind the front matter."""
    for number, unit in enumerate(units[:_ZONE]):
        if roles.get(number) in (Role.FURNITURE, Role.COLUMN, Role.HEADLINE):
            continue
        if is_salutation(view, unit) or is_addressee(view, unit) or is_caption(view, unit):
            continue
        if is_particulars(view, unit):
            continue
        if is_remark(view, unit) and not has_title_above(view, units[:number], roles):
            continue
        if view.startswith("##", unit.start):
            return number
        mark = parse_mark(view, unit.start)
        if mark and mark.number[0] == 1 and mark.kind is not MarkKind.DECIMAL:
            return number
        if is_body(view, unit.start, unit.end):
            return number
    return min(len(units), _ZONE)


def read_front(
    text: str, view: str, units: Sequence[Unit], known: Mapping[int, Role], *, titled: bool
) -> Matter:
    """Roles and metadata of the units in front of the text; `titled` if the title is known.

    A line that is `known` for the title is the whole of it: what stands below may be a heading.
    """
    end = find_front_end(view, units, known)
    zone = _sort_zone(text, view, units, known, end)
    given = [number for number, role in known.items() if role is Role.TITLE]
    title: list[int] = []
    rest = {} if given else dict.fromkeys(zone.shorts, Role.FURNITURE)
    if not titled and not given:
        names = _find_names(view, units, zone.shorts)
        shorts = [number for number in zone.shorts if number not in names]
        dashed = [n for n, line in zone.lines.items() if line.role is Role.SUBTITLE]
        title, rest = choose_title(view, units, shorts, zone.anchors(), dashed)
        rest.update(_read_names(text, view, units, names, title, zone.items))
    roles = {**{number: line.role for number, line in zone.lines.items()}, **zone.roles, **rest}
    items = [*zone.items, *_sign_head(text, view, units, zone, title or given)]
    for number, role in roles.items():
        if role in _TITLE_FIELDS:
            items.append(_make_item(text, view, units[number], _TITLE_FIELDS[role]))
    for number in zone.shorts:
        opening = read_opening(text, view, units[number])
        items.extend(opening)
        if opening and number not in title:
            roles[number] = Role.BYLINE
    if title:
        roles.update(dict.fromkeys(title, Role.TITLE))
        whole = Unit(
            start=units[title[0]].start,
            end=units[title[-1]].end,
            joins=tuple(join for number in title for join in units[number].joins),
        )
        items.append(_make_item(text, view, whole, MetadataField.TITLE))
        number_behind = find_number_behind(view, whole)
        if number_behind:
            numbered = Unit(start=number_behind[0], end=number_behind[1])
            items.append(_make_item(text, view, numbered, MetadataField.DOCUMENT_NUMBER))
    return Matter(roles=roles, items=tuple(items))


def _iter_offices(
    text: str, view: str, units: Sequence[Unit], zone: _Zone, title: Sequence[int]
) -> Iterator[MetadataItem]:
    """An office alone on the line between the title and the day has issued the text."""
    said = {item.field for line in zone.lines.values() for item in line.items}
    if not title or MetadataField.SOURCE in said or MetadataField.DATE not in said:
        return
    below = title[-1] + 1
    following = zone.lines.get(below + 1)
    dated = following and any(item.field is MetadataField.DATE for item in following.items)
    if below in zone.shorts and dated:
        unit = units[below]
        if looks_like_body("".join(view[unit.start : unit.end].split())):
            yield make_item(text, MetadataField.SOURCE, unit.start, unit.end)


def _sign_head(
    text: str, view: str, units: Sequence[Unit], zone: _Zone, title: Sequence[int]
) -> list[MetadataItem]:
    """What the lines in front say; in the head of a numbered paper office and day are its signature."""
    numbered = any(
        item.field is MetadataField.DOCUMENT_NUMBER
        for line in zone.lines.values()
        for item in line.items
    )
    items = list(_iter_offices(text, view, units, zone, title)) if not numbered else []
    for number, line in zone.lines.items():
        signs = numbered and split_office_and_date(view, units[number])
        items.extend(
            item._replace(field=_SIGNING.get(item.field, item.field)) if signs else item
            for item in line.items
        )
    return items


def _sort_zone(
    text: str, view: str, units: Sequence[Unit], known: Mapping[int, Role], end: int
) -> _Zone:
    zone = _Zone()
    for number in range(end):
        unit = units[number]
        if known.get(number) is Role.FURNITURE:
            zone.items.extend(_read_furniture(text, view, unit))
        elif number in known:
            continue
        elif is_salutation(view, unit):
            zone.roles[number] = Role.SALUTATION
        elif is_remark(view, unit) and is_body(view, unit.start, unit.end):
            zone.roles.update({number: Role.BYLINE} if is_attribution(view, unit) else {})
        elif line := read_matter_line(text, view, unit):
            zone.lines[number] = line
        elif is_addressee(view, unit):
            zone.roles[number] = Role.ADDRESSEE
        elif is_caption(view, unit):
            zone.roles[number] = Role.CAPTION
        else:
            zone.shorts.append(number)
    return zone


def _read_furniture(text: str, view: str, unit: Unit) -> Iterator[MetadataItem]:
    """What the heads of pages and of captures say."""
    if is_folio(view, unit.start, unit.end):
        yield from _read_folio(text, view, unit)
    elif journal := find_journal(view, unit.start, unit.end):
        yield make_item(text, MetadataField.SOURCE, *journal)
    else:
        _, item = read_header_line(text, view, unit.start, unit.end)
        if item and item.field is not MetadataField.TITLE:
            yield item


def _read_folio(text: str, view: str, unit: Unit) -> Iterator[MetadataItem]:
    """Day and editor of a newspaper page, from the line over it."""
    date = find_date(view, unit.start, unit.end)
    if date:
        yield make_date_item(date)
    for credit in iter_credits(view, unit.start, unit.end):
        if credit.field is MetadataField.EDITOR:
            yield make_item(text, credit.field, credit.start, credit.end)


def _find_names(view: str, units: Sequence[Unit], shorts: Sequence[int]) -> set[int]:
    """Lines that are a person's name; a column of many short lines is a table or a menu."""
    tiny = [number for number in shorts if len(units[number]) <= _NAME_LENGTH]
    if len(tiny) > _NAMES_IN_FRONT:
        return set()
    return {number for number in shorts if find_bare_names(view, units[number])}


def _read_names(
    text: str,
    view: str,
    units: Sequence[Unit],
    names: set[int],
    title: Sequence[int],
    items: list[MetadataItem],
) -> dict[int, Role]:
    """A name alone on a line below the title signs the report; elsewhere it is navigation."""
    roles = dict.fromkeys(names, Role.FURNITURE)
    signing = [number for number in sorted(names) if title and number > title[-1]]
    for number in signing:
        roles[number] = Role.BYLINE
        items.extend(
            make_item(text, MetadataField.AUTHOR, *name)
            for name in find_bare_names(view, units[number])
        )
    return roles


def _make_item(text: str, view: str, unit: Unit, field: MetadataField) -> MetadataItem:
    start, end = unit.start, unit.end
    if field is MetadataField.TITLE:
        start, end = trim_title(view, start, end)
        start = skip_dateline(view, start, end)
    value = one_line(text, start, end, unit.joins)
    return MetadataItem(field=field, value=value, start=start, end=end)
