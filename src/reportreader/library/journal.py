"""The undo journal: every change a reader makes, as the rows it touched before and after.

A change may touch the rows named in `TRACKED`. An annotation or correction is never removed from the
file: to undo its making is to mark it as deleted. What follows from an annotation (revision, digest,
index entry) is not journalled but brought up to date whenever its row or tags are touched, and so is
the description of a report whenever one of its corrections or its current version is.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from reportreader.library.annotation_times import stamp_changes
from reportreader.library.annotations import get_stored_by_number
from reportreader.library.corrections import corrected_report
from reportreader.library.digest import annotation_digest
from reportreader.library.fulltext import index_note, unindex_note
from reportreader.library.library import Library, Row
from reportreader.library.reports import index_current, refresh_report, unindex_current
from reportreader.library.tag_rows import bring_back_tag
from reportreader.notes.annotation import Annotation, ReportId

KEPT_CHANGES = 1000
TRACKED: Mapping[str, tuple[str, ...]] = {
    "annotation": ("annotation_number",),
    "annotation_tag": ("annotation_number", "tag_id"),
    "placement": ("placement_id",),
    "report": ("report_id",),
    "report_source": ("path",),
    "report_tag": ("report_id", "tag_id"),
    "report_version": ("version_id",),
    "tag": ("tag_id",),
    "term_group": ("term_group_id",),
    "term": ("term_id",),
    "correction": ("correction_id",),
    "meta": ("name",),
}
"""Tables that can be journalled, with their keys."""

_ENTRY = "change_id, summary_id, summary_values, edits"
_TOUCHES_ANNOTATION = ("annotation", "annotation_tag")

Columns = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEdit:
    """One row: the columns that changed, before and after; None where there was no row."""

    table: str
    key: Columns
    before: Columns | None
    after: Columns | None

    def reversed(self) -> "RowEdit":
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was done, undone or done again: a message id (`changes.<name>`) and its values."""

    summary_id: str
    values: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """A change as it is stored."""

    change_id: int
    change: Change
    edits: tuple[RowEdit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedChange:
    """A change with the time it was made, in ISO 8601, and whether it was undone since."""

    entry: JournalEntry
    made: str
    is_undone: bool


@dataclass(slots=True)
class Recorder:
    """Makes the edits of one change and remembers them."""

    library: Library
    edits: list[RowEdit] = field(default_factory=list)
    touched: dict[int, Annotation] = field(default_factory=dict)
    """Annotations by the numbers of their rows, as they were before the change."""
    corrected: set[ReportId] = field(default_factory=set)
    retexted: set[ReportId] = field(default_factory=set)

    def insert(self, table: str, columns: Columns) -> int:
        """Adds a row and remembers it whole; the id SQLite gave it."""
        names = ", ".join(columns)
        marks = ", ".join("?" * len(columns))
        self._touch(table, columns)
        row_id = self.library.insert(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(columns.values())
        )
        keys = TRACKED[table]
        key: Columns = (
            {keys[0]: row_id} if len(keys) == 1 else {name: columns[name] for name in keys}
        )
        self.edits.append(RowEdit(table=table, key=key, before=None, after={**key, **columns}))
        return row_id

    def update(self, table: str, key: Columns, columns: Columns) -> None:
        """Changes columns of a row and remembers them as they were."""
        before = read_columns(self.library, table, key, tuple(columns))
        if before is None or before == columns:
            return
        self.apply(RowEdit(table=table, key=key, before=before, after=columns))

    def delete(self, table: str, key: Columns) -> None:
        """Removes a row and remembers it whole."""
        before = read_columns(self.library, table, key, None)
        if before is not None:
            self.apply(RowEdit(table=table, key=key, before=before, after=None))

    def remember_new_annotation(self, number: int, created: str) -> None:
        """Remembers the making of an annotation, so that undoing it puts it into the trash."""
        self._remember_new("annotation", {"annotation_number": number}, created)

    def remember_new_correction(self, correction_id: int, made: str) -> None:
        """Remembers the making of a correction, so that undoing it marks it as deleted."""
        key: Columns = {"correction_id": correction_id}
        self._touch("correction", key)
        self._remember_new("correction", key, made)

    def remember_new_report(self, report_id: ReportId, made: str) -> None:
        """Remembers the making of a report, so that undoing it puts it into the trash."""
        self._remember_new("report", {"report_id": report_id}, made)

    def _remember_new(self, table: str, key: Columns, made: str) -> None:
        self.edits.append(
            RowEdit(table=table, key=key, before={"deleted": made}, after={"deleted": ""})
        )

    def apply(self, edit: RowEdit) -> None:
        """Makes one edit, whatever stands in the row now, and remembers it."""
        self._touch(edit.table, edit.key)
        if edit.table == "report" and "version_id" in (edit.after or {}):
            self._touch_text(ReportId(int(str(edit.key["report_id"]))))
        where = " AND ".join(f"{name} = ?" for name in edit.key)
        key = tuple(edit.key.values())
        if edit.after is None:
            if edit.table == "tag" and is_borne(self.library, edit.key["tag_id"]):
                return
            self.library.execute(f"DELETE FROM {edit.table} WHERE {where}", key)
        elif edit.before is None and edit.table == "tag":
            bring_back_tag(self.library, edit.after)
        elif edit.before is None:
            names = ", ".join(edit.after)
            marks = ", ".join("?" * len(edit.after))
            self.library.execute(
                f"INSERT INTO {edit.table} ({names}) VALUES ({marks})", tuple(edit.after.values())
            )
        else:
            settings = ", ".join(f"{name} = ?" for name in edit.after)
            self.library.execute(
                f"UPDATE {edit.table} SET {settings} WHERE {where}", (*edit.after.values(), *key)
            )
        self.edits.append(edit)

    def finish(self) -> None:
        """Brings up to date what follows from all that was touched."""
        for number, before in sorted(self.touched.items()):
            stamp_changes(self.library, number, before, refresh_annotation(self.library, number))
        self.touched.clear()
        for report_id in sorted(self.corrected - self.retexted):
            refresh_report(self.library, report_id)
        self.corrected.clear()
        for report_id in sorted(self.retexted):
            index_current(self.library, report_id)
        self.retexted.clear()

    def _touch_text(self, report_id: ReportId) -> None:
        """A report is about to have another current version."""
        if report_id not in self.retexted:
            unindex_current(self.library, report_id)
            self.retexted.add(report_id)

    def _touch(self, table: str, columns: Columns) -> None:
        if table == "correction":
            self.corrected.add(corrected_report(self.library, columns["correction_id"]))
            return
        number = columns.get("annotation_number") if table in _TOUCHES_ANNOTATION else None
        if isinstance(number, int) and number not in self.touched:
            stored = get_stored_by_number(self.library, number).annotation
            unindex_note(self.library, number, stored.quote, stored.body)
            self.touched[number] = stored


@contextmanager
def journalled(library: Library, summary_id: str, **values: object) -> Iterator[Recorder]:
    """One change in one transaction; what is done through the recorder can be undone."""
    with library.transaction():
        recorder = Recorder(library)
        yield recorder
        recorder.finish()
        if recorder.edits:
            _save(library, Change(summary_id=summary_id, values=values), recorder.edits)


def is_borne(library: Library, tag_id: object) -> bool:
    """Whether an annotation or a report bears a tag: dropping its row would take the tag from them."""
    borne = """SELECT 1 FROM annotation_tag WHERE tag_id = ?
      UNION SELECT 1 FROM report_tag WHERE tag_id = ? LIMIT 1"""
    return library.value(borne, (tag_id, tag_id)) is not None


def refresh_annotation(library: Library, number: int) -> Annotation:
    """Next revision, new digest, new index entry; the old entry is out already."""
    stored = get_stored_by_number(library, number).annotation
    annotation = stored._replace(revision=stored.revision + 1, changed=library.now())
    library.execute(
        "UPDATE annotation SET revision = ?, changed = ?, digest = ? WHERE annotation_number = ?",
        (annotation.revision, annotation.changed, annotation_digest(annotation), number),
    )
    index_note(library, number, annotation.quote, annotation.body)
    return annotation


def find_undoable(library: Library) -> JournalEntry | None:
    """The newest change that stands."""
    return _find(library, "is_undone = 0 ORDER BY change_id DESC")


def find_redoable(library: Library) -> JournalEntry | None:
    """The oldest change that was undone."""
    return _find(library, "is_undone = 1 ORDER BY change_id")


def list_changes_of(library: Library, column: str, value: int) -> tuple[RecordedChange, ...]:
    """The changes that touched a row whose key has `value` in `column`, the newest first."""
    rows = library.rows(
        f"SELECT {_ENTRY}, made, is_undone FROM change WHERE instr(edits, ?) ORDER BY change_id DESC",
        (f'"{column}": {value}',),
    )
    found = (
        RecordedChange(entry=_make_entry(row), made=row[4], is_undone=bool(row[5])) for row in rows
    )
    return tuple(
        one for one in found if any(edit.key.get(column) == value for edit in one.entry.edits)
    )


def is_applicable(library: Library, edit: RowEdit) -> bool:
    """Whether a row is as the edit expects to find it; a tag can always be brought back."""
    if edit.table == "tag" and (edit.before is None or edit.after is None):
        return True
    wanted = None if edit.before is None else tuple(edit.before)
    return read_columns(library, edit.table, edit.key, wanted) == edit.before


def mark_change(library: Library, change_id: int, *, is_undone: bool) -> None:
    """Says whether a change stands; inside a transaction."""
    library.execute(
        "UPDATE change SET is_undone = ? WHERE change_id = ?", (int(is_undone), change_id)
    )


def forget_change(library: Library, change_id: int) -> None:
    """Drops a change that can be neither undone nor done again; inside a transaction."""
    library.execute("DELETE FROM change WHERE change_id = ?", (change_id,))


def read_columns(
    library: Library, table: str, key: Columns, names: tuple[str, ...] | None
) -> Columns | None:
    """Named columns of a row, all of them if `names` is None; None if there is no row."""
    if names is None:
        names = tuple(row[1] for row in library.rows(f"PRAGMA table_info({table})"))
    where = " AND ".join(f"{name} = ?" for name in key)
    row = library.row(f"SELECT {', '.join(names)} FROM {table} WHERE {where}", tuple(key.values()))
    return None if row is None else dict(zip(names, row, strict=True))


def _save(library: Library, change: Change, edits: list[RowEdit]) -> None:
    library.execute("DELETE FROM change WHERE is_undone = 1")
    library.insert(
        "INSERT INTO change (summary_id, summary_values, edits, made) VALUES (?, ?, ?, ?)",
        (
            change.summary_id,
            json.dumps(change.values, ensure_ascii=False),
            json.dumps(
                [(edit.table, edit.key, edit.before, edit.after) for edit in edits],
                ensure_ascii=False,
            ),
            library.now(),
        ),
    )
    library.execute(
        """DELETE FROM change WHERE change_id <=
          (SELECT change_id FROM change ORDER BY change_id DESC LIMIT 1 OFFSET ?)""",
        (KEPT_CHANGES,),
    )


def _find(library: Library, condition: str) -> JournalEntry | None:
    row = library.row(f"SELECT {_ENTRY} FROM change WHERE {condition} LIMIT 1")
    return None if row is None else _make_entry(row)


def _make_entry(row: Row) -> JournalEntry:
    return JournalEntry(
        change_id=row[0],
        change=Change(summary_id=row[1], values=json.loads(row[2])),
        edits=tuple(
            RowEdit(table=table, key=key, before=before, after=after)
            for table, key, before, after in json.loads(row[3])
        ),
    )
