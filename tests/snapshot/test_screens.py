"""The layout of the screens as pictures, at two sizes and in both themes.

The pictures are SVG, in which Rich squeezes Chinese characters; they show where things stand and in
which colours, not how they look in a terminal. Read the difference before accepting a new one.
"""

from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.tui.conftest import REPORTS, annotate
from textual.pilot import Pilot

from reportreader.services.adding import add_paths
from reportreader.services.opening import Library, open_library
from reportreader.settings.messages import Language, Messages
from reportreader.settings.values import Settings, ThemeChoice
from reportreader.tui.app import ReportReaderApp

Compare = Callable[..., bool]
Before = Callable[[Pilot[Any]], Awaitable[None]]

_SIZES = [(80, 24), (120, 36)]
_THEMES = list(ThemeChoice)
_NOON = datetime(2024, 5, 6, 4, 0, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library whose clock stands still, on a terminal of all colours."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.chdir(tmp_path)
    for name, text in REPORTS.items():
        path = Path(name.replace("/", "∕"))
        path.write_text(text, encoding="utf-8")
        with open_library(tmp_path / "library.sqlite", clock=lambda: _NOON) as opened:
            add_paths(opened, [path])
    with open_library(tmp_path / "library.sqlite", clock=lambda: _NOON) as opened:
        annotate(opened, "柳溪镇", "上柳村先通水", body="先后次序值得一问。", tags=("民生/饮水",))
        annotate(opened, "青坪", "家长代表参加了验收")
        yield opened


def pressing(*keys: str, until: str) -> Before:
    """Press keys and wait until a text is on the screen."""

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)
        for _ in range(2000):
            await pilot.pause(0.005)
            strips = pilot.app.screen._compositor.render_strips()
            if any(until in strip.text for strip in strips):
                return
        message = f"{until!r} never appeared"
        raise AssertionError(message)

    return before


def make_app(
    library: Library, theme: ThemeChoice, language: Language = Language.CHINESE
) -> ReportReaderApp:
    return ReportReaderApp(library, Settings(theme=theme), Messages(language))


@pytest.mark.parametrize("theme", _THEMES)
@pytest.mark.parametrize("size", _SIZES)
def test_library(
    library: Library, snap_compare: Compare, theme: ThemeChoice, size: tuple[int, int]
) -> None:
    before = pressing("j", until="F1 帮助" if size[0] < 100 else "开头")
    assert snap_compare(make_app(library, theme), terminal_size=size, run_before=before)


@pytest.mark.parametrize("theme", _THEMES)
@pytest.mark.parametrize("size", _SIZES)
def test_notes(
    library: Library, snap_compare: Compare, theme: ThemeChoice, size: tuple[int, int]
) -> None:
    before = pressing("A", "v", until="已选中 1 条")
    assert snap_compare(make_app(library, theme), terminal_size=size, run_before=before)


@pytest.mark.parametrize("theme", _THEMES)
def test_note_editor(library: Library, snap_compare: Compare, theme: ThemeChoice) -> None:
    before = pressing("A", "e", until="外部编辑器")
    assert snap_compare(make_app(library, theme), terminal_size=(80, 24), run_before=before)


@pytest.mark.parametrize("theme", _THEMES)
def test_search(library: Library, snap_compare: Compare, theme: ThemeChoice) -> None:
    before = pressing("s", "供", "水", until="2 篇报告")
    assert snap_compare(make_app(library, theme), terminal_size=(80, 24), run_before=before)


@pytest.mark.parametrize("language", Language)
def test_help(library: Library, snap_compare: Compare, language: Language) -> None:
    app = make_app(library, ThemeChoice.DARK, language)
    before = pressing("f1", until="keymap.toml")
    assert snap_compare(app, terminal_size=(80, 24), run_before=before)


def test_a_small_screen_still_lists_reports(library: Library, snap_compare: Compare) -> None:
    app = make_app(library, ThemeChoice.LIGHT)
    before = pressing("j", until="2/4")
    assert snap_compare(app, terminal_size=(40, 12), run_before=before)
