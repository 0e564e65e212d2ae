"""Candidates for keyphrases: runs of words that could be a name for something.

A candidate is one to five neighbouring words without punctuation between them, of which the first
and the last can begin and end a noun phrase; and whatever stands in quotation marks. Each comes
with what its scoring needs.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reportreader.analysis.characters import HAN, is_han
from reportreader.analysis.domain import domain_words
from reportreader.analysis.lexicon import UNKNOWN_TAG, part_of_speech
from reportreader.analysis.wordlists import (
    FUNCTION_WORDS,
    LITTLE_ALONE,
    MAY_END,
    NEVER_ALONE,
)

MOST_WORDS = 5
LONGEST_PHRASE = 12
"""Code points."""
_QUOTED = re.compile(r"[“\"《「『]([^”\"》」』“《「『\n]{2,14})[”\"》」』]")
_PLAIN = re.compile(f"[{HAN}A-Za-z0-9]+")
_NUMBER = re.compile(r"[\d.+\-]+(?![\d.+\-]|[型维代DdGg])|.*[\d.]$")
"""A phrase that begins with a number, unless it is a kind (2型, 5G), or ends with one."""
_QUANTITY = re.compile(
    "每|第?[〇零一二三四五六七八九十百千万两几]+(?:年|月|日|周|分之|次|多|余|名)"
)
"""A phrase that begins as a date, a share or a frequency does, but not 四个 and 三项."""
_LETTERED = re.compile(f"[{HAN}A-Za-zα-ω]")
_ENUMERATION = re.compile("[一二三四五六七八九十]是")
_VAGUE = frozenset(("有关", "相关"))
_LINKS = frozenset("-+.·")
"""Signs that may stand inside a name of letters and digits."""

_PARTICLES = frozenset("的了和与及或在是为对把被将从向到以于由等并而则等我你他她它们这那共均已拟仍")
_DETERMINERS = tuple("各每该")
_NAMING_TAGS = "nvjlxeigsb"
_ALONE_TAGS = "nvjlixegsba"
_REMEMBERED = 1 << 16
"""Judgements that are kept; reports of one kind share most of their words."""
_WEAK_STARTS = "dcpurfmq"


@dataclass(slots=True)
class Candidate:
    """A phrase with the words it is made of and where it was met.

    `left` and `right` count the neighbours; at the edge of a clause each is a neighbour of its own.
    """

    words: tuple[str, ...]
    first: int
    count: int = 0
    quoted: int = 0
    left: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    @property
    def freedom(self) -> float:
        """Entropy of the neighbours on the side where they vary less; 0 if they never do."""
        return min(_entropy(self.left), _entropy(self.right))


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateSet:
    """All candidates of one text by their phrase, and how often each single word occurs."""

    candidates: dict[str, Candidate]
    word_counts: Counter[str]


def collect_candidates(text: str, intervals: Sequence[tuple[int, int]]) -> CandidateSet:
    """The candidates of `text`, of which `intervals` are the words."""
    candidates: dict[str, Candidate] = {}
    counts: Counter[str] = Counter()
    for number, clause in enumerate(_clauses(text, intervals)):
        words = [text[start:end] for start, end in clause]
        counts.update(words)
        for first in range(len(words)):
            for last in range(first + 1, min(first + MOST_WORDS, len(words)) + 1):
                parts = tuple(words[first:last])
                phrase = text[clause[first][0] : clause[last - 1][1]]
                if len(phrase) > LONGEST_PHRASE:
                    break
                if not is_candidate(parts, phrase):
                    continue
                candidate = candidates.setdefault(phrase, Candidate(parts, clause[first][0]))
                candidate.count += 1
                candidate.left[words[first - 1] if first else f"<{number}"] += 1
                candidate.right[words[last] if last < len(words) else f">{number}"] += 1
    _add_quoted(text, intervals, candidates)
    return CandidateSet(candidates=candidates, word_counts=counts)


@lru_cache(maxsize=_REMEMBERED)
def is_candidate(parts: tuple[str, ...], phrase: str) -> bool:
    """Whether words can be a name together, judged by their edges and parts of speech."""
    if len(phrase) < 2 or not _LETTERED.search(phrase) or _NUMBER.match(phrase):
        return False
    if phrase in domain_words():
        return True
    if _QUANTITY.match(phrase):
        return False
    first, last = parts[0], parts[-1]
    if first in FUNCTION_WORDS or last in FUNCTION_WORDS or first in NEVER_ALONE:
        return False
    if any(is_debris(word) for word in parts):
        return False
    if len(parts) == 1:
        return (
            last not in NEVER_ALONE
            and last not in LITTLE_ALONE
            and (not is_han(phrase[0]) or part_of_speech(phrase)[0] in _ALONE_TAGS)
        )
    return _holds_together(parts) and _begins_and_ends_well(parts)


def _holds_together(parts: tuple[str, ...]) -> bool:
    inner = parts[1:-1]
    if "之" not in inner and any(word in FUNCTION_WORDS for word in inner):
        return False
    return sum(len(word) == 1 for word in parts) <= 2 and not _ENUMERATION.match("".join(parts))


def _begins_and_ends_well(parts: tuple[str, ...]) -> bool:
    first, last = parts[0], parts[-1]
    if last in NEVER_ALONE and last not in MAY_END:
        return False
    if first.startswith(_DETERMINERS) or any(word in _VAGUE for word in parts):
        return False
    begin, end = part_of_speech(first), part_of_speech(last)
    if end[0] not in _NAMING_TAGS or end == "vd":
        return False
    if begin[0] in _WEAK_STARTS and len(first) > 1:
        return False
    if end == "v" and not (len(parts) == 2 and len(last) == 2 and begin[0] in "nbvajx"):
        return False
    return not (begin == "v" and len(parts) > 2 and len(first) > 1)


def _clauses(text: str, intervals: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Words that follow each other without anything between them but a sign inside a name."""
    clause: list[tuple[int, int]] = []
    for start, end in intervals:
        if clause:
            gap = text[clause[-1][1] : start]
            if gap and len(gap) == 1 and gap in _LINKS and not is_han(text[start]):
                clause[-1] = (clause[-1][0], end)
                continue
            if gap:
                yield clause
                clause = []
        clause.append((start, end))
    if clause:
        yield clause


def _add_quoted(
    text: str, intervals: Sequence[tuple[int, int]], candidates: dict[str, Candidate]
) -> None:
    quoted = Counter(found.group(1).strip() for found in _QUOTED.finditer(text))
    begins = {start: number for number, (start, _) in enumerate(intervals)}
    for phrase, times in quoted.items():
        if not 3 <= len(phrase) <= LONGEST_PHRASE or not _PLAIN.fullmatch(phrase):
            continue
        first = text.find(phrase)
        candidate = candidates.get(phrase)
        if candidate is None:
            words = _words_from(text, intervals, begins.get(text.find(phrase)), len(phrase))
            candidate = candidates[phrase] = Candidate(words or (phrase,), first)
        candidate.quoted = times
        candidate.count = max(candidate.count, text.count(phrase))


def _words_from(
    text: str, intervals: Sequence[tuple[int, int]], number: int | None, length: int
) -> tuple[str, ...]:
    if number is None:
        return ()
    stop = intervals[number][0] + length
    words = []
    for start, end in intervals[number : number + length]:
        if end > stop:
            break
        words.append(text[start:end])
    return tuple(words)


@lru_cache(maxsize=_REMEMBERED)
def is_debris(word: str) -> bool:
    """Whether the segmenter invented a word and got a particle into it."""
    return is_unknown(word) and (word[0] in _PARTICLES or word[-1] in _PARTICLES)


def is_unknown(word: str) -> bool:
    """Whether a Han word stands in no dictionary: found by statistics, maybe a name, maybe debris."""
    return is_han(word) and part_of_speech(word) == UNKNOWN_TAG


def _entropy(counts: Counter[str]) -> float:
    total = sum(counts.values())
    shares = [count / total for count in counts.values()]
    return -math.fsum(share * math.log(share) for share in shares)
