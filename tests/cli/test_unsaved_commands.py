"""Notes that were left in an editor, from the command line."""

from pathlib import Path

from tests.cli.running import Run

from reportreader.notes.annotation import AnnotationKind, Colour, ReportId
from reportreader.services.opening import open_library
from reportreader.services.reading import open_report
from reportreader.services.unsaved import UnsavedSlot, unsaved_new


def test_a_note_left_in_an_editor_is_listed_and_recovered(filled: Run, library_path: Path) -> None:
    with open_library(library_path) as library:
        opened = open_report(library, ReportId(1))
        note = unsaved_new(library, opened, AnnotationKind.HIGHLIGHT, (0, 4), opened.summary.title)
    UnsavedSlot(note).keep(body="断电前写的", tags=(), colour=Colour.YELLOW)

    (listed,) = filled("notes", "unsaved", "--json").json
    assert (listed["report"], listed["body"]) == ("1", "断电前写的")
    assert "断电前写的" in filled("notes", "unsaved").out

    assert filled("notes", "recover", "NOSUCH").code == 3
    assert filled("notes", "recover", listed["id"][-6:].upper()).code == 0
    assert "断电前写的" in filled("notes").out
    assert filled("notes", "unsaved", "--json").json == []
