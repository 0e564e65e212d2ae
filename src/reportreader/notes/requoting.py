"""Requoting: looking for a passage by its quote alone, where its old text is not at hand.

Without the old text a verbatim twin cannot be told from the passage itself, so nothing found here
is ever settled: it is a suggestion with a confidence.
"""

from functools import cached_property

from reportreader.notes.anchor import LOST, Resolution, TextAnchor
from reportreader.notes.annotation import PlacementState
from reportreader.notes.folding import FoldedText, fold_text
from reportreader.notes.searching import find_exact, find_passage
from reportreader.notes.similarity import ApproximateMatch, similarity

QUOTE_WEIGHT = 0.55
CONTEXT_WEIGHT = 0.4
POSITION_WEIGHT = 0.05


class QuoteFinder:
    """Finds quotes in one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _folded(self) -> FoldedText:
        return fold_text(self._text)

    def find(self, anchor: TextAnchor) -> Resolution:
        """The best place for an anchor as a suggestion, or `LOST`."""
        return next(iter(self.suggest(anchor, limit=1)), LOST)

    def suggest(self, anchor: TextAnchor, *, limit: int) -> list[Resolution]:
        """The best places for an anchor, best first, none of them settled."""
        folded = self._folded
        quote = fold_text(anchor.exact).text
        before, behind = fold_text(anchor.prefix).text, fold_text(anchor.suffix).text
        matches = find_passage(folded.text, quote) or find_exact(folded.text, quote)
        scored = [
            (self._score(match, quote, before, behind, anchor.start), match)
            for match in matches
            if match.end > match.start
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1].start))
        return [
            Resolution(
                start=folded.offsets[match.start],
                end=folded.offsets[match.end - 1] + 1,
                state=PlacementState.AMBIGUOUS,
                confidence=round(score, 3),
            )
            for score, match in scored[:limit]
        ]

    def _score(
        self, match: ApproximateMatch, quote: str, before: str, behind: str, offset: int
    ) -> float:
        """How well quote, surroundings and position agree, from 0 to 1."""
        text = self._folded.text
        context = (
            similarity(text[max(0, match.start - len(before)) : match.start], before)
            + similarity(text[match.end : match.end + len(behind)], behind)
        ) / 2
        distance = abs(self._folded.offsets[match.start] - offset) / max(1, len(self._text), offset)
        return (
            QUOTE_WEIGHT * (1 - match.errors / len(quote))
            + CONTEXT_WEIGHT * context
            + POSITION_WEIGHT * (1 - distance)
        )


def suggest_places(text: str, anchor: TextAnchor, *, limit: int = 5) -> list[Resolution]:
    """Candidates for a passage that has no settled place, best first, for a person to choose."""
    return QuoteFinder(text).suggest(anchor, limit=limit)
