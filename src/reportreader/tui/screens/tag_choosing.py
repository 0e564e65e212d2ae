"""Which tags the codebook lists: folds, filter and order, and the selected ones."""

from reportreader.tui.screens.tag_listing import TagListingScreen
from reportreader.tui.screens.tag_words import tags_with_children
from reportreader.tui.widgets.tag_list import TagList


class TagChoosingScreen(TagListingScreen):
    """The tree of tags, narrowed and ordered."""

    def narrow(self, text: str) -> None:
        """List the tags that fit `text`, and those above them."""
        if text != self.typed:
            self.typed = text
            self.show_tags()

    def action_filter_tags(self) -> None:
        """Filter as you type."""
        self.open_filter(self.typed)

    def step_back(self) -> bool:
        """Esc takes the filter and the selection away first."""
        if super().step_back():
            return True
        tags = self.query_one(TagList)
        if self.typed:
            self.narrow("")
            return True
        if tags.selected:
            tags.select(frozenset())
            self.refresh_status()
            return True
        return False

    def action_sort_tags(self) -> None:
        """Order by name, or by use."""
        self.by_use = not self.by_use
        self.reload()
        self.reader_app.say("tags.sorted_by_use" if self.by_use else "tags.sorted_by_name")

    def action_fold_tag(self) -> None:
        """Fold the tag under the cursor, or go to the one above it."""
        current = self.current()
        if current is None:
            return
        above = current.name.rpartition("/")[0]
        if current.name in tags_with_children(self.entries) and current.name not in self.folded:
            self.folded |= {current.name}
            self.show_tags()
        elif above:
            self.show_tags(to=above)

    def action_unfold_tag(self) -> None:
        """Unfold the tag under the cursor."""
        self.folded -= {self.current_name()}
        self.show_tags()

    def action_fold_all_tags(self) -> None:
        """Fold everything, or unfold everything if all is folded."""
        parents = tags_with_children(self.entries)
        current = self.current_name()
        self.folded = frozenset() if self.folded == parents else parents
        self.show_tags(to=current if not self.folded else current.partition("/")[0])

    def action_select_tag(self) -> None:
        """Select or unselect the tag under the cursor, and go on."""
        tags = self.query_one(TagList)
        row = tags.cursor_row
        if row is not None:
            tags.select(tags.selected ^ {row.key})
            tags.cursor += 1
            self.refresh_status()

    def action_select_all_tags(self) -> None:
        """Select all that are listed, or none if all are."""
        tags = self.query_one(TagList)
        every = frozenset(row.key for row in tags.rows)
        tags.select(frozenset() if tags.selected == every else every)
        self.refresh_status()
