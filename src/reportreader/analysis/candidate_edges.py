"""Where a candidate begins and ends: whether the name in it is shorter, and stands by itself."""

from reportreader.analysis.candidates import Candidate, is_candidate
from reportreader.analysis.lexicon import part_of_speech
from reportreader.analysis.wordlists import (
    KINDS_OF_DOCUMENT,
    LITTLE_ALONE,
    MAY_END,
    NEVER_ALONE,
    SAYS_LITTLE_BEFORE,
    SAYS_LITTLE_BEHIND,
)

_DEED_TAGS = frozenset(("v", "ad", "d"))
_SENTENCE_TAGS = "dprc"
"""Adverbs, prepositions, pronouns, conjunctions."""
_SAYS_LITTLE_LAST = SAYS_LITTLE_BEHIND | (NEVER_ALONE - MAY_END)
_SAYS_LITTLE = SAYS_LITTLE_BEHIND | SAYS_LITTLE_BEFORE | NEVER_ALONE | LITTLE_ALONE


def is_overlong(parts: tuple[str, ...]) -> bool:
    """Whether a name stands in a candidate with words before or behind it that say little.

    So does one that is made of such words alone (评审意见) or ends with a kind of document.
    """
    if all(word in _SAYS_LITTLE for word in parts):
        return len(parts) > 1
    if parts[-1].endswith(KINDS_OF_DOCUMENT):
        return True
    end = len(parts)
    while end > 1 and parts[end - 1] in _SAYS_LITTLE_LAST:
        end -= 1
        if _is_name(parts[:end]):
            return True
    return parts[0] in SAYS_LITTLE_BEFORE and _is_name(parts[1:])


def begins_with_deed(parts: tuple[str, ...]) -> bool:
    """Whether a candidate is a name behind a word for doing something: 运用|扎根|理论."""
    rest = parts[1:]
    return (
        part_of_speech(parts[0]) in _DEED_TAGS
        and sum(map(len, rest)) > 2
        and is_candidate(rest, "".join(rest))
    )


def holds_piece_of_sentence(parts: tuple[str, ...]) -> bool:
    """Whether a candidate holds an adverb, a pronoun or such, or a deed in its middle."""
    tags = [part_of_speech(word) for word in parts]
    return any(tag[0] in _SENTENCE_TAGS for tag in tags) or "v" in tags[1:-1]


def stands_freely(candidate: Candidate) -> bool:
    """Whether a candidate has various neighbours on both sides, or one that names do without."""
    return all(
        len(neighbours) > 1 or all(map(is_left_out, neighbours))
        for neighbours, is_left_out in (
            (candidate.left, _is_left_out_before),
            (candidate.right, SAYS_LITTLE_BEHIND.__contains__),
        )
    )


def _is_name(parts: tuple[str, ...]) -> bool:
    phrase = "".join(parts)
    return len(phrase) > 2 and is_candidate(parts, phrase)


def _is_left_out_before(word: str) -> bool:
    return word in SAYS_LITTLE_BEFORE or part_of_speech(word) in _DEED_TAGS
