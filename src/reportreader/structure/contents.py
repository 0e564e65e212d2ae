"""Tables of contents: runs of lines that end in page numbers or return later as headings."""

from collections.abc import Mapping, Sequence

from reportreader.structure.line import Line
from reportreader.structure.patterns import Pattern
from reportreader.structure.shapes import is_body

_CONTENTS_RUN = 3
_CONTENTS = Pattern(r"目[ ]{0,4}录$")
_CONTENTS_LINE = Pattern(r".{1,80}?(?:[.·…]{2,}|[ ]{2,}|\t)[ .·…\t]{0,200}[0-9]{1,4}$")
_TIGHT_CONTENTS_LINE = Pattern(r".{2,60}[\u4e00-\u9fff)】》”][ ]?\(?[0-9]{1,3}\)?$")


def add_contents(text: str, view: str, lines: Sequence[Line], found: dict[int, str]) -> None:
    """Adds the lines of tables of contents to what has been `found` to be furniture."""
    headed = [
        number
        for number, line in enumerate(lines)
        if line.end - line.start <= 8 and _CONTENTS.match(view, line.start, line.end)
    ]
    later = _last_places(view, lines) if headed else {}
    for number in headed:
        if number in found and found[number] == "contents":
            continue
        last = _contents_end(text, view, lines, number + 1, later)
        if last - number > 2:
            found.update(dict.fromkeys(range(number, last), "contents"))
    run: list[int] = []
    for number, entry in enumerate(lines):
        if entry.end - entry.start <= 90 and _is_leadered(text, entry):
            run.append(number)
            continue
        if len(run) >= _CONTENTS_RUN:
            found.update(dict.fromkeys(run, "contents"))
        run = []
    if len(run) >= _CONTENTS_RUN:
        found.update(dict.fromkeys(run, "contents"))


def _is_leadered(text: str, line: Line) -> bool:
    match = _CONTENTS_LINE.match(text, line.start, line.end)
    return match is not None and (
        "\t" in match[0] or "…" in match[0] or ".." in match[0] or "··" in match[0]
    )


def _last_places(view: str, lines: Sequence[Line]) -> Mapping[str, int]:
    """Where each short line stands last, by its words without page number."""
    return {
        contents_key(view, line.start, line.end): number
        for number, line in enumerate(lines)
        if line.end - line.start <= 90
    }


def _contents_end(
    text: str, view: str, lines: Sequence[Line], first: int, later: Mapping[str, int]
) -> int:
    """The first line behind a table of contents: one that looks like none or does not return."""
    number = first
    while number < len(lines):
        line = lines[number]
        if line.end - line.start > 90 or is_body(view, line.start, line.end):
            break
        leadered = _is_leadered(text, line) or _TIGHT_CONTENTS_LINE.match(
            view, line.start, line.end
        )
        returns = later.get(contents_key(view, line.start, line.end), number) > number
        if not (leadered or returns):
            break
        number += 1
    return number


def contents_key(view: str, start: int, end: int) -> str:
    """The words of a line of a table of contents, without page number: so the heading says them."""
    return "".join(view[start:end].split()).rstrip("0123456789.·…()")
