"""Textual takes over a screen that already shows something, without a flicker.

The first page stands in the alternate screen, and the terminal is raw. Textual would clear the one
and remember the other as what to give back; and its first frames show a screen that is not yet
whole. So its driver leaves out what was done, and the app draws nothing until a screen says that it
is as it is to be seen.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.driver import Driver

from reportreader.tui.first_page.ansi import BEGIN_FRAME, END_FRAME
from reportreader.tui.first_page.terminal import ENTER_SCREEN, BorrowedTerminal

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

_PATIENCE_SECONDS = 1.0
"""After so long whatever there is is drawn."""


class FirstFrameApp(App[None]):
    """Draws nothing until `show_first_frame`, where a terminal with a first page is handed to it."""

    def __init__(self, terminal: BorrowedTerminal | None = None) -> None:
        super().__init__(driver_class=None if terminal is None else _driver_for(terminal))
        self.has_first_page = terminal is not None
        """Whether something stands on the screen since before Textual was loaded."""
        self._holds_back = terminal is not None
        self._waiting: list[tuple[Screen[Any], Callable[[], Any]]] = []

    def on_load(self) -> None:
        """However the first screen fares, it is shown."""
        if self._holds_back:
            self.set_timer(_PATIENCE_SECONDS, self.show_first_frame)

    def call_after_first_frame(self, screen: "Screen[Any]", callback: Callable[[], Any]) -> None:
        """Call back after the next frame of `screen` that is drawn."""
        if self._holds_back:
            self._waiting.append((screen, callback))
        else:
            screen.call_after_refresh(callback)

    def show_first_frame(self) -> None:
        """The screen on top is whole: draw it and all that follows."""
        driver = self._driver
        if not self._holds_back or driver is None:
            return
        self._holds_back = False
        driver.write(BEGIN_FRAME)
        self.draw_whole_screen()
        driver.write(END_FRAME)
        for screen, callback in self._waiting:
            screen.call_after_refresh(callback)
        self._waiting.clear()

    def draw_whole_screen(self, _: object = None) -> None:
        """Draw every cell, whatever the terminal is thought to show."""
        update = self.screen._compositor.render_update(full=True)  # noqa: SLF001 - as App.export_screenshot does
        self._display(self.screen, update)

    def complete(self, screen: "Screen[Any]") -> None:
        """Let a screen that has been laid out say what depends on that."""
        raise NotImplementedError

    def waits_for(self, screen: "Screen[Any]") -> bool:
        """Whether `screen`, which has been laid out, is to paint no frame yet."""
        if self._holds_back and screen.is_current:
            # At once: callbacks after a frame wait for the clock of frames.
            screen.call_next(self._show_complete, screen)
        return self._holds_back

    def _display(self, screen: "Screen[Any]", renderable: "RenderableType | None") -> None:
        """What Textual calls with every frame, also with one of a screen that is not ours."""
        if not self._holds_back:
            super()._display(screen, renderable)

    def _show_complete(self, screen: "Screen[Any]") -> None:
        if self._holds_back and screen.is_current and screen.focused is not None:
            self.complete(screen)
            self.show_first_frame()


def _driver_for(terminal: BorrowedTerminal) -> type[Driver]:
    """The driver of this system, for a terminal whose other screen is on already."""
    from textual.drivers.linux_driver import LinuxDriver

    class TakingOver(LinuxDriver):
        """Leaves out the first change of screens, which would clear what stands there."""

        _is_first = True

        def start_application_mode(self) -> None:
            """Begin, or begin again after the program was suspended."""
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if self._is_first:
                self._is_first = False
                self.attrs_before = terminal.hand_on()

        def write(self, data: str) -> None:
            if not (self._is_first and data == ENTER_SCREEN):
                super().write(data)

    return TakingOver
