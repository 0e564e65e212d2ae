"""Reports that the index alone answers for: the best, the newest, and how many there are."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportreader.library.library import Library
from reportreader.library.listing import make_condition
from reportreader.library.matching import EVERYTHING, Condition
from reportreader.library.summary import ReportFilter
from reportreader.notes.annotation import ReportId

TITLE_WEIGHT = 6.0
"""How many hits in the text one hit in the title is worth; measured in search-index, §2."""
WEIGHED = 500
"""Of more reports than that, only so many of the newest and of those titled so are weighed.

Weighing takes two microseconds a report, which in a large library is nearly all the time of a search.
"""
TITLED = 200
"""Older reports with a hit in the title that are weighed as well."""

_WEIGHT = f"bm25(report_fts, 1.0, {TITLE_WEIGHT})"
WeighedReport = tuple[float, ReportId]
"""What a report weighs, the best least, as SQLite has it."""


def best_of(weighed: Iterable[WeighedReport], limit: int) -> list[ReportId]:
    """The best, best first; of equals the newest."""
    order = sorted(weighed, key=lambda one: (one[0], -one[1]))
    return [report_id for _, report_id in order[:limit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReports:
    """The best reports that answer, and how many do.

    `is_complete` is false where there may be more than `total`: reports had to be read to be sure,
    or counting would have taken too long. `is_weighed` is false where only the newest were compared
    (`WEIGHED`), or none.
    """

    report_ids: tuple[ReportId, ...]
    total: int
    is_complete: bool = True
    is_weighed: bool = True


class MatchingReports:
    """The reports that `match`, an expression of the index, finds and a filter lets through.

    `condition`, which must be exact, narrows them further.
    """

    def __init__(
        self,
        library: Library,
        match: str,
        wanted: ReportFilter,
        condition: Condition = EVERYTHING,
    ) -> None:
        self._library = library
        self._match = match
        # The plus keeps SQLite from asking the index anew for every report of the list.
        self._within = ""
        self._values: list[object] = []
        if wanted != ReportFilter():
            where, self._values = make_condition(wanted)
            self._within = f" AND +rowid IN (SELECT report_id FROM report WHERE {where})"
        elif library.value("SELECT EXISTS (SELECT 1 FROM report WHERE deleted <> '')"):
            self._within = " AND +rowid NOT IN (SELECT report_id FROM report WHERE deleted <> '')"
        if condition != EVERYTHING:
            self._within += f" AND +rowid IN (SELECT report_id FROM report r WHERE {condition.sql})"
            self._values += condition.values

    def best(self, limit: int) -> list[ReportId]:
        """The best of all, best first."""
        return self._report_ids(f"1 ORDER BY {_WEIGHT}, rowid DESC LIMIT {limit}")

    def weigh_newest(self, count: int) -> list[WeighedReport]:
        """The newest, with what they weigh; newest first."""
        return self._weighed(f"1 ORDER BY rowid DESC LIMIT {count}")

    def weigh_titled(self, before: ReportId) -> list[WeighedReport]:
        """Those older than a report that have a hit in the title, the newest of them."""
        titled = self._report_ids(
            f"+rowid < {before} ORDER BY rowid DESC LIMIT {TITLED}", match=f"title : {self._match}"
        )
        return self._weighed(f"+rowid IN ({', '.join(map(str, titled))})") if titled else []

    def newest(self, limit: int) -> list[ReportId]:
        """The last added first."""
        return self._report_ids(f"1 ORDER BY rowid DESC LIMIT {limit}")

    def count(self) -> int:
        """How many there are."""
        sql = f"SELECT count(*) FROM report_fts WHERE report_fts MATCH ?{self._within}"
        return int(self._library.value(sql, (self._match, *self._values)))

    def _weighed(self, rest: str) -> list[WeighedReport]:
        sql = f"""SELECT {_WEIGHT}, rowid FROM report_fts
          WHERE report_fts MATCH ?{self._within} AND {rest}"""
        return [
            (weight, ReportId(report_id))
            for weight, report_id in self._library.rows(sql, (self._match, *self._values))
        ]

    def _report_ids(self, rest: str, *, match: str = "") -> list[ReportId]:
        sql = f"SELECT rowid FROM report_fts WHERE report_fts MATCH ?{self._within} AND {rest}"
        rows = self._library.rows(sql, (match or self._match, *self._values))
        return [ReportId(row[0]) for row in rows]


def rank_by_index(
    found: MatchingReports, limit: int, *, weigh_all: bool, weighs_titled: bool
) -> FoundReports:
    """The best by what the index says of them, counted by it too.

    Old reports of that title are looked for only where that takes little (`newest_by_index`).
    """
    most = max(WEIGHED, limit)
    weighed = found.weigh_newest(most + 1)
    if len(weighed) <= most:
        return FoundReports(report_ids=tuple(best_of(weighed, limit)), total=len(weighed))
    total = found.count()
    if weigh_all:
        return FoundReports(report_ids=tuple(found.best(limit)), total=total)
    newest = weighed[:most]
    titled = found.weigh_titled(newest[-1][1]) if weighs_titled else []
    return FoundReports(
        report_ids=tuple(best_of((*newest, *titled), limit)),
        total=total,
        is_weighed=False,
    )


def newest_by_index(found: MatchingReports, limit: int, *, is_countable: bool) -> FoundReports:
    """The newest, without a look at the others but to count them.

    A token that may go on puts hundreds of lists together at every look, so that not even counting
    is cheap.
    """
    newest = found.newest(limit + 1)
    is_all = len(newest) <= limit
    is_counted = is_all or is_countable
    return FoundReports(
        report_ids=tuple(newest[:limit]),
        total=len(newest) if is_all or not is_counted else found.count(),
        is_complete=is_counted,
        is_weighed=len(newest) < 2,
    )
