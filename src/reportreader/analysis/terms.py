"""Term groups: the reader's own words, each group in a colour, found all at once.

A term is found as a search finds it (`searchtext`), or by a pattern in which `?` stands for one
character and `*` for up to `WIDEST_STAR` of the same clause. Of terms that overlap the longest
wins.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from reportreader.analysis.folding import fold
from reportreader.analysis.searchtext import SearchText, search_form

WIDEST_STAR = 10
"""Characters that one `*` of a pattern may stand for."""
_MOST_STARS = 3
"""Stars of one pattern that are honoured, which bounds the time it can take."""
_LONGEST_TERM = 200
_KEY_LENGTH = 2
_MATCHERS_KEPT = 16


class TermScope(StrEnum):
    """Where a group is looked for."""

    EVERYWHERE = "everywhere"
    TAG = "tag"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing to be found, with the other ways of saying it."""

    text: str
    aliases: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The text and its aliases."""
        return (self.text, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermGroup:
    """Terms that share a name and a colour (the name of a `Colour`).

    `scope_value` is the tag or the report that a narrower scope means.
    """

    name: str
    colour: str = "yellow"
    terms: tuple[Term, ...] = ()
    patterns: tuple[str, ...] = ()
    scope: TermScope = TermScope.EVERYWHERE
    scope_value: str = ""
    enabled: bool = True

    def applies(self, *, report: str = "", tags: Iterable[str] = ()) -> bool:
        """Whether the group is looked for in a report; a tag counts for those below it too."""
        if not self.enabled:
            return False
        if self.scope is TermScope.REPORT:
            return self.scope_value == report
        if self.scope is TermScope.TAG:
            below = self.scope_value + "/"
            return any(tag == self.scope_value or tag.startswith(below) for tag in tags)
        return True


@dataclass(slots=True)
class _Index:
    """Terms by their first two characters; terms of one character stand in `single`."""

    groups: dict[str, int] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    single: dict[str, int] = field(default_factory=dict)
    longest: int = 1


class TermMatcher:
    """Finds the terms of all enabled groups in one pass; made once, used for many texts."""

    def __init__(self, groups: Sequence[TermGroup]) -> None:
        self._index = _Index()
        self._patterns: list[tuple[re.Pattern[str], int]] = []
        enabled = [(number, group) for number, group in enumerate(groups) if group.enabled]
        spellings = [
            (spelling, number)
            for number, group in enabled
            for term in group.terms
            for spelling in term.spellings
        ]
        forms = search_forms([spelling for spelling, _ in spellings])
        for form, (_, number) in zip(forms, spellings, strict=True):
            self._add_spelling(form[:_LONGEST_TERM], number)
        for number, group in enabled:
            self._add_patterns(group, number)

    def _add_patterns(self, group: TermGroup, number: int) -> None:
        for said in group.patterns:
            pattern = _compile_pattern(said)
            if pattern is not None:
                self._patterns.append((pattern, number))

    def _add_spelling(self, form: str, number: int) -> None:
        index = self._index
        index.longest = max(index.longest, len(form))
        if len(form) == 1:
            index.single.setdefault(form, number)
        elif form and form not in index.groups:
            index.groups[form] = number
            key = form[:_KEY_LENGTH]
            known = {*index.lengths.get(key, ()), len(form)}
            index.lengths[key] = tuple(sorted(known, reverse=True))

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, int]]:
        """(start, end, group index) of the terms that touch `text[start:end]`, ascending, disjoint.

        The text around the window is looked at as far as the longest term reaches several times,
        so that a window shows what a look at the whole shows.
        """
        stop = len(text) if end is None else min(end, len(text))
        margin = 4 * max(self._index.longest, WIDEST_STAR * _MOST_STARS if self._patterns else 1)
        first = max(0, start - margin)
        window = SearchText(text[first : min(len(text), stop + margin)])
        found = []
        for begin, finish, number in _longest(self._all_in(window.searched)):
            left, right = window.interval(begin, finish)
            if first + right > start and first + left < stop:
                found.append((first + left, first + right, number))
        return found

    def _all_in(self, searched: str) -> list[tuple[int, int, int]]:
        """The longest term at every position of a text in search form, as they come."""
        index = self._index
        lengths, groups, single = index.lengths, index.groups, index.single
        found = []
        if lengths:
            for position, key in enumerate(map(str.__add__, searched, searched[1:])):
                if key in lengths:
                    for length in lengths[key]:
                        number = groups.get(searched[position : position + length])
                        if number is not None:
                            found.append((position, position + length, number))
                            break
        if single:
            found.extend(
                (position, position + 1, single[character])
                for position, character in enumerate(searched)
                if character in single
            )
        for pattern, number in self._patterns:
            found.extend((*hit.span(), number) for hit in pattern.finditer(searched))
        return found


@lru_cache(_MATCHERS_KEPT)
def matcher_of(groups: tuple[TermGroup, ...]) -> TermMatcher:
    """The matcher of these groups, made once for all the texts that are read."""
    return TermMatcher(groups)


def search_forms(texts: Sequence[str]) -> list[str]:
    """`search_form` of many short texts; those of letters alone, as most are, are folded at once."""
    plain = [text for text in texts if text.isalnum()]
    folded = dict(zip(plain, fold("\n".join(plain)).split("\n"), strict=False))
    return [folded[text] if text in folded else search_form(text) for text in texts]


def _longest(found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Of intervals that overlap the longest, of equals the first; ascending."""
    found.sort()
    kept: list[tuple[int, int, int]] = []
    cluster: list[tuple[int, int, int]] = []
    reach = -1
    for hit in found:
        if hit[0] >= reach:
            kept.extend(_longest_of_cluster(cluster))
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit[1])
    kept.extend(_longest_of_cluster(cluster))
    return kept


def _longest_of_cluster(cluster: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    if len(cluster) < 2:
        return cluster
    taken: set[int] = set()
    kept = []
    for hit in sorted(cluster, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if hit[0] not in taken and hit[1] - 1 not in taken:
            taken.update(range(hit[0], hit[1]))
            kept.append(hit)
    return sorted(kept)


def _compile_pattern(said: str) -> re.Pattern[str] | None:
    form = search_form(said)[:_LONGEST_TERM].strip("*")
    if not form.strip("?"):
        return None
    pieces = []
    stars = 0
    for character in form:
        if character == "?":
            pieces.append(r"\w")
        elif character == "*":
            stars += 1
            if stars <= _MOST_STARS:
                pieces.append(rf"\w{{0,{WIDEST_STAR}}}?")
        else:
            pieces.append(re.escape(character))
    return re.compile("".join(pieces))
