"""The panes: the outline at the left and one panel at the right, beside the page or over it."""

from dataclasses import dataclass, replace
from time import sleep
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.message import Message

from reportreader.tui.reading.outline import current_row, outline_rows, parents
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
from reportreader.tui.screens.reading_marking import ReadingMarking
from reportreader.tui.tasks import is_stale, start_task
from reportreader.tui.widgets.bar import Part
from reportreader.tui.widgets.outline_pane import OutlinePane
from reportreader.tui.widgets.row_list import RowList
from reportreader.tui.widgets.side_panel import SidePane

if TYPE_CHECKING:
    from textual.widgets import Input

OUTLINE_ID = "outline"
SIDE_ID = "side"
FILTER_ID = "outline-filter"
OVER_CLASS = "-over"
_PAUSE_SECONDS = 0.005
_OUTLINE_CELLS = 30
_SIDE_CELLS = 38
_TEXT_CELLS = 52
"""Cells that the text keeps at least; panes that would take more lie over it."""


def _give_way() -> bool:
    """Inside a task: leave the interpreter to the screen for a moment; whether to stop."""
    sleep(_PAUSE_SECONDS)
    return is_stale()


@dataclass
class TermsCounted(Message):
    """A task has counted keyphrases and term groups in the whole text."""

    length: int
    keyphrases: tuple[int, ...]
    terms: tuple[int, ...]


class ReadingPanels(ReadingMarking):
    """Everything beside the text."""

    folded: frozenset[int] = frozenset()
    outline_filter = ""
    keyphrase_counts: tuple[int, ...] = ()
    term_counts: tuple[int, ...] = ()

    # -- opening and closing --------------------------------------------------------------------

    @property
    def outline(self) -> OutlinePane | None:
        """The outline, where it is open."""
        found = self.query(f"#{OUTLINE_ID}")
        return found.first(OutlinePane) if found else None

    @property
    def side(self) -> SidePane | None:
        """The panel at the right, where one is open."""
        found = self.query(f"#{SIDE_ID}")
        return found.first(SidePane) if found else None

    def panes_over(self, *, outline: bool, side: bool) -> tuple[bool, bool]:
        """Which of the two panes have to lie over the text on a screen of this width."""
        width = self.app.size.width
        outline_over = width - _OUTLINE_CELLS < _TEXT_CELLS + 14
        taken = _OUTLINE_CELLS if outline and not outline_over else 0
        return outline_over, side and width - taken - _SIDE_CELLS < _TEXT_CELLS

    def make_outline(self) -> OutlinePane:
        """A new outline, as the state asks for it."""
        pane = OutlinePane(id=OUTLINE_ID, classes="pane")
        pane.empty_text = self.words("reading.no_outline")
        return pane

    async def action_toggle_outline(self) -> None:
        """Open the outline with the focus on it, or close it."""
        if self.outline is not None:
            self._close_outline()
            return
        self.become(replace(self.state, outline=True, count=None))
        pane = self.make_outline()
        await self.body.mount(pane, before=0)
        self.fit_panes()
        self.fill_outline()
        pane.focus()

    def _close_outline(self) -> None:
        self.query(f"#{OUTLINE_ID}, #{FILTER_ID}").remove()
        self.outline_filter = ""
        self.become(replace(self.state, outline=False))
        self.view.focus()

    async def action_show_notes_panel(self) -> None:
        """Open or close the notes."""
        await self.toggle_side(SidePanel.NOTES)

    async def action_show_keywords_panel(self) -> None:
        """Open or close keyphrases and terms."""
        await self.toggle_side(SidePanel.KEYWORDS)

    async def action_list_hits(self) -> None:
        """Open or close the list of hits."""
        await self.toggle_side(SidePanel.HITS)

    async def toggle_side(self, kind: SidePanel) -> None:
        """Open a panel with the focus on it; the one that is open closes."""
        if self.side is not None and self.side.kind is kind:
            self.close_side()
            return
        await self.query(f"#{SIDE_ID}").remove()
        self.become(replace(self.state, side=kind, count=None))
        pane = SidePane(kind, id=SIDE_ID)
        pane.add_class("pane")
        await self.body.mount(pane)
        self.fit_panes()
        self.fill_side()
        pane.row_list.focus()

    def close_side(self) -> None:
        """Close the panel at the right."""
        self.query(f"#{SIDE_ID}").remove()
        self.become(replace(self.state, side=None))
        self.view.focus()

    def fit_panes(self) -> None:
        """Lay panes over the text where there is no room beside it."""
        over = self.panes_over(outline=self.state.outline, side=self.state.side is not None)
        for name, is_over in zip((OUTLINE_ID, SIDE_ID), over, strict=True):
            for pane in self.query(f"#{name}"):
                pane.set_class(is_over, OVER_CLASS)

    def close_overlay(self) -> bool:
        """Close the pane that has the focus, or that lies over the text; False if there is none."""
        for close, name in ((self.close_side, SIDE_ID), (self._close_outline, OUTLINE_ID)):
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

    # -- the outline ----------------------------------------------------------------------------

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
        )
        current = current_row(rows, sections, self.here)
        pane.show_rows(rows, cursor=current or 0)

    def title_fits(self, title: str, wanted: str) -> bool:
        """Whether a heading holds what was typed, by its characters or its pinyin initials."""
        from reportreader.analysis.folding import fold
        from reportreader.library.pinyin import initials

        folded = fold(wanted)
        return folded in fold(title) or (folded.isascii() and folded in initials(title))

    def follow_place(self) -> None:
        """Move the cursors of the panes to where we are, unless the reader moves them."""
        pane = self.outline
        if pane is not None and pane is not self.focused and pane.rows:
            row = current_row(pane.rows, self.document.sections, self.here)
            if row is not None:
                pane.cursor = row
        side = self.side
        if side is not None and side.kind is SidePanel.NOTES:
            notes = side.row_list
            if notes is not self.focused and notes.rows:
                notes.cursor = row_at([row.offset for row in notes.rows], self.here)

    def place_changed(self) -> None:
        """The page shows another part of the text."""
        super().place_changed()
        self.follow_place()

    def action_fold_section(self) -> None:
        """Fold the section under the cursor, or go up to the one that holds it."""
        pane = self.outline
        row = pane.cursor_row if pane is not None else None
        if pane is None or row is None:
            return
        if row.has_children and not row.folded:
            self._fold(row.index)
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
            self._fold(row.index)

    def _fold(self, index: int) -> None:
        self.folded ^= {index}
        pane = self.outline
        if pane is None:
            return
        self.fill_outline()
        numbers = [number for number, row in enumerate(pane.rows) if row.index == index]
        if numbers:
            pane.cursor = numbers[0]

    @on(OutlinePane.FoldRequested)
    def fold_clicked(self, event: OutlinePane.FoldRequested) -> None:
        """The reader clicked the sign of a section."""
        event.stop()
        pane = self.outline
        if pane is not None and pane.cursor_row is not None:
            self._fold(pane.cursor_row.index)

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
            self.mount(field, before="#status")
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
            event.input.remove()
            if self.outline is not None:
                self.outline.focus()

    def cancel_filter(self) -> bool:
        """Close the filter and list all headings again; False if there was none."""
        fields = self.query(f"#{FILTER_ID}")
        if not fields and not self.outline_filter:
            return False
        fields.remove()
        self.outline_filter = ""
        self.fill_outline()
        if self.outline is not None:
            self.outline.focus()
        return True

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
            case _:
                rows, cursor = self.hit_rows(), self.state.search.current or 0
        name = self.words(f"reading.panel_{side.kind.value}")
        total = len(self.state.search.hits) if side.kind is SidePanel.HITS else len(rows)
        counted = side.kind is not SidePanel.KEYWORDS
        side.show_head([Part(name, "strong")], [Part(f"{total:,}")] if counted else [])
        empty = self.words(f"reading.empty_{side.kind.value}")
        side.show_rows(rows, cursor=cursor, empty=empty)

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
            self._go_to_keyword(row)
            return
        if isinstance(row, HitRow):
            search = replace(self.state.search, current=row.number)
            self.become(replace(self.state, search=search, walked=Walked.HITS))
            self.go_to(row.offset, margin=3)
        elif isinstance(row, NoteRow):
            self.go_to(row.offset, margin=3)
            self.become(replace(self.state, caret=row.offset))
        else:
            self.jump(row.offset)
        if any(pane.has_class(OVER_CLASS) for pane in rows.ancestors_with_self if pane.is_attached):
            self.close_overlay()
        elif not isinstance(row, HitRow):
            self.view.focus()

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

    # -- keywords -------------------------------------------------------------------------------

    def keyword_rows(self) -> tuple[KeywordRow, ...]:
        """Term groups and keyphrases under their heads."""
        rows: list[KeywordRow] = []
        for kind, layer, counts in (
            (KeywordKind.TERM, self.overlays.terms, self.term_counts),
            (KeywordKind.KEYPHRASE, self.overlays.keyphrases, self.keyphrase_counts),
        ):
            groups = layer.groups if layer is not None else ()
            if groups or kind is KeywordKind.TERM:
                name = self.words(f"reading.head_{kind.value}")
                rows.append(KeywordRow(kind=KeywordKind.HEADING, name=name))
            rows += [
                KeywordRow(
                    kind=kind,
                    name=group.name,
                    number=number,
                    count=counts[number] if number < len(counts) else None,
                    key=layer.keys[number] if layer is not None else "",
                )
                for number, group in enumerate(groups)
            ]
        return tuple(rows)

    def _go_to_keyword(self, row: KeywordRow) -> None:
        """Go to the next place of a keyphrase or term, around the end if need be."""
        is_term = row.kind is KeywordKind.TERM
        layer = self.overlays.terms if is_term else self.overlays.keyphrases
        if layer is None or row.kind is KeywordKind.HEADING:
            return
        offset = layer.step(self.walked_from, group=row.number)
        if offset is None:
            offset = layer.step(-1, group=row.number)
        if offset is None:
            self.reader_app.say("reading.nothing_to_walk", layer=row.name)
            return
        self.become(replace(self.state, walked=Walked.TERMS if is_term else Walked.KEYPHRASES))
        self.go_to(offset, margin=3)
        self.walked_from = offset

    def count_terms(self) -> None:
        """Count keyphrases and terms in a task; the panel shows the figures when they are there."""
        keyphrases, terms = self.overlays.keyphrases, self.overlays.terms
        length = len(self.document.text)

        def work(_: object) -> Message:
            return TermsCounted(
                length,
                keyphrases.count(_give_way) if keyphrases is not None else (),
                terms.count(_give_way) if terms is not None else (),
            )

        start_task(self, self.reader_app.library.path, "terms", work)

    @on(TermsCounted)
    def take_counts(self, event: TermsCounted) -> None:
        """The figures are there."""
        event.stop()
        if event.length == len(self.document.text):
            self.keyphrase_counts, self.term_counts = event.keyphrases, event.terms
            if self.side is not None and self.side.kind is SidePanel.KEYWORDS:
                self.fill_side()
