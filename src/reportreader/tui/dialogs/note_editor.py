"""Writes a note: a text of several lines, tags and a colour."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from reportreader.errors import ReportReaderError
from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import Colour
from reportreader.services.tag_finding import find_tags
from reportreader.tui.dialogs.confirm import Confirm
from reportreader.tui.dialogs.dialog import Dialog
from reportreader.tui.external_editor import edit_text, editor_command
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.colour_picker import ColourPicker
from reportreader.tui.widgets.line_input import LineInput
from reportreader.tui.widgets.tag_field import TagField

_TAG_DIVIDERS = re.compile("[ \t\n\u3000,，、;；#＃]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """What the reader has written so far."""

    body: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour = Colour.YELLOW


class NoteEditor(Dialog[NoteDraft]):
    """`^s` gives the draft back; Esc asks before it throws changes away."""

    def __init__(
        self,
        title: str,
        quote: str,
        draft: NoteDraft,
        known_tags: Sequence[str] = (),
        *,
        allow_editor: bool = True,
    ) -> None:
        super().__init__(title)
        self._quote = quote
        self._draft = draft
        self._known_tags = tuple(known_tags)
        self._allow_editor = allow_editor

    def body(self) -> Iterable[Widget]:
        """Passage, text, tags, colour."""
        if self._quote:
            yield Static(Content(self._quote), id="note-quote")
        yield TextArea(
            self._draft.body,
            compact=True,
            highlight_cursor_line=False,
            placeholder=Content(self.words("dialogs.note_placeholder")),
            id="note-body",
        )
        yield TagField(
            self._draft.tags,
            partial(find_tags, self._known_tags),
            placeholder=self.words("dialogs.tags_placeholder"),
            id="note-tags",
        )
        yield Bar(id="note-offers")
        names = {colour: self.words(f"dialogs.colour_{colour.value}") for colour in Colour}
        yield ColourPicker(self._draft.colour, names, id="note-colour")

    def on_mount(self) -> None:
        """Put the caret behind the text."""
        area = self.query_one(TextArea)
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        area.focus()

    @on(TagField.OffersChanged)
    def show_offers(self, event: TagField.OffersChanged) -> None:
        """Name the tags that Tab would take, the next one marked."""
        event.stop()
        offered = [
            Part(f"{sanitise_line(tag)}  ", "on" if place == event.marked else "")
            for place, tag in enumerate(event.offers)
        ]
        keys = "dialogs.take_offer" if event.marked >= 0 else "dialogs.mark_offer"
        right = [Part(f"{self.words(keys)} ")] if offered else []
        self.query_one("#note-offers", Bar).show_parts([Part(" "), *offered], right)

    @property
    def draft(self) -> NoteDraft:
        """What stands in the fields."""
        return NoteDraft(
            body=self.query_one(TextArea).text.rstrip(),
            tags=parse_tags(self.query_one(LineInput).value, self._draft.tags),
            colour=self.query_one(ColourPicker).colour,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The editor may be ruled out."""
        if action == "external_editor":
            return self._allow_editor
        return super().check_action(action, parameters)

    def action_accept_dialog(self) -> None:
        """Give the draft back."""
        self.dismiss(self.draft)

    def action_external_editor(self) -> None:
        """Go on writing in the reader's own editor."""
        area = self.query_one(TextArea)
        command = editor_command(self.reader_app.settings.editor, os.environ)
        try:
            area.text = edit_text(self.app, area.text, command)
        except ReportReaderError as error:
            self.reader_app.say_error(error)
        area.move_cursor(area.document.end)

    def action_close_dialog(self) -> None:
        """Leave, after a question if something would be lost."""
        if self.draft == self._draft:
            self.dismiss(None)
            return
        question = Confirm(
            self.words("dialogs.discard_title"),
            self.words("dialogs.discard_question"),
            yes=self.words("dialogs.discard"),
            no=self.words("dialogs.go_on_writing"),
        )
        self.app.push_screen(question, self._close_if)

    def _close_if(self, confirmed: bool | None) -> None:  # noqa: FBT001 - Textual hands it over
        if confirmed:
            self.dismiss(None)


def parse_tags(typed: str, given: Sequence[str] = ()) -> tuple[str, ...]:
    """Tags divided by blanks, commas or number signs, each once, in the order typed.

    A no-break space is a blank within a tag. Of the `given` tags those that hold a comma, as
    imported ones may, stay whole as long as they stand there; all of them and no others are given
    back in their own order.
    """
    whole = []
    for tag in given:
        shown = tag.replace(" ", "\u00a0")
        if _TAG_DIVIDERS.search(shown) and shown in typed:
            typed = typed.replace(shown, " ", 1)
            whole.append(tag)
    words = (word.strip("/").replace("\u00a0", " ") for word in _TAG_DIVIDERS.split(typed))
    found = dict.fromkeys((*whole, *(word.strip() for word in words if word.strip())))
    return tuple(given) if set(found) == set(given) else tuple(found)
