"""Texts as index tokens and search terms as index phrases.

The full-text index holds every two neighbouring word characters of a text (Han, letters, digits)
and the last one of each run, so that any piece of a run is one phrase of tokens: no substring is
missed, and none that is not there is found. `桥头堡` becomes `桥头 头堡 堡`. Letters and digits are
treated the same, so that `95` is found in `N95` and `021` in `2021`. The SQL stands in the library;
here is only text.
"""

import re
import sys
from array import array
from dataclasses import dataclass
from operator import add

from reportreader.analysis.characters import WORD_RUN
from reportreader.analysis.searchtext import search_form

TOKENIZER_VERSION = 1
"""Goes up whenever the same text would give other tokens; the index is then built anew."""

_BATCH_LENGTH = 1 << 16
"""Tokens that are woven at once."""
_NO_WORD = re.compile(r"[\W_]")
_RUN_START = re.compile(" [^ ]")
_UTF32 = f"utf-32-{sys.byteorder[0]}e"
"""Code points as numbers of the machine."""

FTS5_TOKENIZE = "ascii"
"""The tokenizer to name when the index is created: cuts at blanks, knows nothing of Unicode."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPhrase:
    """What to ask the index for one term.

    `match` is a quoted FTS5 phrase (with `*` behind it where the last token may go on), empty if
    the term holds no character that is indexed: then only reading the texts can answer. With
    `exact` false the index may name texts that lack the term, never the other way round, and each
    must be checked (`queries.matches`).
    """

    match: str
    exact: bool


def index_tokens(text: str) -> str:
    """The tokens of `text`, separated by one blank or several.

    All first characters of tokens, all second ones and blanks are laid side by side as numbers,
    which takes a quarter of the time that pairing them one by one takes; some tens of thousands at
    once, because a hundred megabytes of text are thirty million tokens.
    """
    firsts = _NO_WORD.sub(" ", search_form(text)) + " "
    # Behind the end of a run a token has no second character, and none begins there.
    seconds = _RUN_START.sub("  ", " " + firsts)[2:] + " "
    return "".join(
        _woven(firsts[start : start + _BATCH_LENGTH], seconds[start : start + _BATCH_LENGTH])
        for start in range(0, len(firsts), _BATCH_LENGTH)
    ).strip()


def _woven(firsts: str, seconds: str) -> str:
    """`ab`, `cd` as `ac bd `."""
    woven = array("I", [ord(" ")]) * (3 * len(firsts))
    woven[0::3] = array("I", firsts.encode(_UTF32, "surrogatepass"))
    woven[1::3] = array("I", seconds.encode(_UTF32, "surrogatepass"))
    return woven.tobytes().decode(_UTF32, "surrogatepass")


def index_phrase(term: str) -> IndexPhrase:
    """The phrase that finds `term`, always quoted, so that no syntax of FTS5 leaks in."""
    form = search_form(term)
    runs = list(WORD_RUN.finditer(form))
    if not runs:
        return IndexPhrase(match="", exact=False)
    tokens: list[str] = []
    for found in runs:
        run = found.group()
        tokens.extend(map(add, run, run[1:]))
        if found.end() < len(form):
            tokens.append(run[-1])
    last = runs[-1]
    is_open_character = last.end() == len(form) and last.end() - last.start() == 1
    if is_open_character:
        tokens.append(last.group())
    match = '"' + " ".join(tokens) + '"' + ("*" if is_open_character else "")
    return IndexPhrase(match=match, exact=len(last.group()) == len(form))
