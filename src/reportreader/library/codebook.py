"""The rows of tags: their colour and description, and what bears them."""

from dataclasses import dataclass

from reportreader.library.library import Library
from reportreader.notes.annotation import Colour, ReportId

_LIVE = """annotation_tag JOIN tag USING (tag_id) JOIN annotation a USING (annotation_number)
  JOIN report r USING (report_id) WHERE a.deleted = '' AND r.deleted = ''"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRow:
    """A tag as it is stored."""

    tag_id: int
    name: str
    colour: Colour | None
    description: str


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


def list_tag_sets(library: Library, report_id: ReportId | None = None) -> list[tuple[str, ...]]:
    """The tags of each annotation outside the trash that bears some, each set in order."""
    only = "" if report_id is None else " AND a.report_id = ?"
    rows = library.rows(
        f"SELECT a.annotation_number, tag.name FROM {_LIVE}{only} ORDER BY 1, 2",
        () if report_id is None else (report_id,),
    )
    sets: dict[int, list[str]] = {}
    for number, name in rows:
        sets.setdefault(number, []).append(name)
    return [tuple(names) for names in sets.values()]


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
