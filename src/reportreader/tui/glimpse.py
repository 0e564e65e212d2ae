"""The beginning of a new file on the screen, while the whole of it is read and added."""

import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.settings.paths import config_path
from reportreader.settings.values import Settings
from reportreader.tui.interrupts import interrupts_wait

if TYPE_CHECKING:
    from reportreader.tui.first_page.terminal import BorrowedTerminal


class Glimpse:
    """Borrows the terminal when it is shown; gives it back at the end, unless it was handed on.

    What stands there is not what the library holds: the first page is drawn over it.
    `terminal` is None while nothing is shown.
    """

    def __init__(self, library: Library, settings: Settings, messages: Messages) -> None:
        self._library = library
        self._settings = settings
        self._messages = messages
        self.terminal: BorrowedTerminal | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.withdraw()

    def show(self, path: Path) -> None:
        """Show the file at `path`, if it is a text that can be read so soon.

        Raises InputError if the keymap file is wrong.
        """
        if self.terminal is not None:
            return
        from reportreader.services.glimpsing import open_beginning

        opened = open_beginning(path)
        if opened is None:
            return
        from reportreader.tui.actions.keys import keymap_path, load_keymap
        from reportreader.tui.first_page.showing import PageRequest, show_glimpse
        from reportreader.tui.reading.beginning import Beginning

        request = PageRequest(
            library=self._library,
            settings=self._settings,
            messages=self._messages,
            keymap=load_keymap(keymap_path(config_path(os.environ))),
            beginning=Beginning(opened),
        )
        with interrupts_wait():
            self.terminal = show_glimpse(request, os.environ)

    def withdraw(self) -> None:
        """Give the terminal back, for something is to be said on it."""
        if self.terminal is not None:
            self.terminal.give_back()
            self.terminal = None
