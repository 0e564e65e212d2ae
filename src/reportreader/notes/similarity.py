"""How alike two short texts are, and where a pattern stands in a text with errors.

Everything here is bit-parallel: one Python integer is a whole row of the table of the usual dynamic
programme, so a passage of a few thousand characters costs a few thousand integer operations.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommonRun:
    """`a[a_start:a_start + length]` reads the same as `b[b_start:b_start + length]`."""

    a_start: int
    b_start: int
    length: int


@dataclass(frozen=True, slots=True)
class ApproximateMatch:
    """`text[start:end]` is the pattern but for `errors` insertions, deletions or substitutions."""

    start: int
    end: int
    errors: int


def similarity(a: str, b: str) -> float:
    """Twice the longest common subsequence over both lengths: 1 for equal texts, 0 for strangers."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    rows = _subsequence_rows(a, b)
    common = len(a) - rows[-1].bit_count()
    return 2 * common / (len(a) + len(b))


def common_runs(a: str, b: str) -> list[CommonRun]:
    """A longest common subsequence of both as runs, ascending in both texts."""
    if not a or not b:
        return []
    rows = _subsequence_rows(a, b)
    runs: list[CommonRun] = []
    i, j = len(a), len(b)
    run_end_a = run_end_b = -1
    length = 0
    while i and j:
        if (rows[j - 1] >> (i - 1)) & 1:
            i -= 1
            continue
        j -= 1
        if j and not (rows[j - 1] >> (i - 1)) & 1:
            continue
        i -= 1
        if length and i == run_end_a - length - 1 and j == run_end_b - length - 1:
            length += 1
            continue
        if length:
            runs.append(CommonRun(run_end_a - length, run_end_b - length, length))
        run_end_a, run_end_b, length = i + 1, j + 1, 1
    if length:
        runs.append(CommonRun(run_end_a - length, run_end_b - length, length))
    runs.reverse()
    return runs


def credible_runs(runs: list[CommonRun], a_length: int, b_length: int) -> list[CommonRun]:
    """The runs of a character comparison that are more than coincidence.

    Two unrelated sentences share single characters too. A run counts if it is long, stands at an
    end of both sides, or belongs to two sides that are alike as a whole.
    """
    shared = sum(run.length for run in runs)
    shorter, longer = sorted((a_length, b_length))
    if (longer <= 12 and shared >= 0.3 * shorter) or (
        shared >= 0.5 * shorter and shared >= 0.3 * longer
    ):
        return runs
    min_length = 2 if shared >= 0.3 * shorter else 4
    return [
        run
        for run in runs
        if run.length >= min_length
        or (run.a_start == 0 and run.b_start == 0)
        or (run.a_start + run.length == a_length and run.b_start + run.length == b_length)
    ]


def find_approximate(text: str, pattern: str, max_errors: int) -> list[ApproximateMatch]:
    """The places where the pattern stands with the fewest errors, at most `max_errors` of them.

    Myers, "A fast bit-vector algorithm for approximate string matching" (J. ACM 46, 1999): once
    forwards for the ends, once backwards for the start that belongs to each.
    """
    backwards = pattern[::-1]
    found = []
    for end, errors in _match_ends(text, pattern, max_errors):
        low = max(0, end - len(pattern) - errors)
        reaches = _match_ends(text[low:end][::-1], backwards, errors, is_anchored=True)
        reach = min((reach for reach, _ in reaches), key=lambda reach: abs(reach - len(pattern)))
        found.append(ApproximateMatch(end - reach, end, errors))
    return found


def _positions(pattern: str) -> dict[str, int]:
    """For every character of the pattern the bits of the places where it stands."""
    positions: dict[str, int] = {}
    for index, character in enumerate(pattern):
        positions[character] = positions.get(character, 0) | (1 << index)
    return positions


def _subsequence_rows(a: str, b: str) -> list[int]:
    """One row for each character of `b`: bit i is clear where the common subsequence grows at a[i].

    Hyyrö, "Bit-parallel LCS-length computation revisited" (AWOCA 2004).
    """
    find = _positions(a).get
    mask = (1 << len(a)) - 1
    row = mask
    rows = []
    for character in b:
        hits = row & find(character, 0)
        row = ((row + hits) | (row - hits)) & mask
        rows.append(row)
    return rows


def _match_ends(
    text: str, pattern: str, max_errors: int, *, is_anchored: bool = False
) -> list[tuple[int, int]]:
    """Ends and error counts of the matches with the fewest errors.

    A match may begin anywhere, or only at the start of the text if `is_anchored`.
    """
    length = len(pattern)
    if not length or not text:
        return []
    find = _positions(pattern).get
    mask = (1 << length) - 1
    top = 1 << (length - 1)
    positive, negative, errors = mask, 0, length
    fewest = min(max_errors, length)
    ends: list[tuple[int, int]] = []
    for index, character in enumerate(text):
        equal = find(character, 0)
        vertical = equal | negative
        horizontal = (((equal & positive) + positive) ^ positive) | equal
        plus = negative | (~(horizontal | positive) & mask)
        minus = positive & horizontal
        if plus & top:
            errors += 1
        elif minus & top:
            errors -= 1
        plus = ((plus << 1) | is_anchored) & mask
        minus = (minus << 1) & mask
        positive = minus | (~(vertical | plus) & mask)
        negative = plus & vertical
        if errors <= fewest:
            if errors < fewest:
                ends.clear()
                fewest = errors
            ends.append((index + 1, errors))
    return ends
