"""Rows as CSV for programs: every value exactly as it is."""

import csv
import io
from collections.abc import Iterable, Sequence


def csv_lines(rows: Iterable[Sequence[str]]) -> str:
    """The rows as lines, each ended by a line feed."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()
