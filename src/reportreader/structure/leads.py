"""Leads: paragraphs that open in the same way as their neighbours, and so are named by it.

A single paragraph that happens to open with a short sentence has no heading: a run of paragraphs
has to agree.
"""

from collections.abc import Iterator, Mapping, Sequence

from reportreader.document.section import SectionKind
from reportreader.structure.candidate import Form, Heading
from reportreader.structure.leadphrases import Lead, read_lead
from reportreader.structure.leadruns import (
    ACCEPTING,
    are_of_one_length,
    are_parallel,
    believe_cut_off,
    coverage_of,
    fitting_members,
)
from reportreader.structure.line import Unit
from reportreader.structure.roles import Role
from reportreader.structure.turns import find_turns

_POOLED = 3
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
    above = {heading.unit + 1: heading.key for heading in headings if heading.unit in barred}
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
    for key, accept in ACCEPTING.items():
        members = [lead for lead in leads.values() if lead.key == key]
        runs = list(_iter_runs(members, barred))
        covered = [coverage_of(view, run, units, roles) for run in runs]
        accepted = [accept(run, share) for run, share in zip(runs, covered, strict=True)]
        whole = [run for run, share in zip(runs, covered, strict=True) if share >= 1]
        believed = [run for run, fits in zip(runs, accepted, strict=True) if fits]
        pooled = _pool_runs(whole, above, believed)
        for run, fits in zip(runs, accepted, strict=True):
            reaches_end = cut_off and run[-1].unit >= len(units) - 2
            if fits or run[0].unit in pooled or (reaches_end and believe_cut_off(run)):
                found.extend(_make(lead, len(run)) for lead in fitting_members(run))
    return _pool_slogans(leads, found, above)


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


def _pool_runs(
    runs: Sequence[list[Lead]], above: Mapping[int, str], believed: Sequence[list[Lead]]
) -> set[int]:
    """First units of the slogan runs that are too short alone but agree with those of other parts.

    `runs` cover all their paragraphs, `believed` have been accepted; `above` gives the key of the
    heading right above a unit. Parts whose headings are siblings are built alike.
    """
    slogans = [run for run in runs if run[0].key == "lead-slogan"]
    if believed:
        parts = _keys_above(believed, above)
        return {
            run[0].unit
            for run in slogans
            if _may_be_pooled(run) and (are_parallel(run) or above.get(run[0].unit) in parts)
        }
    below = [run for run in slogans if run[0].unit in above]
    together = [lead for run in below for lead in run]
    if len(together) < _POOLED or len(below) < 2 or not are_of_one_length(together):
        return set()
    return {run[0].unit for run in below}


def _keys_above(runs: Sequence[list[Lead]], above: Mapping[int, str]) -> set[str]:
    return {above[run[0].unit] for run in runs if run[0].unit in above}


def _may_be_pooled(run: Sequence[Lead]) -> bool:
    """Two phrases are enough where their details are long, three where they are brief."""
    return len(run) >= (_POOLED if any(lead.brief for lead in run) else 2)


def _pool_slogans(
    leads: Mapping[int, Lead],
    found: list[Heading],
    above: Mapping[int, str],
) -> list[Heading]:
    """Where several parts of a report open their paragraphs with slogans, a single one counts.

    It stands below a heading of the same kind as they do.
    """
    slogans = [heading for heading in found if heading.key == "lead-slogan"]
    parts = {above[heading.unit] for heading in slogans if heading.unit in above}
    if len(slogans) >= 4:
        taken = {heading.unit for heading in found}
        found.extend(
            _make(lead, 1)
            for lead in leads.values()
            if lead.key == "lead-slogan"
            and lead.verb
            and not lead.brief
            and lead.unit not in taken
            and above.get(lead.unit) in parts
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
