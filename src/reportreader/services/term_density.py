"""How densely the reader's terms stand in the sections of a report, for its outline."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reportreader.analysis.concordance import rate
from reportreader.analysis.terms import TermGroup, TermMatcher
from reportreader.document.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionDensity:
    """Hits in one section, those of the sections below it included.

    `counts` has the hits of each group; `rate` is that of all per 10,000 字, which are counted as
    lists count them: code points.
    """

    counts: tuple[int, ...]
    rate: float

    @property
    def count(self) -> int:
        """The hits of all groups."""
        return sum(self.counts)


def section_densities(
    document: Document, groups: Sequence[TermGroup]
) -> tuple[SectionDensity, ...]:
    """The density of `groups` in each of the sections of a report, in their order.

    A hit counts where it begins. About a millisecond for 10,000 字.
    """
    hits = TermMatcher(groups).find(document.text)
    starts: list[list[int]] = [[] for _ in groups]
    for start, _, group in hits:
        starts[group].append(start)
    return tuple(
        _density(starts, section.start, section.content_end) for section in document.sections
    )


def _density(starts: Sequence[Sequence[int]], first: int, end: int) -> SectionDensity:
    counts = tuple(bisect_left(each, end) - bisect_left(each, first) for each in starts)
    return SectionDensity(counts=counts, rate=rate(sum(counts), end - first))
