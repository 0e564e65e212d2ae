"""What jieba's data files know of words: parts of speech and how rare a word is.

The files are read directly, at the first question; reading takes about 0.4 s and 70 MB, which a
worker has and the interface has not.
"""

from functools import cache
from statistics import median

from reportreader.analysis.domain import domain_words
from reportreader.analysis.words import jieba_lines

UNKNOWN_TAG = "x"
"""Tag of a word that no dictionary holds (jieba's own sign)."""
_DOMAIN_TAG = "nz"
_CORRECTED_TAGS = {"湿地": "n", "自然": "n", "智慧": "n", "阳光": "n", "幸福": "a", "平安": "a"}
"""Words that jieba tags as what they hardly ever are."""


def part_of_speech(word: str) -> str:
    """Tag of `word` in jieba's scheme (n, v, a, ns place, nr person, nt organisation, …)."""
    tag = _CORRECTED_TAGS.get(word) or _tags().get(word)
    if tag is not None:
        return tag
    return _DOMAIN_TAG if word in domain_words() else UNKNOWN_TAG


def find_rarity(word: str) -> float | None:
    """Inverse document frequency of `word` in jieba's general collection, None if not known."""
    return _rarities().get(word)


@cache
def median_rarity() -> float:
    """What a word of middling rarity has."""
    return median(_rarities().values())


@cache
def _tags() -> dict[str, str]:
    entries = (line.split(" ") for line in jieba_lines("dict.txt"))
    return {entry[0]: entry[2].strip() for entry in entries if len(entry) == 3}


@cache
def _rarities() -> dict[str, float]:
    entries = (line.split(" ") for line in jieba_lines("analyse", "idf.txt"))
    return {entry[0]: float(entry[1]) for entry in entries if len(entry) == 2}
