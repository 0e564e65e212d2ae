"""The app: which screen is up, what is told, undo, other windows, and the last line of errors."""

import asyncio
import gc
import os
import signal
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.screen import Screen

from reportreader.errors import ReportReaderError
from reportreader.notes.annotation import ReportId
from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.settings.values import Settings
from reportreader.tui.actions import Keymap, Scope, bindings_for
from reportreader.tui.backing_up import start_backups
from reportreader.tui.messages import LibraryChanged, RenewingProgressed, TaskFailed
from reportreader.tui.renewing import start_renewing
from reportreader.tui.screen_opening_app import ScreenOpeningApp
from reportreader.tui.screens.app_screen import AppScreen
from reportreader.tui.terminal import is_hung_up

if TYPE_CHECKING:
    from reportreader.services.annotating import Change
    from reportreader.services.keyphrasing import KeyphraseWorker
    from reportreader.tui.first_page.terminal import BorrowedTerminal
    from reportreader.tui.reading.beginning import Beginning
    from reportreader.tui.reading.search_question import SearchQuestion

_STYLES = Path(__file__).with_name("styles")
_BACKUP_DELAY_SECONDS = 2.0
_UNSAVED_DELAY_SECONDS = 0.5
"""The first keys have the processor for themselves."""
_POLL_SECONDS = 1.0
"""How often another window's changes are looked for; one pragma, no reading of the file."""


class ReportReaderApp(ScreenOpeningApp):
    """The program; owns the library connection of the main thread."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings_for(Scope.GENERAL)
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/general.tcss", "styles/library.tcss"]

    def __init__(
        self,
        library: Library,
        settings: Settings,
        messages: Messages,
        *,
        keymap: Keymap | None = None,
        beginning: "Beginning | None" = None,
        words: "KeyphraseWorker | None" = None,
        terminal: "BorrowedTerminal | None" = None,
    ) -> None:
        super().__init__(settings, messages, keymap or {}, terminal)
        self.library = library
        self._lent_words = words
        self._own_words: KeyphraseWorker | None = None
        self.crash: BaseException | None = None
        self._beginning = beginning
        if beginning is not None:
            self.css_path.append(_STYLES / "reading.tcss")
        self._data_version = library.data_version()

    def get_default_screen(self) -> Screen[Any]:
        """The report to begin with; else the library, which everything else lies on."""
        if self._beginning is None:
            return _library_screen()
        from reportreader.tui.screens.reading import ReadingScreen
        from reportreader.tui.screens.reading_pane import ReadingPane

        pane = ReadingPane(self._beginning.opened, offset=self._beginning.offset)
        screen = ReadingScreen(pane, beside=self._beginning.beside)
        # Textual gives its first screen no callback, and fails to take one off when it is switched.
        screen._push_result_callback(self, None)  # noqa: SLF001 - there is no other way
        return screen

    def on_mount(self) -> None:
        """Ask the terminal before the first frame paints over the question."""
        self.ask_for_widths()
        self.call_after_first_frame(self.screen, self._begin)

    def complete(self, screen: Screen[Any]) -> None:
        """Let a screen that has been laid out say what depends on that."""
        if isinstance(screen, AppScreen):
            screen.complete()

    def _begin(self) -> None:
        """What would take the processor from the first frame."""
        if self._beginning is not None:
            self.load_words()
        start_renewing(self, self.library.path)
        self.set_timer(_BACKUP_DELAY_SECONDS, partial(start_backups, self, self.library.path))
        self.set_timer(_UNSAVED_DELAY_SECONDS, self._tell_unsaved)

    def _tell_unsaved(self) -> None:
        from reportreader.tui.recovering import tell_unsaved

        for screen in self.screen_stack[-1:]:  # none any more while the program ends
            if isinstance(screen, AppScreen):
                tell_unsaved(screen)

    def on_ready(self) -> None:
        """After the first frame: what could wait for it."""
        gc.enable()
        gc.freeze()
        self._leave_on_signals()
        # The other screen of a terminal is blank after a stop; Textual draws only what changes.
        self.app_resume_signal.subscribe(self, self.draw_whole_screen)
        self.set_interval(_POLL_SECONDS, self.notice_now_and_then)
        if self.library.notice:
            self.say(self.library.notice)

    def _leave_on_signals(self) -> None:
        """Leave properly when the terminal is closed or the program is told to end."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            # Not every system has these signals, nor lets a loop handle them.
            with suppress(AttributeError, NotImplementedError):
                loop.add_signal_handler(getattr(signal, name), self.exit)

    def on_unmount(self) -> None:
        """End the children, so that no thread goes on waiting for them."""
        self.stop_adding()
        if self._own_words is not None:
            self._own_words.close()

    @property
    def segmenter(self) -> "KeyphraseWorker":
        """Cuts texts into words and finds keyphrases in a child process, lent or the app's own."""
        if self._lent_words is not None:
            return self._lent_words
        if self._own_words is None:
            from reportreader.services.keyphrasing import KeyphraseWorker

            self._own_words = KeyphraseWorker(None)
        return self._own_words

    @property
    def ready_segmenter(self) -> "KeyphraseWorker | None":
        """The segmenter if its dictionary is loaded; asking for it loads nothing."""
        words = self._lent_words or self._own_words
        return words if words is not None and words.is_ready else None

    # -- screens --------------------------------------------------------------------------------

    def open_report(
        self,
        report_id: ReportId,
        offset: int | None = None,
        *,
        query: str = "",
        beside: ReportId | None = None,
    ) -> None:
        """Show a report at `offset`, or where its reader left it, looking for `query`.

        `beside` is a second report, shown in a pane of its own.
        """
        from reportreader.services.reading import open_first_part
        from reportreader.tui.reading.beginning import SecondPlace
        from reportreader.tui.screens.reading import ReadingScreen
        from reportreader.tui.screens.reading_pane import ReadingPane

        opened = open_first_part(self.library, report_id, around=offset)
        self.load_words()
        pane = ReadingPane(opened, offset=offset, query=query)
        second = None if beside is None else SecondPlace(beside)
        self.push_screen(ReadingScreen(pane, beside=second))

    def open_found(self, report_id: ReportId, offset: int, question: "SearchQuestion") -> None:
        """Show a report at a hit; the question leads on into the next report."""
        from reportreader.services.reading import open_first_part
        from reportreader.tui.screens.reading import ReadingScreen
        from reportreader.tui.screens.reading_pane import ReadingPane

        opened = open_first_part(self.library, report_id, around=offset)
        pane = ReadingPane(opened, offset=offset, query=question.query)
        pane.question = question
        self.push_screen(ReadingScreen(pane))

    def load_words(self) -> None:
        """Let the child be started and load its dictionary, if it has not: about a second."""
        if not self.segmenter.is_ready:
            self.run_worker(self._load_words, group="words", thread=True, exclusive=True)

    def _load_words(self) -> None:
        try:
            self.segmenter.load()
        except ReportReaderError as error:
            self.post_message(TaskFailed("words", error))

    def action_close_screen(self) -> None:
        """Close the screen on top; the last one is the program."""
        if not self._close_screen():
            self.exit()

    def _close_screen(self) -> bool:
        """Go to what lies below: at last the library, which comes when it is wanted; False there."""
        from reportreader.tui.screens.library import LibraryScreen

        screen = self.screen
        if not screen.is_mounted:
            screen.call_later(self._close_screen)  # what it consists of is still being made
            return True
        if isinstance(screen, LibraryScreen) and len(self.screen_stack) == 1:
            return False
        if isinstance(screen, AppScreen):
            screen.leave()
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.switch_screen(LibraryScreen())
        return True

    def action_step_back(self) -> None:
        """Close what lies open on the screen, else the screen, but never the program."""
        screen = self.screen
        is_done = isinstance(screen, AppScreen) and screen.step_back()
        if not is_done:
            self._close_screen()

    def action_help_quit(self) -> None:
        """^c is a habit from elsewhere: say how to leave."""
        self.say("general.how_to_quit")

    # -- words to the reader --------------------------------------------------------------------

    def say_error(self, error: ReportReaderError) -> None:
        """Tell the reader what went wrong and what to do."""
        self.tell(self.messages.error(error), error=True)

    @on(TaskFailed)
    def tell_failure(self, event: TaskFailed) -> None:
        """A task that nobody else answered for."""
        self.say_error(event.error)

    @on(RenewingProgressed)
    def tell_renewing(self, event: RenewingProgressed) -> None:
        """Say how many reports of an older program have been read anew."""
        name = "renewed" if event.done == event.total else "renewing"
        self.say(f"general.{name}", done=f"{event.done:,}", total=f"{event.total:,}")

    # -- changes --------------------------------------------------------------------------------

    def undo_change(self) -> "Change | None":
        """Undo the last change of the library, say which, and show the screen afresh."""
        from reportreader.services.annotating import undo

        return self._told(undo(self.library), "general.undone", "general.nothing_to_undo")

    def redo_change(self) -> "Change | None":
        """Redo what was undone, say which, and show the screen afresh."""
        from reportreader.services.annotating import redo

        return self._told(redo(self.library), "general.redone", "general.nothing_to_redo")

    def action_undo_change(self) -> None:
        """Undo the last change."""
        self.undo_change()

    def action_redo_change(self) -> None:
        """Redo the change that was undone."""
        self.redo_change()

    def _told(self, change: "Change | None", done: str, nothing: str) -> "Change | None":
        if change is None:
            self.say(nothing)
            return None
        self.screen.post_message(LibraryChanged())
        self.say(done, change=self.messages.text(change.summary_id, **change.values))
        return change

    def notice_changes(self) -> None:
        """Let the screen know when another connection has changed the library."""
        if is_hung_up(sys.__stdin__):
            self.exit()  # the terminal is gone, and nobody sent a signal to say so
            return
        try:
            version = self.library.data_version()
        except ReportReaderError:
            return
        if version != self._data_version:
            self._data_version = version
            for screen in self.screen_stack[-1:]:  # none any more while the program ends
                screen.post_message(LibraryChanged())

    # -- terminal and errors -----------------------------------------------------------------

    def copy(self, text: str) -> None:
        """Copy to the clipboard by the way that is open here, and say which it was."""
        from reportreader.tui.clipboard import ClipboardWay, copy_with_program

        self._clipboard = text  # what ^v pastes, also where the terminal is not asked
        way = copy_with_program(text, os.environ)
        if way is None:
            way = ClipboardWay.TERMINAL
            self.copy_to_clipboard(text)
        self.say(way.value, count=len(text))

    async def run_action(self, *arguments: Any, **named: Any) -> bool:
        """Run an action; an error that the reader can act on is told and ends only the action."""
        if isinstance(self.screen, AppScreen):
            self.screen.forget_status()
        try:
            return await super().run_action(*arguments, **named)
        except ReportReaderError as error:
            self.say_error(error)
            return True

    def _handle_exception(self, error: Exception) -> None:
        """Anything else is a bug: keep the first for the log and leave; the library is safe on disk."""
        self.crash = self.crash or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave without printing a traceback, which would show the reader's texts."""
        self._return_code = 1
        self._close_messages_no_wait()


def _library_screen() -> Screen[Any]:
    from reportreader.tui.screens.library import LibraryScreen

    return LibraryScreen()
