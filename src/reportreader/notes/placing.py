"""Placing: where a passage that is known by its words alone stands in a text.

The words may differ in spaces, width, marks and script, and here and there in a character. What stands
in several places is placed only if its chapter tells which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reportreader.document.section import Section
from reportreader.notes.folding import FoldedText, fold_text
from reportreader.notes.searching import find_exact, find_similar
from reportreader.notes.similarity import ApproximateMatch

MOST_DIFFERENT = 0.1
"""Share of the characters of a passage that may differ."""


class Whereabouts(Enum):
    """What became of a search."""

    FOUND = auto()
    SEVERAL = auto()
    NOWHERE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Where a passage stands, if it was found in one place."""

    whereabouts: Whereabouts
    start: int = 0
    end: int = 0


class PassageFinder:
    """Finds passages in one text."""

    def __init__(self, text: str, sections: Sequence[Section] = ()) -> None:
        self._folded: FoldedText = fold_text(text)
        self._sections = sections

    def find(self, quote: str, chapter: str = "") -> Finding:
        """The one place where `quote` stands."""
        passage = fold_text(quote).text
        matches = find_exact(self._folded.text, passage) or [
            match
            for match in find_similar(self._folded.text, passage)
            if match.errors <= MOST_DIFFERENT * len(passage)
        ]
        if len(matches) > 1 and chapter:
            matches = [match for match in matches if self._is_in(match, chapter)] or matches
        if not matches:
            return Finding(whereabouts=Whereabouts.NOWHERE)
        if len(matches) > 1:
            return Finding(whereabouts=Whereabouts.SEVERAL)
        start, end = self._span(matches[0])
        return Finding(whereabouts=Whereabouts.FOUND, start=start, end=end)

    def _span(self, match: ApproximateMatch) -> tuple[int, int]:
        offsets = self._folded.offsets
        return offsets[match.start], offsets[match.end - 1] + 1

    def _is_in(self, match: ApproximateMatch, chapter: str) -> bool:
        start, _ = self._span(match)
        wanted = fold_text(chapter).text
        return any(
            fold_text(section.title).text == wanted
            for section in self._sections
            if section.start <= start < section.content_end
        )
