"""Words: where one ends and the next begins. The only module that imports jieba or rjieba.

Only Han runs are given to the segmenter, everything else is cut by script, so that jieba and the
faster rjieba give the same words. Loading takes most of a second: do it in a worker, and use
`characters.script_runs` until it is done.
"""

import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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

_SHORTEST_COMPOUND = 4
"""Code points of a word that may be opened: two words of two."""

Cut = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tools:
    """A segmenter with its dictionary.

    `knows` says whether a word stands in it; `parts` holds how our own words are cut without them.
    """

    cut: Cut
    knows: Callable[[str], bool]
    parts: Mapping[str, tuple[str, ...]]


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
        self._loaded: _Tools | None = None

    @property
    def is_ready(self) -> bool:
        """Whether a cut would answer at once."""
        return self._loaded is not None

    def load(self) -> None:
        """Load the dictionary if nobody has; about 0.9 s and 70 MB with jieba."""
        self._tools()

    def cut(self, text: str) -> list[tuple[int, int]]:
        """Intervals of the words of `text`, ascending; blanks and punctuation belong to none."""
        cut = self._tools().cut
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

    def cut_texts(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Intervals of the words of each text, compounds opened: 党建引领 is 党建 and 引领."""
        tools = self._tools()
        opened = []
        for text in texts:
            words: list[tuple[int, int]] = []
            for start, end in self.cut(text):
                position = start
                for part in tools.parts.get(text[start:end], (text[start:end],)):
                    for length in _open_compound(part, tools.knows):
                        words.append((position, position + length))
                        position += length
            opened.append(words)
        return opened

    def _tools(self) -> _Tools:
        if self._loaded is None:
            with self._lock:
                if self._loaded is None:
                    words = (*sorted(domain_words()), *self._extra_words)
                    han_words = [word for word in words if is_han(word)]
                    self._loaded = _fast_tools(han_words) or _jieba_tools(
                        han_words, self._cache_folder
                    )
        return self._loaded


def _open_compound(word: str, knows: Callable[[str], bool]) -> tuple[int, ...]:
    """Lengths of the words that a word is made of, its own if it is not.

    Only words of two characters or more count as parts, or every word would fall apart. The first
    part is as short as can be.
    """
    if len(word) < _SHORTEST_COMPOUND or not is_han(word[0]):
        return (len(word),)
    for at in range(2, len(word) - 1):
        if knows(word[:at]):
            rest = word[at:]
            parts = _open_compound(rest, knows)
            if len(parts) > 1 or knows(rest):
                return (at, *parts)
    return (len(word),)


def jieba_lines(*path: str) -> Iterator[str]:
    """Lines of a data file of the jieba package, without importing jieba."""
    from importlib.util import find_spec

    spec = find_spec("jieba")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    with folder.joinpath(*path).open(encoding="utf-8") as lines:
        yield from lines


def _fast_tools(words: Sequence[str]) -> _Tools | None:
    try:
        import rjieba
    except ImportError:
        return None
    tokenizer = rjieba.Jieba()
    return _add_words(tokenizer, tokenizer.cut, tokenizer.has_word, words)


def _jieba_tools(words: Sequence[str], cache_folder: Path | None) -> _Tools:
    tokenizer = _load_jieba(cache_folder)
    frequencies = tokenizer.FREQ
    return _add_words(tokenizer, tokenizer.lcut, lambda word: bool(frequencies.get(word)), words)


def _add_words(
    tokenizer: Any, cut: Cut, knows: Callable[[str], bool], words: Sequence[str]
) -> _Tools:
    """Adds our own words, which are cut beforehand."""
    parts = {word: tuple(cut(word)) for word in words}
    for word in words:
        tokenizer.add_word(word, _WORD_FREQUENCY, _DOMAIN_TAG)
    return _Tools(cut=cut, knows=knows, parts=parts)


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
