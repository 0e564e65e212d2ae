"""All passages of a tag, or of two together, across the library, each with its citation."""

from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.citing import Citations
from reportreader.services.noting import AnnotationFilter, ListedAnnotation
from reportreader.tui.screens.note_words import NoteChoice, note_row
from reportreader.tui.screens.notes import NotesScreen
from reportreader.tui.widgets.bar import Part
from reportreader.tui.widgets.note_list import NoteRow


class PassagesScreen(NotesScreen):
    """The notes screen over the passages that `wanted` lets through; Esc goes back from it."""

    hint = "tags.passages_hint"

    def __init__(self, wanted: AnnotationFilter) -> None:
        super().__init__(NoteChoice(annotation_filter=wanted))
        self._wanted = wanted
        self._citations: Citations | None = None

    @property
    def citations(self) -> Citations:
        """Cites the reports of this library, each read once while the list stands."""
        if self._citations is None:
            self._citations = Citations(self.reader_app.library)
        return self._citations

    def reload(self) -> None:
        """List afresh; what is known of the reports may have changed too."""
        self._citations = None
        super().reload()

    def title_parts(self) -> list[Part]:
        """The tags, and how many passages of how many reports bear them."""
        tags = (self._wanted.tag, self._wanted.also_tag)
        reports = {one.placed.annotation.report_id for one in self.listed}
        title = self.words(
            "tags.passages_title",
            tags=" + ".join(f"#{sanitise_line(tag)}" for tag in tags if tag),
            passages=f"{len(self.listed):,}",
            reports=f"{len(reports):,}",
        )
        return [Part(title, "strong")]

    def row_of(self, listed: ListedAnnotation) -> NoteRow:
        """A passage with its citation."""
        return note_row(listed, self.messages, citation=self.citations.mention(listed))
