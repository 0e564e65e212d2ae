"""Notes that were left in an editor: told of at the start, and put into the library on request."""

from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.unsaved import UnsavedNote, list_unsaved, recover_unsaved
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.dialogs.option import Option
from reportreader.tui.messages import LibraryChanged
from reportreader.tui.screens.app_screen import AppScreen, reports_errors


def tell_unsaved(screen: AppScreen) -> None:
    """Say that notes were left behind, if there are any."""
    notes = list_unsaved(screen.reader_app.library.path)
    if notes:
        screen.reader_app.say("general.unsaved_found", count=len(notes))


def ask_unsaved(screen: AppScreen) -> None:
    """Let the reader choose which of the notes left behind to put into the library."""
    notes = list_unsaved(screen.reader_app.library.path)
    if not notes:
        screen.reader_app.say("general.unsaved_none")
        return

    def recover(chosen: tuple[UnsavedNote, ...] | None) -> None:
        _recover(screen, chosen or ())

    options: list[Option[tuple[UnsavedNote, ...]]] = [
        Option(_one_line(note.body), (note,), _one_line(note.report_title)) for note in notes
    ]
    if len(notes) > 1:
        options.insert(0, Option(screen.words("general.unsaved_all", count=len(notes)), notes))
    screen.app.push_screen(Choice(screen.words("general.unsaved_title"), options), recover)


@reports_errors
def _recover(screen: AppScreen, notes: tuple[UnsavedNote, ...]) -> None:
    for note in notes:
        recover_unsaved(screen.reader_app.library, note)
    if notes:
        screen.post_message(LibraryChanged())
        screen.reader_app.say("general.unsaved_recovered", count=len(notes))


def _one_line(text: str) -> str:
    return " ".join(sanitise_line(text).split())
