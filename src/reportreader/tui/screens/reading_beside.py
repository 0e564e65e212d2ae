"""How a pane shares the screen with another: its title, the room it makes, whether it rests."""

from dataclasses import dataclass

from textual.message import Message

from reportreader.document.outline import path_titles
from reportreader.services.reading import OpenedReport
from reportreader.tui.actions import with_keymap
from reportreader.tui.actions.key_names import key_name
from reportreader.tui.actions.reading import SPLIT
from reportreader.tui.reading.page_layout import panes_in_the_way, panes_over
from reportreader.tui.reading.scrolling import to_place
from reportreader.tui.reading.split import PaneStanding
from reportreader.tui.reading.state import ReadingState
from reportreader.tui.screens.reading_saving import ReadingSaving

TITLED_CLASS = "-titled"
RESTING_CLASS = "-resting"
_TITLE_CLASS = "pane-title"


class ReadingBeside(ReadingSaving):
    """Everything about the other pane."""

    @dataclass
    class Scrolled(Message):
        """The reader has scrolled this pane by rows, upwards if negative."""

        pane: "ReadingBeside"
        rows: int

    @dataclass
    class Moved(Message):
        """The pane shows another place, by keys or the mouse and not by following the other."""

        pane: "ReadingBeside"

        def can_replace(self, message: Message) -> bool:
            """Only the newest place counts."""
            return isinstance(message, ReadingBeside.Moved) and message.pane is self.pane

    def __init__(self, opened: OpenedReport, state: ReadingState) -> None:
        super().__init__(opened, state)
        self._outline_waits = False
        self._is_following = False

    def stand(self, standing: PaneStanding) -> None:
        """Stand like this to the other pane from now on."""
        changed = standing != self.standing
        self.standing = standing
        if changed and self.is_mounted:
            self.show_standing()

    def show_standing(self) -> None:
        """Draw the title and the caret."""
        from reportreader.tui.widgets.pane_title import PaneTitle

        is_split = self.standing.count > 1
        self.set_class(is_split, TITLED_CLASS)
        self.set_class(not self.standing.is_active, RESTING_CLASS)
        titles = self.query(f".{_TITLE_CLASS}")
        if is_split and not titles:
            self.mount(PaneTitle(classes=_TITLE_CLASS), before=0)
        elif not is_split:
            titles.remove()
        self.view.redraw()
        self.show_title()

    def show_title(self) -> None:
        """Say over the text which report and section this is."""
        from reportreader.tui.widgets.pane_title import PaneTitle

        standing = self.standing
        for title in self.query(f".{_TITLE_CLASS}").results(PaneTitle):
            section = path_titles(self.document.sections, self.state.place)[-1:]
            hint = (
                self.words(
                    "reading.pane_hint",
                    key=key_name(self._key_to_the_other()),
                    number=standing.number,
                    count=standing.count,
                )
                if standing.is_in_turn
                else ""
            )
            title.show_title(
                self.opened.summary.title,
                "".join(section),
                hint,
                is_active=standing.is_active,
            )

    def _key_to_the_other(self) -> str:
        actions = with_keymap(SPLIT, self.reader_app.keymap)
        return next(action.keys[0] for action in actions if action.id == "other_pane")

    def place_changed(self) -> None:
        """The page shows another part of the text."""
        super().place_changed()
        if self.standing.count > 1:
            self.show_title()
            if not self._is_following:
                self.post_message(self.Moved(self))

    def scroll_rows(self, rows: int) -> None:
        """Scroll; a pane that is locked to this one follows."""
        super().scroll_rows(rows)
        if self.standing.count > 1:
            self.post_message(self.Scrolled(self, rows))

    def follow(self, rows: int) -> None:
        """Scroll as the other pane did."""
        self._is_following = True
        super().scroll_rows(rows)
        self._is_following = False

    def follow_to(self, offset: int) -> None:
        """Show what belongs to the place of the other pane."""
        self._is_following = True
        self.become(to_place(self.state, self.page, offset))
        self._is_following = False

    def make_room(self, width: int) -> None:
        """Close what would leave the text little room once this pane has only `width` cells."""
        outline_is_in_the_way, side_is_in_the_way = panes_in_the_way(width)
        if side_is_in_the_way and self.side is not None:
            self.close_side()
        if outline_is_in_the_way and self.outline is not None:
            self.close_outline()
            self._outline_waits = True

    async def take_room(self, width: int) -> None:
        """Open the outline again that made room, now that this pane has `width` cells."""
        if self._outline_waits and self.outline is None:
            is_over, _ = panes_over(width, outline=True, side=False)
            if not is_over:
                await self.open_outline()
        self._outline_waits = False
