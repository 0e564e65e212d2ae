"""What the tags screen says: rows of the tree and one tag in full, as values."""

from collections.abc import Collection, Sequence

from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.tags import ancestors
from reportreader.services.tag_finding import find_tags
from reportreader.services.tag_tree import TagDetails, TagEntry
from reportreader.settings.messages import Messages
from reportreader.tui.widgets.preview_part import PreviewPart
from reportreader.tui.widgets.tag_list import TagRow

_REPORTS_SHOWN = 12
_COMPANIONS_SHOWN = 12


def shown_entries(
    entries: Sequence[TagEntry], folded: Collection[str], typed: str
) -> list[TagEntry]:
    """The tags to list: without what is folded away, or those that fit with the ones above them."""
    if typed:
        found = find_tags([entry.name for entry in entries], typed)
        kept = {*found, *(above for name in found for above in ancestors(name))}
        return [entry for entry in entries if entry.name in kept]
    return [entry for entry in entries if not any(one in folded for one in ancestors(entry.name))]


def tags_with_children(entries: Sequence[TagEntry]) -> frozenset[str]:
    """The tags that have others below them."""
    return frozenset(above for entry in entries for above in ancestors(entry.name))


def tag_row(entry: TagEntry, messages: Messages, *, has_children: bool, is_folded: bool) -> TagRow:
    """A tag as its row shows it."""
    colour = entry.colour
    return TagRow(
        key=entry.name,
        label=sanitise_line(entry.label),
        depth=entry.depth,
        sign="" if colour is None else messages.text(f"notes.colour_{colour.value}"),
        colour="" if colour is None else colour.value,
        description=sanitise_line(entry.description),
        passages=f"{entry.passage_count:,}",
        reports=f"{entry.report_count:,}" if entry.report_count else "",
        has_children=has_children,
        is_folded=is_folded,
    )


def tag_parts(entry: TagEntry, details: TagDetails | None, messages: Messages) -> list[PreviewPart]:
    """One tag in full: description, counts, and once they are known its reports and companions."""
    parts = [PreviewPart(f"#{sanitise_line(entry.name)}", "title"), PreviewPart("")]
    if entry.description:
        parts += [PreviewPart(line) for line in entry.description.split("\n")]
        parts.append(PreviewPart(""))
    counts = messages.text(
        "tags.counts",
        passages=f"{entry.passage_count:,}",
        reports=f"{entry.report_count:,}",
        own=f"{entry.own_count:,}",
    )
    parts.append(PreviewPart(counts, "soft"))
    if entry.tagged_report_count:
        tagged = messages.text("tags.tagged_reports", count=f"{entry.tagged_report_count:,}")
        parts.append(PreviewPart(tagged, "soft"))
    if details is None:
        return parts
    if details.reports:
        parts += [PreviewPart(""), PreviewPart(messages.text("tags.by_report"), "label")]
        parts += [
            PreviewPart(f"{count:,}  {sanitise_line(title)}", "", 2)
            for _, title, count in details.reports[:_REPORTS_SHOWN]
        ]
        parts += _rest(len(details.reports) - _REPORTS_SHOWN, messages)
    if details.companions:
        parts += [PreviewPart(""), PreviewPart(messages.text("tags.companions"), "label")]
        parts += [
            PreviewPart(f"{count:,}  #{sanitise_line(tag)}", "", 2)
            for tag, count in details.companions[:_COMPANIONS_SHOWN]
        ]
        parts += _rest(len(details.companions) - _COMPANIONS_SHOWN, messages)
    return parts


def _rest(count: int, messages: Messages) -> list[PreviewPart]:
    if count <= 0:
        return []
    return [PreviewPart(messages.text("tags.more", count=f"{count:,}"), "soft", 2)]
