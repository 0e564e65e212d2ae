"""Keyphrases: what a report is about, in its own phrases, best first.

Candidates (`candidates`) are weighed (`weighing`); of those that say the same the best is kept.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reportreader.analysis.candidate_edges import (
    begins_with_deed,
    holds_piece_of_sentence,
    is_overlong,
    stands_freely,
)
from reportreader.analysis.candidates import (
    Candidate,
    CandidateSet,
    collect_candidates,
    is_unknown,
)
from reportreader.analysis.domain import domain_words
from reportreader.analysis.names import find_people, is_organisation, is_place
from reportreader.analysis.weighing import (
    DocumentFrequency,
    Reading,
    rarity_by,
    standing_counts,
    weigh,
)
from reportreader.analysis.words import Segmenter
from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField

KEYPHRASES_VERSION = 3
"""Goes up whenever the same report would give other keyphrases."""
LONGEST_ANALYSED = 300_000
"""Code points of a report that are read; a book says what it is about by then."""

_HEAD_FACTOR = 0.7
_SHORT_TEXT = 600
"""Code points up to which a phrase that occurs once may count."""
_SKIPPED_BLOCKS = frozenset((BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.CODE, BlockKind.RULE))
_FIRST_LINE = re.compile(r"\s*([^\n]{2,40})\n")


class KeyphraseKind(StrEnum):
    """What a keyphrase names."""

    PHRASE = "phrase"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyphrase:
    """A phrase as it stands in the report, its weight, and how often it occurs."""

    phrase: str
    score: float
    count: int
    kind: KeyphraseKind = KeyphraseKind.PHRASE


def find_keyphrases(
    document: Document,
    segmenter: Segmenter,
    *,
    document_frequency: DocumentFrequency | None = None,
    report_count: int = 0,
    limit: int = 30,
) -> tuple[Keyphrase, ...]:
    """The keyphrases of a report, best first, at most `limit`.

    `document_frequency` tells in how many of `report_count` reports a phrase occurs. Takes about
    20 ms for 1,000 code points: for a worker.
    """
    reading = _read(document)
    found = collect_candidates(reading.text, segmenter.cut(reading.text))
    people = frozenset(_add_people(reading.text, found.candidates))
    kept = _worth_weighing(found, reading, people)
    rarity = rarity_by(document_frequency, report_count)
    standing = standing_counts(kept)
    heads = _heads(kept, reading)
    scores = {
        phrase: weigh(phrase, candidate, standing[phrase], found, reading, rarity)
        * (_HEAD_FACTOR if phrase in heads else 1.0)
        for phrase, candidate in kept.items()
    }
    chosen = _choose(scores, kept, limit)
    return tuple(
        Keyphrase(
            phrase=phrase,
            score=round(scores[phrase], 4),
            count=reading.text.count(phrase),
            kind=_kind(phrase, kept[phrase], people),
        )
        for phrase in chosen
    )


def _read(document: Document) -> Reading:
    title = document.metadata.value(MetadataField.TITLE)
    pieces: list[str] = []
    length = 0
    for block in document.blocks:
        if length > LONGEST_ANALYSED:
            break
        if block.kind not in _SKIPPED_BLOCKS:
            pieces.append(
                document.passage(block.start, min(block.end, block.start + LONGEST_ANALYSED))
            )
            length += len(pieces[-1])
    text = "\n".join(pieces)[:LONGEST_ANALYSED] if pieces else document.text[:LONGEST_ANALYSED]
    if not title:
        first_line = _FIRST_LINE.match(text)
        title = (
            first_line.group(1) if first_line and first_line.group(1)[-1] not in "。；，" else ""
        )
    elif title not in text[: len(title) + 200]:
        text = title + "\n" + text
    headings = [section.title for section in document.sections]
    headings += [line.strip() for line in text.split("\n") if 2 <= len(line.strip()) <= 30]
    return Reading(
        text=text,
        title=title,
        headings="\n".join(line for line in headings if line and line[-1] not in "。；;"),
    )


def _add_people(text: str, candidates: dict[str, Candidate]) -> Iterable[str]:
    people = find_people(text)
    for name in people:
        if name not in candidates:
            candidates[name] = Candidate((name,), text.find(name), text.count(name))
    return people


def _worth_weighing(
    found: CandidateSet, reading: Reading, people: frozenset[str]
) -> dict[str, Candidate]:
    return {
        phrase: candidate
        for phrase, candidate in found.candidates.items()
        if phrase in people
        or (
            not any(_holds_name(phrase, name) for name in people)
            and _is_worth_weighing(phrase, candidate, reading)
        )
    }


def _heads(kept: dict[str, Candidate], reading: Reading) -> frozenset[str]:
    """Single words that firmer candidates end with: 气藏 where 火山岩气藏 is spoken of."""
    return frozenset(
        candidate.words[-1]
        for phrase, candidate in kept.items()
        if len(candidate.words) > 1 and (candidate.count > 1 or phrase in reading.title)
    )


def _holds_name(phrase: str, name: str) -> bool:
    """Whether a phrase holds a name, or ends in the middle of it."""
    return name in phrase or (len(name) > 2 and phrase.endswith(name[:-1]))


def _is_worth_weighing(phrase: str, candidate: Candidate, reading: Reading) -> bool:
    if candidate.quoted or phrase in domain_words():
        return True
    if is_overlong(candidate.words) or begins_with_deed(candidate.words):
        return False
    if len(candidate.words) == 1:
        return not (is_unknown(phrase) and candidate.count >= 2 and candidate.freedom == 0.0)
    if candidate.count >= 2:
        return candidate.count >= 4 or stands_freely(candidate)
    return (
        len(candidate.words) <= 3
        and (phrase in reading.title or len(reading.text) <= _SHORT_TEXT)
        and not holds_piece_of_sentence(candidate.words)
    )


def _choose(scores: dict[str, float], kept: dict[str, Candidate], limit: int) -> list[str]:
    chosen: list[str] = []
    for phrase in sorted(scores, key=lambda phrase: (-scores[phrase], phrase)):
        if len(chosen) >= limit:
            break
        if not any(_says_the_same(phrase, better, kept) for better in chosen):
            chosen.append(phrase)
    return chosen


def _says_the_same(phrase: str, better: str, kept: dict[str, Candidate]) -> bool:
    count, better_count = kept[phrase].count, kept[better].count
    if phrase in better:
        return count <= better_count * 1.5
    if better in phrase:
        if kept[phrase].quoted:
            return False
        is_longer_by_little = len(better) > 3 and len(phrase) - len(better) <= 3
        return better_count > count * 2.5 or is_longer_by_little
    return len(phrase) > 3 and len(better) > 3 and _overlap(phrase, better)


def _overlap(one: str, other: str) -> bool:
    """Whether two phrases are one sliding over the other."""
    shorter = min(len(one), len(other))
    return any(
        left[-length:] == right[:length]
        for left, right in ((one, other), (other, one))
        for length in range(shorter - 1, max(2, math.ceil(0.6 * shorter) - 1), -1)
    )


def _kind(phrase: str, candidate: Candidate, people: frozenset[str]) -> KeyphraseKind:
    if phrase in people:
        return KeyphraseKind.PERSON
    if is_organisation(phrase, candidate.words):
        return KeyphraseKind.ORGANISATION
    if is_place(phrase, candidate.words):
        return KeyphraseKind.PLACE
    return KeyphraseKind.PHRASE
