"""The scroll bar of the page, as a map: sections, hits, annotations, and the part in view."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from reportreader.notes.annotation import Colour
from reportreader.tui.drawing.page_keys import TERM_KEYS
from reportreader.tui.lazy_components import LazyComponents
from reportreader.tui.reading.scroll_map import (
    THUMB_CLASS,
    ScrollMap,
    draw_map,
    map_run,
    offset_of,
    thumb,
)
from reportreader.tui.reading.searching import Span


class ScrollMapBar(LazyComponents):
    """One column; a click or a drag goes to what stands there."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        THUMB_CLASS,
        "scroll-map--section",
        "scroll-map--hit",
        *(f"scroll-map--{colour.value}" for colour in Colour),
        *(f"scroll-map--{key}" for key in TERM_KEYS),
    }
    DEFAULT_CSS = "ScrollMapBar { width: 1; height: 1fr; }"

    @dataclass
    class PlaceChosen(Message):
        """The reader clicked the map."""

        offset: int

        def can_replace(self, message: Message) -> bool:
            """Only the newest place of a drag counts."""
            return isinstance(message, ScrollMapBar.PlaceChosen)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._length = 0
        self._sections: tuple[int, ...] = ()
        self._annotations: tuple[tuple[int, str], ...] = ()
        self._hits: tuple[Span, ...] = ()
        self._terms: tuple[tuple[int, str], ...] = ()
        self._seen: Span = (0, 0)
        self._map: ScrollMap | None = None
        self._held = False

    def show_map(
        self,
        length: int,
        *,
        sections: tuple[int, ...],
        annotations: tuple[tuple[int, str], ...],
        hits: tuple[Span, ...],
        terms: tuple[tuple[int, str], ...] = (),
    ) -> None:
        """Draw these from now on; lengths and places in code points."""
        self._length = length
        self._sections, self._annotations, self._hits = sections, annotations, hits
        self._terms = terms
        self._map = None
        self.refresh()

    def show_seen(self, seen: Span) -> None:
        """The part of the text in view; only the rows that change are drawn."""
        if seen == self._seen:
            return
        before = set(range(*self._thumb()))
        self._seen = seen
        changed = before ^ set(range(*self._thumb()))
        if changed:
            first, last = min(changed), max(changed)
            self.refresh(Region(0, first, self.size.width, last - first + 1))

    def render_line(self, y: int) -> Strip:
        """Row `y` of the map."""
        if self._map is None or len(self._map.signs) != self.size.height:
            self._map = draw_map(
                self.size.height,
                self._length,
                sections=self._sections,
                annotations=self._annotations,
                hits=self._hits,
                terms=self._terms,
            )
        style = self.rich_style
        glyph, keys = map_run(self._map, y, self._thumb())
        for key in keys:
            style += self.get_component_rich_style(key, partial=True)
        return Strip([Segment(glyph.ljust(self.size.width), style)], self.size.width)

    def on_resize(self) -> None:
        """Draw the map for the new height."""
        self._map = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go there, and follow the mouse."""
        event.stop()
        self._held = True
        self.capture_mouse()
        self._choose(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse."""
        if self._held:
            self._choose(event.y)

    def on_mouse_up(self) -> None:
        """Stop following."""
        self._held = False
        self.release_mouse()

    def _choose(self, y: int) -> None:
        height = self.size.height
        row = max(0, min(y, height - 1))
        self.post_message(self.PlaceChosen(offset_of(row, height, self._length)))

    def _thumb(self) -> tuple[int, int]:
        return thumb(*self._seen, max(1, self.size.height), self._length)
