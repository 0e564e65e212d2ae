"""The rows of tags: their colour and description, and what bears them."""

from dataclasses import dataclass
from typing import NamedTuple

from reportreader.library.library import Library
from reportreader.notes.annotation import Colour, ReportId
from reportreader.notes.tags import SEPARATOR

_LIVE = """annotation_tag JOIN tag USING (tag_id) JOIN annotation a USING (annotation_number)
  JOIN report r USING (report_id) WHERE a.deleted = '' AND r.deleted = ''"""

_LATEST = 500
"""Annotations among which the tags used last are looked for."""
_WITHIN = """SELECT annotation_number FROM annotation_tag JOIN tag USING (tag_id)
  WHERE name = ? OR substr(name, 1, ?) = ?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRow:
    """A tag as it is stored."""

    tag_id: int
    name: str
    colour: Colour | None
    description: str


class TagLink(NamedTuple):
    """An annotation, by the number of its row, that bears a tag; there may be a great many."""

    number: int
    report_id: ReportId
    tag: str


def find_tag(library: Library, name: str) -> int | None:
    """The id of a tag; None if there is none of that name."""
    found = library.value("SELECT tag_id FROM tag WHERE name = ?", (name,))
    return None if found is None else int(found)


def list_tag_links(library: Library, within: str = "") -> tuple[TagLink, ...]:
    """Every tag on every annotation outside the trash.

    With `within` only of annotations that bear this tag or one below it.
    """
    only = f" AND a.annotation_number IN ({_WITHIN})" if within else ""
    rows = library.rows(
        f"SELECT a.annotation_number, a.report_id, tag.name FROM {_LIVE}{only}",
        (within, len(within) + 1, within + SEPARATOR) if within else (),
    )
    return tuple(map(TagLink._make, rows))


def list_unborne_tags(library: Library) -> frozenset[str]:
    """The tags that nothing bears, not even in the trash."""
    rows = library.rows(
        """SELECT name FROM tag
          WHERE NOT EXISTS (SELECT 1 FROM annotation_tag b WHERE b.tag_id = tag.tag_id)
          AND NOT EXISTS (SELECT 1 FROM report_tag b WHERE b.tag_id = tag.tag_id)"""
    )
    return frozenset(row[0] for row in rows)


def list_latest_tags(library: Library, limit: int) -> tuple[str, ...]:
    """The tags of the annotations that were changed last, the latest first."""
    rows = library.rows(
        f"""WITH latest AS (
            SELECT annotation_number, changed FROM annotation a JOIN report r USING (report_id)
            WHERE a.deleted = '' AND r.deleted = ''
              AND EXISTS (SELECT 1 FROM annotation_tag b
                WHERE b.annotation_number = a.annotation_number)
            ORDER BY changed DESC LIMIT {_LATEST})
          SELECT name FROM latest JOIN annotation_tag USING (annotation_number)
            JOIN tag USING (tag_id)
          GROUP BY tag_id ORDER BY max(changed) DESC, name LIMIT ?""",
        (limit,),
    )
    return tuple(row[0] for row in rows)


def count_pairs_of_tags(
    library: Library, report_id: ReportId | None = None
) -> tuple[tuple[str, str, int], ...]:
    """Two tags in order, and how many annotations outside the trash bear both; most frequent first."""
    only = "" if report_id is None else " AND a.report_id = ?"
    rows = library.rows(
        f"""SELECT min(t.name, u.name), max(t.name, u.name), count(*)
          FROM annotation_tag x JOIN annotation_tag y USING (annotation_number)
          JOIN tag t ON t.tag_id = x.tag_id JOIN tag u ON u.tag_id = y.tag_id
          JOIN annotation a USING (annotation_number) JOIN report r USING (report_id)
          WHERE x.tag_id < y.tag_id AND a.deleted = '' AND r.deleted = ''{only}
          GROUP BY x.tag_id, y.tag_id ORDER BY 3 DESC, 1, 2""",
        () if report_id is None else (report_id,),
    )
    return tuple((row[0], row[1], row[2]) for row in rows)


def list_report_titles(library: Library) -> dict[ReportId, str]:
    """The titles of all reports that have annotations with tags."""
    rows = library.rows(f"SELECT DISTINCT a.report_id, r.title FROM {_LIVE}")
    return {ReportId(row[0]): row[1] for row in rows}


def list_tag_rows(library: Library) -> tuple[TagRow, ...]:
    """Every tag there ever was and that was not deleted, by name."""
    rows = library.rows("SELECT tag_id, name, colour, description FROM tag ORDER BY name")
    return tuple(
        TagRow(
            tag_id=row[0],
            name=row[1],
            colour=Colour(row[2]) if row[2] in set(Colour) else None,
            description=row[3],
        )
        for row in rows
    )


def count_tag_uses(library: Library) -> dict[str, dict[ReportId, int]]:
    """How many annotations outside the trash bear each tag, by report."""
    counts: dict[str, dict[ReportId, int]] = {}
    for name, report_id, count in library.rows(
        f"SELECT tag.name, a.report_id, count(*) FROM {_LIVE} GROUP BY tag_id, a.report_id"
    ):
        counts.setdefault(name, {})[ReportId(report_id)] = count
    return counts


def count_tagged_reports(library: Library) -> dict[str, int]:
    """How many reports outside the trash bear each tag themselves."""
    rows = library.rows(
        """SELECT tag.name, count(*) FROM report_tag JOIN tag USING (tag_id)
          JOIN report USING (report_id) WHERE deleted = '' GROUP BY tag_id"""
    )
    return {row[0]: row[1] for row in rows}


def list_tagged_annotations(library: Library, tag_id: int) -> tuple[int, ...]:
    """The row numbers of all annotations that bear a tag, those in the trash too."""
    return _first_column(
        library, "SELECT annotation_number FROM annotation_tag WHERE tag_id = ? ORDER BY 1", tag_id
    )


def list_tagged_reports(library: Library, tag_id: int) -> tuple[int, ...]:
    """The ids of all reports that bear a tag themselves, those in the trash too."""
    return _first_column(
        library, "SELECT report_id FROM report_tag WHERE tag_id = ? ORDER BY 1", tag_id
    )


def list_scoped_groups(library: Library, tag: str) -> tuple[int, ...]:
    """The ids of the term groups that apply to reports with a tag."""
    return _first_column(
        library,
        "SELECT term_group_id FROM term_group WHERE scope = 'tag' AND scope_value = ? ORDER BY 1",
        tag,
    )


def _first_column(library: Library, statement: str, value: object) -> tuple[int, ...]:
    return tuple(int(row[0]) for row in library.rows(statement, (value,)))
