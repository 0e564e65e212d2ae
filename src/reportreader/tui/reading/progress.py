"""How far the reader is and how long it will still take."""

from math import ceil


def percent(offset: int, length: int) -> int:
    """Share of the text before `offset`, 0 to 100; 100 only at the end."""
    if length <= 0:
        return 100
    return max(0, min(100, offset * 100 // length))


def minutes_left(offset: int, length: int, speed: int) -> int:
    """Whole minutes for the characters behind `offset` at `speed` characters a minute."""
    return ceil(max(0, length - offset) / max(1, speed))


def offset_at_percent(share: int, length: int) -> int:
    """The place that `share` percent of the text lie before."""
    return max(0, min(length, length * max(0, min(100, share)) // 100))
