"""Undo and redo over the journal of the library, across restarts and windows."""

from reportreader.errors import ConflictError
from reportreader.library.journal import (
    Change,
    JournalEntry,
    Recorder,
    RowEdit,
    find_redoable,
    find_undoable,
    forget_change,
    is_applicable,
    mark_change,
)
from reportreader.library.library import Library


def undo(library: Library) -> Change | None:
    """Takes back the newest change that stands; None if there is none.

    Raises ConflictError if what it touched has changed outside the journal; the change is then
    passed over, so that the next undo takes the one before it.
    """
    return _step(library, is_undo=True)


def redo(library: Library) -> Change | None:
    """Does the change again that was undone last; None if there is none. Raises as `undo`."""
    return _step(library, is_undo=False)


def _step(library: Library, *, is_undo: bool) -> Change | None:
    with library.transaction():
        entry = find_undoable(library) if is_undo else find_redoable(library)
        if entry is None:
            return None
        is_done = _apply(library, entry, is_undo=is_undo)
        if is_done:
            mark_change(library, entry.change_id, is_undone=is_undo)
        else:
            forget_change(library, entry.change_id)
    if not is_done:
        raise ConflictError("undo_impossible")
    return entry.change


def _apply(library: Library, entry: JournalEntry, *, is_undo: bool) -> bool:
    """Makes the edits one after the other; whether each found its row as it left it."""
    edits = tuple(edit.reversed() for edit in reversed(entry.edits)) if is_undo else entry.edits
    try:
        with library.transaction():
            recorder = Recorder(library)
            for edit in edits:
                _require_applicable(library, edit)
                recorder.apply(edit)
            recorder.finish()
    except _RowChangedError:
        return False
    return True


def _require_applicable(library: Library, edit: RowEdit) -> None:
    if not is_applicable(library, edit):
        raise _RowChangedError


class _RowChangedError(Exception):
    """A row has changed outside the journal; takes back what the change has done so far."""
