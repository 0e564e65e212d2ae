"""Reading the file of the report again: in another encoding, as a whole page, as its article."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from reportreader.ingest.manner import AS_FOUND, Manner
from reportreader.notes.annotation import ReportId
from reportreader.services.opening import Library
from reportreader.services.reading import OpenedReport, is_web_page, open_report, save_place
from reportreader.tui.actions.rereading import WHOLE_PAGE
from reportreader.tui.reading.jumps import Jumps
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.reading_beside import ReadingBeside
from reportreader.tui.tasks import Work, start_task

if TYPE_CHECKING:
    from reportreader.services.added import AddedFile

_ENCODINGS = ("UTF-8", "GB18030", "Big5", "UTF-16")


@dataclass
class ReportReread(Message):
    """The file has been read again: what became of it and the report as it is now, if it changed."""

    added: "AddedFile | None" = None
    opened: OpenedReport | None = None


class ReadingRereading(ReadingBeside):
    """Everything about the file that the report came from."""

    _page_version = 0
    _is_page = False

    @property
    def is_web_page(self) -> bool:
        """Whether the text that is shown was read from a web page."""
        if self._page_version != self.opened.version_id:
            self._page_version = self.opened.version_id
            self._is_page = is_web_page(self.reader_app.library, self.opened.report_id)
        return self._is_page

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a whole page only where there is a page."""
        del parameters
        return action != WHOLE_PAGE or self.is_web_page

    def action_read_again(self) -> None:
        """Choose the encoding, or how much of a page, and read the file again."""
        manners = [(self.words("rereading.detect"), AS_FOUND, "")]
        manners += [(name, Manner(encoding=name), "") for name in _ENCODINGS]
        if self.is_web_page:
            manners.append((self.words("rereading.whole_page"), self._page_manners()[0], ""))
        self.ask_choice(self.words("rereading.title"), manners, self._reread)

    def action_whole_page(self) -> None:
        """All of the page, or the article again where all of it is shown."""
        self._reread(*self._page_manners())

    def _page_manners(self) -> tuple[Manner, Manner]:
        from reportreader.services.rereading import page_manners

        return page_manners(self.reader_app.library, self.opened.report_id)

    def _reread(self, first: Manner, *others: Manner) -> None:
        """Read the file in the first of the manners that gives another text."""
        library = self.reader_app.library
        report_id = self.opened.report_id
        save_place(library, report_id, self.state.place)
        start_task(self, library.path, "reread", _rereader(report_id, (first, *others)))

    @on(ReportReread)
    @reports_errors
    def take_reread(self, event: ReportReread) -> None:
        """Read on at the same place, and say what became of the annotations."""
        event.stop()
        if event.added is None or event.opened is None:
            self.reader_app.say("rereading.unchanged")
            return
        self.state = self.state.read()._replace(
            place=event.opened.place.offset,
            anchor=None,
            jumps=Jumps(),
            search=self.state.search._replace(hits=()),
        )
        self.show_report(event.opened)
        self.place_changed()
        self._say_what_became(event.added)

    def _say_what_became(self, added: "AddedFile") -> None:
        from reportreader.services.reviewing import REVIEWED_STATES

        placements = added.placements or {}
        count = sum(placements.values())
        unsettled = sum(placements.get(state, 0) for state in REVIEWED_STATES)
        if unsettled:
            self.reader_app.say("rereading.done_review", count=count, unsettled=unsettled)
        elif count:
            self.reader_app.say("rereading.done_carried", count=count)
        else:
            self.reader_app.say("rereading.done")
        for notice in added.notices:
            self.reader_app.say(notice.message_id, **notice.values)


def _rereader(report_id: ReportId, manners: tuple[Manner, ...]) -> Work:
    def work(library: Library) -> Message | None:
        from reportreader.services.rereading import AddOutcome, reread_report

        for manner in manners:
            added = reread_report(library, report_id, manner)
            if added.outcome is AddOutcome.NEW_VERSION:
                return ReportReread(added, open_report(library, report_id))
        return ReportReread()

    return work
