"""All annotations of the library: what is done with them. Visit, edit, tag, delete, export."""

from functools import partial

from textual import on

from reportreader.services.annotating import (
    delete_annotations,
    edit_annotation,
    restore_annotations,
)
from reportreader.services.note_history import HistoryEntry, annotation_history
from reportreader.services.noting import ListedAnnotation
from reportreader.services.tag_finding import known_tags
from reportreader.services.unsaved import unsaved_edit
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.dialogs.confirm import Confirm
from reportreader.tui.dialogs.note_editor import NoteDraft
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.note_tagging import NoteTaggingScreen
from reportreader.tui.screens.note_words import NoteShelf, history_option
from reportreader.tui.screens.saving_editor import SavingNoteEditor
from reportreader.tui.widgets.row_list import RowList

_NEEDS_A_NOTE = frozenset(
    {"go_to_passage", "select_note", "select_all_notes", "copy_note", "show_note_history"}
)
_NEEDS_A_LIVE_NOTE = frozenset(
    {"edit_note", "tag_notes", "tag_notes_again", "untag_notes", "delete_notes"}
)


class NotesScreen(NoteTaggingScreen):
    """The notes of all reports."""

    SCOPES = (Scope.NOTES, Scope.LIST)
    BINDINGS = bindings_for(Scope.NOTES)

    # -- one note -------------------------------------------------------------------------------

    @on(RowList.RowChosen)
    @reports_errors
    def visit_chosen(self, event: RowList.RowChosen) -> None:
        """A double click visits the passage."""
        event.stop()
        self.action_go_to_passage()

    def action_go_to_passage(self) -> None:
        """Open the report at the passage; a lost one where it stood once."""
        current = self.current()
        if current is not None:
            placed = current.placed
            start = placed.placement.start
            offset = placed.annotation.start if start is None else start
            self.reader_app.open_report(placed.annotation.report_id, offset)

    def action_edit_note(self) -> None:
        """Edit text, tags and colour."""
        current = self.current()
        if current is None:
            return
        annotation = current.placed.annotation
        draft = NoteDraft(body=annotation.body, tags=annotation.tags, colour=annotation.colour)
        editor = SavingNoteEditor(
            self.words("notes.edit_title"),
            annotation.quote,
            draft,
            known_tags(self.reader_app.library),
            save=partial(self._save, current),
            unsaved=unsaved_edit(self.reader_app.library, annotation, current.report_title),
        )
        self.app.push_screen(editor)

    def _save(self, listed: ListedAnnotation, draft: NoteDraft) -> None:
        annotation = listed.placed.annotation
        edit_annotation(
            self.reader_app.library,
            annotation.annotation_id,
            expected_revision=annotation.revision,
            body=draft.body,
            colour=draft.colour,
            tags=draft.tags,
        )
        self.reload()
        self.reader_app.say("notes.saved")

    def action_copy_note(self) -> None:
        """Copy passage, note and citation."""
        current = self.current()
        if current is not None:
            annotation = current.placed.annotation
            source = f"—— {self.citations.mention(current)}"
            said = (annotation.quote, annotation.body, source)
            self.reader_app.copy("\n\n".join(filter(None, said)))

    def action_show_note_history(self) -> None:
        """List what happened to this note; Enter on a change of its text brings that back."""
        current = self.current()
        if current is None:
            return
        annotation = current.placed.annotation
        entries = annotation_history(self.reader_app.library, annotation.annotation_id)
        options = [history_option(entry, self.messages) for entry in entries]
        dialog = Choice[HistoryEntry](self.words("notes.history_title"), options)
        self.app.push_screen(dialog, partial(self._ask_for_former, current))

    def _ask_for_former(self, listed: ListedAnnotation, entry: HistoryEntry | None) -> None:
        if entry is None:
            return
        former = entry.body_before
        if former is None or former == listed.placed.annotation.body:
            self.reader_app.say("notes.history_same")
            return
        question = Confirm(
            self.words("notes.former_title"),
            former or self.words("notes.former_empty"),
            yes=self.words("notes.former_yes"),
        )
        self.app.push_screen(question, partial(self._bring_back, listed, former))

    @reports_errors
    def _bring_back(self, listed: ListedAnnotation, body: str, answer: bool | None) -> None:  # noqa: FBT001 - Textual's
        if answer:
            annotation = listed.placed.annotation
            draft = NoteDraft(body=body, tags=annotation.tags, colour=annotation.colour)
            self._save(listed, draft)

    # -- several notes --------------------------------------------------------------------------

    def action_delete_notes(self) -> None:
        """To the trash."""
        chosen = self.chosen_ids()
        delete_annotations(self.reader_app.library, chosen)
        self.after_change("notes.deleted", count=len(chosen))

    def action_restore_notes(self) -> None:
        """Out of the trash."""
        chosen = self.chosen_ids()
        restore_annotations(self.reader_app.library, chosen)
        self.after_change("notes.restored", count=len(chosen))

    def action_export_notes(self) -> None:
        """Export what is listed."""
        from reportreader.tui.exporting import ask_export

        ask_export(self, self.chosen.annotation_filter)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what cannot be done with what is listed."""
        del parameters
        some = bool(self.listed)
        in_trash = self.chosen.shelf is NoteShelf.TRASH
        if action in _NEEDS_A_NOTE:
            return some
        if action in _NEEDS_A_LIVE_NOTE:
            return some and not in_trash
        if action == "restore_notes":
            return some and in_trash
        if action == "export_notes":
            return some and self.chosen.shelf is NoteShelf.ALL
        return True
