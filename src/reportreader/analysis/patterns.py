"""Regular expressions in a text, with a limit on the time they may take.

The engine is `regex`, which can give up; `re` of the standard library cannot be stopped.
"""

from reportreader.errors import InputError

SECONDS = 2.0
MOST_HITS = 100_000
_PREFIXES = ("re:", "re：")


def find_pattern(query: str) -> str | None:
    """The expression in a query `re:…`; None if the query is another one."""
    for prefix in _PREFIXES:
        if query.startswith(prefix):
            return query.removeprefix(prefix)
    return None


def pattern_hits(
    text: str, pattern: str, *, seconds: float = SECONDS
) -> tuple[tuple[int, int], ...]:
    """Intervals that `pattern` matches, ascending, the first `MOST_HITS`; empty matches are none.

    `^` and `$` stand for the edges of a line. Raises InputError for a pattern that cannot be read
    and for one that takes longer than `seconds`. Other threads may run meanwhile.
    """
    import regex

    try:
        compiled = regex.compile(pattern, flags=regex.MULTILINE)
    except regex.error as error:
        raise InputError("pattern_invalid", pattern=pattern, reason=str(error)) from error
    hits: list[tuple[int, int]] = []
    try:
        for match in compiled.finditer(text, timeout=seconds, concurrent=True):
            start, end = match.span()
            if end > start:
                hits.append((start, end))
            if len(hits) == MOST_HITS:
                break
    except TimeoutError as error:
        raise InputError("pattern_too_slow", pattern=pattern, seconds=f"{seconds:g}") from error
    return tuple(hits)
