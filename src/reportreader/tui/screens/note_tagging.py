"""Tags of listed notes: given, taken away, given again, to one or many at once."""

from reportreader.services.annotating import list_tags
from reportreader.services.tag_finding import known_tags, recent_tags
from reportreader.services.tagging import change_tags
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.dialogs.option import Option
from reportreader.tui.dialogs.tag_chooser import TagChange, TagChooser
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.note_listing import NoteListingScreen
from reportreader.tui.widgets.note_list import NoteList


class NoteTaggingScreen(NoteListingScreen):
    """A list of annotations that can be tagged."""

    def action_tag_notes(self) -> None:
        """Give a tag to the chosen notes, or take one away that all of them bear."""
        chosen = self._chosen_tags()
        borne = set.intersection(*map(set, chosen)) if chosen else set()
        chooser = TagChooser(
            self.words("notes.tag_title", count=len(chosen)),
            known_tags(self.reader_app.library),
            borne=borne,
        )
        self.app.push_screen(chooser, self._change_tags)

    def action_tag_notes_again(self) -> None:
        """Give the chosen notes the tag that was used last."""
        latest = recent_tags(self.reader_app.library, 1)
        if latest:
            self._change_tags(TagChange(tags=latest))
        else:
            self.reader_app.say("tags.none_yet")

    def action_untag_notes(self) -> None:
        """Take a tag from the chosen notes."""
        tags = {tag for tags in self._chosen_tags() for tag in tags}
        options = [Option(tag, TagChange(tags=(tag,), is_removal=True)) for tag in sorted(tags)]
        dialog = Choice(self.words("notes.untag_title"), options)
        self.app.push_screen(dialog, self._change_tags)

    @reports_errors
    def _change_tags(self, change: TagChange | None) -> None:
        chosen = self.chosen_ids()
        if change is None or not chosen:
            return
        change_tags(self.reader_app.library, chosen, change.tags, remove=change.is_removal)
        said = "notes.untagged" if change.is_removal else "notes.tagged"
        tags = " ".join(f"#{tag}" for tag in change.tags)
        self.after_change(said, count=len(chosen), tags=tags)

    def after_change(self, message_id: str, **values: object) -> None:
        """List afresh with nothing selected, and say what was done."""
        self.query_one(NoteList).select(frozenset())
        self.reload()
        self.reader_app.say(message_id, **values)

    def known_tags(self) -> list[str]:
        """The tags to complete from."""
        return [tag for tag, _ in list_tags(self.reader_app.library)]

    def _chosen_tags(self) -> list[tuple[str, ...]]:
        chosen = set(self.chosen_ids())
        return [
            one.placed.annotation.tags
            for one in self.listed
            if one.placed.annotation.annotation_id in chosen
        ]
