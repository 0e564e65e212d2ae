"""Searching: the places in a text that read like a passage, word for word or with errors.

A megabyte is not read character by character: short runs of the passage are looked up first, and
only the neighbourhoods where most of them stand together are compared.
"""

from reportreader.notes.similarity import ApproximateMatch, find_approximate

MIN_EXACT_LENGTH = 4
"""Characters of a passage below which finding it again proves nothing."""
MIN_FORGIVING_LENGTH = 8
"""Characters of a passage below which errors are not forgiven."""
FORGIVEN_ERRORS = 0.3
"""Share of errors that is forgiven."""
MAX_MATCHES = 64
PROBE_LENGTH = 3
MAX_PROBES = 48
MAX_WINDOWS = 4


def find_passage(text: str, passage: str) -> list[ApproximateMatch]:
    """The best matches of a passage: all exact ones, else those with the fewest errors."""
    if len(passage) < MIN_EXACT_LENGTH or not text:
        return []
    return find_exact(text, passage) or find_similar(text, passage)


def find_exact(text: str, passage: str) -> list[ApproximateMatch]:
    """The first `MAX_MATCHES` places where the passage stands word for word."""
    found: list[ApproximateMatch] = []
    at = text.find(passage) if passage else -1
    while at >= 0 and len(found) < MAX_MATCHES:
        found.append(ApproximateMatch(at, at + len(passage), 0))
        at = text.find(passage, at + 1)
    return found


def find_similar(text: str, passage: str) -> list[ApproximateMatch]:
    """The places where the passage stands with the fewest errors, none if there are too many."""
    if len(passage) < MIN_FORGIVING_LENGTH:
        return []
    max_errors = int(len(passage) * FORGIVEN_ERRORS)
    found = {
        ApproximateMatch(low + match.start, low + match.end, match.errors)
        for low, high in _promising_windows(text, passage)
        for match in find_approximate(text[low:high], passage, max_errors)
    }
    fewest = min((match.errors for match in found), default=0)
    return sorted(
        (match for match in found if match.errors == fewest),
        key=lambda match: (match.start, match.end),
    )


def _promising_windows(text: str, passage: str) -> list[tuple[int, int]]:
    """Where most short runs of the passage stand close together and in their order."""
    width = len(passage)
    votes: dict[int, int] = {}
    for begin in range(0, width - PROBE_LENGTH + 1, max(1, width // MAX_PROBES)):
        for match in find_exact(text, passage[begin : begin + PROBE_LENGTH]):
            bucket = (match.start - begin) // width
            votes[bucket] = votes.get(bucket, 0) + 1
    best = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:MAX_WINDOWS]
    margin = width // 2
    return [
        (max(0, bucket * width - margin), max(0, (bucket + 2) * width + margin)) for bucket in best
    ]
