"""Which annotations the notes screen lists: shelf, filter, and those that are selected."""

from dataclasses import replace
from datetime import datetime

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from reportreader.notes.annotation import AnnotationId
from reportreader.services.citing import Citations
from reportreader.services.noting import AnnotationFilter, ListedAnnotation, list_annotations
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.screens.filtering import LIST_SIDE_ID, FilteringScreen
from reportreader.tui.screens.note_words import (
    NoteChoice,
    NoteShelf,
    choice_options,
    empty_message,
    filter_words,
    listed_on,
    narrowed,
    note_parts,
    note_row,
    shelf_parts,
)
from reportreader.tui.screens.reloading import ReloadingScreen
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.note_list import NoteList, NoteRow
from reportreader.tui.widgets.preview import Preview
from reportreader.tui.widgets.preview_part import PreviewPart
from reportreader.tui.widgets.row_list import RowList

_PREVIEW_LEAST_CELLS = 100


class NoteListingScreen(ReloadingScreen, FilteringScreen):
    """A list of annotations; what is done with them is left to a subclass."""

    FILTER_PLACEHOLDER = "notes.filter_placeholder"
    hint = "notes.count"
    """Message id of what the status line says at rest."""

    def __init__(self, home: NoteChoice | None = None) -> None:
        super().__init__()
        self._home = home or NoteChoice()
        self.chosen = self._home
        self.listed: list[ListedAnnotation] = []
        self._counts = dict.fromkeys(NoteShelf, 0)

    # -- drawing --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Shelves, list, the note in full where there is room."""
        yield Bar(id="note-shelves")
        with Horizontal(id="notes-body"):
            with Vertical(id=LIST_SIDE_ID):
                yield NoteList(id="notes")
            yield Preview(id="preview")
        yield from self.frame()

    def on_mount(self) -> None:
        """List the notes."""
        self.reload()
        self.query_one(NoteList).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Show the note in full only where there is room."""
        self.query_one(Preview).display = event.size.width >= _PREVIEW_LEAST_CELLS

    def reload(self) -> None:
        """The library has changed, or may have: count the shelves and list afresh."""
        library = self.reader_app.library
        everything = list_annotations(library, AnnotationFilter())
        self._counts = {
            NoteShelf.ALL: len(listed_on(NoteShelf.ALL, everything)),
            NoteShelf.REVIEW: len(listed_on(NoteShelf.REVIEW, everything)),
            NoteShelf.TRASH: len(list_annotations(library, AnnotationFilter(in_trash=True))),
        }
        self.show_notes()

    def show_notes(self) -> None:
        """List what is chosen; the cursor stays where it was."""
        library = self.reader_app.library
        chosen = self.chosen
        wanted = chosen.annotation_filter._replace(in_trash=self.in_trash)
        self.listed = listed_on(chosen.shelf, list_annotations(library, wanted))
        self.query_one("#note-shelves", Bar).show_parts(self.title_parts())
        notes = self.query_one(NoteList)
        notes.empty_text = self.words(empty_message(chosen))
        rows = [self.row_of(one) for one in self.listed]
        notes.show_rows(rows, cursor=notes.cursor)
        self._show_note()
        self.refresh_status()
        self.refresh_bindings()

    def title_parts(self) -> list[Part]:
        """The shelves."""
        return shelf_parts(self._counts, self.chosen.shelf, self.messages)

    def row_of(self, listed: ListedAnnotation) -> NoteRow:
        """An annotation as its row shows it."""
        return note_row(listed, self.messages)

    def parts_of(self, listed: ListedAnnotation) -> list[PreviewPart]:
        """An annotation in full, with the entry of its report for a list of references."""
        return note_parts(listed, self.messages, citation=self.citations.entry(listed))

    @property
    def citations(self) -> Citations:
        """Cites the reports of this library."""
        return Citations(self.reader_app.library)

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """What is chosen at the left, the place in the list at the right."""
        notes = self.query_one(NoteList)
        left = self.words(self.hint, count=f"{len(self.listed):,}")
        if self.chosen.annotation_filter != self._home.annotation_filter:
            said = filter_words(self.chosen.annotation_filter, self.listed, self.messages)
            left = self.words("notes.filtered", what=said)
        if notes.selected:
            left = self.words("notes.selected", count=len(notes.selected))
        place = notes.cursor + 1 if self.listed else 0
        return [Part(left)], [Part(f"{place:,}/{len(self.listed):,}")]

    @on(RowList.CursorMoved)
    def follow_cursor(self, event: RowList.CursorMoved) -> None:
        """Show the note under the cursor in full."""
        event.stop()
        self._show_note()
        self.forget_status()
        self.refresh_status()

    def _show_note(self) -> None:
        current = self.current()
        parts = self.parts_of(current) if current is not None else []
        self.query_one(Preview).show_parts(parts, self.reader_app.widths)

    # -- choosing what is listed ----------------------------------------------------------------

    def narrow(self, text: str) -> None:
        """List what holds `text`."""
        wanted = self.chosen.annotation_filter._replace(text=text)
        self.list_only(replace(self.chosen, annotation_filter=wanted))

    def step_back(self) -> bool:
        """Esc takes the selection and the filter away first."""
        notes = self.query_one(NoteList)
        if notes.selected:
            notes.select(frozenset())
            self.refresh_status()
            return True
        if super().step_back():
            return True
        plain = replace(self._home, shelf=self.chosen.shelf)
        if self.chosen == plain:
            return False
        self.list_only(plain)
        return True

    def action_filter_notes(self) -> None:
        """Filter as you type."""
        self.open_filter(self.chosen.annotation_filter.text)

    def action_choose_notes(self) -> None:
        """Choose a shelf, or narrow the list by tag, colour, date, state or report."""
        wanted = self.chosen.annotation_filter._replace(in_trash=self.in_trash)
        listed = list_annotations(self.reader_app.library, wanted)
        options = choice_options(
            listed_on(self.chosen.shelf, listed),
            self.messages,
            today=datetime.now().astimezone().date(),
        )
        dialog = Choice(self.words("notes.choose_title"), options)
        self.app.push_screen(dialog, self._choose)

    def action_next_notes_shelf(self) -> None:
        """Next shelf."""
        self._step_shelf(1)

    def action_previous_notes_shelf(self) -> None:
        """Previous shelf."""
        self._step_shelf(-1)

    def action_show_notes_shelf(self, shelf: str) -> None:
        """Show one of the shelves."""
        self.list_only(replace(self._home, shelf=NoteShelf(shelf)))

    def _step_shelf(self, step: int) -> None:
        shelves = list(NoteShelf)
        place = (shelves.index(self.chosen.shelf) + step) % len(shelves)
        self.list_only(replace(self._home, shelf=shelves[place]))

    def _choose(self, chosen: NoteChoice | None) -> None:
        """Go to another shelf, or narrow this one by one more thing."""
        if chosen is None:
            return
        if chosen.annotation_filter == AnnotationFilter():
            self.list_only(replace(self._home, shelf=chosen.shelf))
        else:
            wanted = narrowed(self.chosen.annotation_filter, chosen.annotation_filter)
            self.list_only(replace(self.chosen, annotation_filter=wanted))

    def list_only(self, chosen: NoteChoice) -> None:
        """List this from now on, with nothing selected."""
        self.chosen = chosen
        self.query_one(NoteList).select(frozenset())
        self.show_notes()

    @property
    def in_trash(self) -> bool:
        """Whether the trash is what is listed."""
        return self.chosen.shelf is NoteShelf.TRASH

    def action_select_note(self) -> None:
        """Select or unselect the note under the cursor, and go on."""
        notes = self.query_one(NoteList)
        row = notes.cursor_row
        if row is not None:
            notes.select(notes.selected ^ {row.key})
            notes.cursor += 1
            self.refresh_status()

    def action_select_all_notes(self) -> None:
        """Select all, or none if all are."""
        notes = self.query_one(NoteList)
        every = frozenset(row.key for row in notes.rows)
        notes.select(frozenset() if notes.selected == every else every)
        self.refresh_status()

    def current(self) -> ListedAnnotation | None:
        """The annotation under the cursor."""
        cursor = self.query_one(NoteList).cursor
        return self.listed[cursor] if cursor < len(self.listed) else None

    def chosen_ids(self) -> tuple[AnnotationId, ...]:
        """The selected notes, else the one under the cursor."""
        notes = self.query_one(NoteList)
        if notes.selected:
            return tuple(AnnotationId(key) for key in sorted(notes.selected))
        row = notes.cursor_row
        return () if row is None else (AnnotationId(row.key),)
