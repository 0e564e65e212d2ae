"""Where the reader stopped in a report."""

from typing import NamedTuple


class ReadingPlace(NamedTuple):
    """First visible offset, furthest offset ever seen, seconds spent reading."""

    offset: int = 0
    furthest: int = 0
    seconds: float = 0.0
