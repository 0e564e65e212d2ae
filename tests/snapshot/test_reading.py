"""The reading screen as pictures: sizes, themes, marks, selection, two panes, a small terminal.

The pictures are SVG, in which Rich squeezes Chinese characters; they show where things stand and in
which colours, not how they look in a terminal. Read the difference before accepting a new one.
"""

from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.tui.reading.conftest import report_text
from textual.pilot import Pilot

from reportreader.notes.annotation import AnnotationKind, Colour, ReportId
from reportreader.services.adding import add_paths
from reportreader.services.annotating import AnnotationDraft, add_annotation
from reportreader.services.keyphrasing import KeyphraseWorker
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_first_part
from reportreader.settings.messages import Language, Messages
from reportreader.settings.values import Settings, ThemeChoice
from reportreader.tui.app import ReportReaderApp
from reportreader.tui.reading.beginning import Beginning, SecondPlace

Compare = Callable[..., bool]
Before = Callable[[Pilot[Any]], Awaitable[None]]

_NOON = datetime(2024, 5, 6, 4, 0, tzinfo=UTC)
_MARKED = (("最后一公里", Colour.GREEN, "要核对"), ("本报告说明", Colour.YELLOW, ""))
_OTHER = "# 北坡林场防火通报\n\n" + "".join(
    f"## 第{number}段林道\n\n瞭望员{number}人轮换，护林道{number * 3}公里，已清理枯枝。\n\n"
    for number in range(1, 12)
)


@pytest.fixture(scope="module")
def words() -> Iterator[KeyphraseWorker]:
    worker = KeyphraseWorker(None)
    worker.load()
    yield worker
    worker.close()


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """Two reports, one with marks, in a library whose clock stands still."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.chdir(tmp_path)
    for name, text in (("供水.md", report_text()), ("林场.md", _OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with open_library(tmp_path / "library.sqlite", clock=lambda: _NOON) as opened:
        add_paths(opened, [tmp_path / "供水.md", tmp_path / "林场.md"])
        report = open_first_part(opened, ReportId(1))
        for quote, colour, body in _MARKED:
            start = report.document.text.index(quote)
            draft = AnnotationDraft(
                kind=AnnotationKind.HIGHLIGHT,
                start=start,
                end=start + len(quote),
                colour=colour,
                body=body,
                tags=(),
            )
            add_annotation(opened, report, draft)
        yield opened


@pytest.fixture
def reading(library: Library, words: KeyphraseWorker) -> Callable[..., ReportReaderApp]:
    """The program with the first report open; with `beside` the second one too."""

    def make(theme: ThemeChoice, *, beside: bool = False) -> ReportReaderApp:
        return ReportReaderApp(
            library,
            Settings(theme=theme),
            Messages(Language.CHINESE),
            beginning=Beginning(
                open_first_part(library, ReportId(1)),
                0,
                SecondPlace(ReportId(2), 0) if beside else None,
            ),
            words=words,
        )

    return make


def pressing(*keys: str) -> Before:
    """Press keys when all that is computed has been painted, and wait for what they bring about."""

    async def before(pilot: Pilot[Any]) -> None:
        for key in ("", *keys):
            if key:
                await pilot.press(key)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()

    return before


@pytest.mark.parametrize("theme", ThemeChoice)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_report_with_marks_and_a_selection(
    reading: Callable[..., ReportReaderApp],
    snap_compare: Compare,
    theme: ThemeChoice,
    size: tuple[int, int],
) -> None:
    before = pressing("v", "2", "j", "w", "w")
    assert snap_compare(reading(theme), terminal_size=size, run_before=before)


@pytest.mark.parametrize("theme", ThemeChoice)
def test_notes_and_hits_beside_the_text(
    reading: Callable[..., ReportReaderApp], snap_compare: Compare, theme: ThemeChoice
) -> None:
    before = pressing("/", "水", "表", "enter", "f2")
    assert snap_compare(reading(theme), terminal_size=(120, 40), run_before=before)


@pytest.mark.parametrize("theme", ThemeChoice)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_two_reports_side_by_side(
    reading: Callable[..., ReportReaderApp],
    snap_compare: Compare,
    theme: ThemeChoice,
    size: tuple[int, int],
) -> None:
    before = pressing("]", "]")
    assert snap_compare(reading(theme, beside=True), terminal_size=size, run_before=before)


def test_two_reports_above_each_other(
    reading: Callable[..., ReportReaderApp], snap_compare: Compare
) -> None:
    app = reading(ThemeChoice.LIGHT, beside=True)
    assert snap_compare(app, terminal_size=(60, 24), run_before=pressing("\\"))


@pytest.mark.parametrize("beside", [False, True])
def test_a_small_screen_still_reads(
    reading: Callable[..., ReportReaderApp], snap_compare: Compare, *, beside: bool
) -> None:
    app = reading(ThemeChoice.LIGHT, beside=beside)
    assert snap_compare(app, terminal_size=(40, 12), run_before=pressing("j"))


def test_a_pane_over_the_text_of_a_small_screen(
    reading: Callable[..., ReportReaderApp], snap_compare: Compare
) -> None:
    app = reading(ThemeChoice.DARK)
    assert snap_compare(app, terminal_size=(40, 12), run_before=pressing("t", "j"))


def test_nothing_but_the_text(
    reading: Callable[..., ReportReaderApp], snap_compare: Compare
) -> None:
    app = reading(ThemeChoice.LIGHT)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("z"))
