"""Levels: how deep each heading lies, from nesting alone.

Headings of one key are siblings. A heading of a key that is open closes everything below it; a
new key goes one level deeper. Marks have no level of their own: 一是 may stand above 1. or below.
"""

from collections.abc import Sequence

from reportreader.document.section import SectionKind
from reportreader.structure.candidate import Heading

_OUTERMOST = frozenset(("annex", "apparatus", "short-column", "notice"))


def find_levels(headings: Sequence[Heading]) -> list[int]:
    """Level of each heading, 1 for the outermost."""
    levels: list[int] = []
    stack: list[str] = []
    base = 0
    page = any(heading.key == "headline" for heading in headings)
    for heading in headings:
        if page and heading.key in ("column", "headline"):
            stack.clear()
            base = 2
            levels.append(1 if heading.kind is SectionKind.COLUMN else 2)
            continue
        if heading.key in _OUTERMOST:
            stack[:] = [] if heading.key == "apparatus" else [heading.key]
            levels.append(base + 1)
            continue
        key = _nesting_key(heading)
        if key in stack:
            del stack[stack.index(key) + 1 :]
        else:
            _leave_finer(stack, key)
            stack.append(key)
        levels.append(base + len(stack))
    return levels


def _nesting_key(heading: Heading) -> str:
    if heading.key == "decimal":
        return f"decimal-{len(heading.number)}"
    return heading.key


def _leave_finer(stack: list[str], key: str) -> None:
    """Decimal numbers and hashes say how deep they are: 2 closes 1.3.1 even where 1 was unseen."""
    kind, _, depth = key.partition("-")
    if kind not in ("decimal", "hash") or not depth.isdecimal():
        return
    while stack and stack[-1].startswith(f"{kind}-") and stack[-1] > key:
        stack.pop()
