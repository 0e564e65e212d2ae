"""Series: numbered candidates that count on from each other, judged together.

A mark alone proves nothing: provisions, list items and enumerations carry marks too. A series is
taken for headings when most of its members read as names of parts that follow them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportreader.document.section import SectionKind
from reportreader.structure.candidate import Candidate, Form, Heading
from reportreader.structure.marks import MarkKind

_ACCEPTED = 0.55
_MEMBER = 0.3
_CUT_OFF = 0.7
_STRONG_ALONE = frozenset(
    (
        MarkKind.PART,
        MarkKind.CHAPTER,
        MarkKind.SECTION,
        MarkKind.FORMAL,
        MarkKind.HAN,
        MarkKind.HAN_PAREN,
    )
)


@dataclass(slots=True)
class Series:
    """Candidates of one key that count on; the only value here that grows while it is built."""

    key: str
    members: list[Candidate] = field(default_factory=list)

    @property
    def last(self) -> tuple[int, ...]:
        """Number of the last member."""
        mark = self.members[-1].mark
        return mark.number if mark else ()

    @property
    def score(self) -> float:
        """What speaks for the members, on average."""
        return sum(member.score for member in self.members) / len(self.members)


def build_series(candidates: Sequence[Candidate]) -> list[Series]:
    """Series in order of their first members; `candidates` ascend by start."""
    finished: list[Series] = []
    current: dict[str, Series] = {}
    for candidate in candidates:
        if candidate.mark is None:
            continue
        series = current.get(candidate.key)
        if series is None or not _counts_on(series.last, candidate.mark.number):
            series = Series(key=candidate.key)
            current[candidate.key] = series
            finished.append(series)
        series.members.append(candidate)
    return finished


def _counts_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    if len(last) == 1 and len(number) == 1:
        return 0 < number[0] - last[0] <= 2
    if len(number) > len(last):
        return number[: len(last)] == last and number[-1] <= 2
    depth = len(number)
    return number[:-1] == last[: depth - 1] and 0 < number[-1] - last[depth - 1] <= 2


def accept_numbered(candidates: Sequence[Candidate], *, cut_off: bool) -> list[Heading]:
    """The headings among numbered candidates, in text order.

    `cut_off` says that the text breaks off, so that a series may have gone on behind its end.
    """
    series_of: dict[str, list[Series]] = defaultdict(list)
    for series in build_series(candidates):
        series_of[series.key].append(series)
    headings: list[Heading] = []
    for group in series_of.values():
        whole = [series for series in group if len(series.members) >= 2]
        pooled = _mean_score(whole)
        for series in group:
            if _is_accepted(series, pooled, among=len(whole), cut_off=cut_off):
                headings.extend(_make(member, series) for member in _chosen(series))
    return sorted(headings, key=lambda heading: heading.start)


def _mean_score(group: Sequence[Series]) -> float:
    members = [member.score for series in group for member in series.members]
    return sum(members) / len(members) if members else 0.0


def _is_accepted(series: Series, pooled: float, *, among: int, cut_off: bool) -> bool:
    first = series.members[0]
    if len(series.members) == 1:
        kind = first.mark.kind if first.mark else None
        if cut_off and first.mark and first.mark.number == (1,) and first.score >= _CUT_OFF:
            return True
        if first.form is not Form.LINE or first.closing or not first.followed:
            return False
        return kind in _STRONG_ALONE or pooled >= _ACCEPTED
    score = series.score
    if among > 1:
        score = 0.7 * score + 0.3 * pooled
    return score >= _ACCEPTED


def _chosen(series: Series) -> list[Candidate]:
    return [member for member in series.members if member.score >= _MEMBER]


def _make(member: Candidate, series: Series) -> Heading:
    inline = member.form is Form.INLINE
    reason = "reason_numbered_inline" if inline else "reason_numbered_siblings"
    if len(series.members) == 1:
        reason = "reason_numbered_alone"
    elif member.form is Form.RUN_IN:
        reason = "reason_numbered_run_in"
    confidence = min(0.99, 0.5 + 0.35 * series.score + 0.03 * min(len(series.members), 5))
    return Heading(
        start=member.start,
        end=member.end,
        unit=member.unit,
        key=series.key,
        kind=SectionKind.INLINE if inline else SectionKind.NUMBERED,
        reason=reason,
        confidence=round(confidence, 2),
        form=member.form,
        number=member.mark.number if member.mark else (),
    )
