"""The codebook as it is drawn: the tree of tags, and one of them in full beside it."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from reportreader.services.opening import Library
from reportreader.services.tag_tree import (
    TagDetails,
    TagEntry,
    list_tag_tree,
    most_used_first,
    tag_details,
)
from reportreader.tui.screens.filtering import LIST_SIDE_ID, FilteringScreen
from reportreader.tui.screens.reloading import ReloadingScreen
from reportreader.tui.screens.tag_words import (
    shown_entries,
    tag_parts,
    tag_row,
    tags_with_children,
)
from reportreader.tui.tasks import start_task
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.preview import Preview
from reportreader.tui.widgets.row_list import RowList
from reportreader.tui.widgets.tag_list import COUNT_CELLS, TagList

_PREVIEW_LEAST_CELLS = 100
_REST_SECONDS = 0.12


@dataclass
class DetailsReady(Message):
    """A task has looked at one tag."""

    tag: str
    details: TagDetails


class TagListingScreen(ReloadingScreen, FilteringScreen):
    """The tree of tags; what is listed and what is done with it is left to subclasses."""

    FILTER_PLACEHOLDER = "tags.filter_placeholder"

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[TagEntry, ...] = ()
        self.shown: list[TagEntry] = []
        self.folded: frozenset[str] = frozenset()
        self.typed = ""
        self.by_use = False
        self._details: dict[str, TagDetails] = {}

    # -- drawing --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Title, heads, tree, one tag in full where there is room."""
        yield Bar(id="tags-title")
        with Horizontal(id="tags-body"):
            with Vertical(id=LIST_SIDE_ID):
                yield Bar(id="tags-heads", classes="heads")
                yield TagList(id="tags")
            yield Preview(id="preview")
        yield from self.frame()

    def on_mount(self) -> None:
        """List the tags."""
        self.reload()
        self.query_one(TagList).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Show a tag in full only where there is room."""
        self.query_one(Preview).display = event.size.width >= _PREVIEW_LEAST_CELLS

    def reload(self, *, to: str = "") -> None:
        """The library has changed, or may have: list it afresh, with the cursor on tag `to`."""
        entries = list_tag_tree(self.reader_app.library)
        self.entries = most_used_first(entries) if self.by_use else entries
        self._details.clear()
        self.show_tags(to=to)

    def show_tags(self, *, to: str = "") -> None:
        """List what is chosen; the cursor stays on its tag where that is still there."""
        current = to or self.current_name()
        self.folded &= tags_with_children(self.entries)
        self.shown = shown_entries(self.entries, self.folded, self.typed)
        parents = tags_with_children(self.entries)
        title = self.words("tags.title", count=f"{len(self.entries):,}")
        self.query_one("#tags-title", Bar).show_parts([Part(title, "strong")])
        heads = "".join(
            " " * max(0, COUNT_CELLS - cell_len(head)) + head
            for head in (self.words("tags.head_passages"), self.words("tags.head_reports"))
        )
        self.query_one("#tags-heads", Bar).show_parts([], [Part(f"{heads} ")])
        tags = self.query_one(TagList)
        empty = "tags.empty_filter" if self.typed else "tags.empty"
        tags.empty_text = self.words(empty)
        rows = [
            tag_row(
                entry,
                self.messages,
                has_children=entry.name in parents,
                is_folded=entry.name in self.folded and not self.typed,
            )
            for entry in self.shown
        ]
        places = {entry.name: place for place, entry in enumerate(self.shown)}
        tags.show_rows(rows, cursor=places.get(current, tags.cursor))
        tags.select(tags.selected & frozenset(entry.name for entry in self.entries))
        self._show_tag()
        self.refresh_status()
        self.refresh_bindings()

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """What is selected or what tags are for, and the place in the list."""
        tags = self.query_one(TagList)
        left = self.words("tags.what_for")
        if self.typed:
            left = self.words("notes.filtered", what=self.typed)
        if tags.selected:
            left = self.words("tags.selected", count=len(tags.selected))
        place = tags.cursor + 1 if self.shown else 0
        return [Part(left)], [Part(f"{place:,}/{len(self.shown):,}")]

    @on(RowList.CursorMoved)
    def follow_cursor(self, event: RowList.CursorMoved) -> None:
        """Show the tag under the cursor in full."""
        event.stop()
        self.forget_status()
        self.refresh_status()
        self._show_tag()

    def _show_tag(self) -> None:
        current = self.current()
        preview = self.query_one(Preview)
        if current is None:
            preview.show_parts([], self.reader_app.widths)
            return
        details = self._details.get(current.name)
        preview.show_parts(tag_parts(current, details, self.messages), self.reader_app.widths)
        if details is None and self.app.size.width >= _PREVIEW_LEAST_CELLS:
            self.set_timer(_REST_SECONDS, lambda: self._look_at(current.name))

    def _look_at(self, tag: str) -> None:
        """Find out more of a tag once the cursor has come to rest on it."""

        def work(library: Library) -> Message:
            return DetailsReady(tag, tag_details(library, tag))

        if tag == self.current_name() and tag not in self._details:
            start_task(self, self.reader_app.library.path, "tag-details", work)

    @on(DetailsReady)
    def take_details(self, event: DetailsReady) -> None:
        """Show more of a tag unless the cursor has gone on."""
        event.stop()
        self._details[event.tag] = event.details
        if event.tag == self.current_name():
            self._show_tag()

    # -- what is under the cursor -----------------------------------------------------------------

    def current(self) -> TagEntry | None:
        """The tag under the cursor."""
        cursor = self.query_one(TagList).cursor
        return self.shown[cursor] if cursor < len(self.shown) else None

    def current_name(self) -> str:
        """The name of the tag under the cursor, empty if there is none."""
        current = self.current()
        return "" if current is None else current.name

    def chosen_names(self) -> tuple[str, ...]:
        """The selected tags, else the one under the cursor."""
        selected = self.query_one(TagList).selected
        if selected:
            return tuple(sorted(selected))
        current = self.current_name()
        return (current,) if current else ()
