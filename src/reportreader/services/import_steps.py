"""The steps of an import: what is to become of each annotation of a file, and doing it as one change.

What the steps are to be is decided elsewhere (`importing`, `collecting`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reportreader.library.annotation_times import save_times
from reportreader.library.annotations import get_stored, set_changed
from reportreader.library.journal import Recorder, journalled
from reportreader.library.library import Library
from reportreader.notes.anchor import Resolution
from reportreader.notes.annotation import Annotation
from reportreader.notes.codebook import Code
from reportreader.notes.joining import FieldTimes, JoinedFields
from reportreader.services.annotating import insert_recorded
from reportreader.services.codebook import take_codes
from reportreader.services.tagging import set_tags


class ImportOutcome(StrEnum):
    """What becomes of an annotation of a file."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REPORT_MISSING = "report-missing"
    """No report of the library has its title."""
    UNPLACED = "unplaced"
    """The report does not hold its passage, or holds it several times: it waits for review."""
    SEVERAL_PLACES = "several-places"
    """A clipping whose passage stands in several places: kept as a note of its report."""
    NOT_FOUND = "not-found"
    """A clipping whose passage its report does not hold: kept as a note of it."""


KEPT = frozenset({ImportOutcome.UNPLACED, ImportOutcome.SEVERAL_PLACES, ImportOutcome.NOT_FOUND})
"""What came in without a place."""
LEFT_OUT = frozenset({ImportOutcome.REPORT_MISSING})
_TAKEN = frozenset(ImportOutcome) - LEFT_OUT - {ImportOutcome.UNCHANGED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStep:
    """One annotation of a file: what is to become of it, and the state it shall have.

    `place` is a suggestion for one without a place; `times` are those of its fields.
    """

    outcome: ImportOutcome
    annotation: Annotation
    title: str
    fields: JoinedFields
    times: FieldTimes = field(default_factory=dict)
    place: Resolution | None = None


def take_steps(library: Library, steps: Iterable[ImportStep], codes: Sequence[Code] = ()) -> None:
    """Does what the steps say and takes the codes, as one change; inside a transaction."""
    wanted = [step for step in steps if step.outcome in _TAKEN]
    if wanted or codes:
        summary = "changes.project_imported" if codes else "changes.annotations_imported"
        with journalled(library, summary, count=len(wanted), codes=len(codes)) as recorder:
            take_codes(recorder, codes)
            for step in wanted:
                _take(recorder, step)
    for step in steps:
        if step.outcome in _TAKEN or step.times:
            _keep_times(library, step)


def count_outcomes(steps: Iterable[ImportStep]) -> dict[ImportOutcome, int]:
    """How many annotations had each outcome; all outcomes are named."""
    counts = dict.fromkeys(ImportOutcome, 0)
    for step in steps:
        counts[step.outcome] += 1
    return counts


def _take(recorder: Recorder, step: ImportStep) -> None:
    library, fields = recorder.library, step.fields
    if step.outcome is not ImportOutcome.CHANGED:
        number = insert_recorded(recorder, step.annotation._replace(deleted=""), step.place)
        recorder.update("annotation", {"annotation_number": number}, {"deleted": fields.deleted})
        return
    stored = get_stored(library, step.annotation.annotation_id)
    recorder.update(
        "annotation",
        {"annotation_number": stored.number},
        {"body": fields.body, "colour": fields.colour.value, "deleted": fields.deleted},
    )
    set_tags(recorder, stored, fields.tags)


def _keep_times(library: Library, step: ImportStep) -> None:
    """Times as they are on both sides now, so that the other side ends with the same."""
    stored = get_stored(library, step.annotation.annotation_id)
    save_times(library, stored.number, step.times)
    set_changed(library, stored.number, step.annotation.changed)
