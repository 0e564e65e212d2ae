"""The tags of the library as a tree, with what bears them, and one of them looked at closely."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportreader.library.codebook import (
    count_tagged_reports,
    list_report_titles,
    list_tag_links,
    list_tag_rows,
    list_unborne_tags,
)
from reportreader.library.library import Library
from reportreader.notes.annotation import Colour, ReportId
from reportreader.notes.tags import SEPARATOR, ancestors, is_within


@dataclass(frozen=True, slots=True, kw_only=True)
class TagEntry:
    """A tag of the tree, which may be there only because of the tags below it.

    `passage_count` and `report_count` are of annotations outside the trash that bear it or a tag
    below it, each counted once; `own_count` of those that bear it itself. `tagged_report_count` is
    of reports that bear it as a whole.
    """

    name: str
    colour: Colour | None = None
    description: str = ""
    own_count: int = 0
    passage_count: int = 0
    report_count: int = 0
    tagged_report_count: int = 0

    @property
    def depth(self) -> int:
        """How many tags stand above it."""
        return self.name.count(SEPARATOR)

    @property
    def label(self) -> str:
        """Its last level."""
        return self.name.rpartition(SEPARATOR)[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagDetails:
    """Where a tag, those below included, is used, and with which others; the most frequent first."""

    reports: tuple[tuple[ReportId, str, int], ...]
    companions: tuple[tuple[str, int], ...]


def list_tag_tree(library: Library) -> tuple[TagEntry, ...]:
    """Every tag, with those above it, parents before children, else by name.

    Left out are tags that only annotations in the trash bear, unless they are described.
    """
    with library.snapshot():
        rows = {row.name: row for row in list_tag_rows(library)}
        links, on_reports = list_tag_links(library), count_tagged_reports(library)
        unborne = list_unborne_tags(library)
    own: Counter[str] = Counter(link.tag for link in links)
    passages: dict[str, set[int]] = {}
    reports: dict[str, set[ReportId]] = {}
    above = {name: (*ancestors(name), name) for name in own}
    for link in links:
        for name in above[link.tag]:
            passages.setdefault(name, set()).add(link.number)
            reports.setdefault(name, set()).add(link.report_id)
    shown = {
        name
        for name, row in rows.items()
        if name in own
        or name in on_reports
        or name in unborne
        or row.colour is not None
        or row.description
    }
    every = shown | {one for name in shown for one in ancestors(name)}
    return tuple(
        TagEntry(
            name=name,
            colour=rows[name].colour if name in rows else None,
            description=rows[name].description if name in rows else "",
            own_count=own[name],
            passage_count=len(passages.get(name, ())),
            report_count=len(reports.get(name, ())),
            tagged_report_count=on_reports.get(name, 0),
        )
        for name in sorted(every, key=_levels)
    )


def most_used_first(entries: Sequence[TagEntry]) -> tuple[TagEntry, ...]:
    """The same tree with the children of each tag ordered by their passages."""
    counts = {entry.name: entry.passage_count for entry in entries}

    def place(entry: TagEntry) -> tuple[tuple[int, str], ...]:
        path = (*ancestors(entry.name), entry.name)
        return tuple((-counts[name], name) for name in path)

    return tuple(sorted(entries, key=place))


def tag_details(library: Library, tag: str) -> TagDetails:
    """Reports and companions of a tag."""
    with library.snapshot():
        links, titles = list_tag_links(library, tag), list_report_titles(library)
    by_report = Counter({link.number: link.report_id for link in links}.values())
    companions = Counter(link.tag for link in links if not is_within(link.tag, tag))
    return TagDetails(
        reports=tuple(
            (report_id, titles[report_id], count) for report_id, count in by_report.most_common()
        ),
        companions=tuple(companions.most_common()),
    )


def _levels(name: str) -> tuple[str, ...]:
    return tuple(name.split(SEPARATOR))
