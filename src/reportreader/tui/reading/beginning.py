"""The report that the program begins with."""

from typing import NamedTuple

from reportreader.notes.annotation import ReportId
from reportreader.services.reading import OpenedReport
from reportreader.tui.reading.jumps import Jumps
from reportreader.tui.reading.state import ReadingState


class SecondPlace(NamedTuple):
    """What a second pane is to show; without an offset where its reader left it."""

    report_id: ReportId
    offset: int | None = None


class Beginning(NamedTuple):
    """A report that was opened around `offset`; without one, where its reader left it.

    `beside` is opened in a second pane after the first frame.
    """

    opened: OpenedReport
    offset: int | None = None
    beside: SecondPlace | None = None


def first_state(
    opened: OpenedReport, offset: int | None, jumps: tuple[int, ...] = ()
) -> ReadingState:
    """Where reading begins; `jumps` are the offsets left the last time."""
    place = opened.place.offset if offset is None else offset
    length = len(opened.document.text)
    return ReadingState(place=max(0, min(place, length)), jumps=Jumps(behind=jumps))
