"""The outline beside the text: opened, filled, folded, filtered, and kept on the place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on

from reportreader.document.section import Section
from reportreader.tui.reading.outline import current_row, outline_rows, parents
from reportreader.tui.reading.panel_rows import row_at
from reportreader.tui.screens.reading_bookmarks import ReadingBookmarks
from reportreader.tui.widgets.outline_pane import OutlinePane

if TYPE_CHECKING:
    from textual.widgets import Input

OUTLINE_ID = "outline"
FILTER_ID = "outline-filter"


class ReadingOutline(ReadingBookmarks):
    """Everything about the outline."""

    folded: frozenset[int] = frozenset()
    outline_filter = ""
    _outline: OutlinePane | None = None

    @property
    def outline(self) -> OutlinePane | None:
        """The outline, where it is open."""
        return self._outline

    def make_outline(self) -> OutlinePane:
        """A new outline, as the state asks for it."""
        pane = OutlinePane(id=OUTLINE_ID, classes="pane")
        pane.empty_text = self.words("reading.no_outline")
        self._outline = pane
        return pane

    async def action_toggle_outline(self) -> None:
        """Open the outline with the focus on it, or close it."""
        if self.outline is not None:
            self.close_outline()
            return
        pane = await self.open_outline()
        pane.focus()

    async def open_outline(self) -> OutlinePane:
        """Open the outline; the keys stay where they are."""
        self.become(self.state._replace(outline=True, typed_count=None))
        pane = self.make_outline()
        await self.mount(pane, before=0)
        self.fit_panes()
        self.fill_outline()
        return pane

    def close_outline(self) -> None:
        """Close the outline and its filter."""
        self._outline = None
        self.close_field(FILTER_ID)
        self.query(f"#{OUTLINE_ID}").remove()
        self.outline_filter = ""
        self.become(self.state._replace(outline=False))
        self.take_focus()

    def fit_panes(self) -> None:
        """Lay panes over the text where there is no room beside it."""
        raise NotImplementedError

    def fill_outline(self) -> None:
        """List the sections with their counts, the cursor on where we are."""
        pane = self.outline
        if pane is None:
            return
        sections = self.document.sections
        wanted = self.outline_filter
        rows = outline_rows(
            sections,
            folded=self.folded,
            accepts=(lambda title: self.title_fits(title, wanted)) if wanted else None,
            hits=self.state.search.hits,
            notes=self.annotations.spans,
            terms=[(offset, offset) for offset, _ in self.term_places],
        )
        current = current_row(rows, sections, self.here)
        pane.show_rows(rows, cursor=current or 0)

    def refill_outline(self, before: Sequence[Section]) -> None:
        """List other sections than `before`; folds and the cursor stay with their headings."""
        folded = {before[index].start for index in self.folded if index < len(before)}
        self.folded = frozenset(
            index for index, section in enumerate(self.document.sections) if section.start in folded
        )
        pane = self.outline
        row = pane.cursor_row if pane is not None else None
        self.fill_outline()
        if pane is not None and row is not None and pane.rows:
            pane.cursor = row_at([other.offset for other in pane.rows], row.offset)

    def title_fits(self, title: str, wanted: str) -> bool:
        """Whether a heading holds what was typed, by its characters or its pinyin initials."""
        from reportreader.analysis.folding import fold
        from reportreader.library.pinyin import initials

        folded = fold(wanted)
        return folded in fold(title) or (folded.isascii() and folded in initials(title))

    def action_fold_section(self) -> None:
        """Fold the section under the cursor, or go up to the one that holds it."""
        pane = self.outline
        row = pane.cursor_row if pane is not None else None
        if pane is None or row is None:
            return
        if row.has_children and not row.folded:
            self._fold(row.section)
            return
        above = [
            number
            for number, other in enumerate(pane.rows[: pane.cursor])
            if other.depth < row.depth
        ]
        if above:
            pane.cursor = above[-1]

    def action_unfold_section(self) -> None:
        """Unfold the section under the cursor."""
        pane = self.outline
        row = pane.cursor_row if pane is not None else None
        if row is not None and row.folded:
            self._fold(row.section)

    def _fold(self, index: int) -> None:
        self.folded ^= {index}
        pane = self.outline
        if pane is None:
            return
        self.fill_outline()
        numbers = [number for number, row in enumerate(pane.rows) if row.section == index]
        if numbers:
            pane.cursor = numbers[0]

    @on(OutlinePane.FoldRequested)
    def fold_clicked(self, event: OutlinePane.FoldRequested) -> None:
        """The reader clicked the sign of a section."""
        event.stop()
        pane = self.outline
        if pane is not None and pane.cursor_row is not None:
            self._fold(pane.cursor_row.section)

    def fold_all(self) -> None:
        """Fold every section that holds others, or unfold all."""
        self.folded = frozenset() if self.folded else parents(self.document.sections)
        self.fill_outline()

    def action_filter_outline(self) -> None:
        """Filter the outline as you type."""
        from reportreader.tui.widgets.line_input import LineInput

        if not self.query(f"#{FILTER_ID}"):
            field = LineInput(
                self.outline_filter,
                placeholder=self.words("reading.outline_placeholder"),
                id=FILTER_ID,
            )
            self.open_field(field)
        self.query_one(f"#{FILTER_ID}").focus()

    def on_input_changed(self, event: "Input.Changed") -> None:
        """List the headings that fit so far; Textual calls the handler of the class above too."""
        if event.input.id == FILTER_ID:
            event.stop()
            self.outline_filter = event.value.strip()
            self.fill_outline()

    def on_input_submitted(self, event: "Input.Submitted") -> None:
        """Choose among what is left."""
        if event.input.id == FILTER_ID:
            event.stop()
            self.close_field(FILTER_ID)
            if self.outline is not None:
                self.outline.focus()

    def cancel_filter(self) -> bool:
        """Close the filter and list all headings again; False if there was none."""
        if not self.close_field(FILTER_ID) and not self.outline_filter:
            return False
        self.outline_filter = ""
        self.fill_outline()
        if self.outline is not None:
            self.outline.focus()
        return True

    def follow_place(self) -> None:
        """Move the cursor to where we are, unless the reader moves it."""
        pane = self.outline
        if pane is not None and pane is not self.focused and pane.rows:
            row = current_row(pane.rows, self.document.sections, self.here)
            if row is not None:
                pane.cursor = row

    def keywords_changed(self) -> None:
        """Terms or their counts are others: how dense they are is shown by section."""
        super().keywords_changed()
        self.refill_outline(self.document.sections)

    def place_changed(self) -> None:
        """The page shows another part of the text."""
        super().place_changed()
        self.follow_place()
