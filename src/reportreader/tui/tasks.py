"""Slow work in threads, each with its own connection to the library, answering by message."""

from collections.abc import Callable
from pathlib import Path
from time import sleep

from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import get_current_worker

from reportreader.errors import ReportReaderError
from reportreader.services.opening import Library, open_library
from reportreader.tui.messages import TaskFailed

_PAUSE_SECONDS = 0.005

Work = Callable[[Library], Message | None]
"""Does the work and returns the message that carries the result, if there is one to tell."""


def start_task(node: DOMNode, library_path: Path, group: str, work: Work) -> None:
    """Run `work` in a thread; its answer, or `TaskFailed`, is posted to `node`.

    A later task of the same group on the same node makes the answer of an earlier one worthless:
    it is dropped. The work may ask `is_stale` whether to go on.
    """

    def run() -> None:
        answer = _answer(library_path, group, work)
        if answer is not None and not is_stale():
            _post(node, answer)

    node.run_worker(run, name=group, group=group, thread=True, exclusive=True)


def is_stale() -> bool:
    """Inside a task: whether nobody waits for its answer any more."""
    return get_current_worker().is_cancelled


def give_way() -> bool:
    """Inside a task: leave the interpreter to the screen for a moment; whether to stop."""
    sleep(_PAUSE_SECONDS)
    return is_stale()


def _answer(library_path: Path, group: str, work: Work) -> Message | None:
    try:
        with open_library(library_path, create=False) as library:
            return work(library)
    except ReportReaderError as error:
        return TaskFailed(group, error)


def _post(node: MessagePump, message: Message) -> None:
    node.post_message(message)
