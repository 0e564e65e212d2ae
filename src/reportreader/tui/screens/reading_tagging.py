"""Tags while reading: chosen, made, given again with one key, taken away."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reportreader.notes.annotation import AnnotationKind, PlacedAnnotation
from reportreader.tui.screens.reading_annotating import ReadingAnnotating

if TYPE_CHECKING:
    from reportreader.tui.dialogs.tag_chooser import TagChange


class ReadingTagging(ReadingAnnotating):
    """Tags the selection or an annotation."""

    def action_tag_passage(self) -> None:
        """Choose a tag for the selection or an annotation here."""
        self._on_passage(self._ask_tag)

    def action_tag_again(self) -> None:
        """Give the tag used last to the selection or an annotation here."""
        from reportreader.services.tag_finding import recent_tags
        from reportreader.tui.dialogs.tag_chooser import TagChange

        latest = recent_tags(self.reader_app.library, 1)
        if latest:
            self._on_passage(lambda _, use: use(TagChange(tags=latest)))
        else:
            self.reader_app.say("tags.none_yet")

    def known_tags(self) -> Sequence[str]:
        """The tags to choose from, the likeliest first."""
        from reportreader.services.tag_finding import known_tags

        return known_tags(self.reader_app.library)

    def _on_passage(
        self, choose: "Callable[[Sequence[str], Callable[[TagChange], None]], None]"
    ) -> None:
        """Let `choose` find a tag for what is selected, else for the annotation that is meant."""
        span = self.selected
        if span is None:
            found = self.under_caret() or self.in_view()
            self.pick(
                found,
                lambda placed: choose(
                    placed.annotation.tags, lambda change: self._change_tags(placed, change)
                ),
            )
            return

        def tag_new(change: "TagChange") -> None:
            self.add(AnnotationKind.HIGHLIGHT, span, colour=self.state.colour, tags=change.tags)
            self.become(self.state.read())
            self._say_tagged("reading.tagged", change)

        choose((), tag_new)

    def _ask_tag(self, borne: Sequence[str], use: "Callable[[TagChange], None]") -> None:
        from reportreader.tui.dialogs.tag_chooser import TagChooser

        chooser = TagChooser(self.words("reading.tag_title"), self.known_tags(), borne=borne)
        self.app.push_screen(chooser, self.with_answer(use))

    def _change_tags(self, placed: PlacedAnnotation, change: "TagChange") -> None:
        from reportreader.services.tagging import change_tags

        annotation_id = placed.annotation.annotation_id
        change_tags(self.reader_app.library, [annotation_id], change.tags, remove=change.is_removal)
        self.reload_annotations()
        self._say_tagged("reading.untagged" if change.is_removal else "reading.tagged", change)

    def _say_tagged(self, message_id: str, change: "TagChange") -> None:
        self.reader_app.say(message_id, tag=" ".join(f"#{tag}" for tag in change.tags))
