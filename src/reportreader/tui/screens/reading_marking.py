"""Marking: highlights and notes; each on disk before the screen says so."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reportreader.document.outline import find_section
from reportreader.notes.annotation import AnnotationKind, Colour, PlacedAnnotation
from reportreader.tui.reading.panel_rows import one_line
from reportreader.tui.reading.prose import Span
from reportreader.tui.reading.state import Mode
from reportreader.tui.screens.reading_tagging import ReadingTagging

if TYPE_CHECKING:
    from reportreader.services.unsaved import UnsavedNote
    from reportreader.tui.dialogs.note_editor import NoteDraft

_QUOTED = 120
"""Code points of a passage that a dialog shows."""


class ReadingMarking(ReadingTagging):
    """Everything that is kept."""

    # -- highlights -----------------------------------------------------------------------------

    def action_highlight(self) -> None:
        """Highlight the selection in the colour used last, or in that of the count."""
        count = self.state.typed_count
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
            self.add(AnnotationKind.HIGHLIGHT, span, colour=colour)
            self._read_on(colour)
            self.reader_app.say("reading.highlighted", colour=name)
            return

        def recolour(placed: PlacedAnnotation) -> None:
            self.change(placed, colour=colour)
            self._read_on(colour)
            self.reader_app.say("reading.recoloured", colour=name)

        self.pick(self.under_caret(), recolour)

    def _read_on(self, colour: Colour) -> None:
        self.become(self.state.read()._replace(colour=colour))

    # -- notes ----------------------------------------------------------------------------------

    def action_write_note(self) -> None:
        """Write on the selection, on an annotation here, or on the section."""
        span = self.selected
        if span is not None:
            self._write_new(span)
            return
        under = self.under_caret()
        if under:
            self.pick(under, self.edit_note)
            return
        self._pick_or_section(self.in_view())

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
            for number, (label, _, hint) in enumerate(map(self.annotation_option, candidates))
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

        unsaved = self._unsaved(AnnotationKind.HIGHLIGHT, span)
        passage = self.document.passage(*span)
        self._ask_note(passage, save, unsaved=unsaved, colour=self.state.colour)

    def _write_on_report(self) -> None:
        def save(draft: "NoteDraft") -> None:
            self._keep(AnnotationKind.REPORT_NOTE, (0, 0), draft)

        unsaved = self._unsaved(AnnotationKind.REPORT_NOTE, (0, 0))
        self._ask_note(unsaved.report_title, save, unsaved=unsaved, colour=self.state.colour)

    def _unsaved(self, kind: AnnotationKind, span: Span) -> "UnsavedNote":
        from reportreader.services.unsaved import unsaved_new

        return unsaved_new(
            self.reader_app.library, self.opened, kind, span, self.opened.summary.title
        )

    def _keep(self, kind: AnnotationKind, span: Span, draft: "NoteDraft") -> None:
        self.add(kind, span, colour=draft.colour, body=draft.body, tags=draft.tags)
        self.reader_app.say("reading.note_saved")

    def edit_note(self, placed: PlacedAnnotation) -> None:
        """Edit text, tags and colour of an annotation."""
        annotation = placed.annotation

        def save(draft: "NoteDraft") -> None:
            self.change(placed, body=draft.body, tags=draft.tags, colour=draft.colour)
            self.reader_app.say("reading.note_saved")

        from reportreader.services.unsaved import unsaved_edit

        title = self.opened.summary.title
        self._ask_note(
            annotation.quote,
            save,
            unsaved=unsaved_edit(self.reader_app.library, annotation, title),
            colour=annotation.colour,
            body=annotation.body,
            tags=annotation.tags,
        )

    def _ask_note(
        self,
        quote: str,
        save: "Callable[[NoteDraft], None]",
        *,
        unsaved: "UnsavedNote",
        colour: Colour,
        body: str = "",
        tags: tuple[str, ...] = (),
    ) -> None:
        shown = one_line(quote)
        self.ask_note(
            self.words("reading.note_title"),
            shown if len(shown) <= _QUOTED else shown[:_QUOTED] + "…",
            save,
            unsaved=unsaved,
            colour=colour,
            body=body,
            tags=tags,
            known_tags=self.known_tags(),
        )

    # -- deleting -------------------------------------------------------------------------------

    def action_delete_annotation(self) -> None:
        """Delete an annotation here."""
        span = self.selected
        found = self.annotations.at(*span) if span is not None else self.under_caret()
        self.pick(found or self.in_view(), self.delete)

    def delete(self, placed: PlacedAnnotation) -> None:
        """Put an annotation into the trash."""
        from reportreader.services.annotating import delete_annotations

        delete_annotations(self.reader_app.library, [placed.annotation.annotation_id])
        self.reload_annotations()
        if self.state.mode is not Mode.READING or self.state.selection is not None:
            self.become(self.state.read())
        self.reader_app.say("reading.deleted")
