"""Leads: paragraphs that open in the same way as their neighbours, and so are named by it.

A single paragraph that happens to open with a short sentence has no heading: a run of paragraphs
has to agree.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportreader.document.section import SectionKind
from reportreader.structure.candidate import Form, Heading
from reportreader.structure.leadphrases import Lead, read_lead
from reportreader.structure.line import Unit
from reportreader.structure.roles import Role
from reportreader.structure.shapes import is_body
from reportreader.structure.turns import find_turns

_POOLED = 3
_NAME_LENGTH = 4
_COMMA_SLACK = 8
"""Every sentence may hold a comma: phrases that have only that in common are of like length."""
_REACH = {"lead-slogan": 2, "lead-colon": 2}
"""How far apart two neighbours of a run may stand, 3 for all other ways to open."""


def find_leads(
    view: str,
    units: Sequence[Unit],
    roles: Mapping[int, Role],
    headings: Sequence[Heading],
    *,
    cut_off: bool,
) -> list[Heading]:
    """Lead phrases that agree with their neighbours; `headings` part the text into runs.

    Where the text is `cut_off`, a run that reaches its end may be shorter.
    """
    barred = {heading.unit for heading in headings if not _lies_inside(heading, units)}
    turns = find_turns(view, units)
    leads: dict[int, Lead] = {}
    for number, unit in enumerate(units):
        if number in roles or number in barred or number in turns:
            continue
        lead = read_lead(view, unit, number)
        answered = number - 1 in turns or number + 1 in turns
        if lead and not (answered and lead.key == "lead-colon"):
            leads[number] = lead
    found: list[Heading] = []
    for key, accept in _ACCEPTING.items():
        members = [lead for lead in leads.values() if lead.key == key]
        runs = list(_iter_runs(members, barred))
        covered = [_coverage(view, run, units, roles) for run in runs]
        accepted = [accept(run, share) for run, share in zip(runs, covered, strict=True)]
        whole = [run for run, share in zip(runs, covered, strict=True) if share >= 1]
        pooled = _pool_runs(whole, barred, believed=any(accepted))
        for run, fits in zip(runs, accepted, strict=True):
            reaches_end = cut_off and run[-1].unit >= len(units) - 2
            if fits or run[0].unit in pooled or (reaches_end and _believe_cut_off(run)):
                found.extend(_make(lead, len(run)) for lead in _fitting(run))
    return _pool_slogans(leads, found, barred)


def _lies_inside(heading: Heading, units: Sequence[Unit]) -> bool:
    """Whether a heading is one of those counted inside a paragraph, which may open with its own."""
    return heading.form is Form.INLINE and heading.start > units[heading.unit].start


def _iter_runs(leads: Sequence[Lead], barred: set[int]) -> Iterator[list[Lead]]:
    """Leads between which stand no heading and at most one or two other paragraphs."""
    run: list[Lead] = []
    for lead in leads:
        if run and (
            lead.unit - run[-1].unit > _REACH.get(lead.key, 3)
            or any(between in barred for between in range(run[-1].unit + 1, lead.unit))
        ):
            yield run
            run = []
        run.append(lead)
    if run:
        yield run


def _pool_runs(runs: Sequence[list[Lead]], barred: set[int], *, believed: bool) -> set[int]:
    """First units of the slogan runs that are too short alone but agree with those of other parts.

    `runs` cover all their paragraphs; `believed` says that another run has been accepted.
    """
    slogans = [run for run in runs if run[0].key == "lead-slogan"]
    if believed:
        return {run[0].unit for run in slogans if _may_be_pooled(run) and _are_parallel(run)}
    below = [run for run in slogans if run[0].unit - 1 in barred]
    together = [lead for run in below for lead in run]
    if len(together) < _POOLED or len(below) < 2 or not _are_of_one_length(together):
        return set()
    return {run[0].unit for run in below}


def _may_be_pooled(run: Sequence[Lead]) -> bool:
    """Two phrases are enough where their details are long, three where they are brief."""
    return len(run) >= (_POOLED if any(lead.brief for lead in run) else 2)


def _coverage(
    view: str, run: Sequence[Lead], units: Sequence[Unit], roles: Mapping[int, Role]
) -> float:
    """Share of the paragraphs from the first to the last lead of a run that open with one."""
    bodies = sum(
        1
        for number in range(run[0].unit, run[-1].unit + 1)
        if number not in roles and is_body(view, units[number].start, units[number].end)
    )
    return len(run) / max(bodies, len(run))


def _believe_cut_off(run: Sequence[Lead]) -> bool:
    """A run whose end is missing: one dash behind a call to action, two phrases of one build."""
    if run[0].key == "lead-dash":
        return run[0].verb
    return run[0].key == "lead-slogan" and len(run) == 2 and _are_parallel(run)


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
    return len(run) >= 3 and (_fit_together(run) or _are_parallel(run))


def _fitting(run: Sequence[Lead]) -> Sequence[Lead]:
    """The members of an accepted run without those that only stand among questions.

    Where each names its part by a word and a slogan behind a colon, the slogan is part of the name.
    """
    if all(lead.whole_end > lead.end for lead in run):
        return [replace(lead, end=lead.whole_end) for lead in run]
    asking = [lead for lead in run if lead.skeleton.endswith("?")]
    return asking if len(asking) * 3 >= len(run) * 2 else run


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


def _are_parallel(run: Sequence[Lead]) -> bool:
    """Phrases built alike: the same marks at the same places, or one length."""
    skeletons = Counter(lead.skeleton for lead in run)
    skeleton, count = skeletons.most_common(1)[0]
    if skeleton.strip(",") and count * 3 >= len(run) * 2:
        return True
    lengths = sorted(lead.end - lead.start for lead in run if lead.skeleton == skeleton)
    if skeleton and count * 3 >= len(run) * 2 and lengths[-1] - lengths[0] <= _COMMA_SLACK:
        return True
    return _are_of_one_length(run)


def _are_of_one_length(run: Sequence[Lead]) -> bool:
    lengths = [lead.end - lead.start for lead in run]
    return max(lengths) - min(lengths) <= 1


_ACCEPTING = {
    "lead-dash": _accept_dash,
    "lead-dashed": _accept_dashed,
    "lead-colon": _accept_colon,
    "lead-bracketed": _accept_bracketed,
    "lead-bar": _accept_colon,
    "lead-blank": _accept_blank,
    "lead-slogan": _accept_slogan,
}


def _pool_slogans(
    leads: Mapping[int, Lead],
    found: list[Heading],
    barred: set[int],
) -> list[Heading]:
    """Where several parts of a report open their paragraphs with slogans, a single one counts."""
    runs = sum(1 for heading in found if heading.key == "lead-slogan")
    if runs >= 4:
        taken = {heading.unit for heading in found}
        found.extend(
            _make(lead, 1)
            for lead in leads.values()
            if lead.key == "lead-slogan"
            and lead.verb
            and not lead.brief
            and lead.unit not in taken
            and lead.unit - 1 in barred
        )
    return sorted(found, key=lambda heading: heading.start)


def _make(lead: Lead, count: int) -> Heading:
    reason = {
        "lead-dash": "reason_lead_dash",
        "lead-dashed": "reason_lead_dash",
        "lead-colon": "reason_lead_colon",
        "lead-bracketed": "reason_lead_bracketed",
        "lead-bar": "reason_lead_parted",
        "lead-blank": "reason_lead_parted",
        "lead-slogan": "reason_lead_slogan",
    }[lead.key]
    return Heading(
        start=lead.start,
        end=lead.end,
        unit=lead.unit,
        key=lead.key,
        kind=SectionKind.LEAD_PHRASE,
        reason=reason,
        confidence=round(min(0.95, 0.55 + 0.06 * count), 2),
        form=Form.LINE if lead.alone else Form.RUN_IN,
    )
