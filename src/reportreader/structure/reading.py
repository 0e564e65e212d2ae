"""Reading: the passes in their order, each a function of what came before."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.structure.articles import PageArticle, find_page, has_own_title, read_page
from reportreader.structure.assembling import sort_items
from reportreader.structure.back import read_back
from reportreader.structure.candidate import Heading
from reportreader.structure.contents import contents_key
from reportreader.structure.flat import split_flat
from reportreader.structure.folding import fold
from reportreader.structure.front import find_front_end, read_front
from reportreader.structure.furniture import LISTING, find_furniture, judge_line
from reportreader.structure.headings import find_headings
from reportreader.structure.inline import is_flat_text
from reportreader.structure.items import make_item
from reportreader.structure.joining import join_lines
from reportreader.structure.levels import find_levels
from reportreader.structure.line import Line, Unit, find_lines
from reportreader.structure.listings import find_listings
from reportreader.structure.official import is_caption
from reportreader.structure.opening import (
    read_closing,
    read_glued_title,
    read_opening,
    read_photographers,
)
from reportreader.structure.remarks import is_remark
from reportreader.structure.roles import Role
from reportreader.structure.shapes import ends_sentence, is_body
from reportreader.structure.turns import find_interviewee

_BROKEN_LENGTH = 20
_NO_FURNITURE: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything the passes have found in one text."""

    view: str
    lines: tuple[Line, ...]
    furniture: Mapping[int, str]
    units: tuple[Unit, ...]
    roles: dict[int, Role]
    items: tuple[MetadataItem, ...]
    page: tuple[PageArticle, ...]
    closings: dict[int, int]
    headings: tuple[Heading, ...]
    levels: tuple[int, ...]


def read_text(text: str) -> Reading:
    """What the passes find in a plain text."""
    view = fold(text)
    lines = find_lines(view)
    furniture = find_furniture(text, view, lines)
    joined = join_lines(view, lines, furniture)
    units = split_flat(view, joined)
    stripped = {
        lines[number].start: Role.LISTING if reason == LISTING else Role.FURNITURE
        for number, reason in furniture.items()
    }
    roles = {
        number: stripped.get(unit.start, Role.FURNITURE)
        for number, unit in enumerate(units)
        if unit.start in stripped or (unit.flat and judge_line(view, unit.start, unit.end))
    }
    listed = dict.fromkeys(find_listings(units), Role.LISTING)
    roles = {**listed, **roles}
    return read_units(
        text, view, units, roles, lines=lines, furniture=furniture, is_flat=is_flat_text(joined)
    )


def read_units(
    text: str,
    view: str,
    units: tuple[Unit, ...],
    roles: dict[int, Role],
    *,
    lines: tuple[Line, ...] = (),
    furniture: Mapping[int, str] = _NO_FURNITURE,
    is_flat: bool = False,
) -> Reading:
    """What the passes find in units whose bounds are settled; `roles` is filled."""
    page = find_page(view, units, roles)
    items: list[MetadataItem] = []
    titled = bool(page) and not has_own_title(view, units, page)
    if page:
        matter = read_page(text, view, units, page, titled=titled)
        roles.update(matter.roles)
        items.extend(matter.items)
    front = read_front(text, view, units, roles, titled=titled)
    roles.update(front.roles)
    items.extend(front.items)
    first = find_front_end(view, units, roles)
    back = read_back(text, view, units, roles, first)
    roles.update(back.roles)
    dated = any(item.field is MetadataField.DATE for item in items)
    items.extend(item for item in back.items if not (dated and item.field is MetadataField.DATE))
    for number, unit in enumerate(units):
        if number not in roles and is_caption(view, unit):
            roles[number] = Role.CAPTION
            items.extend(read_photographers(text, view, unit))
    closings = _read_running_text(text, view, units, roles, items, is_page=bool(page))
    interviewee = find_interviewee(view, units)
    if interviewee and not any(item.field is MetadataField.SPEAKER for item in items):
        items.append(make_item(text, MetadataField.SPEAKER, *interviewee))
    cut_off = _is_cut_off(view, units, roles, closings)
    contents = frozenset(
        contents_key(view, lines[number].start, lines[number].end)
        for number, reason in furniture.items()
        if reason == "contents"
    )
    headings = find_headings(
        view, units, roles, page, is_flat=is_flat, cut_off=cut_off, contents=contents
    )
    _settle_left_over(text, units, roles, items, headings)
    return Reading(
        view=view,
        lines=lines,
        furniture=furniture,
        units=units,
        roles=roles,
        items=sort_items(items),
        page=page,
        closings=closings,
        headings=tuple(headings),
        levels=tuple(find_levels(headings)),
    )


def _read_running_text(
    text: str,
    view: str,
    units: tuple[Unit, ...],
    roles: dict[int, Role],
    items: list[MetadataItem],
    *,
    is_page: bool,
) -> dict[int, int]:
    """Adds what datelines and closing brackets say; returns where closing credits begin by unit."""
    bodies = [
        number
        for number, unit in enumerate(units)
        if number not in roles and is_body(view, unit.start, unit.end) and not is_remark(view, unit)
    ]
    if not bodies or is_page:
        return {}
    has_title = any(item.field is MetadataField.TITLE for item in items)
    below_page = all(roles.get(number) is Role.FURNITURE for number in range(bodies[0]))
    if not has_title and below_page:
        items.extend(read_glued_title(text, view, units[bodies[0]]))
    items.extend(read_opening(text, view, units[bodies[0]]))
    closings = {}
    for number in bodies[-2:]:
        start, signed = read_closing(text, view, units[number], is_last=number == bodies[-1])
        if signed:
            closings[number] = start
            items.extend(signed)
    return closings


def _is_cut_off(
    view: str, units: tuple[Unit, ...], roles: Mapping[int, Role], closings: Mapping[int, int]
) -> bool:
    """Whether the text breaks off inside a sentence: an opening, a page, a damaged copy.

    What a web page adds below it does not count.
    """
    last = len(units) - 1
    while last >= 0 and roles.get(last) is Role.FURNITURE:
        last -= 1
    if last < 0 or last in roles or last in closings:
        return False
    unit = units[last]
    if view[unit.start] in "[(【":
        return False
    return len(unit) >= _BROKEN_LENGTH and not ends_sentence(view, unit.start, unit.end)


def _settle_left_over(
    text: str,
    units: tuple[Unit, ...],
    roles: dict[int, Role],
    items: list[MetadataItem],
    headings: list[Heading],
) -> None:
    """Short lines in front that became headings are text; a last one alone is a subtitle."""
    taken = {heading.unit for heading in headings}
    left = [
        number for number, role in roles.items() if role is Role.LEFT_OVER and number not in taken
    ]
    for number in taken:
        if roles.get(number) is Role.LEFT_OVER:
            del roles[number]
    has_title = any(item.field is MetadataField.TITLE for item in items)
    for number in left:
        if len(left) == 1 and has_title:
            unit = units[number]
            roles[number] = Role.SUBTITLE
            items.append(
                MetadataItem(
                    field=MetadataField.SUBTITLE,
                    value=" ".join(text[unit.start : unit.end].split()),
                    start=unit.start,
                    end=unit.end,
                )
            )
        else:
            roles[number] = Role.FURNITURE if len(left) > 2 else Role.BYLINE
