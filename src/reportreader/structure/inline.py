"""Headings hidden in flat text: between blanks, or glued to what stands around them."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportreader.document.section import SectionKind
from reportreader.structure.candidate import Candidate, Form, Heading
from reportreader.structure.flat import FLAT_LENGTH, find_opening_words
from reportreader.structure.line import Unit
from reportreader.structure.marks import MarkKind, parse_mark
from reportreader.structure.numbered import iter_inline
from reportreader.structure.patterns import Pattern
from reportreader.structure.shapes import past_blanks
from reportreader.structure.slogans import begins_with_verb, reads_as_slogan

_ENUMERATION = 60
_SENTENCE_END = Pattern(r"[。!?]”?")
_SLOGAN_LENGTH = 28
_DETAIL_LENGTH = 20
_TERSE_LENGTH = 8
_AGREEING = 3


def is_flat_text(units: Sequence[Unit]) -> bool:
    """Whether most of the text stands on one line; `units` are those before flat text is cut."""
    if not units:
        return False
    longest = max(len(unit) for unit in units)
    return longest >= FLAT_LENGTH and longest * 2 >= sum(len(unit) for unit in units)


def find_first_members(
    view: str, units: Sequence[Unit], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """First members of a series hidden in the paragraph above its second one.

    `… 有以下特点：一是甲。…` and then paragraphs that open with 二是, 三是.
    """
    found = []
    seen: set[str] = set()
    for candidate in candidates:
        mark = candidate.mark
        if mark is None:
            continue
        if mark.number == (2,) and candidate.key not in seen and candidate.score > 0:
            found.extend(_find_first(view, units, candidate))
        if mark.number == (1,):
            seen.add(candidate.key)
    return found


def _find_first(view: str, units: Sequence[Unit], second: Candidate) -> list[Candidate]:
    for number in range(second.unit - 1, max(-1, second.unit - 4), -1):
        for candidate in iter_inline(view, units[number], number):
            mark = candidate.mark
            if mark and mark.number == (1,) and candidate.key == second.key and candidate.score > 0:
                return [candidate]
    return []


def find_enumerated(
    view: str, units: Sequence[Unit], numbers: Sequence[int], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Slogans numbered 一是, 二是 inside one paragraph, each followed by its own sentences.

    An enumeration inside one sentence has no detail behind its members and stays text.
    """
    opened = {candidate.unit for candidate in candidates if candidate.key == MarkKind.HAN_IS}
    found = []
    for number in numbers:
        if len(units[number]) < _ENUMERATION or "二是" not in view[slice(*_span(units[number]))]:
            continue
        members = [
            candidate
            for candidate in iter_inline(view, units[number], number)
            if candidate.key == MarkKind.HAN_IS
        ]
        closed = all(
            candidate.score > 0 and candidate.closing in ("。", "!") for candidate in members
        )
        expected = 2 if number in opened else 1
        counted = [candidate.mark.number[0] for candidate in members if candidate.mark]
        if (
            closed
            and counted == list(range(expected, expected + len(counted)))
            and len(counted) + expected > 2
        ):
            found.extend(members)
    return found


def _span(unit: Unit) -> tuple[int, int]:
    return unit.start, unit.end


def find_blank_parted(view: str, units: Sequence[Unit], *, cut_off: bool) -> list[Heading]:
    """Phrases that open the paragraphs of a flat text and are parted from them by a blank."""
    phrases = []
    for number, unit in enumerate(units):
        if unit.flat and number > 0 and parse_mark(view, unit.start) is None:
            end = find_opening_words(view, unit)
            if end > unit.start:
                phrases.append((number, end))
    single = (
        cut_off
        and len(phrases) == 1
        and begins_with_verb(view, units[phrases[0][0]].start, phrases[0][1])
    )
    if len(phrases) < 2 and not single:
        return []
    confidence = round(min(0.95, 0.6 + 0.08 * len(phrases)), 2)
    return [
        Heading(
            start=units[number].start,
            end=end,
            unit=number,
            key="inline-blank",
            kind=SectionKind.INLINE,
            reason="reason_inline_blank",
            confidence=confidence,
            form=Form.INLINE,
        )
        for number, end in phrases
    ]


def find_flat_slogans(view: str, units: Sequence[Unit], numbers: Sequence[int]) -> list[Heading]:
    """Short sentences of one build that head their parts inside flat text, three or more of them.

    `聚焦甲，…。detail 聚焦乙，…。detail`: they begin alike, or all are terse and of one length, and
    longer sentences stand between.
    """
    groups: dict[str | int, list[tuple[int, int, int]]] = defaultdict(list)
    for number in numbers:
        for sentence, detail in itertools.pairwise(_iter_sentences(view, units[number])):
            start, end = sentence[0], sentence[1] - 1
            if detail[1] - detail[0] > _DETAIL_LENGTH and _heads_detail(view, start, end):
                terse = end - start <= _TERSE_LENGTH and "," not in view[start:end]
                groups[end - start if terse else view[start : start + 2]].append(
                    (number, start, end)
                )
    return [
        Heading(
            start=start,
            end=end,
            unit=number,
            key="inline-slogan",
            kind=SectionKind.INLINE,
            reason="reason_inline_slogan",
            confidence=round(min(0.95, 0.6 + 0.06 * len(group)), 2),
            form=Form.INLINE,
        )
        for group in groups.values()
        if len(group) >= _AGREEING
        for number, start, end in group
    ]


def _iter_sentences(view: str, unit: Unit) -> Iterator[tuple[int, int]]:
    """Start and end of each closed sentence of a unit, the blanks in front left out."""
    start = unit.start
    for stop in _SENTENCE_END.finditer(view, unit.start, unit.end):
        yield past_blanks(view, start, stop.end()), stop.end()
        start = stop.end()


def _heads_detail(view: str, start: int, end: int) -> bool:
    return (
        4 <= end - start <= _SLOGAN_LENGTH
        and begins_with_verb(view, start, end)
        and reads_as_slogan(view, start, end)
    )
