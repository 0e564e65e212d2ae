"""A library with one report of our own, opened in the real program at a chosen size."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from reportreader.notes.annotation import PlacedAnnotation, ReportId
from reportreader.services.adding import add_paths
from reportreader.services.annotating import report_annotations
from reportreader.services.keyphrasing import KeyphraseWorker
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_first_part
from reportreader.settings.messages import Language, Messages
from reportreader.settings.values import Settings
from reportreader.tui.app import ReportReaderApp
from reportreader.tui.reading.beginning import Beginning
from reportreader.tui.reading.state import ReadingState
from reportreader.tui.screens.reading import ReadingScreen
from reportreader.tui.screens.reading_pane import ReadingPane
from reportreader.tui.widgets.bar import Bar

_DEADLINE_SECONDS = 20.0
_VILLAGES = ("上柳村", "石桥村", "东沟村", "青坪村", "河湾村", "松林村")


def report_text() -> str:
    """A report of three parts with two sections each, in Markdown, long enough to be turned."""
    lines = ["# 柳溪镇供水改造情况报告", "", "本报告说明全镇供水改造的进展、做法和下一步打算。", ""]
    for number, (part, first, second) in enumerate(
        (
            ("进展情况", "管网铺设", "水质检测"),
            ("主要做法", "入户走访", "资金筹措"),
            ("下步打算", "补齐短板", "长效管护"),
        ),
        1,
    ):
        lines += [f"## {'一二三'[number - 1]}、{part}", ""]
        for title in (first, second):
            lines += [f"### {title}", ""]
            for village in _VILLAGES:
                lines += [_paragraph(village, title, number), ""]
    return "\n".join(lines)


def _paragraph(village: str, title: str, number: int) -> str:
    return (
        f"{village}的{title}由镇水管站和村干部一起负责，每周三下午碰头一次。"
        f"截至六月底，{village}共有{120 + number * 7}户用上了自来水，“最后一公里”基本打通！"
        f"村民说：“拧开龙头就有水，心里踏实。”下一季度还要更换老旧水表{30 + number}只。"
    )


@dataclass
class Reader:
    """The program with the report open."""

    app: ReportReaderApp
    pilot: Pilot[None]
    report_id: ReportId

    @property
    def screen(self) -> ReadingScreen:
        """The reading screen, which must be in the stack."""
        return next(one for one in self.app.screen_stack if isinstance(one, ReadingScreen))

    @property
    def pane(self) -> ReadingPane:
        """The pane that has the keys."""
        return self.screen.pane

    @property
    def state(self) -> ReadingState:
        """What the screen shows."""
        return self.pane.state

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.pane.document.text

    @property
    def status(self) -> str:
        """The status line."""
        return self.screen.query_one("#status", Bar).plain_text

    @property
    def rows(self) -> list[str]:
        """What the page shows, row by row."""
        view = self.pane.view
        return [view.render_line(y).text.rstrip() for y in range(view.size.height)]

    @property
    def selected(self) -> str:
        """The passage that is selected."""
        span = self.pane.selected
        return "" if span is None else self.text[span[0] : span[1]]

    @property
    def stored(self) -> tuple[PlacedAnnotation, ...]:
        """The annotations on disk, read by a connection of its own."""
        with open_library(self.app.library.path, create=False) as library:
            return report_annotations(library, self.report_id)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other and let the program come to rest."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text, Chinese too, into what has the focus."""
        for character in text:
            key = character if character.isalnum() else _character_to_key(character)
            self.app.post_message(events.Key(key, character))
            await self.pilot.pause()

    async def settle(self) -> None:
        """Wait for the tasks that are under way."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something that a thread or timer brings about has happened."""
        deadline = asyncio.get_running_loop().time() + _DEADLINE_SECONDS
        while not condition():
            assert asyncio.get_running_loop().time() < deadline, self.status
            await self.pilot.pause(0.01)

    async def click(self, words: str, *, times: int = 1, shift: bool = False) -> None:
        """Click the first of `words` where the page shows it."""
        await self.pilot.click(self.pane.view, offset=self.cell_of(words), times=times, shift=shift)
        await self.pilot.pause()

    def cell_of(self, words: str) -> tuple[int, int]:
        """Column and row of the page at which the first of `words` stands."""
        for y, row in enumerate(self.rows):
            before, found, _ = row.partition(words)
            if found:
                return cell_len(before), y
        raise AssertionError(words)

    async def select(self, words: str) -> None:
        """Select `words` with the keyboard from the place where the page shows them."""
        await self.click(words)
        await self.press("v")
        for _ in words[1:]:
            await self.press("l")

    async def go_to(self, words: str) -> int:
        """Bring the first place of `words` to the top of the page by a jump; its offset."""
        offset = self.text.index(words)
        self.pane.jump(offset)
        await self.pilot.pause()
        return offset


OpenReader = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture(scope="session")
def segmenter() -> Iterator[KeyphraseWorker]:
    """One child with one dictionary for all tests."""
    loaded = KeyphraseWorker(None)
    loaded.load()
    yield loaded
    loaded.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.sqlite") as opened:
        yield opened


@pytest.fixture
def open_reader(
    library: Library, segmenter: KeyphraseWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> OpenReader:
    """Open a text in the program: `async with open_reader(size=…) as reader`."""
    monkeypatch.chdir(tmp_path)

    @asynccontextmanager
    async def opened(
        text: str | None = None,
        *,
        size: tuple[int, int] = (80, 24),
        name: str = "report.md",
        offset: int | None = None,
        settings: Settings | None = None,
        words: KeyphraseWorker | None = None,
    ) -> AsyncIterator[Reader]:
        path = tmp_path / name
        if not path.exists():
            path.write_text(report_text() if text is None else text, encoding="utf-8")
        report_id = add_paths(library, [path]).files[0].report_id
        assert report_id is not None
        app = ReportReaderApp(
            library,
            (settings or Settings())._replace(export_folder=str(tmp_path)),
            Messages(Language.CHINESE),
            beginning=Beginning(open_first_part(library, report_id, around=offset), offset),
            words=words or segmenter,
        )
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot, report_id)
            await reader.settle()
            yield reader
            await reader.settle()
        if app.crash is not None:
            raise app.crash

    return opened
