"""Lead phrases: the first words of a paragraph that name it.

`X——detail`, `——X。detail`, `【X】detail`, `X：detail`, and slogan sentences (`X。detail`) whose
neighbours open in the same way. A single paragraph that happens to open with a short sentence is
no heading: a run of paragraphs has to agree.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportreader.document.section import SectionKind
from reportreader.structure.candidate import Form, Heading
from reportreader.structure.line import Unit
from reportreader.structure.marks import parse_mark
from reportreader.structure.roles import Role
from reportreader.structure.shapes import find_stop, is_body
from reportreader.structure.slogans import begins_with_verb, reads_as_progress, reads_as_slogan

_DETAIL_LENGTH = 30
_DASHES = ("——", "—-", "--")
_REACH = {"lead-slogan": 2, "lead-colon": 2}
_NOT_LEADS = (
    "时间",
    "地点",
    "来源",
    "作者",
    "编辑",
    "电话",
    "地址",
    "网址",
    "邮箱",
    "记者",
    "问",
    "答",
    "注",
    "附件",
    "联系人",
    "主持人",
    "附",
)
_OUTLETS = ("报道", "讯", "电", "报导", "记者", "编辑", "字号", "图")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lead:
    start: int
    end: int
    unit: int
    key: str
    verb: bool
    skeleton: str
    alone: bool


def find_leads(
    view: str, units: Sequence[Unit], roles: Mapping[int, Role], headings: Sequence[Heading]
) -> list[Heading]:
    """Lead phrases that agree with their neighbours; `headings` part the text into runs."""
    barred = {heading.unit for heading in headings}
    leads: dict[int, _Lead] = {}
    for number, unit in enumerate(units):
        if number in roles or number in barred:
            continue
        lead = _read_lead(view, unit, number)
        if lead:
            leads[number] = lead
    found: list[Heading] = []
    for key, accept in _ACCEPTING.items():
        members = [lead for lead in leads.values() if lead.key == key]
        for run in _iter_runs(members, barred):
            if accept(run, _coverage(view, run, units, roles)):
                found.extend(_make(lead, len(run)) for lead in run)
    return _pool_slogans(leads, found, barred)


def _read_lead(view: str, unit: Unit, number: int) -> _Lead | None:
    start, end = unit.start, unit.end
    if view.startswith("【", start):
        return _read_bracketed(view, unit, number)
    leading = next((dash for dash in _DASHES if view.startswith(dash, start)), "")
    first = start + len(leading)
    while first < end and view[first] in "—- ":
        first += 1
    if parse_mark(view, first):
        return None
    stop = find_stop(view, first, min(end, first + 48))
    if stop >= min(end, first + 48):
        return None
    phrase = view[first:stop]
    detail = end - stop - 1
    if view.startswith(_DASHES, stop) and not leading:
        fits = 6 <= len(phrase) <= 40 and detail >= _DETAIL_LENGTH
        key = "lead-dash"
    elif view[stop] in "。!?" and leading:
        fits = 4 <= len(phrase) <= 42 and reads_as_slogan(view, first, stop)
        key = "lead-dashed"
    elif view[stop] == ":":
        fits = 2 <= len(phrase) <= 18 and detail >= 12 and not phrase.startswith(_NOT_LEADS)
        fits = fits and not any(sign in phrase for sign in ",。“”")
        key = "lead-dashed" if leading else "lead-colon"
    elif view[stop] in "。!?":
        fits = (
            4 <= len(phrase) <= 28
            and detail >= _DETAIL_LENGTH
            and reads_as_slogan(view, first, stop)
        )
        key = "lead-slogan"
    else:
        return None
    if not fits:
        return None
    return _make_lead(view, first, stop, number, key, alone=detail < 1)


def _read_bracketed(view: str, unit: Unit, number: int) -> _Lead | None:
    close = view.find("】", unit.start, min(unit.end, unit.start + 24))
    name = view[unit.start + 1 : close] if close > 0 else ""
    if not 2 <= len(name) <= 20 or name.endswith(_OUTLETS) or ":" in name:
        return None
    if unit.end - close < _DETAIL_LENGTH or not is_body(view, unit.start, unit.end):
        return None
    return _make_lead(view, unit.start, close + 1, number, "lead-bracketed", alone=False)


def _make_lead(view: str, start: int, end: int, number: int, key: str, *, alone: bool) -> _Lead:
    phrase = view[start:end]
    return _Lead(
        start=start,
        end=end,
        unit=number,
        key=key,
        verb=begins_with_verb(view, start, end) or reads_as_progress(view, start, end),
        skeleton="".join(sign for sign in phrase if sign in "“”,、 "),
        alone=alone,
    )


def _iter_runs(leads: Sequence[_Lead], barred: set[int]) -> Iterator[list[_Lead]]:
    """Leads between which stand no heading and at most one or two other paragraphs."""
    run: list[_Lead] = []
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


def _coverage(
    view: str, run: Sequence[_Lead], units: Sequence[Unit], roles: Mapping[int, Role]
) -> float:
    """Share of the paragraphs from the first to the last lead of a run that open with one."""
    bodies = sum(
        1
        for number in range(run[0].unit, run[-1].unit + 1)
        if number not in roles and is_body(view, units[number].start, units[number].end)
    )
    return len(run) / max(bodies, len(run))


def _accept_dash(run: Sequence[_Lead], coverage: float) -> bool:
    return len(run) >= 2 and coverage >= 0.6


def _accept_dashed(run: Sequence[_Lead], coverage: float) -> bool:
    return (len(run) >= 2 and coverage >= 0.5) or run[0].verb


def _accept_colon(run: Sequence[_Lead], coverage: float) -> bool:
    return len(run) >= 3 and coverage >= 0.75


def _accept_bracketed(run: Sequence[_Lead], coverage: float) -> bool:
    return bool(run) and coverage >= 0.3


def _accept_slogan(run: Sequence[_Lead], coverage: float) -> bool:
    if len(run) < 2 or coverage < 0.75:
        return False
    verbs = sum(lead.verb for lead in run)
    return verbs * 4 >= len(run) * 3 or (len(run) >= 3 and _are_parallel(run))


def _are_parallel(run: Sequence[_Lead]) -> bool:
    """Phrases built alike: the same marks at the same places, or one length."""
    skeletons = Counter(lead.skeleton for lead in run)
    skeleton, count = skeletons.most_common(1)[0]
    if skeleton and count * 3 >= len(run) * 2:
        return True
    lengths = [lead.end - lead.start for lead in run]
    return max(lengths) - min(lengths) <= 1


_ACCEPTING = {
    "lead-dash": _accept_dash,
    "lead-dashed": _accept_dashed,
    "lead-colon": _accept_colon,
    "lead-bracketed": _accept_bracketed,
    "lead-slogan": _accept_slogan,
}


def _pool_slogans(
    leads: Mapping[int, _Lead],
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
            and lead.unit not in taken
            and lead.unit - 1 in barred
        )
    return sorted(found, key=lambda heading: heading.start)


def _make(lead: _Lead, count: int) -> Heading:
    reason = {
        "lead-dash": "reason_lead_dash",
        "lead-dashed": "reason_lead_dash",
        "lead-colon": "reason_lead_colon",
        "lead-bracketed": "reason_lead_bracketed",
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
