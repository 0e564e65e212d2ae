"""Moving: the keys of a pager, those of vi under the caret, sections, jumps, the mouse."""

from collections.abc import Callable

from textual import events

from reportreader.document.outline import (
    find_article,
    find_section,
    next_section,
    parent_section,
    previous_section,
)
from reportreader.tui.reading import caret, scrolling
from reportreader.tui.reading.keys import Completed, type_key
from reportreader.tui.reading.motions import Find, FindKind
from reportreader.tui.reading.progress import offset_at_percent
from reportreader.tui.reading.scrolling import Page
from reportreader.tui.reading.selection import Unit
from reportreader.tui.reading.state import Mode, ReadingState, Waiting
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.reading_core import ReadingCore
from reportreader.tui.widgets.report_view import ReportView

_OBJECTS = {"w": Unit.WORD, "s": Unit.SENTENCE, "p": Unit.BLOCK}


def _caret_motion(name: str) -> Callable[["ReadingMotion"], None]:
    def act(screen: "ReadingMotion") -> None:
        screen.become(caret.move(screen.state, screen.prose, screen.page, name))

    act.__doc__ = f"Move the caret: {name}."
    return act


def _caret_rows(rows: Callable[[Page], int]) -> Callable[["ReadingMotion"], None]:
    def act(screen: "ReadingMotion") -> None:
        page = screen.page
        screen.become(caret.move_rows(screen.state, screen.prose, page, rows(page)))

    act.__doc__ = "Move the caret by rows."
    return act


def _scroll(rows: Callable[[Page], int]) -> Callable[["ReadingMotion"], None]:
    def act(screen: "ReadingMotion") -> None:
        screen.scroll_rows(rows(screen.page) * screen.state.times)

    act.__doc__ = "Scroll by rows."
    return act


def _wait(waiting: Waiting, kind: FindKind = FindKind.TO) -> Callable[["ReadingMotion"], None]:
    def act(screen: "ReadingMotion") -> None:
        screen.become(screen.state._replace(waiting=waiting, find_kind=kind))

    act.__doc__ = "Wait for one more key."
    return act


class ReadingMotion(ReadingCore):
    """Everything that moves page and caret."""

    action_line_down = _scroll(lambda _: 1)
    action_line_up = _scroll(lambda _: -1)
    action_page_down = _scroll(lambda page: max(1, page.height - 1))
    action_page_up = _scroll(lambda page: -max(1, page.height - 1))
    action_half_down = _scroll(lambda page: max(1, page.height // 2))
    action_half_up = _scroll(lambda page: -max(1, page.height // 2))

    action_caret_left = _caret_motion("left")
    action_caret_right = _caret_motion("right")
    action_word_forward = _caret_motion("word_forward")
    action_word_back = _caret_motion("word_back")
    action_word_end = _caret_motion("word_end")
    action_sentence_back = _caret_motion("sentence_back")
    action_sentence_forward = _caret_motion("sentence_forward")
    action_block_back = _caret_motion("block_back")
    action_block_forward = _caret_motion("block_forward")
    action_row_start = _caret_motion("row_start")
    action_row_end = _caret_motion("row_end")
    action_last_character = _caret_motion("last")

    action_caret_down = _caret_rows(lambda _: 1)
    action_caret_up = _caret_rows(lambda _: -1)
    action_caret_page_down = _caret_rows(lambda page: max(1, page.height - 1))
    action_caret_page_up = _caret_rows(lambda page: -max(1, page.height - 1))
    action_caret_half_down = _caret_rows(lambda page: max(1, page.height // 2))
    action_caret_half_up = _caret_rows(lambda page: -max(1, page.height // 2))

    action_first_character = _wait(Waiting.GO)
    action_find_to = _wait(Waiting.FIND, FindKind.TO)
    action_find_before = _wait(Waiting.FIND, FindKind.BEFORE)
    action_find_back_to = _wait(Waiting.FIND, FindKind.BACK_TO)
    action_find_back_behind = _wait(Waiting.FIND, FindKind.BACK_BEHIND)
    action_select_object = _wait(Waiting.TEXT_OBJECT)
    action_set_mark = _wait(Waiting.SET_MARK)
    action_go_to_mark = _wait(Waiting.GO_TO_MARK)

    def scroll_rows(self, rows: int) -> None:
        """Scroll, upwards if `rows` is negative."""
        self.become(scrolling.scrolled(self.state, self.page, rows)._replace(typed_count=None))

    # -- keys that only begin something ---------------------------------------------------------

    @reports_errors
    def on_key(self, event: events.Key) -> None:
        """Take in figures and awaited characters before the bindings see them."""
        if self.focused is not None and not isinstance(self.focused, ReportView):
            return
        typed = type_key(self.state, event.key, event.character)
        if not typed.used:
            return
        event.stop()
        event.prevent_default()
        self.become(typed.state)
        if typed.completed is not None:
            self.complete_key(typed.completed)

    def complete_key(self, completed: Completed) -> None:
        """Do what waited for its character."""
        page, state = self.page, self.state
        match completed.waiting:
            case Waiting.GO if completed.character == "g":
                self.become(caret.move(state, self.prose, page, "first"))
            case Waiting.FIND:
                wanted = Find(kind=state.find_kind, character=completed.character)
                self.become(caret.find_character(state, self.prose, page, wanted))
            case Waiting.TEXT_OBJECT if completed.character in _OBJECTS:
                unit = _OBJECTS[completed.character]
                self.become(caret.select_unit(state, self.prose, page, unit))
            case Waiting.SET_MARK:
                self.mark_set(completed.character)
            case Waiting.GO_TO_MARK:
                self.mark_wanted(completed.character)
            case _:
                self.become(state._replace(typed_count=None))

    def mark_set(self, letter: str) -> None:
        """Set a mark under a letter; marks are annotations."""
        raise NotImplementedError

    def mark_wanted(self, letter: str) -> None:
        """Go to the mark under a letter."""
        raise NotImplementedError

    # -- the caret ------------------------------------------------------------------------------

    def action_visual(self) -> None:
        """Bring the caret and select by characters."""
        self._toggle_visual(Unit.CHARACTER)

    def action_visual_blocks(self) -> None:
        """Bring the caret and select by paragraphs."""
        self._toggle_visual(Unit.BLOCK)

    def _toggle_visual(self, unit: Unit) -> None:
        if len(self.document.blocks):
            self.take_focus()
            self.become(caret.toggle_visual(self.state, self.prose, self.page, unit))

    def action_swap_ends(self) -> None:
        """Move the other end from now on."""
        self.become(caret.swap_ends(self.state, self.page))

    def action_find_again(self) -> None:
        """Repeat the last search for a character."""
        self.become(caret.find_again(self.state, self.prose, self.page, reverse=False))

    def action_find_reverse(self) -> None:
        """Repeat it the other way."""
        self.become(caret.find_again(self.state, self.prose, self.page, reverse=True))

    # -- jumps ----------------------------------------------------------------------------------

    def jump(self, offset: int) -> None:
        """Go to `offset`, at the top of the page, and remember the place left."""
        page = self.page
        if self.state.mode is Mode.READING:
            self.become(scrolling.jumped(self.state, page, offset)._replace(typed_count=None))
        else:
            self.go_to(self.prose.visible(offset))

    def action_to_top(self) -> None:
        """Go to the beginning, or to the paragraph of the count."""
        page, state = self.page, self.state
        if state.typed_count is not None:
            self.jump(caret.nth_block(self.prose, state.typed_count))
        else:
            self._jump_as(state, scrolling.to_top(state, page))

    def action_to_bottom(self) -> None:
        """Go to the end, or to the paragraph of the count."""
        page, state = self.page, self.state
        if state.typed_count is not None:
            self.jump(caret.nth_block(self.prose, state.typed_count))
        else:
            self._jump_as(state, scrolling.to_bottom(state, page))

    def _jump_as(self, old: ReadingState, moved: ReadingState) -> None:
        self.become(moved._replace(jumps=old.jumps.left(old.place), typed_count=None))

    def action_to_percent(self) -> None:
        """Go to as many percent of the text as the count says."""
        self.jump(offset_at_percent(self.state.typed_count or 0, len(self.document.text)))

    def action_jump_back(self) -> None:
        """Go back to the place before the last jump."""
        moved = scrolling.jumped_back(self.state, self.page)
        if moved is not None:
            self.become(moved)

    def action_jump_forward(self) -> None:
        """Go forward again."""
        moved = scrolling.jumped_forward(self.state, self.page)
        if moved is not None:
            self.become(moved)

    # -- sections and articles ------------------------------------------------------------------

    @property
    def here(self) -> int:
        """The place that sections are counted from: the caret, else the top of the page."""
        state = self.state
        in_text = state.mode is not Mode.READING and state.caret is not None
        return state.caret if in_text and state.caret is not None else state.place

    def action_next_section(self) -> None:
        """Go to the next heading."""
        self._step_section(1, None)

    def action_previous_section(self) -> None:
        """Go to the heading before."""
        self._step_section(-1, None)

    def action_next_part(self) -> None:
        """Go to the next article, or heading of the first level."""
        self._step_part(1)

    def action_previous_part(self) -> None:
        """Go to the article or heading of the first level before."""
        self._step_part(-1)

    def action_parent_section(self) -> None:
        """Go up a level."""
        sections = self.document.sections
        index = find_section(sections, self.here)
        if index is None:
            return
        if sections[index].start == self.here:
            index = parent_section(sections, index)
        if index is not None:
            self.jump(sections[index].start)

    def _step_section(self, step: int, max_level: int | None) -> None:
        sections = self.document.sections
        find = next_section if step > 0 else previous_section
        place: int | None = self.here
        for _ in range(self.state.times):
            index = find(sections, place or 0, max_level=max_level)
            if index is None:
                break
            place = sections[index].start
        if place is None or place == self.here:
            self.become(self.state._replace(typed_count=None))
            self.reader_app.say("reading.no_next" if step > 0 else "reading.no_previous")
        else:
            self.jump(place)

    def _step_part(self, step: int) -> None:
        articles = self.document.articles
        if not articles:
            levels = [section.level for section in self.document.sections]
            self._step_section(step, min(levels, default=1))
            return
        here = self.here
        index = find_article(articles, here)
        starts = [article.start for article in articles]
        ahead = [start for start in starts if start > here]
        behind = [start for start in starts if start < here]
        found = ahead[self.state.times - 1 :][:1] if step > 0 else behind[-self.state.times :][:1]
        if found:
            self.jump(found[0])
        elif index is None or step > 0 or articles[index].start == here:
            self.become(self.state._replace(typed_count=None))
            self.reader_app.say("reading.no_next" if step > 0 else "reading.no_previous")
