"""The child process that knows words, seen from the program that started it.

Any thread may ask; answers come in any order, each to the one who asked. The child ends when it is
told to, or by itself when this program is gone.
"""

import atexit
import subprocess
import sys
import threading
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from reportreader.services.framing import read_message, write_message

Answer = dict[str, Any]
_MODULE = "reportreader.services.words_child"
_LOW_PRIORITY = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class WordsProcess:
    """One running child; it is not started again when it has ended."""

    def __init__(self, cache_folder: Path | None) -> None:
        """Starts the child; raises OSError if it cannot be started."""
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no words of others
            [sys.executable, "-P", "-m", _MODULE, str(cache_folder or "")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=_LOW_PRIORITY | _NO_WINDOW,
        )
        self._write_lock = threading.Lock()
        self._lock = threading.Lock()
        self._waiting: dict[int, Future[Answer]] = {}
        self._last_number = -1
        self._is_over = False
        self.ready = self._expect()[1]
        """Done when the child has loaded its dictionary."""
        self._thread = threading.Thread(target=self._take_answers, name="words", daemon=True)
        self._thread.start()
        atexit.register(self.stop)

    @property
    def is_over(self) -> bool:
        """Whether the child has ended."""
        return self._is_over

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ask(self, task: str, **values: object) -> Future[Answer]:
        """Sends a request; the answer comes as the result, EOFError if the child ends before."""
        number, answer = self._expect()
        if self._process.stdin is not None and not answer.done():
            try:
                with self._write_lock:
                    write_message(self._process.stdin, {"number": number, "task": task, **values})
            except (OSError, ValueError):
                # The child is gone; whoever reads its answers tells all who wait.
                self._process.kill()
        return answer

    def stop(self) -> None:
        """Ends the child, whatever it is doing."""
        self._process.kill()
        self._thread.join()

    def _expect(self) -> tuple[int, Future[Answer]]:
        """The number of a new request and the place where its answer will be."""
        answer: Future[Answer] = Future()
        with self._lock:
            self._last_number += 1
            if self._is_over:
                answer.set_exception(EOFError())
            else:
                self._waiting[self._last_number] = answer
            return self._last_number, answer

    def _take_answers(self) -> None:
        """Hands out the answers until there are no more; then the child is buried."""
        output = self._process.stdout
        try:
            while output is not None and (answer := read_message(output)) is not None:
                with self._lock:
                    waiting = self._waiting.pop(answer["number"])
                waiting.set_result(answer)
        except (OSError, ValueError, KeyError):
            # What cannot be an answer of ours ends the conversation.
            self._process.kill()
        self._bury()

    def _bury(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                # What could not be sent to the child is of no use to anybody now.
                continue
        atexit.unregister(self.stop)
        with self._lock:
            self._is_over = True
            abandoned = list(self._waiting.values())
            self._waiting.clear()
        for waiting in abandoned:
            waiting.set_exception(EOFError())
