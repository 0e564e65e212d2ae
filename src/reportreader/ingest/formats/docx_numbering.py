"""The lists of a Word document (`numbering.xml`), and how its numbers are written there."""

from xml.etree import ElementTree as ET

from reportreader.ingest.formats.list_numbering import ListCounter, ListLevel, ListUse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_lists(part: ET.Element | None) -> ListCounter:
    """A counter for the lists of a document; one without any counts nothing."""
    if part is None:
        return ListCounter({}, {})
    lists = {
        element.get(f"{W}abstractNumId", ""): _read_levels(element)
        for element in part.iterfind(f"{W}abstractNum")
    }
    uses = {
        element.get(f"{W}numId", ""): _read_use(element) for element in part.iterfind(f"{W}num")
    }
    return ListCounter(lists, uses)


def _read_levels(element: ET.Element) -> dict[int, ListLevel]:
    return {
        whole_number(level.get(f"{W}ilvl"), 0): ListLevel(
            format=value_of(level, "numFmt") or "decimal",
            pattern=value_of(level, "lvlText") or "",
            start=whole_number(value_of(level, "start"), 1),
            is_decimal_throughout=level.find(f"{W}isLgl") is not None,
            runs_on=value_of(level, "lvlRestart") == "0",
        )
        for level in element.iterfind(f"{W}lvl")
    }


def _read_use(element: ET.Element) -> ListUse:
    starts: dict[int, int] = {}
    levels: dict[int, ListLevel] = {}
    for override in element.iterfind(f"{W}lvlOverride"):
        start = value_of(override, "startOverride")
        if start is not None:
            starts[whole_number(override.get(f"{W}ilvl"), 0)] = whole_number(start, 1)
        levels |= _read_levels(override)
    return ListUse(list_id=value_of(element, "abstractNumId") or "", starts=starts, levels=levels)


def value_of(element: ET.Element | None, path: str) -> str | None:
    """`w:val` of a descendant named by local names and `/`; None if there is none."""
    if element is None:
        return None
    found = element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def whole_number(text: str | None, default: int) -> int:
    """`text` as a small whole number, else `default`."""
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 6
    return int(text) if text is not None and is_number else default
