"""Places to come back to: bookmarks with a label, and marks under a letter."""

from reportreader.notes.annotation import AnnotationKind
from reportreader.tui.reading.annotations import find_mark, span_of
from reportreader.tui.reading.panel_rows import one_line
from reportreader.tui.screens.reading_marking import ReadingMarking

_LABEL = 24
"""Code points of the text that name a bookmark at first."""
_LAST_PLACE = "'`"
"""The characters that mean the place jumped from."""


class ReadingBookmarks(ReadingMarking):
    """Everything about places."""

    def action_add_bookmark(self) -> None:
        """Add a bookmark with a label at the caret or at the top of the page."""
        offset = self.here
        _, end = self.prose.block(offset)
        label = one_line(self.document.passage(offset, min(end, offset + _LABEL)))

        def save(name: str) -> None:
            self.add(AnnotationKind.BOOKMARK, (offset, offset), body=name)
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
            (label, span_of(placed)[0], hint)
            for label, placed, hint in map(self.annotation_option, places)
        ]
        self.ask_choice(self.words("reading.bookmarks_title"), options, self.jump)

    def mark_set(self, letter: str) -> None:
        """Set a mark under a letter, at the caret or at the top of the page."""
        from reportreader.services.annotating import set_mark

        if not letter.isalnum():
            self.reader_app.say("reading.mark_letter")
            return
        set_mark(self.reader_app.library, self.opened, letter, self.here)
        self.reload_annotations()
        self.reader_app.say("reading.mark_set", letter=letter)

    def mark_wanted(self, letter: str) -> None:
        """Go to the mark under a letter; `'` and the back quote mean the place jumped from."""
        if letter in _LAST_PLACE:
            offset = self.state.jumps.previous
        else:
            offset = find_mark(self.annotations.placed, letter)
        if offset is None:
            self.reader_app.say("reading.no_mark", letter=letter)
        else:
            self.jump(offset)
