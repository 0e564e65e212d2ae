"""A passage with its surroundings as rows, what was taken out or put in told by style."""

from collections.abc import Sequence
from itertools import pairwise

from reportreader.notes.differences import Piece, PieceKind, compare_passages
from reportreader.services.reviewing import Excerpt
from reportreader.tui.drawing.text_run import TextRun
from reportreader.typography.breaking import Breaker
from reportreader.typography.widths import Widths

SOFT, LABEL, REMOVED, ADDED = (
    f"comparison--{name}" for name in ("soft", "label", "removed", "added")
)
_KEYS: dict[PieceKind, tuple[str, ...]] = {
    PieceKind.SAME: (),
    PieceKind.REMOVED: (REMOVED,),
    PieceKind.ADDED: (ADDED,),
}


def old_runs(old: Excerpt, new: Excerpt | None) -> list[TextRun]:
    """The passage as it was, with what the new one lacks marked."""
    pieces = compare_passages(old.passage, new.passage if new is not None else old.passage)
    return _in_context(old, [one for one in pieces if one.kind is not PieceKind.ADDED])


def new_runs(old: Excerpt, new: Excerpt) -> list[TextRun]:
    """The passage of a candidate, with what the old one lacked marked."""
    pieces = compare_passages(old.passage, new.passage)
    return _in_context(new, [one for one in pieces if one.kind is not PieceKind.REMOVED])


def wrap_runs(runs: Sequence[TextRun], measure: int, widths: Widths) -> list[list[TextRun]]:
    """Runs as rows of at most `measure` cells, broken as Chinese text is; line ends are kept."""
    breaker = Breaker(widths, hang_cells=0)
    rows: list[list[TextRun]] = []
    start = 0
    text = "".join(run.text for run in runs)
    for paragraph in text.split("\n"):
        cuts = [0, *breaker.wrap(paragraph, measure), len(paragraph)]
        rows += [_cut(runs, start + first, start + last) for first, last in pairwise(cuts)]
        start += len(paragraph) + 1
    return rows


def _in_context(excerpt: Excerpt, pieces: Sequence[Piece]) -> list[TextRun]:
    runs = [
        TextRun(excerpt.before, (SOFT,)),
        *(TextRun(piece.text, _KEYS[piece.kind]) for piece in pieces),
        TextRun(excerpt.behind, (SOFT,)),
    ]
    return [run for run in runs if run.text]


def _cut(runs: Sequence[TextRun], start: int, end: int) -> list[TextRun]:
    """The runs of `start` to `end` of their joined text."""
    cut: list[TextRun] = []
    offset = 0
    for run in runs:
        text = run.text[max(0, start - offset) : max(0, end - offset)]
        if text:
            cut.append(TextRun(text, run.keys))
        offset += len(run.text)
    return cut
