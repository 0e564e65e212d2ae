"""Term hits are counted for each section, those below it included."""

from reportreader.analysis.terms import Term, TermGroup
from reportreader.document.document import Document
from reportreader.document.section import Section, SectionKind
from reportreader.services.term_density import section_densities

_TEXT = "一、饮水\n饮水和水厂。\n（一）管网\n管网老化，饮水不稳。\n二、道路\n村道三条。\n"


def _section(heading: str, level: int, until: str) -> Section:
    start = _TEXT.index(heading)
    end = _TEXT.index(until) if until else len(_TEXT)
    return Section(
        start=start,
        end=start + len(heading),
        level=level,
        title=heading,
        kind=SectionKind.NUMBERED,
        content_end=end,
    )


_DOCUMENT = Document(
    text=_TEXT,
    sections=(
        _section("一、饮水", 1, "二、道路"),
        _section("（一）管网", 2, "二、道路"),
        _section("二、道路", 1, ""),
    ),
)
_WATER = TermGroup(name="水", terms=(Term(text="饮水"), Term(text="水厂")))
_PIPES = TermGroup(name="管", terms=(Term(text="管网"),))


def test_sections_count_what_stands_below_them() -> None:
    densities = section_densities(_DOCUMENT, (_WATER, _PIPES))
    assert [density.counts for density in densities] == [(4, 2), (1, 2), (0, 0)]
    assert [density.count for density in densities] == [6, 3, 0]


def test_rates_are_per_ten_thousand_characters() -> None:
    first, _, last = section_densities(_DOCUMENT, (_WATER,))
    length = _DOCUMENT.sections[0].content_end - _DOCUMENT.sections[0].start
    assert first.rate == 4 * 10_000 / length
    assert last.rate == 0


def test_groups_that_are_off_count_nothing() -> None:
    off = TermGroup(name="水", terms=_WATER.terms, enabled=False)
    assert [density.counts for density in section_densities(_DOCUMENT, (off, _PIPES))] == [
        (0, 2),
        (0, 2),
        (0, 0),
    ]
    assert section_densities(Document(text=_TEXT), (_WATER,)) == ()
