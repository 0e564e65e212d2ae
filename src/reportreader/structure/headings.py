"""All headings of a text: numbered series first, then what stands between them."""

from collections.abc import Mapping, Sequence

from reportreader.document.section import SectionKind
from reportreader.structure.articles import PageArticle, is_digest
from reportreader.structure.candidate import Form, Heading
from reportreader.structure.glued import settle_glued
from reportreader.structure.inline import (
    find_blank_parted,
    find_enumerated,
    find_first_members,
    find_flat_slogans,
)
from reportreader.structure.leads import find_leads
from reportreader.structure.line import Unit
from reportreader.structure.numbered import find_numbered, iter_inline
from reportreader.structure.roles import Role
from reportreader.structure.series import accept_numbered
from reportreader.structure.shapes import skip_hashes
from reportreader.structure.shortlines import find_short_lines

_HASH_LENGTH = 100


def find_headings(
    view: str,
    units: Sequence[Unit],
    roles: Mapping[int, Role],
    page: Sequence[PageArticle],
    *,
    is_flat: bool,
    cut_off: bool,
    contents: frozenset[str] = frozenset(),
) -> list[Heading]:
    """Every heading in text order; a passage belongs to one at most.

    `cut_off` says that the text breaks off: then the siblings of a single candidate may lie
    behind its end, and one that speaks for itself is believed.
    """
    text_units = [number for number in range(len(units)) if number not in roles]
    first = text_units[0] if text_units else len(units)
    left_over = [number for number, role in roles.items() if role is Role.LEFT_OVER]
    first = min([first, *left_over])
    candidates = find_numbered(view, units, roles)
    if is_flat:
        candidates = [candidate for candidate in candidates if not units[candidate.unit].flat]
        whole = {candidate.unit for candidate in candidates if candidate.form is Form.LINE}
        for number in text_units:
            if number not in whole and (units[number].flat or len(units[number]) > 40):
                candidates.extend(iter_inline(view, units[number], number))
        candidates.sort(key=lambda candidate: candidate.start)
        candidates = settle_glued(view, candidates)
    else:
        candidates.extend(find_first_members(view, units, candidates))
        candidates.extend(find_enumerated(view, units, text_units, candidates))
    candidates.sort(key=lambda candidate: (candidate.start, candidate.form is Form.ITEM))
    headings = accept_numbered(candidates, cut_off=cut_off)
    headings.extend(_page_headings(units, page))
    headings.extend(_hash_headings(view, units, roles))
    numbered = {heading.unit for heading in headings}
    free = {number: role for number, role in roles.items() if role is not Role.LEFT_OVER}
    free.update(dict.fromkeys(numbered, Role.HEADLINE))
    headings.extend(find_short_lines(view, units, free, first, cut_off=cut_off, contents=contents))
    if is_flat:
        headings.extend(find_blank_parted(view, units, cut_off=cut_off))
        if not headings:
            headings.extend(find_flat_slogans(view, units, text_units))
    headings.extend(find_leads(view, units, roles, headings, cut_off=cut_off))
    return _without_overlaps(headings)


def _hash_headings(view: str, units: Sequence[Unit], roles: Mapping[int, Role]) -> list[Heading]:
    """Lines that plain text has inherited from Markdown, `## 第一章 总则`."""
    found = []
    for number, unit in enumerate(units):
        if number in roles or not view.startswith("#", unit.start):
            continue
        start = skip_hashes(view, unit.start, unit.end)
        if start == unit.start or len(unit) > _HASH_LENGTH:
            continue
        depth = view[unit.start : start].count("#")
        found.append(
            Heading(
                start=start,
                end=unit.end,
                unit=number,
                key=f"hash-{depth}",
                kind=SectionKind.MARKUP,
                reason="reason_markup",
                confidence=0.95,
                form=Form.LINE,
            )
        )
    return found


def _page_headings(units: Sequence[Unit], page: Sequence[PageArticle]) -> list[Heading]:
    found = []
    headline = "item" if is_digest(page) else "headline"
    for article in page:
        if article.column >= 0:
            column = units[article.column]
            found.append(
                _page_heading(
                    column.start, column.end, article.column, SectionKind.COLUMN, "column"
                )
            )
        start, end = units[article.first].start, units[article.last].end
        found.append(
            _page_heading(start, end, article.first, SectionKind.ARTICLE_HEADLINE, headline)
        )
    return found


def _page_heading(start: int, end: int, unit: int, kind: SectionKind, key: str) -> Heading:
    column = kind is SectionKind.COLUMN
    return Heading(
        start=start,
        end=end,
        unit=unit,
        key=key,
        kind=kind,
        reason="reason_column" if column else "reason_article_headline",
        confidence=0.9,
        form=Form.LINE,
    )


def _without_overlaps(headings: Sequence[Heading]) -> list[Heading]:
    kept: list[Heading] = []
    for heading in sorted(headings, key=lambda heading: (heading.start, -heading.confidence)):
        if not kept or heading.start >= kept[-1].end:
            kept.append(heading)
    return kept
