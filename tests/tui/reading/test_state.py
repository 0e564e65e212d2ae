"""Keys, jumps, search, outline, map and layers as values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportreader.analysis.terms import Term, TermGroup
from reportreader.document.block import Blocks
from reportreader.document.document import Document
from reportreader.document.section import Section, SectionKind
from reportreader.tui.reading.annotations import annotation_layer
from reportreader.tui.reading.jumps import Jumps
from reportreader.tui.reading.keys import type_key, typed_so_far
from reportreader.tui.reading.motions import Find, FindKind, find, repeat_find
from reportreader.tui.reading.outline import current_row, outline_rows, parents
from reportreader.tui.reading.overlays import Lively, Overlays, difference
from reportreader.tui.reading.progress import minutes_left, offset_at_percent, percent
from reportreader.tui.reading.prose import Prose
from reportreader.tui.reading.scroll_map import MapSign, draw_map, offset_of, row_of, thumb
from reportreader.tui.reading.scrolling import Page, scrolled, settled, to_bottom, to_place
from reportreader.tui.reading.searching import SearchState, nearest, overlapping
from reportreader.tui.reading.selection import Selection, Unit
from reportreader.tui.reading.state import Mode, ReadingState, Waiting
from reportreader.tui.reading.terms import TermLayer, single_terms
from reportreader.tui.reading.walking import walk
from reportreader.typography.flow import Flow
from reportreader.typography.style import LayoutStyle

_PARAGRAPH = "水渠改造已经完工，全镇一百二十户用上了自来水。下一步要管好用好，防止重建轻管！"
_TEXT = "\n".join(f"第{number}段。{_PARAGRAPH}" for number in range(60))


def document(text: str = _TEXT) -> Document:
    return Document(text=text, blocks=Blocks.from_lines(text))


def page(width: int = 40, height: int = 10) -> Page:
    return Page(flow=Flow(document(), LayoutStyle(measure=width)), height=height)


def typed(state: ReadingState, keys: str) -> ReadingState:
    for key in keys:
        state = type_key(state, key, key).state
    return state


class TestKeys:
    def test_figures_gather_into_a_count(self) -> None:
        state = typed(ReadingState(), "120")
        assert (state.typed_count, state.times, typed_so_far(state)) == (120, 120, "120")

    def test_zero_begins_no_count(self) -> None:
        assert not type_key(ReadingState(), "0", "0").used

    @pytest.mark.parametrize(("figure", "used"), [("3", False), ("6", True), ("0", False)])
    def test_colours_are_no_count_while_several_characters_are_selected(
        self, figure: str, *, used: bool
    ) -> None:
        state = ReadingState(mode=Mode.VISUAL, caret=4, selection=Selection(anchor=0, head=4))
        assert type_key(state, figure, figure).used is used

    def test_a_single_character_leaves_figures_to_the_count(self) -> None:
        state = ReadingState(mode=Mode.VISUAL, caret=4, selection=Selection(anchor=4, head=4))
        assert typed(state, "3").typed_count == 3
        assert not type_key(
            state._replace(selection=Selection(anchor=4, head=4, unit=Unit.BLOCK)), "3", "3"
        ).used

    def test_the_awaited_character_is_handed_over(self) -> None:
        result = type_key(ReadingState(waiting=Waiting.SET_MARK), "a", "a")
        assert result.completed is not None
        assert (result.completed.waiting, result.completed.character) == (Waiting.SET_MARK, "a")
        assert result.state.waiting is None

    def test_escape_ends_the_wait(self) -> None:
        result = type_key(ReadingState(waiting=Waiting.FIND, typed_count=3), "escape", None)
        assert (result.used, result.completed, result.state.typed_count) == (True, None, None)

    def test_what_waits_is_shown(self) -> None:
        state = ReadingState(waiting=Waiting.FIND, find_kind=FindKind.BACK_TO, typed_count=2)
        assert typed_so_far(state) == "2F"


class TestJumps:
    @given(st.lists(st.integers(0, 1000), max_size=150))
    def test_going_back_and_forth_ends_where_it_began(self, places: list[int]) -> None:
        jumps, here = Jumps(), -1
        for place in places:
            jumps, here = jumps.left(here), place
        start = here
        steps = 0
        while (found := jumps.back(here)) is not None:
            jumps, here = found
            steps += 1
        for _ in range(steps):
            forward = jumps.forward(here)
            assert forward is not None
            jumps, here = forward
        assert here == start
        assert jumps.forward(here) is None

    def test_a_new_jump_forgets_what_was_ahead(self) -> None:
        back = Jumps(behind=(1, 2)).back(3)
        assert back is not None
        assert back[0].left(2).ahead == ()


class TestSearch:
    hits = ((3, 5), (10, 12), (20, 22))

    @pytest.mark.parametrize(
        ("place", "backwards", "index"),
        [(0, False, 0), (4, False, 1), (30, False, 0), (30, True, 2), (10, True, 0), (0, True, 2)],
    )
    def test_the_nearest_hit(self, place: int, index: int, *, backwards: bool) -> None:
        assert nearest(self.hits, place, backwards=backwards) == index

    @pytest.mark.parametrize(
        ("current", "step", "reached", "wrapped"),
        [(0, 1, 1, False), (2, 1, 0, True), (0, -1, 2, True), (0, 4, 1, True)],
    )
    def test_steps_go_around_the_end(
        self, current: int, step: int, reached: int, *, wrapped: bool
    ) -> None:
        state = SearchState(query="a", hits=self.hits, current=current)
        moved, told = state.stepped(step, 0)
        assert (moved.current, told) == (reached, wrapped)

    @pytest.mark.parametrize(
        ("hits", "current"),
        [(((3, 6), (10, 13), (20, 23)), 1), (((3, 6), (20, 23)), 0), ((), None)],
    )
    def test_a_later_answer_leaves_the_walk_where_it_is(
        self, hits: tuple[tuple[int, int], ...], current: int | None
    ) -> None:
        walked = SearchState(query="a", hits=self.hits, current=1)
        assert walked.found("ab", hits, keeps_current=True).current == current

    @given(st.integers(0, 30), st.integers(1, 10))
    def test_overlapping_spans(self, start: int, length: int) -> None:
        end = start + length
        expected = [hit for hit in self.hits if hit[0] < end and hit[1] > start]
        assert list(overlapping(self.hits, start, end)) == expected


class TestScrolling:
    @given(st.lists(st.integers(-30, 30), max_size=30))
    def test_rows_are_walked_exactly(self, steps: list[int]) -> None:
        seen = page()
        every = list(seen.flow.iter_lines())
        state = settled(ReadingState(), seen)
        row = 0
        for step in steps:
            state = scrolled(state, seen, step)
            row = max(0, min(row + step, len(every) - seen.height))
            assert seen.lines(state) == every[row : row + seen.height]

    @given(st.integers(0, len(_TEXT) - 1), st.lists(st.integers(10, 120), min_size=1, max_size=5))
    def test_a_new_width_keeps_the_place(self, place: int, widths: list[int]) -> None:
        state = to_place(ReadingState(), page(), place)
        kept = state.place
        for width in widths:
            seen = page(width)
            state = settled(state, seen)
            assert state.place == kept
            lines = seen.lines(state)
            assert lines[0].start <= kept < lines[-1].end

    def test_the_last_page_ends_with_the_last_row(self) -> None:
        seen = page()
        lines = seen.lines(to_bottom(ReadingState(), seen))
        assert len(lines) == seen.height
        assert lines[-1].end == len(_TEXT)


class TestFind:
    prose = Prose(document("水，电，路，气。"))

    @pytest.mark.parametrize(
        ("kind", "offset", "count", "target"),
        [("f", 0, 1, 1), ("f", 0, 2, 3), ("t", 0, 1, 0), ("F", 6, 1, 5), ("T", 6, 1, 6)],
    )
    def test_the_four_ways(self, kind: str, offset: int, count: int, target: int) -> None:
        wanted = Find(kind=FindKind(kind), character="，")
        assert find(self.prose, offset, wanted, count) == target

    def test_nothing_found(self) -> None:
        assert find(self.prose, 0, Find(kind=FindKind.TO, character="煤")) is None

    def test_repeating_is_not_stuck_before_the_character(self) -> None:
        wanted = Find(kind=FindKind.BEFORE, character="，")
        assert repeat_find(self.prose, 0, wanted, reverse=False) == 2
        assert repeat_find(self.prose, 4, wanted, reverse=True) == 2


def sections(levels: tuple[int, ...]) -> tuple[Section, ...]:
    length = 10 * len(levels)
    return tuple(
        Section(
            start=10 * index,
            end=10 * index + 5,
            level=level,
            title=f"第{index}节",
            kind=SectionKind.NUMBERED,
            content_end=next(
                (10 * later for later in range(index + 1, len(levels)) if levels[later] <= level),
                length,
            ),
        )
        for index, level in enumerate(levels)
    )


class TestOutline:
    levels = (1, 2, 3, 2, 1, 2)

    def test_folding_hides_what_lies_below(self) -> None:
        rows = outline_rows(sections(self.levels), folded=frozenset({0}))
        assert [row.section for row in rows] == [0, 4, 5]

    def test_a_filter_keeps_the_way_to_what_fits(self) -> None:
        rows = outline_rows(
            sections(self.levels), folded=frozenset({0}), accepts=lambda title: "2" in title
        )
        assert [row.section for row in rows] == [0, 1, 2]

    def test_a_section_counts_what_lies_in_its_part(self) -> None:
        hits = ((2, 3), (25, 26), (55, 56))
        rows = outline_rows(sections(self.levels), hits=hits, notes=((31, 32),))
        assert [row.hits for row in rows] == [2, 1, 1, 0, 1, 1]
        assert [row.notes for row in rows] == [1, 0, 0, 1, 0, 0]

    def test_the_place_is_shown_by_the_nearest_listed_section(self) -> None:
        made = sections(self.levels)
        rows = outline_rows(made, folded=frozenset({0}))
        assert current_row(rows, made, 22) == 0
        assert current_row(rows, made, 51) == 2

    def test_what_there_is_to_fold(self) -> None:
        assert parents(sections(self.levels)) == {0, 1, 4}


class TestMap:
    @given(st.integers(1, 60), st.integers(1, 10_000), st.integers(0, 10_000))
    def test_a_row_leads_back_to_itself(self, height: int, length: int, offset: int) -> None:
        row = row_of(min(offset, length - 1), height, length)
        assert 0 <= row < height
        if length >= height:
            assert row_of(offset_of(row, height, length), height, length) == row

    def test_the_weightier_sign_wins(self) -> None:
        drawn = draw_map(
            4,
            400,
            sections=(0, 100, 200),
            annotations=((150, "red"), (210, "blue")),
            hits=((5, 6),),
        )
        assert drawn.signs == (
            MapSign.HIT,
            MapSign.ANNOTATION,
            MapSign.ANNOTATION,
            MapSign.NOTHING,
        )
        assert drawn.colours[1:3] == ("red", "blue")

    def test_the_thumb_has_at_least_one_row(self) -> None:
        assert thumb(10, 12, 20, 10_000) == (0, 1)


class TestProgress:
    def test_figures(self) -> None:
        assert (percent(50, 200), percent(200, 200), percent(0, 0)) == (25, 100, 100)
        assert (minutes_left(0, 4001, 400), minutes_left(4001, 4001, 400)) == (11, 0)
        assert (offset_at_percent(50, 300), offset_at_percent(120, 300)) == (150, 300)


class TestTerms:
    text = "供水办牵头，供水站落实。" * 700

    def test_chunks_show_what_the_whole_shows(self) -> None:
        layer = TermLayer(self.text, single_terms(["供水站", "供水"]), ["a", "b"])
        whole = layer.overlapping(0, len(self.text))
        pieces = {
            one
            for start in range(0, len(self.text), 97)
            for one in layer.overlapping(start, start + 97)
        }
        assert pieces == set(whole)
        assert layer.count() == (700, 700)

    def test_steps_find_the_next_and_the_last(self) -> None:
        text = "前" * 9000 + "供水" + "后" * 9000
        groups = (TermGroup(name="水", terms=(Term(text="供水"),)),)
        layer = TermLayer(text, groups, ["a"])
        assert layer.step(0) == 9000
        assert layer.step(9000) is None
        assert layer.step(len(text), backwards=True) == 9000
        assert layer.step(0, group=1) is None


class TestOverlays:
    @given(
        st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted),
        st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted),
    )
    def test_a_difference_is_what_only_one_of_two_spans_holds(
        self, one: list[int], other: list[int]
    ) -> None:
        first, second = (one[0], one[1]), (other[0], other[1])
        changed = {offset for span in difference(first, second) for offset in range(*span)}
        assert changed == set(range(*first)) ^ set(range(*second))

    def test_moving_the_caret_changes_two_characters(self) -> None:
        before, after = Lively(caret=(3, 4)), Lively(caret=(4, 5))
        assert sorted(after.changed(before)) == [(3, 4), (4, 5)]

    def test_nothing_to_walk(self) -> None:
        overlays = Overlays(annotations=annotation_layer(()))
        for walked in ("annotations", "terms", "keyphrases"):
            assert walk(overlays, walked, 0, backwards=False) is None  # type: ignore[arg-type]
