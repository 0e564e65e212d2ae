"""The rows of the outline: which sections are listed, folded, found by a filter, and where we are."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportreader.document.outline import section_path
from reportreader.document.section import Section
from reportreader.tui.reading.searching import Span, count_between


class OutlineRow(NamedTuple):
    """Section number `section` as it is listed, `depth` levels below the outermost."""

    section: int
    title: str
    depth: int
    offset: int
    has_children: bool
    folded: bool
    hits: int
    notes: int
    density: float = 0.0
    """Terms by length, as a share of the densest section."""


def outline_rows(
    sections: Sequence[Section],
    *,
    folded: frozenset[int] = frozenset(),
    accepts: Callable[[str], bool] | None = None,
    hits: Sequence[Span] = (),
    notes: Sequence[Span] = (),
    terms: Sequence[Span] = (),
) -> tuple[OutlineRow, ...]:
    """The sections to list, in text order.

    `folded` holds indices of sections whose descendants are not listed. With `accepts`, the
    sections whose title it takes are listed with those that lead to them, folds notwithstanding.
    `hits`, `notes` and `terms` are spans in text order; a section counts those of its whole part.
    """
    densities = _densities(sections, terms)
    top = min((section.level for section in sections), default=1)
    kept = None if accepts is None else _kept(sections, accepts)
    rows = []
    hidden_below: int | None = None
    for index, section in enumerate(sections):
        if hidden_below is not None and section.level > hidden_below and kept is None:
            continue
        hidden_below = None
        if kept is not None and index not in kept:
            continue
        is_folded = index in folded and kept is None
        if is_folded:
            hidden_below = section.level
        rows.append(
            OutlineRow(
                section=index,
                title=section.title,
                depth=section.level - top,
                offset=section.start,
                has_children=_has_children(sections, index),
                folded=is_folded,
                hits=count_between(hits, section.start, section.content_end),
                notes=count_between(notes, section.start, section.content_end),
                density=densities[index],
            )
        )
    return tuple(rows)


def _densities(sections: Sequence[Section], terms: Sequence[Span]) -> list[float]:
    """How dense the terms stand in each section, the densest being 1."""
    rates = [
        count_between(terms, section.start, section.content_end)
        / max(1, section.content_end - section.start)
        for section in sections
    ]
    most = max(rates, default=0.0)
    return [rate / most if most else 0.0 for rate in rates]


def current_row(rows: Sequence[OutlineRow], sections: Sequence[Section], offset: int) -> int | None:
    """Index of the row that stands for the place: its section, or the listed one that holds it."""
    listed = {row.section: number for number, row in enumerate(rows)}
    for index in reversed(section_path(sections, offset)):
        if index in listed:
            return listed[index]
    return None


def reason_id(section: Section) -> str:
    """Message id of why a section was taken for one."""
    name = section.reason.removeprefix("reason_") or "unknown"
    return f"outline.reason_{name}"


def parents(sections: Sequence[Section]) -> frozenset[int]:
    """Indices of the sections that hold others: what there is to fold."""
    return frozenset(index for index in range(len(sections)) if _has_children(sections, index))


def _has_children(sections: Sequence[Section], index: int) -> bool:
    return index + 1 < len(sections) and sections[index + 1].level > sections[index].level


def _kept(sections: Sequence[Section], accepts: Callable[[str], bool]) -> frozenset[int]:
    kept: set[int] = set()
    trail: list[int] = []
    for index, section in enumerate(sections):
        while trail and sections[trail[-1]].level >= section.level:
            trail.pop()
        trail.append(index)
        if accepts(section.title):
            kept.update(trail)
    return frozenset(kept)
