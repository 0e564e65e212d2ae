"""Where the reader is and for how long: kept every few seconds, and when the screen is left."""

from time import monotonic

from reportreader.errors import ReportReaderError
from reportreader.services.opening import Library
from reportreader.services.reading import OpenedReport, save_jumps, save_place
from reportreader.tui.reading.state import ReadingState
from reportreader.tui.screens.reading_correcting import ReadingCorrecting
from reportreader.tui.tasks import start_task

_SAVE_SECONDS = 5.0
_ABSENT_SECONDS = 180.0
"""Without a key for so long, nobody is taken to be reading."""


class ReadingSaving(ReadingCorrecting):
    """Everything about coming back."""

    def __init__(self, opened: OpenedReport, state: ReadingState) -> None:
        super().__init__(opened, state)
        self._saved_place = state.place
        self._last_key = monotonic()
        self._counted_from = monotonic()
        self._is_left = False

    def begin_saving(self) -> None:
        """Keep the place from now on."""
        self.set_interval(_SAVE_SECONDS, self._save_now_and_then)

    def become(self, state: ReadingState) -> None:
        """Take on a state; somebody is reading."""
        self._last_key = monotonic()
        super().become(state)

    def _save_now_and_then(self) -> None:
        """Remember the place every few seconds, in a task, if there is anything new."""
        if not self.standing.keeps_place:
            return
        offset, seen_to, seconds = self._reading_place()
        if offset == self._saved_place and seconds < _SAVE_SECONDS * 6:
            return
        self._note_saved(offset)
        report_id = self.opened.report_id

        def work(library: Library) -> None:
            if not library.read_only:
                save_place(library, report_id, offset, furthest=seen_to, seconds=seconds)

        start_task(self, self.reader_app.library.path, "place", work)

    def _reading_place(self) -> tuple[int, int, float]:
        """Place, end of the page, seconds of reading since it was saved."""
        now = monotonic()
        last = min(now, self._last_key + _ABSENT_SECONDS)
        return self.state.place, self.seen_to, max(0.0, last - self._counted_from)

    def _note_saved(self, offset: int) -> None:
        self._saved_place = offset
        self._counted_from = monotonic()

    def on_unmount(self) -> None:
        """Also where the program ends, or another report comes into the pane."""
        self.keep_place()

    def keep_place(self) -> None:
        """Remember the place and the jumps for the next time, once."""
        library = self.reader_app.library
        if self._is_left or library.read_only or not self.standing.keeps_place:
            return
        self._is_left = True
        offset, seen_to, seconds = self._reading_place()
        try:
            save_place(library, self.opened.report_id, offset, furthest=seen_to, seconds=seconds)
            save_jumps(library, self.opened.report_id, self.state.jumps.behind)
        except ReportReaderError as error:
            self.reader_app.say_error(error)
