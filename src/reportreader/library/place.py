"""Where the reader stopped in a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPlace:
    """First visible offset, furthest offset ever seen, seconds spent reading."""

    offset: int = 0
    furthest: int = 0
    seconds: float = 0.0
