"""The answer of a search as rows: notes first, then each report with its extracts."""

from typing import TYPE_CHECKING

from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.searching import SearchResults
from reportreader.settings.messages import Messages
from reportreader.tui.widgets.bar import Part
from reportreader.tui.widgets.hit_list import HitRow

if TYPE_CHECKING:
    from reportreader.services.note_searching import NoteHits, NoteResults

_QUOTED = 40
"""Code points of a passage that a row shows in front of its note."""


def hit_rows(results: SearchResults, messages: Messages) -> list[HitRow]:
    """A row for each report and for each of its extracts."""
    rows = []
    for found in results.hits:
        summary = found.summary
        count = messages.text("search.count", count=f"{found.count:,}")
        said = (summary.date[:10].removeprefix("--"), summary.issuer)
        aside = "  ".join(sanitise_line(one) for one in said if one)
        title = sanitise_line(summary.title)
        rows.append(HitRow(summary.report_id, title, aside=aside, total=count))
        for extract in found.snippets:
            first = extract.hit_ranges[0][0] if extract.hit_ranges else 0
            rows.append(
                HitRow(summary.report_id, extract.text, extract.hit_ranges, extract.offset + first)
            )
    return rows


def note_hit_rows(notes: "NoteResults | None", messages: Messages) -> list[HitRow]:
    """A heading with the number of notes, and a row for each; none where none answers."""
    if notes is None or not notes.hits:
        return []
    count = messages.text("search.note_count", count=f"{notes.total:,}")
    heading = HitRow(0, messages.text("search.notes"), total=count)
    return [heading, *(_note_row(one) for one in notes.hits)]


def _note_row(found: "NoteHits") -> HitRow:
    """The passage up to where its first hit can be seen, then the note."""
    placed = found.listed.placed
    annotation = placed.annotation
    first = found.quote_ranges[0][0] if found.quote_ranges else 0
    start = max(0, first - _QUOTED // 2)
    quote = sanitise_line(annotation.quote[start : start + _QUOTED])
    sign = "  " if quote and annotation.body else ""
    ranges = [
        (begin - start, end - start) for begin, end in found.quote_ranges if end <= start + _QUOTED
    ]
    shift = len(quote) + len(sign)
    ranges += [(begin + shift, end + shift) for begin, end in found.body_ranges]
    text = quote + sign + sanitise_line(annotation.body)
    offset = placed.placement.start if placed.placement.start is not None else 0
    return HitRow(annotation.report_id, text, tuple(ranges), offset)


def found_parts(
    results: SearchResults, notes: "NoteResults | None", messages: Messages
) -> tuple[list[Part], list[Part]]:
    """The status line: how much was found, how the query was widened, what is ranked."""
    note_total = notes.total if notes is not None else 0
    if not results.hits and not note_total:
        return [Part(messages.text("search.nothing", query=results.query))], []
    name = "search.found" if results.is_complete else "search.found_at_least"
    parts = [
        messages.text(name, reports=f"{results.total_reports:,}", hits=f"{results.total_hits:,}")
    ]
    if note_total:
        parts.append(messages.text("search.note_count", count=f"{note_total:,}"))
    if results.relaxed:
        parts.append(messages.text(results.relaxed))
    ranked = [] if results.is_weighed else [Part(messages.text("search.ranked_newest"))]
    return [Part("  ".join(parts))], ranked
