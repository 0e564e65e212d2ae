"""The beginning of a new file on the screen, while the whole of it is read and added."""

import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.settings.paths import config_path
from reportreader.settings.values import Settings

if TYPE_CHECKING:
    from reportreader.tui.first_page.terminal import BorrowedTerminal


class Glimpse:
    """Borrows the terminal when it is shown; gives it back at the end, unless it was taken over.

    What stands there is not what the library holds: the first page is drawn over it.
    """

    def __init__(self, library: Library, settings: Settings, messages: Messages) -> None:
        self._library = library
        self._settings = settings
        self._messages = messages
        self._terminal: BorrowedTerminal | None = None

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
        if self._terminal is not None:
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
        self._terminal = show_glimpse(request, os.environ)

    def withdraw(self) -> None:
        """Give the terminal back, for something is to be said on it."""
        terminal = self.take()
        if terminal is not None:
            terminal.give_back()

    def take(self) -> "BorrowedTerminal | None":
        """The terminal, for the first page to be drawn on; somebody else gives it back."""
        terminal, self._terminal = self._terminal, None
        return terminal
