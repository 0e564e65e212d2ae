"""When each field of an annotation was last changed, so that two libraries are joined field by field.

A field is `body`, `colour`, `deleted`, or a tag behind `#`, whether the annotation bears it now or
not. What was not changed since the annotation was made has no time of its own.
"""

from collections.abc import Mapping

from reportreader.library.library import Library
from reportreader.notes.annotation import Annotation, AnnotationId
from reportreader.notes.joining import FieldTimes, changed_fields


def stamp_changes(library: Library, number: int, before: Annotation, after: Annotation) -> None:
    """Remembers of each field that differs when it was changed; inside a transaction."""
    save_times(library, number, dict.fromkeys(changed_fields(before, after), after.changed))


def save_times(library: Library, number: int, times: FieldTimes) -> None:
    """Sets times of fields of annotation `number`; inside a transaction."""
    library.execute_many(
        "INSERT OR REPLACE INTO annotation_time VALUES (?, ?, ?)",
        [(number, name, changed) for name, changed in times.items()],
    )


def load_times(library: Library, number: int) -> dict[str, str]:
    """The times of the fields of annotation `number` that were changed since it was made."""
    rows = library.rows(
        "SELECT field, changed FROM annotation_time WHERE annotation_number = ?", (number,)
    )
    return {row[0]: row[1] for row in rows}


def load_all_times(library: Library) -> Mapping[AnnotationId, FieldTimes]:
    """The same for every annotation that was changed."""
    times: dict[AnnotationId, dict[str, str]] = {}
    for annotation_id, name, changed in library.rows(
        """SELECT annotation_id, t.field, t.changed FROM annotation_time t
          JOIN annotation USING (annotation_number)"""
    ):
        times.setdefault(AnnotationId(annotation_id), {})[name] = changed
    return times
