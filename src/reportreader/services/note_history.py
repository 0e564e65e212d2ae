"""The history of one annotation: which changes of the journal touched it, and its text before each."""

from dataclasses import dataclass

from reportreader.library.annotations import get_stored
from reportreader.library.journal import Change, list_changes_of
from reportreader.library.library import Library
from reportreader.notes.annotation import AnnotationId

_TABLE, _KEY = "annotation", "annotation_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One change, newest first in a history.

    `made` is ISO 8601; `body_before` is the note as it was before the change, None where the
    change left it alone.
    """

    made: str
    change: Change
    is_undone: bool = False
    body_before: str | None = None


def annotation_history(library: Library, annotation_id: AnnotationId) -> tuple[HistoryEntry, ...]:
    """What happened to an annotation within the last 1,000 changes; raises NotFoundError."""
    number = get_stored(library, annotation_id).number
    entries = []
    for recorded in list_changes_of(library, _KEY, number):
        before = [
            edit.before["body"]
            for edit in recorded.entry.edits
            if edit.table == _TABLE
            and edit.key.get(_KEY) == number
            and edit.before is not None
            and "body" in edit.before
        ]
        entries.append(
            HistoryEntry(
                made=recorded.made,
                change=recorded.entry.change,
                is_undone=recorded.is_undone,
                body_before=str(before[0]) if before else None,
            )
        )
    return tuple(entries)
