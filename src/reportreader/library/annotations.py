"""Annotations, their tags and their placements: rows to values, and the rows of new ones."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from reportreader.errors import LibraryError, NotFoundError
from reportreader.library.digest import annotation_digest
from reportreader.library.library import TAG_SEPARATOR, Library, Row
from reportreader.notes.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    PlacedAnnotation,
    PlacedBy,
    Placement,
    PlacementState,
    ReportId,
    VersionId,
)

_COLUMNS = """a.annotation_number, a.annotation_id, a.report_id, a.version_id, a.kind,
  a.start_offset, a.end_offset, a.quote, a.prefix, a.suffix, a.heading_path, a.colour, a.body,
  a.created, a.changed, a.deleted, a.revision, a.digest,
  (SELECT group_concat(name, char(31)) FROM annotation_tag JOIN tag USING (tag_id)
    WHERE annotation_number = a.annotation_number)"""
_PLACED = f"""SELECT {_COLUMNS},
  r.version_id, p.start_offset, p.end_offset, p.state, p.confidence, p.placed_by
  FROM annotation a JOIN report r USING (report_id)
  LEFT JOIN placement p ON p.placement_id = (SELECT max(placement_id) FROM placement
    WHERE annotation_number = a.annotation_number AND version_id = r.version_id)"""
_ADD = """INSERT INTO annotation (annotation_id, report_id, version_id, kind, start_offset,
  end_offset, quote, prefix, suffix, heading_path, colour, body, created, changed, deleted,
  revision, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_ADD_PLACEMENT = """INSERT INTO placement (annotation_number, version_id, start_offset, end_offset,
  state, confidence, placed_by, placed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
_PLACE_ORDER = "coalesce(p.start_offset, a.start_offset), a.annotation_number"


class StoredAnnotation(NamedTuple):
    """An annotation with the number of its row and the digest that was stored with it."""

    number: int
    annotation: Annotation
    digest: str


class AnnotationFilter(NamedTuple):
    """Which annotations to list; every condition holds.

    `text` is part of the quote or the note, `tag` counts for the tags below it too, `also_tag` is
    a second one that must be there, `since` is an ISO date of the last change. No kinds means all
    kinds.
    """

    text: str = ""
    tag: str = ""
    also_tag: str = ""
    colour: Colour | None = None
    kinds: frozenset[AnnotationKind] = frozenset()
    report_id: ReportId | None = None
    state: PlacementState | None = None
    since: str = ""
    in_trash: bool = False


def insert_annotation(library: Library, annotation: Annotation) -> int:
    """The number of a new row; its tags are linked apart. Inside a transaction."""
    return library.insert(
        _ADD,
        (
            annotation.annotation_id,
            annotation.report_id,
            annotation.version_id,
            annotation.kind.value,
            annotation.start,
            annotation.end,
            annotation.quote,
            annotation.prefix,
            annotation.suffix,
            json.dumps(annotation.heading_path, ensure_ascii=False),
            annotation.colour.value,
            annotation.body,
            annotation.created,
            annotation.changed,
            annotation.deleted,
            annotation.revision,
            annotation_digest(annotation),
        ),
    )


def set_changed(library: Library, number: int, changed: str) -> None:
    """Says when annotation `number` was changed last; inside a transaction."""
    stored = get_stored_by_number(library, number).annotation
    digest = annotation_digest(stored._replace(changed=changed))
    library.execute(
        "UPDATE annotation SET changed = ?, digest = ? WHERE annotation_number = ?",
        (changed, digest, number),
    )


def insert_placement(library: Library, number: int, placement: Placement) -> int:
    """Appends where annotation `number` stands in a version; inside a transaction."""
    return library.insert(
        _ADD_PLACEMENT,
        (
            number,
            placement.version_id,
            placement.start,
            placement.end,
            placement.state.value,
            placement.confidence,
            placement.placed_by.value,
            library.now(),
        ),
    )


def ensure_tag(library: Library, name: str) -> int:
    """The id of a tag, made if there is none of that name; inside a transaction."""
    found = library.value("SELECT tag_id FROM tag WHERE name = ?", (name,))
    return int(found) if found else library.insert("INSERT INTO tag (name) VALUES (?)", (name,))


def link_tags(library: Library, number: int, tags: Iterable[str]) -> None:
    """Gives annotation `number` its tags; inside a transaction."""
    for tag in tags:
        library.execute(
            "INSERT OR IGNORE INTO annotation_tag VALUES (?, ?)", (number, ensure_tag(library, tag))
        )


def get_stored(library: Library, annotation_id: AnnotationId) -> StoredAnnotation:
    """One annotation with its row number; raises NotFoundError."""
    row = library.row(
        f"SELECT {_COLUMNS} FROM annotation a WHERE a.annotation_id = ?", (annotation_id,)
    )
    if row is None:
        raise NotFoundError("annotation_missing", annotation=annotation_id)
    return _make_stored(row)


def get_stored_by_number(library: Library, number: int) -> StoredAnnotation:
    """The annotation in row `number`, which must be there."""
    row = library.row(
        f"SELECT {_COLUMNS} FROM annotation a WHERE a.annotation_number = ?", (number,)
    )
    if row is None:
        message = f"no annotation {number}"
        raise LookupError(message)
    return _make_stored(row)


def list_stored(library: Library, report_id: ReportId) -> list[StoredAnnotation]:
    """All annotations of a report, those in the trash too, in the order they were made."""
    rows = library.rows(
        f"SELECT {_COLUMNS} FROM annotation a WHERE a.report_id = ? ORDER BY a.annotation_number",
        (report_id,),
    )
    return [_make_stored(row) for row in rows]


def iter_stored(library: Library) -> Iterator[StoredAnnotation | None]:
    """All annotations one by one; None for a row whose values make no annotation."""
    for (number,) in library.rows("SELECT annotation_number FROM annotation"):
        try:
            yield get_stored_by_number(library, number)
        except (ValueError, LookupError, TypeError, LibraryError, sqlite3.OperationalError):
            yield None


def get_placed(library: Library, annotation_id: AnnotationId) -> PlacedAnnotation:
    """One annotation with its place in the current version; raises NotFoundError."""
    row = library.row(f"{_PLACED} WHERE a.annotation_id = ?", (annotation_id,))
    if row is None:
        raise NotFoundError("annotation_missing", annotation=annotation_id)
    return _make_placed(row)


def list_placed(library: Library, report_id: ReportId) -> tuple[PlacedAnnotation, ...]:
    """The annotations of a report outside the trash, by place."""
    rows = library.rows(
        f"{_PLACED} WHERE a.report_id = ? AND a.deleted = '' ORDER BY {_PLACE_ORDER}",
        (report_id,),
    )
    return tuple(_make_placed(row) for row in rows)


def filter_placed(
    library: Library, wanted: AnnotationFilter, numbers: Collection[int] | None = None
) -> tuple[PlacedAnnotation, ...]:
    """The annotations that a filter lets through, its text apart: by report, then by place.

    `numbers`, where given, are the only rows that may be among them.
    """
    conditions, values = _conditions(wanted)
    rows = library.rows(
        f"{_PLACED} WHERE {' AND '.join(conditions)} ORDER BY a.report_id, {_PLACE_ORDER}", values
    )
    return tuple(_make_placed(row) for row in rows if numbers is None or row[0] in numbers)


def list_annotation_ids(library: Library) -> tuple[AnnotationId, ...]:
    """The ids of all annotations, those in the trash too."""
    rows = library.rows("SELECT annotation_id FROM annotation ORDER BY annotation_number")
    return tuple(AnnotationId(row[0]) for row in rows)


def list_placements(library: Library, number: int) -> tuple[Placement, ...]:
    """Every placement of annotation `number`, oldest first."""
    rows = library.rows(
        """SELECT a.annotation_id, p.version_id, p.start_offset, p.end_offset, p.state,
          p.confidence, p.placed_by FROM placement p JOIN annotation a USING (annotation_number)
          WHERE annotation_number = ? ORDER BY placement_id""",
        (number,),
    )
    return tuple(
        Placement(
            annotation_id=row[0],
            version_id=row[1],
            start=row[2],
            end=row[3],
            state=PlacementState(row[4]),
            confidence=row[5],
            placed_by=PlacedBy(row[6]),
        )
        for row in rows
    )


def count_annotation_tags(library: Library) -> tuple[tuple[str, int], ...]:
    """Every tag in use on annotations outside the trash, with how many bear it, by name."""
    rows = library.rows(
        """SELECT tag.name, count(*) FROM annotation_tag JOIN tag USING (tag_id)
          JOIN annotation USING (annotation_number) WHERE deleted = ''
          GROUP BY tag_id ORDER BY tag.name"""
    )
    return tuple((row[0], row[1]) for row in rows)


def _conditions(wanted: AnnotationFilter) -> tuple[list[str], list[object]]:
    conditions = ["a.deleted <> ''" if wanted.in_trash else "a.deleted = '' AND r.deleted = ''"]
    values: list[object] = []
    for tag in filter(None, (wanted.tag, wanted.also_tag)):
        conditions.append(
            """a.annotation_number IN (SELECT annotation_number FROM annotation_tag
              JOIN tag USING (tag_id) WHERE name = ? OR substr(name, 1, ?) = ?)"""
        )
        values += (tag, len(tag) + 1, tag + "/")
    if wanted.colour is not None:
        conditions.append("a.colour = ?")
        values.append(wanted.colour.value)
    if wanted.kinds:
        conditions.append(f"a.kind IN ({', '.join('?' * len(wanted.kinds))})")
        values += sorted(kind.value for kind in wanted.kinds)
    if wanted.report_id is not None:
        conditions.append("a.report_id = ?")
        values.append(wanted.report_id)
    if wanted.state is not None:
        conditions.append("p.state = ?")
        values.append(wanted.state.value)
    if wanted.since:
        conditions.append("a.changed >= ?")
        values.append(wanted.since)
    return conditions, values


def _make_annotation(row: Sequence[object]) -> Annotation:
    values: Row = tuple(row)
    tags = tuple(sorted(values[18].split(TAG_SEPARATOR))) if values[18] else ()
    return Annotation(
        annotation_id=AnnotationId(values[1]),
        report_id=ReportId(values[2]),
        version_id=VersionId(values[3]),
        kind=AnnotationKind(values[4]),
        start=values[5],
        end=values[6],
        quote=values[7],
        prefix=values[8],
        suffix=values[9],
        heading_path=tuple(json.loads(values[10])),
        colour=Colour(values[11]),
        body=values[12],
        tags=tags,
        created=values[13],
        changed=values[14],
        deleted=values[15],
        revision=values[16],
    )


def _make_stored(row: Row) -> StoredAnnotation:
    return StoredAnnotation(number=row[0], annotation=_make_annotation(row), digest=row[17])


def _make_placed(row: Row) -> PlacedAnnotation:
    annotation = _make_annotation(row)
    version_id, start, end, state, confidence, placed_by = row[19:25]
    placement = Placement(
        annotation_id=annotation.annotation_id,
        version_id=VersionId(version_id),
        start=start,
        end=end,
        state=PlacementState(state or PlacementState.LOST),
        confidence=confidence or 0.0,
        placed_by=PlacedBy(placed_by or PlacedBy.PROGRAM),
    )
    return PlacedAnnotation(annotation=annotation, placement=placement)
