"""Where a phrase behind a numbering mark ends in flat text: at a sign, a blank, or glued words."""

from reportreader.structure.shapes import find_stop
from reportreader.structure.slogans import find_glue

_REACH = 60
_GLUED_LENGTH = 26
"""A longer phrase in flat text may hold the words of the sentence behind it."""
_SINGLE = 2


def find_phrase_end(view: str, start: int, limit: int) -> tuple[int, str]:
    """Where the phrase from `start` on ends, and the sign there (empty: a blank or nothing)."""
    reach = min(limit, start + _REACH)
    stop = find_stop(view, start, reach)
    glue = find_glue(view, start, stop) if stop - start > _GLUED_LENGTH else -1
    blank = _find_blank(view, start, stop)
    if blank >= 0 and (glue < 0 or blank <= glue):
        return _past_short_words(view, start, blank, stop), ""
    if glue >= 0:
        return glue, ""
    if stop == limit:
        return stop, ""
    return (stop, view[stop]) if stop < reach else (reach, ",")


def _find_blank(view: str, start: int, stop: int) -> int:
    """The first blank that can part words; one between a number and its unit cannot."""
    blank = view.find(" ", start, stop)
    while blank > 0 and (view[blank - 1].isdecimal() or _is_spread(view, start, blank, stop)):
        blank = view.find(" ", blank + 1, stop)
    return blank


def _is_spread(view: str, start: int, blank: int, stop: int) -> bool:
    """Whether the blank only spreads a word of single characters (`总  则`)."""
    before = max(view.rfind(" ", start, blank), start - 1)
    behind = blank
    while behind < stop and view[behind] == " ":
        behind += 1
    if before == blank - 1:
        return behind < stop and view.find(" ", behind, behind + 2) == behind + 1
    return blank - before == _SINGLE and view.find(" ", behind, behind + _SINGLE) == behind + 1


def _past_short_words(view: str, start: int, blank: int, stop: int) -> int:
    """A heading of two phrases with a blank between them ends at the second blank."""
    following = _find_blank(view, blank + 1, stop)
    word = view[blank + 1 : following] if following >= 0 else ""
    first = view[start:blank]
    if (
        4 <= len(word) <= 16
        and not any(sign in first + word for sign in ",。:;")
        and not any(sign.isdecimal() for sign in word)
        and len(first) >= 4
    ):
        return following
    return blank
