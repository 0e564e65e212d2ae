"""The automatic backups: a task, so that the program can be used while they are written."""

from pathlib import Path

from textual.dom import DOMNode

from reportreader.services.opening import Library
from reportreader.tui.tasks import start_task


def start_backups(node: DOMNode, library_path: Path) -> None:
    """Write the backups of today and this week that are missing; a failure is told."""

    def work(library: Library) -> None:
        from reportreader.services.maintaining import make_due_backups

        make_due_backups(library)

    start_task(node, library_path, "backups", work)
