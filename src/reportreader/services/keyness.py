"""Keyness: which phrases set one set of reports off against another."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportreader.analysis.candidates import collect_candidates
from reportreader.analysis.concordance import Keyness, count_characters, keyness
from reportreader.analysis.queries import parse_query
from reportreader.library.documents import iter_current_texts
from reportreader.library.library import Library
from reportreader.library.summary import ReportFilter
from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import list_reports
from reportreader.services.concordance import answering_reports

_EVERYTHING = ReportFilter()
Cut = Callable[[str], Sequence[tuple[int, int]]]
"""Intervals of the words of a text (`Segmenter.cut`)."""
Chosen = str | ReportFilter | tuple[ReportId, ...]
"""Reports that answer a query, that a filter lets through, or that were picked one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSet:
    """What is counted in some reports; `characters` is their length in 字.

    `query` is what they answer, empty if they were chosen otherwise.
    """

    query: str
    reports: int
    characters: int
    counts: Counter[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Phrases that differ by more than chance: those of the left set and those of the right.

    Both are sorted by how much they differ, most first.
    """

    left: ReportSet
    right: ReportSet
    left_phrases: tuple[Keyness, ...]
    right_phrases: tuple[Keyness, ...]


def compare_reports(
    library: Library,
    left: Chosen,
    right: Chosen,
    cut: Cut,
    *,
    limit: int,
    should_stop: Callable[[], bool] = bool,
) -> Comparison:
    """Compare some reports with others.

    At most `limit` phrases a side. A report of both sets counts in both. Costs the cutting of all
    their texts into words: seconds for a million characters; `should_stop` is asked before each
    report, and ends the counting there.
    """
    with library.snapshot():
        left_set = _count_set(library, left, cut, should_stop)
        right_set = _count_set(library, right, cut, should_stop)
    found = keyness(left_set.counts, left_set.characters, right_set.counts, right_set.characters)
    significant = [one for one in found if one.is_significant]
    return Comparison(
        left=left_set,
        right=right_set,
        left_phrases=_without_parts(one for one in significant if one.score > 0)[:limit],
        right_phrases=_without_parts(one for one in reversed(significant) if one.score < 0)[:limit],
    )


def _count_set(
    library: Library, chosen: Chosen, cut: Cut, should_stop: Callable[[], bool]
) -> ReportSet:
    report_ids = _ids_of(library, chosen)
    counts: Counter[str] = Counter()
    characters = 0
    for _, text in iter_current_texts(library, report_ids):
        if should_stop():
            break
        characters += count_characters(text)
        candidates = collect_candidates(text, cut(text)).candidates
        for phrase, candidate in candidates.items():
            counts[phrase] += candidate.count
    query = chosen if isinstance(chosen, str) else ""
    return ReportSet(query=query, reports=len(report_ids), characters=characters, counts=counts)


def _ids_of(library: Library, chosen: Chosen) -> Sequence[ReportId]:
    if isinstance(chosen, ReportFilter):
        return [report.report_id for report in list_reports(library, chosen)]
    if isinstance(chosen, str):
        parsed = parse_query(chosen)
        return () if parsed is None else answering_reports(library, parsed, _EVERYTHING)
    return chosen


def _without_parts(found: Iterable[Keyness]) -> tuple[Keyness, ...]:
    """Leaves out phrases that occur only inside a longer one, which says more."""
    listed = list(found)
    by_counts: dict[tuple[int, int], list[str]] = {}
    for one in listed:
        by_counts.setdefault((one.count, one.other_count), []).append(one.phrase)
    return tuple(
        one
        for one in listed
        if not any(
            one.phrase in other and one.phrase != other
            for other in by_counts[one.count, one.other_count]
        )
    )
