"""Words: where one ends and the next begins. The only module that imports jieba or rjieba.

Only Han runs are given to the segmenter, everything else is cut by script, so that jieba and the
faster rjieba give the same words. Loading takes most of a second: do it in a worker, and use
`characters.script_runs` until it is done.
"""

import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from reportreader.analysis.characters import is_han, script_runs
from reportreader.analysis.domain import domain_words

_WORD_FREQUENCY = 2_000
"""Weight of our own words: more than what the pieces of one together weigh in jieba's dictionary,
and a set number, so that jieba and rjieba cannot differ."""
_DOMAIN_TAG = "nz"
_LONGEST_RUN = 20_000
"""Code points given to the segmenter at once; its graph takes memory in proportion."""

Cut = Callable[[str], Iterable[str]]


class Segmenter:
    """Cuts Chinese text into words; loaded at the first cut, safe to share between threads.

    `cache_folder` keeps jieba's prefix table; None builds it anew each time, because the shared
    temporary folder that jieba would use may hold another user's bytes. `extra_words` are the
    reader's own.
    """

    def __init__(self, cache_folder: Path | None, extra_words: Iterable[str] = ()) -> None:
        self._cache_folder = cache_folder
        self._extra_words = tuple(
            dict.fromkeys(
                word for word in extra_words if is_han(word) and word not in domain_words()
            )
        )
        self._lock = threading.Lock()
        self._cut: Cut | None = None

    @property
    def is_ready(self) -> bool:
        """Whether a cut would answer at once."""
        return self._cut is not None

    def load(self) -> None:
        """Load the dictionary if nobody has; about 0.9 s and 70 MB with jieba."""
        self._loaded()

    def cut(self, text: str) -> list[tuple[int, int]]:
        """Intervals of the words of `text`, ascending; blanks and punctuation belong to none."""
        cut = self._loaded()
        intervals: list[tuple[int, int]] = []
        for start, end in script_runs(text):
            if not is_han(text[start]):
                intervals.append((start, end))
                continue
            for first in range(start, end, _LONGEST_RUN):
                position = first
                for word in cut(text[first : min(end, first + _LONGEST_RUN)]):
                    intervals.append((position, position + len(word)))
                    position += len(word)
        return intervals

    def words(self, text: str) -> list[str]:
        """The words of `text` themselves."""
        return [text[start:end] for start, end in self.cut(text)]

    def _loaded(self) -> Cut:
        if self._cut is None:
            with self._lock:
                if self._cut is None:
                    words = (*sorted(domain_words()), *self._extra_words)
                    han_words = [word for word in words if is_han(word)]
                    self._cut = _fast_cut(han_words) or _jieba_cut(han_words, self._cache_folder)
        return self._cut


def jieba_lines(*path: str) -> Iterator[str]:
    """Lines of a data file of the jieba package, without importing jieba."""
    from importlib.util import find_spec

    spec = find_spec("jieba")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    with folder.joinpath(*path).open(encoding="utf-8") as lines:
        yield from lines


def _fast_cut(words: Iterable[str]) -> Cut | None:
    try:
        import rjieba
    except ImportError:
        return None
    tokenizer = rjieba.Jieba()
    for word in words:
        tokenizer.add_word(word, _WORD_FREQUENCY, _DOMAIN_TAG)
    cut: Cut = tokenizer.cut
    return cut


def _jieba_cut(words: Iterable[str], cache_folder: Path | None) -> Cut:
    tokenizer = _load_jieba(cache_folder)
    for word in words:
        tokenizer.add_word(word, _WORD_FREQUENCY, _DOMAIN_TAG)
    cut: Cut = tokenizer.lcut
    return cut


def _load_jieba(cache_folder: Path | None) -> Any:
    import logging

    # jieba 0.42.1 has escapes that newer Pythons warn of when it is first compiled, may ask for
    # pkg_resources, and reports its loading on standard error: all of it would land on the screen.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL + 10)
    tokenizer = jieba.Tokenizer()
    if cache_folder is None:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        tokenizer.initialized = True
        return tokenizer
    cache_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    tokenizer.tmp_dir = str(cache_folder)
    tokenizer.initialize()
    return tokenizer
