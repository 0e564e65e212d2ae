"""A library with reports of our own, and the real program over it at a chosen size."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input, TextArea

from reportreader.notes.annotation import AnnotationKind, Colour, PlacedAnnotation
from reportreader.services.adding import add_paths
from reportreader.services.annotating import AnnotationDraft, add_annotation
from reportreader.services.browsing import ReportFilter, list_reports
from reportreader.services.keyphrasing import KeyphraseWorker
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_report
from reportreader.settings.messages import Language, Messages
from reportreader.settings.values import Settings
from reportreader.tui.actions import Keymap
from reportreader.tui.app import ReportReaderApp

REPORTS = {
    "供水.md": "# 柳溪镇供水改造报告\n\n## 一、进展\n\n全镇铺设管网三十公里，上柳村先通水。\n\n"
    "## 二、打算\n\n年底前更换全部老旧水表。\n",
    "学校.md": "# 青坪小学搬迁工作总结\n\n新校舍九月启用，家长代表参加了验收。\n\n学生午餐由中央厨房供应。\n",
    "集市.md": "# 东沟集市整治情况通报\n\n摊位重新编号，供水点增加到六处。\n\n"
    + "".join(
        f"第{number}排的{number * 3}家商户签了承诺书，市场管理员早晚各巡查一遍，过道没有再堆货。\n\n"
        for number in range(1, 60)
    ),
    "怪名[/红].md": "# 表3[/]与[@click=app.quit]按钮\n\n正文里也有[red]方括号[/red]。\n",
}
_DEADLINE_SECONDS = 20.0


@dataclass
class Program:
    """The program while it runs."""

    app: ReportReaderApp
    pilot: Pilot[Any]

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, as Textual names them or as characters."""
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Put text into the field that has the keys, as an input method does."""
        field = self.app.focused
        if isinstance(field, TextArea):
            field.insert(text)
        else:
            assert isinstance(field, Input)
            field.insert_text_at_cursor(text)
        await self.pilot.pause()

    @property
    def strips(self) -> list[Strip]:
        """The rows of the screen as they are rendered."""
        return self.app.screen._compositor.render_strips()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen as they are read."""
        return [strip.text.rstrip() for strip in self.strips]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.rows)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something that a thread or timer brings about has happened."""
        deadline = asyncio.get_running_loop().time() + _DEADLINE_SECONDS
        while not condition():
            assert asyncio.get_running_loop().time() < deadline, self.text
            await self.pilot.pause(0.01)

    async def shows(self, text: str) -> None:
        """Wait until `text` is on the screen."""
        await self.until(lambda: text in self.text)


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """A library that holds `REPORTS`."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name.replace("/", "∕")).write_text(text, encoding="utf-8")
    path = tmp_path / "library.sqlite"
    with open_library(path) as library:
        assert add_paths(library, [folder]).added == len(REPORTS)
    return path


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    """A connection of the test's own to look at the rows."""
    with open_library(library_path) as opened:
        yield opened


Start = Callable[..., AbstractAsyncContextManager[Program]]


@pytest.fixture(scope="session")
def words() -> Iterator[KeyphraseWorker]:
    """One child with one dictionary for all tests."""
    worker = KeyphraseWorker(None)
    yield worker
    worker.close()


@pytest.fixture
def start(library_path: Path, words: KeyphraseWorker, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Start the program: `async with start(size=(80, 24)) as program`."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")

    @asynccontextmanager
    async def run(
        *,
        size: tuple[int, int] = (120, 30),
        language: Language = Language.CHINESE,
        settings: Settings | None = None,
        keymap: Keymap | None = None,
        read_only: bool = False,
    ) -> AsyncIterator[Program]:
        with open_library(library_path, read_only=read_only) as opened:
            chosen = settings or Settings()
            app = ReportReaderApp(opened, chosen, Messages(language), keymap=keymap, words=words)
            async with app.run_test(size=size, notifications=True) as pilot:
                program = Program(app, pilot)
                await pilot.pause()
                yield program

    return run


def annotate(
    library: Library, title: str, quote: str, *, body: str = "", tags: tuple[str, ...] = ()
) -> PlacedAnnotation:
    """Highlight `quote` in the one report whose title holds `title`."""
    (summary,) = list_reports(library, ReportFilter(text=title))
    opened = open_report(library, summary.report_id)
    start = opened.document.text.index(quote)
    draft = AnnotationDraft(
        kind=AnnotationKind.HIGHLIGHT,
        start=start,
        end=start + len(quote),
        colour=Colour.GREEN,
        body=body,
        tags=tags,
    )
    return add_annotation(library, opened, draft)
