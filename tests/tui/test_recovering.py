"""Notes that were left in an editor are told of at the start and recovered by keys."""

from tests.tui.conftest import Start

from reportreader.notes.annotation import AnnotationKind, Colour, ReportId
from reportreader.services.noting import AnnotationFilter, list_annotations
from reportreader.services.opening import Library
from reportreader.services.reading import open_report
from reportreader.services.unsaved import UnsavedSlot, list_unsaved, unsaved_new


def leave(library: Library, *bodies: str) -> None:
    opened = open_report(library, ReportId(1))
    for start, body in enumerate(bodies):
        span = (start, start + 3)
        note = unsaved_new(library, opened, AnnotationKind.HIGHLIGHT, span, opened.summary.title)
        UnsavedSlot(note).keep(body=body, tags=(), colour=Colour.YELLOW)


def bodies(library: Library) -> list[str]:
    return [one.placed.annotation.body for one in list_annotations(library, AnnotationFilter())]


async def test_notes_left_behind_are_told_of(start: Start, library: Library) -> None:
    leave(library, "写到一半[/red]")
    async with start(size=(110, 24)) as program:
        await program.until(lambda: "1 条批注没有存入书库" in program.text)


async def test_all_are_recovered_at_once(start: Start, library: Library) -> None:
    leave(library, "第一条", "第二条")
    async with start(size=(110, 24)) as program:
        await program.press("ctrl+p")
        await program.type("收回")
        await program.press("enter")
        await program.press("enter")
        assert "已收回 2 条批注" in program.text
    assert bodies(library) == ["第一条", "第二条"]
    assert list_unsaved(library.path) == ()


async def test_one_is_chosen(start: Start, library: Library) -> None:
    leave(library, "第一条", "第二条")
    async with start(size=(110, 24)) as program:
        await program.pilot.app.run_action("recover_notes")
        await program.pilot.pause()
        await program.type("第二")
        await program.press("enter")
    assert bodies(library) == ["第二条"]
    assert [note.body for note in list_unsaved(library.path)] == ["第一条"]
