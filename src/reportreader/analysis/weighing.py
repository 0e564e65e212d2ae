"""Weighing: how well a candidate would do as a keyphrase of its report.

The product of how often it stands for itself and not inside a longer candidate (C-value), how
rare it is in the library and in general, how much it reads like a name, how firmly its words hold
together, how freely its neighbours change, and where it stands. The weights were set on abstracts
with keywords by their authors.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from reportreader.analysis.candidates import Candidate, CandidateSet, is_unknown
from reportreader.analysis.domain import domain_words
from reportreader.analysis.lexicon import find_rarity, median_rarity, part_of_speech

_PRIOR_REPORTS = 300
"""Reports of a library that weigh as much as the general collection does."""
_FEWEST_REPORTS = 20
"""Below, a library says nothing about what is rare."""
_TITLE_WEIGHT = 1.0
_HEADING_WEIGHT = 0.25
_QUOTE_WEIGHT = 0.9
_EARLY_WEIGHT = 0.5
_LENGTH_WEIGHT = 0.1
_FREEDOM_WEIGHT = 0.3
_LONGEST_NAME = 6
"""Code points; what is longer is seldom a name and often a piece of a sentence."""
_SPRAWLING_FACTOR = 0.85
_COHESION_WEIGHT = 0.5
_SINGLE_FACTOR = 0.65
_VERB_FACTOR = 0.6
_LAST_VERB_FACTOR = 0.9
_UNKNOWN_FACTOR = 0.9
_NAMELESS_FACTOR = 0.5
_NAMELESS_TAGS = "mqrtdpcu"
"""Numbers, measures, pronouns, times, adverbs, prepositions, conjunctions, particles."""
_DOMAIN_FACTOR = 1.3
_PERSON_FACTOR = 0.5

DocumentFrequency = Callable[[str], int]
"""In how many reports of a library a phrase occurs."""
Rarity = Callable[[str, tuple[str, ...]], float]
"""Inverse document frequency of a phrase and the words it is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is read of a report: its text without furniture and breaks, title and headings."""

    text: str
    title: str
    headings: str


def standing_counts(kept: dict[str, Candidate]) -> dict[str, float]:
    """How often each phrase stands for itself: its count less what longer candidates explain."""
    longer: dict[str, list[int]] = {}
    for phrase, candidate in kept.items():
        length = len(phrase)
        for start in range(length):
            for end in range(start + 2, length + 1):
                part = phrase[start:end]
                if end - start < length and part in kept:
                    longer.setdefault(part, []).append(candidate.count)
    standing = {}
    for phrase, candidate in kept.items():
        inside = longer.get(phrase)
        explained = 0.8 * sum(inside) / len(inside) if inside else 0.0
        standing[phrase] = max(candidate.count - explained, 0.25 * candidate.count, 0.3)
    return standing


def rarity_by(document_frequency: DocumentFrequency | None, report_count: int) -> Rarity:
    """How rare phrases are: what the library says, trusted by its size, and what is so in general."""
    trust = report_count / (report_count + _PRIOR_REPORTS)

    @cache
    def rarity(phrase: str, parts: tuple[str, ...]) -> float:
        general = _general_rarity(phrase, parts)
        if document_frequency is None or report_count < _FEWEST_REPORTS:
            return general
        own = math.log((report_count + 1) / (document_frequency(phrase) + 0.5))
        return max(0.05, 1.15 * trust * own + (1 - trust) * general)

    return rarity


def _general_rarity(phrase: str, parts: tuple[str, ...]) -> float:
    known = find_rarity(phrase)
    if known is not None:
        return known
    middling = median_rarity()
    rarest = max((find_rarity(part) or middling for part in parts), default=middling)
    return min(13.0, rarest + 0.8 * (len(parts) - 1))


def weigh(
    phrase: str,
    candidate: Candidate,
    standing: float,
    found: CandidateSet,
    reading: Reading,
    rarity: Rarity,
) -> float:
    """Weight of `phrase`, which stands for itself `standing` times."""
    parts = candidate.words
    score = math.pow(standing, 0.7) * rarity(phrase, parts)
    score *= _form_factor(phrase, parts, quoted=candidate.quoted > 0)
    if len(parts) > 1 and candidate.count >= 2:
        rarest = min(found.word_counts[part] for part in parts) or 1
        score *= 1 + _COHESION_WEIGHT * min(1.0, candidate.count / rarest)
        score *= 1 + _FREEDOM_WEIGHT * min(1.0, candidate.freedom)
    if phrase in reading.title:
        score *= 1 + _TITLE_WEIGHT
    elif phrase in reading.headings:
        score *= 1 + _HEADING_WEIGHT
    if candidate.quoted:
        score *= 1 + _QUOTE_WEIGHT * min(1.0, 0.5 + 0.25 * candidate.quoted)
    return score * (1 + _EARLY_WEIGHT * (1 - candidate.first / max(1, len(reading.text))))


def _form_factor(phrase: str, parts: tuple[str, ...], *, quoted: bool) -> float:
    factor = 1 + _LENGTH_WEIGHT * math.log(max(1, len(phrase) - 1))
    if len(phrase) > _LONGEST_NAME and not quoted:
        factor *= _SPRAWLING_FACTOR ** (len(phrase) - _LONGEST_NAME)
    if phrase in domain_words():
        return factor * _DOMAIN_FACTOR
    if len(parts) > 1:
        return factor if quoted else factor * _wording_factor(parts)
    tag = part_of_speech(phrase)
    factor = factor if len(phrase) > 2 else _SINGLE_FACTOR
    if tag in ("v", "a", "ad", "d", "vd", "b", "z"):
        return factor * 0.45
    if tag in ("vn", "an"):
        return factor * 0.8
    if tag[0] == "t":
        return factor * 0.4
    return factor * (_PERSON_FACTOR if tag.startswith("nr") else 1.0)


def _wording_factor(parts: tuple[str, ...]) -> float:
    """How much a phrase reads like a name and not like a piece of a sentence."""
    tags = [part_of_speech(word) for word in parts]
    factor = 1.0
    if tags[0] == "v":
        factor *= _VERB_FACTOR
    if "v" in tags[1:-1]:
        factor *= _VERB_FACTOR
    if tags[-1] == "v":
        factor *= _LAST_VERB_FACTOR
    if any(tag[0] in _NAMELESS_TAGS for tag in tags):
        factor *= _NAMELESS_FACTOR
    return factor * (_UNKNOWN_FACTOR if any(is_unknown(word) for word in parts) else 1.0)
