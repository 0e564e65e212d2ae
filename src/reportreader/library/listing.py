"""Lists of reports: filtered, sorted and cut to a page by SQLite, texts never touched."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportreader.errors import NotFoundError
from reportreader.library.library import TAG_SEPARATOR, Library, Row
from reportreader.library.summary import (
    FINISHED_PROGRESS,
    ReportFilter,
    ReportOrder,
    ReportSummary,
    Shelf,
)

if TYPE_CHECKING:
    from reportreader.notes.annotation import ReportId

_COLUMNS = """r.report_id, r.title, r.issuer, r.author, r.date, r.document_number, r.path,
  r.length, coalesce(p.place_offset, 0), coalesce(p.furthest_offset, 0), r.progress,
  r.note_count, r.bookmark_count, r.added, r.opened, r.deleted, r.version_count,
  (SELECT group_concat(name, char(31)) FROM report_tag JOIN tag USING (tag_id)
    WHERE report_id = r.report_id)"""
_FROM = "FROM report r LEFT JOIN reading_place p USING (report_id)"

_ORDER_COLUMNS = {
    ReportOrder.ADDED: "added",
    ReportOrder.OPENED: "opened",
    ReportOrder.TITLE: "title_key",
    ReportOrder.DATE: "date",
    ReportOrder.LENGTH: "length",
    ReportOrder.PROGRESS: "progress",
    ReportOrder.NOTES: "note_count",
    ReportOrder.ISSUER: "issuer",
}
_SHELF_CONDITIONS = {
    Shelf.ALL: "deleted = ''",
    Shelf.UNREAD: "deleted = '' AND opened = ''",
    # The plus keeps SQLite from going through all that were never opened.
    Shelf.READING: f"deleted = '' AND opened > '' AND +progress < {FINISHED_PROGRESS}",
    Shelf.FINISHED: f"deleted = '' AND progress >= {FINISHED_PROGRESS}",
    Shelf.WITH_NOTES: "deleted = '' AND note_count > 0",
    Shelf.TRASH: "deleted <> ''",
}
# From each year to the one before it through the index, without reading the dates in between.
_COUNT_YEARS = """WITH RECURSIVE published (year) AS (
    SELECT substr(max(date), 1, 4) FROM report WHERE deleted = ''
    UNION ALL
    SELECT (SELECT substr(max(date), 1, 4) FROM report WHERE deleted = '' AND date < year)
    FROM published WHERE year <> ''
  )
  SELECT year, (SELECT count(*) FROM report
    WHERE deleted = '' AND date >= year AND date < year || ':')
  FROM published WHERE year GLOB '[0-9][0-9][0-9][0-9]'"""
_MOST_VALUES = 500
"""Values bound in one statement; SQLite allows 999 everywhere."""
_LONGEST_INITIALS = 12
"""Letters typed as pinyin initials; more than that is a word."""


def select_summaries(
    library: Library,
    wanted: ReportFilter,
    order: ReportOrder,
    *,
    descending: bool,
    start: int,
    limit: int | None,
) -> tuple[ReportSummary, ...]:
    """One page of reports; rows that are equal in the order stand in the order they were added."""
    where, values = make_condition(wanted)
    column = order_column(wanted, order)
    direction = "DESC" if descending else "ASC"
    rows = library.rows(
        f"""SELECT {_COLUMNS} FROM (
            SELECT report_id, row_number() OVER () AS position FROM (
              SELECT report_id FROM report WHERE {where}
              ORDER BY {column} {direction}, report_id {direction} LIMIT ? OFFSET ?
            )
          ) page JOIN report r USING (report_id)
          LEFT JOIN reading_place p USING (report_id) ORDER BY page.position""",
        (*values, -1 if limit is None else limit, start),
    )
    return tuple(_make_summary(row) for row in rows)


def order_column(wanted: ReportFilter, order: ReportOrder) -> str:
    """What a list is sorted by; the trash always by the time of removal."""
    return "deleted" if wanted.shelf is Shelf.TRASH else _ORDER_COLUMNS[order]


def count_summaries(library: Library, wanted: ReportFilter) -> int:
    """How many reports a filter lets through."""
    where, values = make_condition(wanted)
    return int(library.value(f"SELECT count(*) FROM report WHERE {where}", values))


def get_summary(library: Library, report_id: "ReportId") -> ReportSummary:
    """One report, also from the trash; raises NotFoundError."""
    row = library.row(f"SELECT {_COLUMNS} {_FROM} WHERE r.report_id = ?", (report_id,))
    if row is None:
        raise NotFoundError("report_missing", reference=str(report_id))
    return _make_summary(row)


def get_summaries(library: Library, report_ids: Sequence[int]) -> dict[int, ReportSummary]:
    """Those reports, by id; unknown ids are left out."""
    found: dict[int, ReportSummary] = {}
    for first in range(0, len(report_ids), _MOST_VALUES):
        asked = report_ids[first : first + _MOST_VALUES]
        marks = ", ".join("?" * len(asked))
        for row in library.rows(f"SELECT {_COLUMNS} {_FROM} WHERE r.report_id IN ({marks})", asked):
            found[row[0]] = _make_summary(row)
    return found


def find_by_path(library: Library, path: str) -> ReportSummary | None:
    """The report that was read from the file at `path`."""
    row = library.row(
        f"""SELECT {_COLUMNS} {_FROM} WHERE r.report_id =
          (SELECT report_id FROM report_source WHERE path = ?)""",
        (path,),
    )
    return None if row is None else _make_summary(row)


def find_by_title(library: Library, part: str, *, limit: int) -> tuple[ReportSummary, ...]:
    """Reports outside the trash with `part` in the title; those that are titled so come first."""
    from reportreader.analysis.folding import fold

    rows = library.rows(
        f"""SELECT {_COLUMNS} {_FROM} WHERE r.deleted = ''
          AND instr(substr(r.search_key, 1, length(r.title)), ?)
          ORDER BY length(r.title) = ? DESC, r.report_id DESC LIMIT ?""",
        (fold(part), len(part), limit),
    )
    return tuple(_make_summary(row) for row in rows)


def find_unfinished(library: Library) -> ReportSummary | None:
    """The report that was opened last among those not read to the end."""
    row = library.row(
        f"""SELECT {_COLUMNS} {_FROM} WHERE r.deleted = '' AND r.opened <> ''
          AND r.progress < ? ORDER BY r.opened DESC, r.report_id DESC LIMIT 1""",
        (FINISHED_PROGRESS,),
    )
    return None if row is None else _make_summary(row)


def count_shelves(library: Library) -> dict[Shelf, int]:
    """How many reports stand on each shelf."""
    counts = ", ".join(
        f"(SELECT count(*) FROM report WHERE {condition})"
        for condition in _SHELF_CONDITIONS.values()
    )
    row = library.row(f"SELECT {counts}")
    return dict(zip(_SHELF_CONDITIONS, map(int, row or ()), strict=True))


def count_issuers(library: Library) -> tuple[tuple[str, int], ...]:
    """Issuers with their number of reports, most reports first."""
    return _pairs(
        library,
        """SELECT issuer, count(*) FROM report WHERE deleted = '' AND issuer <> ''
          GROUP BY issuer ORDER BY count(*) DESC, issuer""",
    )


def count_years(library: Library) -> tuple[tuple[str, int], ...]:
    """Years of publication with their number of reports, newest first."""
    return _pairs(library, _COUNT_YEARS)


def count_report_tags(library: Library) -> tuple[tuple[str, int], ...]:
    """Tags of reports with their number of reports, by name."""
    return _pairs(
        library,
        """SELECT name, count(*) FROM report_tag JOIN tag USING (tag_id)
          JOIN report USING (report_id) WHERE deleted = '' GROUP BY tag_id ORDER BY name""",
    )


def initials_patterns(typed: str) -> tuple[str, ...]:
    """LIKE patterns for typed pinyin initials, empty if `typed` cannot be initials.

    The letters may be cut into runs of two or more with anything between, so that `pljx` finds a
    title whose initials are `plqdsjx`; shorter runs would find nearly everything.
    """
    letters = typed.lower()
    if not (letters.isascii() and letters.isalpha() and 1 < len(letters) <= _LONGEST_INITIALS):
        return ()
    return tuple(f"%{'%'.join(runs)}%" for runs in _iter_runs(letters))


def _iter_runs(letters: str) -> Iterator[tuple[str, ...]]:
    yield (letters,)
    for length in range(2, len(letters) - 1):
        for rest in _iter_runs(letters[length:]):
            yield (letters[:length], *rest)


def make_condition(wanted: ReportFilter) -> tuple[str, list[object]]:
    """A condition on `report` for a filter, with its values."""
    conditions = [_SHELF_CONDITIONS[wanted.shelf]]
    values: list[object] = []
    if wanted.text.strip():
        from reportreader.analysis.folding import fold

        text = fold(wanted.text.strip())
        patterns = initials_patterns(text)
        conditions.append(
            f"({' OR '.join(['instr(search_key, ?)', *['initials LIKE ?'] * len(patterns)])})"
        )
        values += (text, *patterns)
    if wanted.tag:
        conditions.append(
            """report_id IN (SELECT report_id FROM report_tag JOIN tag USING (tag_id)
              WHERE name = ? OR substr(name, 1, ?) = ?)"""
        )
        values += (wanted.tag, len(wanted.tag) + 1, wanted.tag + "/")
    if wanted.issuer:
        conditions.append("issuer = ?")
        values.append(wanted.issuer)
    if wanted.year:
        conditions.append("substr(date, 1, 4) = ?")
        values.append(wanted.year)
    return " AND ".join(conditions), values


def _pairs(library: Library, sql: str) -> tuple[tuple[str, int], ...]:
    return tuple((row[0], row[1]) for row in library.rows(sql))


def _make_summary(row: Row) -> ReportSummary:
    return ReportSummary(
        report_id=row[0],
        short_id=str(row[0]),
        title=row[1],
        issuer=row[2],
        author=row[3],
        date=row[4],
        document_number=row[5],
        path=row[6],
        length=row[7],
        place=row[8],
        furthest=row[9],
        progress=row[10],
        note_count=row[11],
        bookmark_count=row[12],
        added=row[13],
        opened=row[14],
        deleted=row[15],
        version_count=row[16],
        tags=tuple(sorted(row[17].split(TAG_SEPARATOR))) if row[17] else (),
    )
