"""Runs of leads: whether paragraphs that open in the same way are named by it, and which of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportreader.structure.leadphrases import Lead
from reportreader.structure.line import Unit
from reportreader.structure.roles import Role
from reportreader.structure.shapes import is_body

_NAME_LENGTH = 4
_COMMA_SLACK = 8
"""Every sentence may hold a comma: phrases that have only that in common are of like length."""
_QUOTING = 4
"""So many paragraphs make it plain that the last one, which quotes nothing, closes the report."""


def coverage_of(
    view: str, run: Sequence[Lead], units: Sequence[Unit], roles: Mapping[int, Role]
) -> float:
    """Share of the paragraphs from the first to the last lead of a run that open with one."""
    bodies = sum(
        1
        for number in range(run[0].unit, run[-1].unit + 1)
        if number not in roles and is_body(view, units[number].start, units[number].end)
    )
    return len(run) / max(bodies, len(run))


def believe_cut_off(run: Sequence[Lead]) -> bool:
    """A run whose end is missing: one dash behind a call to action, two phrases of one build."""
    if run[0].key == "lead-dash":
        return run[0].verb
    return run[0].key == "lead-slogan" and len(run) == 2 and are_parallel(run)


def _accept_dash(run: Sequence[Lead], coverage: float) -> bool:
    return len(run) >= 2 and coverage >= 0.6


def _accept_dashed(run: Sequence[Lead], coverage: float) -> bool:
    return (len(run) >= 2 and coverage >= 0.5) or run[0].verb


def _accept_colon(run: Sequence[Lead], coverage: float) -> bool:
    return len(run) >= 3 and coverage >= 0.75


def _accept_blank(run: Sequence[Lead], coverage: float) -> bool:
    """Names of two or three characters prove something only where they end alike."""
    terse = any(len(lead.phrase) < _NAME_LENGTH for lead in run)
    _, alike = Counter(lead.phrase[-1] for lead in run).most_common(1)[0]
    return _accept_colon(run, coverage) and (not terse or alike * 3 >= len(run) * 2)


def _accept_bracketed(run: Sequence[Lead], coverage: float) -> bool:
    return bool(run) and coverage >= 0.3


def _accept_slogan(run: Sequence[Lead], coverage: float) -> bool:
    told = [lead for lead in run if not lead.brief]
    coverage *= len(told) / len(run)
    if len(run) >= 3 and coverage >= 0.3 and _begin_alike(run):
        return True
    if len(run) < 2 or coverage < 0.75:
        return False
    if sum(lead.verb for lead in run) * 4 >= len(run) * 3:
        return True
    return len(run) >= 3 and (_fit_together(run) or are_parallel(run))


def fitting_members(run: Sequence[Lead]) -> Sequence[Lead]:
    """The members of an accepted run without those that only stand among questions.

    Where each names its part by a word and a slogan behind a colon, the slogan is part of the name.
    """
    if all(lead.whole_end > lead.end for lead in run):
        return [replace(lead, end=lead.whole_end) for lead in run]
    asking = [lead for lead in run if lead.skeleton.endswith("?")]
    return asking if len(asking) * 3 >= len(run) * 2 else _without_close(run)


def _without_close(run: Sequence[Lead]) -> Sequence[Lead]:
    """A run whose phrases quote, without a last one that neither quotes nor calls to action.

    Such a sentence closes the report (`群众利益无小事，一枝一叶总关情。`).
    """
    quoting = all("“" in lead.skeleton for lead in run[:-1])
    last = run[-1]
    closes = len(run) >= _QUOTING and quoting and not last.verb and "“" not in last.skeleton
    return run[:-1] if closes else run


def _fit_together(run: Sequence[Lead]) -> bool:
    """Most phrases call to action, or have the punctuation that most others have."""
    skeleton, _ = Counter(lead.skeleton for lead in run).most_common(1)[0]
    fitting = sum(lead.verb or (skeleton != "" and lead.skeleton == skeleton) for lead in run)
    return any(lead.verb for lead in run) and fitting * 4 >= len(run) * 3


def _begin_alike(run: Sequence[Lead]) -> bool:
    """Calls to action that all begin with one word and are of one length (`坚持甲，…`)."""
    lengths = [lead.end - lead.start for lead in run]
    return (
        all(lead.verb for lead in run)
        and len({lead.phrase[:2] for lead in run}) == 1
        and max(lengths) - min(lengths) <= 3
    )


def are_parallel(run: Sequence[Lead]) -> bool:
    """Phrases built alike: the same marks at the same places, or one length."""
    skeletons = Counter(lead.skeleton for lead in run)
    skeleton, count = skeletons.most_common(1)[0]
    if skeleton.strip(",") and count * 3 >= len(run) * 2:
        return True
    lengths = sorted(lead.end - lead.start for lead in run if lead.skeleton == skeleton)
    if skeleton and count * 3 >= len(run) * 2 and lengths[-1] - lengths[0] <= _COMMA_SLACK:
        return True
    return are_of_one_length(run)


def are_of_one_length(run: Sequence[Lead]) -> bool:
    """Whether the phrases differ by one code point at most."""
    lengths = [lead.end - lead.start for lead in run]
    return max(lengths) - min(lengths) <= 1


ACCEPTING = {
    "lead-dash": _accept_dash,
    "lead-dashed": _accept_dashed,
    "lead-colon": _accept_colon,
    "lead-bracketed": _accept_bracketed,
    "lead-bar": _accept_colon,
    "lead-blank": _accept_blank,
    "lead-slogan": _accept_slogan,
}
