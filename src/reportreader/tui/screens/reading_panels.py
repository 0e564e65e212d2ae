"""The panes: the outline at the left and one panel at the right, beside the page or over it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from textual import events, on
from textual.css.query import DOMQuery

from reportreader.tui.reading.figures import FigureRow
from reportreader.tui.reading.page_layout import panes_over
from reportreader.tui.reading.panel_rows import (
    HitRow,
    KeywordKind,
    KeywordRow,
    NoteRow,
    note_rows,
    row_at,
)
from reportreader.tui.reading.state import SidePanel, Walked
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.reading_figures import ReadingFigures
from reportreader.tui.screens.reading_outline import OUTLINE_ID
from reportreader.tui.widgets.bar import Part
from reportreader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reportreader.tui.widgets.side_panel import SidePane

SIDE_ID = "side"
OVER_CLASS = "-over"


class ReadingPanels(ReadingFigures):
    """Everything beside the text."""

    # -- opening and closing --------------------------------------------------------------------

    @property
    def side(self) -> "SidePane | None":
        """The panel at the right, where one is open."""
        return next(iter(cast("DOMQuery[SidePane]", self.query(f"#{SIDE_ID}"))), None)

    async def action_show_notes_panel(self) -> None:
        """Open or close the notes."""
        await self.toggle_side(SidePanel.NOTES)

    async def action_show_keywords_panel(self) -> None:
        """Open or close keyphrases and terms."""
        await self.toggle_side(SidePanel.KEYWORDS)

    async def action_show_figures_panel(self) -> None:
        """Open or close the list of figures."""
        self.need_figures()
        await self.toggle_side(SidePanel.FIGURES)

    async def action_list_hits(self) -> None:
        """Open or close the list of hits."""
        await self.toggle_side(SidePanel.HITS)

    async def toggle_side(self, kind: SidePanel) -> None:
        """Open a panel with the focus on it; the one that is open closes."""
        from reportreader.tui.widgets.side_panel import SidePane

        if self.side is not None and self.side.kind is kind:
            self.close_side()
            return
        await self.query(f"#{SIDE_ID}").remove()
        self.become(self.state._replace(side=kind, typed_count=None))
        pane = SidePane(kind, id=SIDE_ID)
        pane.add_class("pane")
        await self.mount(pane)
        self.fit_panes()
        self.fill_side()
        pane.row_list.focus()

    def close_side(self) -> None:
        """Close the panel at the right."""
        self.query(f"#{SIDE_ID}").remove()
        self.become(self.state._replace(side=None))
        self.take_focus()

    def fit_panes(self) -> None:
        """Lay panes over the text where there is no room beside it."""
        state = self.state
        over = panes_over(self.size.width, outline=state.outline, side=state.side is not None)
        for name, is_over in zip((OUTLINE_ID, SIDE_ID), over, strict=True):
            for pane in self.query(f"#{name}"):
                pane.set_class(is_over, OVER_CLASS)

    def close_overlay(self) -> bool:
        """Close the pane that has the focus, or that lies over the text; False if there is none."""
        for close, name in ((self.close_side, SIDE_ID), (self.close_outline, OUTLINE_ID)):
            for pane in self.query(f"#{name}"):
                focused = self.focused is not None and self.focused in pane.walk_children(
                    with_self=True
                )
                if focused or pane.has_class(OVER_CLASS):
                    close()
                    return True
        return False

    async def action_switch_pane(self) -> None:
        """Move the focus on: outline, text, panel; open the outline where nothing is open."""
        stops: list[Any] = [self.outline, self.view, self.side and self.side.row_list]
        open_ones = [stop for stop in stops if stop is not None]
        if len(open_ones) == 1:
            await self.action_toggle_outline()
            return
        index = next((i for i, stop in enumerate(open_ones) if stop is self.focused), -1)
        open_ones[(index + 1) % len(open_ones)].focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys apply."""
        del event
        self.refresh_bindings()

    # -- the panel at the right -----------------------------------------------------------------

    def fill_side(self) -> None:
        """Fill the panel with what it shows."""
        side = self.side
        if side is None:
            return
        match side.kind:
            case SidePanel.NOTES:
                rows: tuple[Any, ...] = note_rows(self.annotations, self.document)
                cursor = row_at([row.offset for row in rows], self.here)
            case SidePanel.KEYWORDS:
                rows = self.keyword_rows()
                cursor = side.row_list.cursor or next(
                    (n for n, row in enumerate(rows) if row.kind is not KeywordKind.HEADING), 0
                )
            case SidePanel.FIGURES:
                rows = self.figure_rows()
                cursor = self._figure_cursor(rows)
            case _:
                rows, cursor = self.hit_rows(), self.state.search.current or 0
        name = self.words(f"reading.panel_{side.kind.value}")
        side.show_head([Part(name, "strong")], [Part(one) for one in self._head_words(rows)])
        is_pending = side.kind is SidePanel.FIGURES and self.overlays.figures is None
        empty = self.words(f"reading.{'pending' if is_pending else 'empty'}_{side.kind.value}")
        side.show_rows(rows, cursor=cursor, empty=empty)

    def _head_words(self, rows: Sequence[Any]) -> list[str]:
        """What the head of the panel says at the right: the order, how many."""
        match self.state.side:
            case SidePanel.KEYWORDS:
                return []
            case SidePanel.HITS:
                return [f"{len(self.state.search.hits):,}"]
            case SidePanel.FIGURES:
                by_unit = self.state.figures_by_unit
                order = self.words(f"reading.figures_by_{'unit' if by_unit else 'place'}")
                return [f"{order}  ", f"{sum(not row.is_head for row in rows):,}"]
            case _:
                return [f"{len(rows):,}"]

    def _figure_cursor(self, rows: Sequence[FigureRow]) -> int:
        """The row of the figure that is lit, else of the place."""
        lit = self.state.lit
        if lit is not None:
            places = [None if row.is_head else row.offset for row in rows]
            if lit[0] in places:
                return places.index(lit[0])
        if self.state.figures_by_unit:
            return 0
        return row_at([row.offset for row in rows], self.here)

    def figures_changed(self) -> None:
        """Figures are others, or in another order: their panel shows it."""
        super().figures_changed()
        if self.side is not None and self.side.kind is SidePanel.FIGURES:
            self.fill_side()

    def follow_place(self) -> None:
        """Move the cursors of the panes to where we are, unless the reader moves them."""
        super().follow_place()
        side = self.side
        if side is not None and side.kind is SidePanel.NOTES:
            notes = side.row_list
            if notes is not self.focused and notes.rows:
                notes.cursor = row_at([row.offset for row in notes.rows], self.here)

    def keywords_changed(self) -> None:
        """Terms or their counts are others: their panel shows it."""
        super().keywords_changed()
        if self.side is not None and self.side.kind is SidePanel.KEYWORDS:
            self.fill_side()

    def annotations_changed(self) -> None:
        """Annotations are others: outline and notes show it."""
        super().annotations_changed()
        self.fill_outline()
        if self.side is not None and self.side.kind is SidePanel.NOTES:
            cursor = self.side.row_list.cursor
            self.fill_side()
            if self.side.row_list is self.focused:
                self.side.row_list.cursor = cursor

    def hits_changed(self) -> None:
        """Hits are others: map, outline and their list show it."""
        super().hits_changed()
        self.fill_outline()
        if self.side is not None and self.side.kind is SidePanel.HITS:
            self.fill_side()

    @on(RowList.RowChosen)
    @reports_errors
    def row_chosen(self, event: RowList.RowChosen) -> None:
        """The reader clicked a row."""
        event.stop()
        self._go_to_row(event.row_list)

    def action_choose_row(self) -> None:
        """Go to what the row under the cursor stands for."""
        if isinstance(self.focused, RowList):
            self._go_to_row(self.focused)

    def _go_to_row(self, rows: RowList[Any]) -> None:
        row = rows.cursor_row
        if row is None:
            return
        if isinstance(row, KeywordRow):
            self.go_to_keyword(row)
            return
        if isinstance(row, FigureRow):
            self.go_to_figure(row)
            return
        if isinstance(row, HitRow):
            search = self.state.search._replace(current=row.number)
            self.become(self.state._replace(search=search, walked=Walked.HITS))
            self.go_to(row.offset, margin=3)
        elif isinstance(row, NoteRow):
            self.go_to(row.offset, margin=3)
            self.become(self.state._replace(caret=row.offset))
        else:
            self.jump(row.offset)
        if any(pane.has_class(OVER_CLASS) for pane in rows.ancestors_with_self if pane.is_attached):
            self.close_overlay()
        elif not isinstance(row, HitRow):
            self.take_focus()

    @property
    def row_annotation(self) -> NoteRow | None:
        """The note under the cursor of the notes panel, while it has the focus."""
        focused = self.focused
        row = focused.cursor_row if isinstance(focused, RowList) else None
        return row if isinstance(row, NoteRow) else None

    def action_write_note(self) -> None:
        """Edit the note under the cursor of the panel, else as in the text."""
        row = self.row_annotation
        placed = self.annotations.find(row.annotation_id) if row is not None else None
        if placed is not None:
            self.edit_note(placed)
        else:
            super().action_write_note()

    def action_delete_annotation(self) -> None:
        """Delete the note under the cursor of the panel, else as in the text."""
        row = self.row_annotation
        placed = self.annotations.find(row.annotation_id) if row is not None else None
        if placed is not None:
            self.delete(placed)
        else:
            super().action_delete_annotation()
