"""Words of the paragraphs that are laid out, so that lines end between them (按词断行).

They come from the child process that knows words, and no page waits for them for long.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial

from reportreader.services.keyphrasing import CUT_SECONDS, KeyphraseWorker
from reportreader.services.words_process import Answer

Intervals = Sequence[tuple[int, int]]

_MOST_KNOWN = 200_000
"""Code points of paragraphs whose words are remembered; some screens are a twentieth of it."""


class LineWords:
    """Cuts paragraphs into words and remembers those met last. For one thread.

    A paragraph whose words do not come within a tenth of a second has none at first, and so have
    those that are met before they come; `came` is told when they have, in another thread.
    """

    def __init__(self, worker: KeyphraseWorker, came: Callable[[], None]) -> None:
        self._worker = worker
        self._came = came
        self._known: dict[str, Intervals] = {}
        self._known_length = 0
        self._late: dict[str, Future[Answer]] = {}
        self.cut: Callable[[str], Intervals] = partial(self._cut)
        """Intervals of the words of a paragraph; another function once late words are taken in."""

    def take_late(self) -> None:
        """Remember the words that came late; `cut` is another function if there were any."""
        come = [text for text, answer in self._late.items() if answer.done()]
        for text in come:
            self._remember(text, _words_of(self._late.pop(text)))
        if come:
            self.cut = partial(self._cut)

    def _cut(self, text: str) -> Intervals:
        known = self._known.get(text)
        return self._ask(text) if known is None else known

    def _ask(self, text: str) -> Intervals:
        if text in self._late:
            return ()
        answer = self._worker.ask_words(text)
        try:
            words = _words_of(answer, 0 if self._late else CUT_SECONDS)
        except TimeoutError:
            self._late[text] = answer
            answer.add_done_callback(self._tell)
            return ()
        self._remember(text, words)
        return words

    def _tell(self, answer: Future[Answer]) -> None:
        if answer.exception() is None:
            self._came()

    def _remember(self, text: str, words: Intervals) -> None:
        self._known[text] = words
        self._known_length += len(text)
        while self._known_length > _MOST_KNOWN and len(self._known) > 1:
            oldest = next(iter(self._known))
            del self._known[oldest]
            self._known_length -= len(oldest)


def _words_of(answer: Future[Answer], wait_seconds: float = 0) -> Intervals:
    """The words in an answer, none if the child has ended; raises TimeoutError."""
    try:
        return [(start, end) for start, end in answer.result(wait_seconds)["intervals"]]
    except EOFError:
        return ()
