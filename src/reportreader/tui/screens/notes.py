"""All annotations of the library: what is done with them. Visit, edit, tag, delete, export."""

from functools import partial

from textual import on

from reportreader.services.annotating import (
    delete_annotations,
    edit_annotation,
    list_tags,
    restore_annotations,
    tag_annotations,
)
from reportreader.services.noting import ListedAnnotation
from reportreader.services.unsaved import unsaved_edit
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.dialogs.note_editor import NoteDraft
from reportreader.tui.dialogs.option import Option
from reportreader.tui.dialogs.text_prompt import TextPrompt
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.note_listing import NoteListingScreen
from reportreader.tui.screens.note_words import NoteShelf
from reportreader.tui.screens.saving_editor import SavingNoteEditor
from reportreader.tui.widgets.note_list import NoteList
from reportreader.tui.widgets.row_list import RowList

_NEEDS_A_NOTE = frozenset({"go_to_passage", "select_note", "select_all_notes", "copy_note"})
_NEEDS_A_LIVE_NOTE = frozenset({"edit_note", "tag_notes", "untag_notes", "delete_notes"})


class NotesScreen(NoteListingScreen):
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
        known = [tag for tag, _ in list_tags(self.reader_app.library)]
        editor = SavingNoteEditor(
            self.words("notes.edit_title"),
            annotation.quote,
            draft,
            known,
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
        """Copy passage and note."""
        current = self.current()
        if current is not None:
            annotation = current.placed.annotation
            self.reader_app.copy("\n\n".join(filter(None, (annotation.quote, annotation.body))))

    # -- several notes --------------------------------------------------------------------------

    def action_tag_notes(self) -> None:
        """Give a tag to the chosen notes."""
        known = [tag for tag, _ in list_tags(self.reader_app.library)]
        prompt = TextPrompt(
            self.words("notes.tag_title", count=len(self.chosen_ids())),
            placeholder=self.words("notes.tag_placeholder"),
            suggestions=known,
        )
        self.app.push_screen(prompt, partial(self._tag, remove=False))

    def action_untag_notes(self) -> None:
        """Take a tag from the chosen notes."""
        chosen = set(self.chosen_ids())
        tags = {
            tag
            for one in self.listed
            if one.placed.annotation.annotation_id in chosen
            for tag in one.placed.annotation.tags
        }
        options = [Option(tag, tag) for tag in sorted(tags)]
        dialog = Choice(self.words("notes.untag_title"), options)
        self.app.push_screen(dialog, partial(self._tag, remove=True))

    @reports_errors
    def _tag(self, tag: str | None, *, remove: bool) -> None:
        chosen = self.chosen_ids()
        if tag and chosen:
            tag_annotations(self.reader_app.library, chosen, tag, remove=remove)
            self._after_change("notes.untagged" if remove else "notes.tagged", len(chosen))

    def action_delete_notes(self) -> None:
        """To the trash."""
        chosen = self.chosen_ids()
        delete_annotations(self.reader_app.library, chosen)
        self._after_change("notes.deleted", len(chosen))

    def action_restore_notes(self) -> None:
        """Out of the trash."""
        chosen = self.chosen_ids()
        restore_annotations(self.reader_app.library, chosen)
        self._after_change("notes.restored", len(chosen))

    def action_export_notes(self) -> None:
        """Write what is listed to a file."""
        from reportreader.tui.exporting import export_listed_notes

        path = export_listed_notes(self.reader_app, self.chosen.annotation_filter)
        self.reader_app.say("notes.exported", path=path)

    def _after_change(self, message_id: str, count: int) -> None:
        self.query_one(NoteList).select(frozenset())
        self.reload()
        self.reader_app.say(message_id, count=count)

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
