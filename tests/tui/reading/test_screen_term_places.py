"""Where the reader's terms stand: marks on the map, density in the outline."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from reportreader.analysis.terms import Term, TermGroup
from reportreader.document.section import Section, SectionKind
from reportreader.services.keywords import save_term_group
from reportreader.services.opening import Library
from reportreader.tui.drawing.outline_row import outline_cells
from reportreader.tui.reading.outline import outline_rows
from reportreader.tui.reading.scroll_map import MapSign, draw_map
from reportreader.typography.widths import NARROW

Open = Callable[..., AbstractAsyncContextManager[Any]]


def sections() -> tuple[Section, ...]:
    return tuple(
        Section(
            level=1,
            title=title,
            kind=SectionKind.NUMBERED,
            start=start,
            end=start + 1,
            content_end=start + 100,
        )
        for title, start in (("甲", 0), ("乙", 100), ("丙", 200))
    )


def test_a_section_is_as_dense_as_its_terms_by_its_length() -> None:
    rows = outline_rows(sections(), terms=[(10, 10), (110, 110), (120, 120)])
    assert [row.density for row in rows] == [0.5, 1.0, 0.0]


def test_without_terms_nothing_is_dense() -> None:
    assert [row.density for row in outline_rows(sections())] == [0.0] * 3


def test_the_bar_takes_its_cells_from_the_title_and_fits_the_row() -> None:
    for row in outline_rows(sections(), terms=[(10, 10), (110, 110), (120, 120)]):
        cells = outline_cells(row, 20, NARROW)
        assert sum(cell.cells for cell in cells) <= 20
        assert bool(cells[-1].role == "soft" and cells[-1].text.strip()) is bool(row.density)


def test_terms_are_marked_on_the_map_below_annotations_and_hits() -> None:
    drawn = draw_map(
        4,
        40,
        sections=(0, 10),
        terms=((10, "term-2"), (20, "term-1"), (30, "term-1")),
        annotations=((20, "red"),),
        hits=((30, 31),),
    )
    assert drawn.signs == (MapSign.SECTION, MapSign.TERM, MapSign.ANNOTATION, MapSign.HIT)
    assert drawn.colours[1:3] == ("term-2", "red")


async def test_terms_are_seen_on_the_map_and_in_the_outline(
    open_reader: Open, library: Library
) -> None:
    save_term_group(library, TermGroup(name="资金", terms=(Term(text="资金筹措"),)))
    async with open_reader(size=(120, 40)) as reader:
        await reader.until(lambda: bool(reader.pane.term_places))
        assert all(key == "term-1" for _, key in reader.pane.term_places)
        await reader.until(lambda: any(row.density == 1.0 for row in reader.pane.outline.rows))
        dense = {row.title for row in reader.pane.outline.rows if row.density}
        assert "资金筹措" in dense
        assert len(dense) < len(reader.pane.outline.rows)
