"""The child process that knows words: `python -m reportreader.services.words_child CACHE_FOLDER`.

It loads the dictionary, says so, and answers requests from standard input on standard output until
the input ends: then it ends too, even in the middle of a report. Cutting a sentence is answered at
once, also while keyphrases are being found. It only reads the library, so that it can be killed at
any moment.
"""

import os
import queue
import sys
import threading
from pathlib import Path
from typing import IO, Any

from reportreader.analysis.words import Segmenter
from reportreader.errors import ReportReaderError
from reportreader.services.framing import read_message, write_message
from reportreader.services.keywords import find_report_keyphrases
from reportreader.services.opening import open_library
from reportreader.services.told_errors import encode_error

_NICENESS = 10
_SWITCH_SECONDS = 0.001
"""How soon a sentence gets its turn while keyphrases are being found."""

Message = dict[str, Any]


class WordsChild:
    """Answers requests: sentences in the thread that reads, reports one by one in another."""

    def __init__(self, segmenter: Segmenter, source: IO[bytes], target: IO[bytes]) -> None:
        self._segmenter = segmenter
        self._source = source
        self._target = target
        self._target_lock = threading.Lock()
        self._reports: queue.SimpleQueue[Message] = queue.SimpleQueue()

    def run(self) -> None:
        """Answers until the input ends."""
        self._segmenter.load()
        self._answer({"number": 0})
        threading.Thread(target=self._read_reports, daemon=True).start()
        while (request := read_message(self._source)) is not None:
            if request["task"] == "cut":
                intervals = self._segmenter.cut(request["text"])
                self._answer({"number": request["number"], "intervals": intervals})
            elif request["task"] == "cut_texts":
                cut = self._segmenter.cut_texts(request["texts"])
                self._answer({"number": request["number"], "texts": cut})
            else:
                self._reports.put(request)

    def _read_reports(self) -> None:
        try:
            while True:
                request = self._reports.get()
                self._answer({"number": request["number"], **self._keyphrases(request)})
        finally:
            # Whoever waits for a report is told by the end of the child.
            os._exit(1)

    def _keyphrases(self, request: Message) -> Message:
        try:
            with open_library(Path(request["library"]), read_only=True) as library:
                version_id, found = find_report_keyphrases(
                    library, request["report_id"], self._segmenter
                )
        except ReportReaderError as error:
            return {"error": encode_error(error)}
        phrases = [[one.phrase, one.score, one.count, one.kind.value] for one in found]
        return {"version_id": version_id, "keyphrases": phrases}

    def _answer(self, answer: Message) -> None:
        with self._target_lock:
            write_message(self._target, answer)


def main() -> None:
    """Runs the child until its input ends or nobody takes its answers any more."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    sys.setswitchinterval(_SWITCH_SECONDS)
    cache_folder = Path(sys.argv[1]) if sys.argv[1] else None
    child = WordsChild(Segmenter(cache_folder), sys.stdin.buffer, sys.stdout.buffer)
    try:
        child.run()
    finally:
        # At once: the other thread may be in the middle of a report that nobody waits for.
        os._exit(0)


if __name__ == "__main__":
    main()
