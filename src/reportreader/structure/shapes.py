"""Shapes: body text, short lines, unfinished clauses, and where a phrase could stop."""

from reportreader.structure.patterns import Pattern

CLOSERS = '”’")]】》〉'
_STOP = Pattern(r"[。!?;]|:(?!//)|——|—-|--")
_SENTENCE_END = Pattern(r"[。!?]")
_HASHES = Pattern(r"#{1,6}[ ]{1,4}(?=[^ ])")
_HAN = Pattern(r"[\u3400-\u9fff]")
_TIME_BEFORE = Pattern(r"[0-9]$")
_UNFINISHED = Pattern(
    r"(?:[的、,或把被]|(?<![参赋给])与|(?<![缓饱温总调祥共平])和|(?<![涉普触顾危])及|(?:把|将|被|对|向|从)[^,。;!?“”《》]{0,6}(?:“[^”]{1,30}”|《[^》]{1,30}》))$"
)
_PAIRS = {'"': '"', "“": "”", "《": "》", "(": ")", "【": "】", "‘": "’", "〈": "〉"}

BODY_LENGTH = 45
"""Lines from this many code points on are running text, if they hold or end a sentence."""
SHORT_LENGTH = 40
"""A heading on a line of its own is not longer than this."""


def skip_hashes(view: str, start: int, end: int) -> int:
    """Where the words begin behind the signs of a Markdown heading (`## 第一章`), else `start`."""
    match = _HASHES.match(view, start, end)
    return match.end() if match else start


def past_blanks(view: str, start: int, end: int) -> int:
    """Where the words of `view[start:end]` begin, `end` if there are only blanks."""
    while start < end and view[start] == " ":
        start += 1
    return start


def last_sign(view: str, start: int, end: int) -> str:
    """The last sign of `view[start:end]`, closing quotes and brackets left aside."""
    position = end - 1
    while position >= start and view[position] in CLOSERS:
        position -= 1
    return view[position] if position >= start else ""


def ends_sentence(view: str, start: int, end: int) -> bool:
    """Whether `view[start:end]` closes a sentence."""
    return last_sign(view, start, end) in "。!?…" and end > start


def is_body(view: str, start: int, end: int) -> bool:
    """Whether this is running text: long, with the punctuation of sentences."""
    if end - start < BODY_LENGTH:
        closed = view[end - 1] == "。" or (view[end - 1] == ":" and "," in view[start:end])
        told = end - start >= 25 and view.find("。", start + 4, end) >= 0
        return (end - start >= 18 and closed) or told
    return _SENTENCE_END.search(view, start, end) is not None or view.count(",", start, end) >= 2


def is_in_parentheses(view: str, start: int, end: int) -> bool:
    """Whether one pair of parentheses holds the whole line: a remark, an affiliation."""
    return view[start] == "(" and view.find(")", start, end) == end - 1


def has_han(view: str, start: int, end: int) -> bool:
    """Whether there is a Chinese character in `view[start:end]`."""
    return _HAN.search(view, start, end) is not None


def find_stop(view: str, start: int, end: int) -> int:
    """Offset of the first sign that could close a heading in `view[start:end]`, `end` if none.

    Colons of times and addresses do not count, nor does anything within quotes or brackets.
    """
    position = start
    while True:
        match = _STOP.search(view, position, end)
        if match is None:
            return end
        place = match.start()
        if match[0] == ":" and _TIME_BEFORE.search(view, start, place):
            position = place + 1
            continue
        closing = _enclosing(view, start, place, end)
        if closing < 0:
            return place
        position = closing + 1


def _enclosing(view: str, start: int, place: int, end: int) -> int:
    """Where the quote or bracket around `place` closes, -1 if nothing encloses it."""
    opened = _find_open(view, start, place)
    if not opened:
        return -1
    closing = view.find(opened[0], place, min(end, place + 60))
    return closing if closing >= 0 else -1


def is_unfinished(view: str, start: int, end: int) -> bool:
    """Whether the clause plainly goes on behind `end`: an object without verb, a comma, 的."""
    return _UNFINISHED.search(view, max(start, end - 60), end) is not None


def open_bracket(view: str, start: int, end: int) -> str:
    """The closing sign that `view[start:end]` still waits for, empty if none."""
    opened = _find_open(view, start, end)
    return opened[-1] if opened else ""


def _find_open(view: str, start: int, end: int) -> list[str]:
    """The signs that would close what `view[start:end]` has opened, the outermost first."""
    opened: list[str] = []
    for sign in view[start:end]:
        if opened and sign == opened[-1]:
            opened.pop()
        elif sign in _PAIRS:
            opened.append(_PAIRS[sign])
    return opened
