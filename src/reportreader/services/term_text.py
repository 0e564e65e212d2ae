"""Term groups as plain text, one term a line, for lists that people have already.

    [饮水] blue                a group begins, with its colour if it says one
    放心水, 饮用水              a term with its aliases, behind a comma, a tab or |
    管?网                      a pattern: ? for one character, * for some
    # 待核对                   a remark, passed over

Terms before the first group go into one that is named from outside. What a list cannot say (the
scope of a group, whether it is on) is told by TOML files only (`term_toml`).
"""

import re
from collections.abc import Iterable

from reportreader.analysis.terms import Term, TermGroup
from reportreader.services.term_toml import COLOURS

_GROUP = re.compile(r"\[([^\[\]]+)\]\s*(\S*)")
_BETWEEN = re.compile(r"[\t,，|｜]")
_PATTERN = re.compile(r"[?*]")
_REMARK = "#"


def parse_term_list(source: str, *, name: str) -> tuple[TermGroup, ...]:
    """The groups of a list; `name` is that of the first if it does not say so itself."""
    groups: list[TermGroup] = []
    current = _Collected(name, COLOURS[0])
    for line in source.splitlines():
        said = line.strip().removeprefix("\ufeff")
        if not said or said.startswith(_REMARK):
            continue
        head = _GROUP.fullmatch(said)
        if head is None:
            current.add(said)
            continue
        groups.extend(current.group())
        colour = head.group(2)
        current = _Collected(head.group(1).strip(), colour if colour in COLOURS else COLOURS[0])
    groups.extend(current.group())
    return tuple(groups)


def write_term_list(groups: Iterable[TermGroup]) -> str:
    """The groups as a list; characters that would mean something else there become blanks."""
    return "\n".join(_list(group) for group in groups)


class _Collected:
    """The lines of one group as they are read."""

    def __init__(self, name: str, colour: str) -> None:
        self._name = name
        self._colour = colour
        self._terms: list[Term] = []
        self._patterns: list[str] = []

    def add(self, line: str) -> None:
        """Takes a term or a pattern."""
        text, *aliases = (piece.strip() for piece in _BETWEEN.split(line))
        if text and _PATTERN.search(text):
            self._patterns.append(text)
        elif text:
            self._terms.append(Term(text=text, aliases=tuple(filter(None, aliases))))

    def group(self) -> Iterable[TermGroup]:
        """The group, if anything was said of it."""
        if self._terms or self._patterns:
            yield TermGroup(
                name=self._name,
                colour=self._colour,
                terms=tuple(self._terms),
                patterns=tuple(self._patterns),
            )


def _list(group: TermGroup) -> str:
    terms = ["\t".join(map(_plain, term.spellings)) for term in group.terms]
    head = f"[{re.sub(r'[][]', ' ', group.name)}] {group.colour}"
    return "\n".join((head, *terms, *group.patterns)) + "\n"


def _plain(spelling: str) -> str:
    return re.sub(r"[\t,，|｜?*]|^[#\[]", " ", spelling).strip()
