"""Reading the reports of an older program anew: a task that tells how far it is."""

from pathlib import Path
from time import monotonic

from textual.dom import DOMNode

from reportreader.services.opening import Library
from reportreader.tui.messages import RenewingProgressed
from reportreader.tui.tasks import give_way, start_task

_TELL_SECONDS = 0.5


def start_renewing(node: DOMNode, library_path: Path) -> None:
    """Find the structure of outdated reports in a thread; `node` gets the messages.

    It may end at any time: what was done is kept, and the rest follows at the next start.
    """

    def work(library: Library) -> None:
        from reportreader.services.renewing import count_outdated, rederive_structure

        if library.read_only or not count_outdated(library):
            return
        last = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal last
            if done == total or monotonic() - last >= _TELL_SECONDS:
                last = monotonic()
                node.post_message(RenewingProgressed(done, total))

        rederive_structure(library, tell, give_way)

    start_task(node, library_path, "renewing", work)
