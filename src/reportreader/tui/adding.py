"""Adding files to the library from within the program: a task that tells how far it is."""

from pathlib import Path
from threading import Event

from textual.dom import DOMNode
from textual.message import Message

from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.adding import AddOutcome, AddProgress, AddSummary, add_paths
from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.tui.messages import AddingFinished, AddingProgressed
from reportreader.tui.tasks import start_task

ADDING_GROUP = "adding"


class Adding:
    """One run of adding; the program may be used, or left, while it goes on."""

    def __init__(self) -> None:
        self._stop = Event()

    def start(self, node: DOMNode, library_path: Path, path: Path) -> None:
        """Add a file or folder in a thread; `node` gets the messages."""

        def tell(progress: AddProgress) -> None:
            node.post_message(AddingProgressed(progress))

        def work(library: Library) -> Message:
            return AddingFinished(
                add_paths(library, [path], on_progress=tell, should_stop=self._stop.is_set)
            )

        start_task(node, library_path, ADDING_GROUP, work)

    def stop(self) -> None:
        """End after the report that is just being added."""
        self._stop.set()


def progress_text(progress: AddProgress, messages: Messages) -> str:
    """How far it is: count, rate and time left."""
    rate = progress.done / progress.elapsed_seconds if progress.elapsed_seconds > 0 else 0.0
    left = round((progress.total - progress.done) / rate) if rate else 0
    minutes, seconds = divmod(left, 60)
    return messages.text(
        "library.adding",
        done=f"{progress.done:,}",
        total=f"{progress.total:,}",
        rate=f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}",
        left=f"{minutes}:{seconds:02d}",
    )


def added_text(summary: AddSummary, messages: Messages) -> str:
    """What came of it, with the reason of the first file that was refused; the counts add up."""
    text = messages.text(
        "library.add_stopped" if summary.interrupted else "library.add_done",
        added=f"{summary.added:,}",
        versions=f"{summary.new_versions:,}",
        unchanged=f"{summary.unchanged:,}",
        refused=f"{summary.refused:,}",
    )
    refused = (one.error for one in summary.files if one.outcome is AddOutcome.REFUSED)
    error = next(refused, None)
    if error is not None:
        text = f"{text} {messages.error(error)}"
    return sanitise_line(text)
