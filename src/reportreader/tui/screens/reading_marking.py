"""Marking: highlights, notes, tags, bookmarks, marks; each on disk before the screen says so."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportreader.document.outline import find_section
from reportreader.notes.annotation import AnnotationKind, Colour, PlacedAnnotation
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    edit_annotation,
    list_tags,
    report_annotations,
    set_mark,
    tag_annotations,
)
from reportreader.tui.reading.annotations import annotation_layer, find_mark, span_of
from reportreader.tui.reading.panel_rows import one_line
from reportreader.tui.reading.prose import Span
from reportreader.tui.reading.state import Mode
from reportreader.tui.screens.reading_asking import Asked
from reportreader.tui.screens.reading_searching import ReadingSearching

if TYPE_CHECKING:
    from reportreader.tui.dialogs.note_editor import NoteDraft

_QUOTED = 120
"""Code points of a passage that a dialog shows."""
_LABEL = 24
"""Code points of the text that name a bookmark at first."""
_LAST_PLACE = "'"

Picked = Callable[[PlacedAnnotation], None]


class ReadingMarking(ReadingSearching):
    """Everything that is kept."""

    # -- highlights -----------------------------------------------------------------------------

    def action_highlight(self) -> None:
        """Highlight the selection in the colour used last, or in that of the count."""
        count = self.state.count
        colours = tuple(Colour)
        chosen = count is not None and 1 <= count <= len(colours)
        self.mark_passage(colours[(count or 1) - 1] if chosen else self.state.colour)

    def action_highlight_yellow(self) -> None:
        """Highlight in yellow."""
        self.mark_passage(Colour.YELLOW)

    def action_highlight_green(self) -> None:
        """Highlight in green."""
        self.mark_passage(Colour.GREEN)

    def action_highlight_blue(self) -> None:
        """Highlight in blue."""
        self.mark_passage(Colour.BLUE)

    def action_highlight_red(self) -> None:
        """Highlight in red."""
        self.mark_passage(Colour.RED)

    def action_highlight_purple(self) -> None:
        """Highlight in purple."""
        self.mark_passage(Colour.PURPLE)

    def mark_passage(self, colour: Colour) -> None:
        """Highlight the selection; without one, give the annotation under the caret the colour."""
        span = self.selected
        name = self.words(f"dialogs.colour_{colour.value}")
        if span is not None:
            self._add(AnnotationKind.HIGHLIGHT, span, colour=colour)
            self._read_on(colour)
            self.reader_app.say("reading.highlighted", colour=name)
            return

        def recolour(placed: PlacedAnnotation) -> None:
            self._change(placed, colour=colour)
            self._read_on(colour)
            self.reader_app.say("reading.recoloured", colour=name)

        self._pick(self._under_caret(), recolour)

    def _read_on(self, colour: Colour) -> None:
        self.become(replace(self.state.read(), colour=colour))

    # -- notes ----------------------------------------------------------------------------------

    def action_write_note(self) -> None:
        """Write on the selection, on an annotation here, or on the section."""
        span = self.selected
        if span is not None:
            self._write_new(span)
            return
        under = self._under_caret()
        if under:
            self._pick(under, self.edit_note)
            return
        self._pick_or_section(self._in_view())

    def _pick_or_section(self, candidates: Sequence[PlacedAnnotation]) -> None:
        section = self._section_span()

        def write(chosen: int) -> None:
            if chosen < len(candidates):
                self.edit_note(candidates[chosen])
            elif section is not None:
                self._write_new(section)
            else:
                self._write_on_report()

        if not candidates:
            write(0)
            return
        options = [
            (label, number, hint)
            for number, (label, _, hint) in enumerate(map(self._option, candidates))
        ]
        new = "reading.note_on_report" if section is None else "reading.note_on_section"
        options.append((self.words(new), len(candidates), ""))
        self.ask_choice(self.words("reading.which_note"), options, write)

    def _section_span(self) -> Span | None:
        sections = self.document.sections
        index = find_section(sections, self.here)
        if index is None or sections[index].end <= sections[index].start:
            return None
        return sections[index].start, sections[index].end

    def _write_new(self, span: Span) -> None:
        def save(draft: "NoteDraft") -> None:
            self._keep(AnnotationKind.HIGHLIGHT, span, draft)
            self._read_on(draft.colour)

        self._ask_note(self.document.passage(*span), save, colour=self.state.colour)

    def _write_on_report(self) -> None:
        def save(draft: "NoteDraft") -> None:
            self._keep(AnnotationKind.REPORT_NOTE, (0, 0), draft)

        self._ask_note(self.opened.summary.title, save, colour=self.state.colour)

    def _keep(self, kind: AnnotationKind, span: Span, draft: "NoteDraft") -> None:
        self._add(kind, span, colour=draft.colour, body=draft.body, tags=draft.tags)
        self.reader_app.say("reading.note_saved")

    def edit_note(self, placed: PlacedAnnotation) -> None:
        """Edit text, tags and colour of an annotation."""
        annotation = placed.annotation

        def save(draft: "NoteDraft") -> None:
            self._change(placed, body=draft.body, tags=draft.tags, colour=draft.colour)
            self.reader_app.say("reading.note_saved")

        self._ask_note(
            annotation.quote,
            save,
            colour=annotation.colour,
            body=annotation.body,
            tags=annotation.tags,
        )

    def _ask_note(
        self,
        quote: str,
        save: "Callable[[NoteDraft], None]",
        *,
        colour: Colour,
        body: str = "",
        tags: tuple[str, ...] = (),
    ) -> None:
        shown = one_line(quote)
        self.ask_note(
            self.words("reading.note_title"),
            shown if len(shown) <= _QUOTED else shown[:_QUOTED] + "…",
            save,
            colour=colour,
            body=body,
            tags=tags,
            known_tags=self._known_tags(),
        )

    def _known_tags(self) -> list[str]:
        return [tag for tag, _ in list_tags(self.reader_app.library)]

    # -- tags -----------------------------------------------------------------------------------

    def action_tag_passage(self) -> None:
        """Tag the selection or an annotation here."""
        span = self.selected
        if span is not None:
            self._ask_tag(lambda tag: self._tag_new(span, tag))
        else:
            found = self._under_caret() or self._in_view()
            self._pick(found, lambda placed: self._ask_tag(lambda tag: self._tag(placed, tag)))

    def _ask_tag(self, use: Callable[[str], None]) -> None:
        self.ask_text(
            self.words("reading.tag_title"),
            use,
            placeholder=self.words("reading.tag_placeholder"),
            suggestions=self._known_tags(),
        )

    def _tag_new(self, span: Span, tag: str) -> None:
        self._add(AnnotationKind.HIGHLIGHT, span, colour=self.state.colour, tags=(tag,))
        self._read_on(self.state.colour)
        self.reader_app.say("reading.tagged", tag=tag)

    def _tag(self, placed: PlacedAnnotation, tag: str) -> None:
        tag_annotations(self.reader_app.library, [placed.annotation.annotation_id], tag)
        self.reload_annotations()
        self.reader_app.say("reading.tagged", tag=tag)

    # -- deleting -------------------------------------------------------------------------------

    def action_delete_annotation(self) -> None:
        """Delete an annotation here."""
        span = self.selected
        found = self.annotations.at(*span) if span is not None else self._under_caret()
        self._pick(found or self._in_view(), self.delete)

    def delete(self, placed: PlacedAnnotation) -> None:
        """Put an annotation into the trash."""
        delete_annotations(self.reader_app.library, [placed.annotation.annotation_id])
        self.reload_annotations()
        if self.state.mode is not Mode.READING or self.state.selection is not None:
            self.become(self.state.read())
        self.reader_app.say("reading.deleted")

    # -- bookmarks and marks --------------------------------------------------------------------

    def action_add_bookmark(self) -> None:
        """Add a bookmark with a label at the caret or at the top of the page."""
        offset = self.here
        _, end = self.prose.block(offset)
        label = one_line(self.document.passage(offset, min(end, offset + _LABEL)))

        def save(name: str) -> None:
            self._add(AnnotationKind.BOOKMARK, (offset, offset), body=name)
            self.reader_app.say("reading.bookmark_added", name=name)

        self.ask_text(self.words("reading.bookmark_title"), save, value=label)

    def action_list_bookmarks(self) -> None:
        """Go to a bookmark or mark."""
        places = [
            placed
            for placed in self.annotations.placed
            if placed.annotation.kind in (AnnotationKind.BOOKMARK, AnnotationKind.MARK)
        ]
        if not places:
            self.reader_app.say("reading.no_bookmarks")
            return
        options = [
            (label, span_of(placed)[0], hint) for label, placed, hint in map(self._option, places)
        ]
        self.ask_choice(self.words("reading.bookmarks_title"), options, self.jump)

    def mark_set(self, letter: str) -> None:
        """Set a mark under a letter, at the caret or at the top of the page."""
        if not letter.isalnum():
            self.reader_app.say("reading.mark_letter")
            return
        set_mark(self.reader_app.library, self.opened, letter, self.here)
        self.reload_annotations()
        self.reader_app.say("reading.mark_set", letter=letter)

    def mark_wanted(self, letter: str) -> None:
        """Go to the mark under a letter; `'` and the back quote mean the place jumped from."""
        if letter in {_LAST_PLACE, "`"}:
            offset = self.state.jumps.previous
        else:
            offset = find_mark(self.annotations.placed, letter)
        if offset is None:
            self.reader_app.say("reading.no_mark", letter=letter)
        else:
            self.jump(offset)

    # -- which annotation -----------------------------------------------------------------------

    def _under_caret(self) -> tuple[PlacedAnnotation, ...]:
        """Annotations under the caret, or under the character clicked last if it is in view."""
        offset = self.state.caret
        start, end = self.view.seen
        if offset is None or not start <= offset < end:
            return ()
        return self.annotations.at(offset, offset + 1)

    def _in_view(self) -> tuple[PlacedAnnotation, ...]:
        start, end = self.view.seen
        return self.annotations.at(start, max(end, start + 1))

    def _pick(self, found: Sequence[PlacedAnnotation], use: Picked) -> None:
        """Use the one annotation there is, or ask which of several."""
        if not found:
            self.reader_app.say("reading.no_annotation")
        elif len(found) == 1:
            use(found[0])
        else:
            options = [self._option(placed) for placed in found]
            self.ask_choice(self.words("reading.which_annotation"), options, use)

    def _option(self, placed: PlacedAnnotation) -> Asked[PlacedAnnotation]:
        annotation = placed.annotation
        start, end = span_of(placed)
        quote = one_line(self.document.passage(start, min(end, start + _LABEL * 2)))
        if annotation.kind is AnnotationKind.MARK:
            quote = one_line(self.document.passage(start, start + _LABEL * 2))
        text = one_line(annotation.body) or quote
        hint = self.words(
            f"dialogs.colour_{annotation.colour.value}"
            if annotation.kind is AnnotationKind.HIGHLIGHT
            else f"reading.kind_{annotation.kind.value}"
        )
        return text if text == quote or not quote else f"{text}  {quote}", placed, hint

    # -- the library ----------------------------------------------------------------------------

    def _add(
        self,
        kind: AnnotationKind,
        span: Span,
        *,
        colour: Colour = Colour.YELLOW,
        body: str = "",
        tags: tuple[str, ...] = (),
    ) -> None:
        draft = AnnotationDraft(
            kind=kind, start=span[0], end=span[1], colour=colour, body=body, tags=tags
        )
        placed = add_annotation(self.reader_app.library, self.opened, draft)
        self.show_annotations((*self.annotations.placed, placed))

    def _change(
        self,
        placed: PlacedAnnotation,
        *,
        body: str | None = None,
        colour: Colour | None = None,
        tags: tuple[str, ...] | None = None,
    ) -> None:
        changed = edit_annotation(
            self.reader_app.library,
            placed.annotation.annotation_id,
            expected_revision=placed.annotation.revision,
            body=body,
            colour=colour,
            tags=tags,
        )
        kept = [
            one
            for one in self.annotations.placed
            if one.annotation.annotation_id != changed.annotation.annotation_id
        ]
        self.show_annotations((*kept, changed))

    def reload_annotations(self) -> None:
        """Read the annotations from the library again."""
        self.show_annotations(
            report_annotations(self.reader_app.library, self.opened.summary.report_id)
        )

    def show_annotations(self, annotations: Iterable[PlacedAnnotation]) -> None:
        """Draw these annotations from now on."""
        self.annotations = annotation_layer(annotations)
        self.show_overlays(replace(self.overlays, annotations=self.annotations))
        self.annotations_changed()

    def annotations_changed(self) -> None:
        """Annotations are others: panels show it."""
