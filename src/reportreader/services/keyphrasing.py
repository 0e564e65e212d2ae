"""Keyphrases and words without the dictionary: a child process knows it, this one only asks.

jieba holds the interpreter for a second while it loads and for seconds in a long report; in a
process of its own it takes no time from the screen.
"""

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from reportreader.analysis.characters import script_runs
from reportreader.errors import ReportReaderError
from reportreader.library.library import Library
from reportreader.notes.annotation import ReportId, VersionId
from reportreader.services.keywords import (
    needs_keyphrases,
    report_keyphrases,
    store_keyphrases,
)
from reportreader.services.told_errors import decode_error
from reportreader.services.words_process import Answer, WordsProcess

if TYPE_CHECKING:
    from reportreader.analysis.keyphrases import Keyphrase

__all__ = ["KeyphraseWorker"]

DEADLINE_SECONDS = 120.0
"""For the longest report on a busy machine."""
CUT_SECONDS = 0.1
"""How long a key press waits for the words of a sentence."""


class KeyphraseWorker:
    """Finds keyphrases and cuts sentences in a child process, started when first needed.

    Safe to share between threads; a child that died is replaced. Where words are cut it stands in
    for `analysis.words.Segmenter`. `cache_folder` is where jieba may keep its table.
    """

    def __init__(
        self, cache_folder: Path | None, *, deadline_seconds: float = DEADLINE_SECONDS
    ) -> None:
        self._cache_folder = cache_folder
        self._deadline_seconds = deadline_seconds
        self._lock = threading.Lock()
        self._process: WordsProcess | None = None
        self._is_closed = False

    @property
    def is_ready(self) -> bool:
        """Whether the child has loaded its dictionary."""
        process = self._process
        return process is not None and not process.is_over and process.ready.done()

    def load(self) -> None:
        """Starts the child and waits until it is ready; about a second.

        Raises ReportReaderError if it cannot be started.
        """
        process = self._running()
        if process is not None:
            self._await(process, process.ready)

    def cut(self, text: str) -> list[tuple[int, int]]:
        """Intervals of the words of a short text, ascending.

        Runs of one script if the child does not answer within a tenth of a second.
        """
        process = self._process
        if process is None or not self.is_ready:
            return script_runs(text)
        try:
            answer = self.ask_words(text).result(CUT_SECONDS)
        except (EOFError, TimeoutError):
            return script_runs(text)
        return [(start, end) for start, end in answer["intervals"]]

    def ask_words(self, text: str) -> "Future[Answer]":
        """The answer to come with the `intervals` of the words of a short text.

        EOFError if the child ends before, or is not there.
        """
        process = self._process
        if process is None:
            missing: Future[Answer] = Future()
            missing.set_exception(EOFError())
            return missing
        return process.ask("cut", text=text)

    def words(self, text: str) -> list[str]:
        """The words of a short text themselves."""
        return [text[start:end] for start, end in self.cut(text)]

    def cut_texts(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Intervals of the words of each text, waited for; for a thread, not for the screen.

        Starts the child if need be. Runs of one script when the worker is closed meanwhile. Raises
        ReportReaderError if the child fails.
        """
        for is_last in (False, True):
            process = self._running()
            if process is None:
                break
            asked = process.ask("cut_texts", texts=list(texts))
            answer = self._await(process, asked, may_die=not is_last)
            if answer is not None:
                return [[(start, end) for start, end in words] for words in answer["texts"]]
        return [script_runs(text) for text in texts]

    def keyphrases(self, library: Library, report_id: ReportId) -> "tuple[Keyphrase, ...]":
        """The keyphrases of a report: those stored, else found by the child and stored.

        Seconds of waiting, for a thread with a library of its own. None if the worker is closed
        meanwhile. Raises NotFoundError, LibraryError, or ReportReaderError if the child fails.
        """
        if not needs_keyphrases(library, report_id):
            return report_keyphrases(library, report_id)
        answer = self._ask_for_keyphrases(library.path, report_id)
        if answer is None:
            return ()
        if "error" in answer:
            raise decode_error(answer["error"])
        found = _keyphrases_of(answer)
        if not library.read_only:
            store_keyphrases(library, VersionId(answer["version_id"]), found)
        return found

    def close(self) -> None:
        """Ends the child, whatever it is doing; nothing is started after that."""
        with self._lock:
            self._is_closed = True
            if self._process is not None:
                self._process.stop()

    def _running(self) -> WordsProcess | None:
        """The child, started if there is none; None when the worker is closed."""
        with self._lock:
            if self._is_closed:
                return None
            if self._process is None or self._process.is_over:
                try:
                    self._process = WordsProcess(self._cache_folder)
                except OSError as error:
                    raise ReportReaderError("words_process_failed") from error
            return self._process

    def _ask_for_keyphrases(self, path: Path, report_id: ReportId) -> Answer | None:
        """The answer of the child, or of a second one if somebody killed the first."""
        for is_last in (False, True):
            process = self._running()
            if process is None:
                return None
            asked = process.ask("keyphrases", library=str(path.absolute()), report_id=report_id)
            answer = self._await(process, asked, may_die=not is_last)
            if answer is not None:
                return answer
        return None

    def _await(
        self, process: WordsProcess, asked: Future[Answer], *, may_die: bool = False
    ) -> Answer | None:
        """The answer, None if the worker was closed; a child that takes too long is ended.

        None also for a child that `may_die` and did.
        """
        try:
            return asked.result(self._deadline_seconds)
        except TimeoutError as error:
            process.stop()
            raise ReportReaderError("words_process_failed") from error
        except EOFError as error:
            if self._is_closed or may_die:
                return None
            raise ReportReaderError("words_process_failed") from error


def _keyphrases_of(answer: Answer) -> "tuple[Keyphrase, ...]":
    from reportreader.analysis.keyphrases import Keyphrase, KeyphraseKind

    return tuple(
        Keyphrase(phrase=phrase, score=score, count=count, kind=KeyphraseKind(kind))
        for phrase, score, count, kind in answer["keyphrases"]
    )
