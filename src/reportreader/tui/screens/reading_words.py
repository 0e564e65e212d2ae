"""What the status line of the reading screen says of the place, as values."""

from reportreader.document.outline import path_titles
from reportreader.services.reading import OpenedReport
from reportreader.settings.messages import Messages
from reportreader.settings.values import Settings
from reportreader.tui.drawing.bar import Part
from reportreader.tui.reading.progress import minutes_left, percent
from reportreader.tui.reading.state import Mode, ReadingState, Waiting

_PATH_SIGN = " > "


def mode_hint(state: ReadingState) -> str:
    """Id of the sentence that says what keys do to caret and selection; empty without either."""
    if state.waiting is Waiting.TEXT_OBJECT:
        return "reading.object_hint"
    if state.mode is Mode.READING:
        return "" if state.selection is None else "reading.mouse_hint"
    return "reading.caret_hint" if state.selection is None else "reading.visual_hint"


def place_parts(
    opened: OpenedReport,
    place: int,
    seen_to: int,
    mode: str,
    settings: Settings,
    messages: Messages,
) -> tuple[list[Part], list[Part]]:
    """The headings over `place` at the left; `mode`, percent and minutes left at the right.

    `seen_to` is the offset behind the last character in view.
    """
    length = len(opened.document.text) if opened.is_complete else opened.summary.length
    progress = messages.text(
        "reading.progress",
        percent=percent(seen_to, length),
        minutes=minutes_left(seen_to, length, settings.reading_speed),
    )
    path = _PATH_SIGN.join(path_titles(opened.document.sections, place)) or opened.summary.title
    return [Part(path)], [Part(f"{mode}  ", "strong"), Part(progress)]
