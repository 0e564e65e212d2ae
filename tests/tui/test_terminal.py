"""What reaches the terminal, how wide it is, and how a copy leaves the program."""

from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from tests.tui.conftest import Start
from textual.events import CursorPosition
from textual.strip import Strip

from reportreader.settings.messages import Language, Messages
from reportreader.settings.values import AmbiguousWidth, Settings
from reportreader.tui import crash
from reportreader.tui.clipboard import ClipboardWay, copy_command, copy_with_program
from reportreader.tui.terminal import clean_for_terminal, guard_output, has_few_colours
from reportreader.tui.width_probe import (
    PROBE_CHARACTERS,
    chosen_widths,
    probe_sequence,
    widths_from_answers,
)
from reportreader.tui.widths import measure_with
from reportreader.typography.widths import NARROW, WIDE

_STEERING = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x202E, 0x2066, 0xE0041)]


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard, taken off again after the test."""
    monkeypatch.setattr(Strip, "render", Strip.render)
    guard_output()


@pytest.fixture
def narrow_again() -> Iterator[None]:
    """Widths as they were."""
    yield
    measure_with(NARROW)


def rendered(*segments: Segment) -> str:
    console = Console(color_system=None, force_terminal=True)
    return Strip(segments).render(console)


@pytest.mark.parametrize("character", _STEERING)
@pytest.mark.usefixtures("guarded")
def test_no_character_that_steers_a_terminal_is_rendered(character: str) -> None:
    assert character not in rendered(Segment(f"前{character}[2J后"))


@pytest.mark.parametrize(
    "unsure",
    ["👨‍👩‍👧‍👦", "🇨🇳", "👍🏽", "👩🏿‍🚀", "❤️", "1️⃣", "🪿", "สวัสดี", "مرحبا", "नमस्ते", "👨‍👩‍👧‍👦🇫🇷❤️"],
)
@pytest.mark.usefixtures("guarded")
def test_what_follows_a_character_of_unsure_width_stands_where_it_was_laid_out(
    unsure: str,
) -> None:
    screen = pyte.Screen(40, 2)
    stream = pyte.Stream(screen)
    stream.feed("旧" * 20 + "\r" + rendered(Segment(f"前{unsure}后")))
    row = screen.buffer[0]
    column = 2 + cell_len(unsure)
    assert row[column].data == "后"
    assert "旧" not in "".join(row[x].data for x in range(column))


@pytest.mark.usefixtures("guarded")
def test_characters_of_sure_width_cost_no_more_bytes() -> None:
    text = "汉字，“引号”——……①■ Latin é 1,234.5亿元"
    assert rendered(Segment(text)) == text


@pytest.mark.usefixtures("guarded")
def test_a_link_cannot_carry_an_escape() -> None:
    style = Style(link="https://example.org/\x1b]0;title\x07")
    assert "\x1b]0;" not in rendered(Segment("链接", style))


@given(st.text())
def test_cleaning_keeps_the_width_and_what_is_harmless(text: str) -> None:
    cleaned = clean_for_terminal(text)
    assert not set(cleaned) & set(_STEERING)
    assert sum(map(cell_len, cleaned)) == sum(map(cell_len, text))
    assert clean_for_terminal(cleaned) == cleaned


def test_chinese_text_and_emoji_pass_as_they_are() -> None:
    text = "“全镇”通水……①　👨‍👩‍👧 1,234.5亿元"
    assert clean_for_terminal(text) == text


@pytest.mark.parametrize(
    ("color_system", "few"),
    [("standard", True), (None, True), ("256", False), ("truecolor", False)],
)
def test_terminals_of_few_colours_are_told_apart(color_system: str | None, few: bool) -> None:  # noqa: FBT001
    console = Console(color_system=color_system, force_terminal=True)  # type: ignore[arg-type]
    assert has_few_colours(console) is few


def test_the_probe_asks_once_for_every_character() -> None:
    sequence = probe_sequence()
    assert sequence.count("\x1b[6n") == len(PROBE_CHARACTERS)
    assert all(f"\r{character}" in sequence for character in PROBE_CHARACTERS)


def test_answers_are_narrow_wide_or_still_missing() -> None:
    count = len(PROBE_CHARACTERS)
    assert widths_from_answers([1] * (count - 1)) is None
    assert widths_from_answers([1] * count) == NARROW
    assert widths_from_answers([2] * count) == WIDE
    assert widths_from_answers([1, 2, *[1] * (count - 2)]) == WIDE


def test_the_setting_decides_before_the_terminal_has_answered() -> None:
    assert chosen_widths(AmbiguousWidth.AUTO) == NARROW
    assert chosen_widths(AmbiguousWidth.NARROW) == NARROW
    assert chosen_widths(AmbiguousWidth.WIDE) == WIDE


@pytest.mark.usefixtures("narrow_again")
def test_rich_measures_with_the_chosen_widths() -> None:
    text = "“通水”——①·…▁"
    assert cell_len(text) == NARROW.cells(text)
    measure_with(WIDE)
    assert cell_len(text) == WIDE.cells(text)
    assert Strip([Segment(text)]).cell_length == WIDE.cells(text)
    measure_with(NARROW)
    assert cell_len(text) == NARROW.cells(text)


@pytest.mark.usefixtures("narrow_again")
async def test_no_row_is_wider_than_a_terminal_that_draws_them_wide(start: Start) -> None:
    settings = Settings(ambiguous_width=AmbiguousWidth.WIDE)
    async with start(size=(80, 24), settings=settings) as program:
        for keys in (("f1",), ("escape",), ("ctrl+p",), ("escape",), ("A",)):
            await program.press(*keys)
            assert {WIDE.cells(strip.text) for strip in program.strips} == {80}


def test_tmux_has_a_command_of_its_own() -> None:
    assert copy_command({"TMUX": "x", "DISPLAY": ":0"}, "linux") == (
        "tmux",
        "load-buffer",
        "-w",
        "-",
    )


def test_over_ssh_the_terminal_is_asked() -> None:
    assert copy_command({"SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"}, "linux") is None
    assert copy_command({}, "linux") is None


def test_desktops_have_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert copy_command({}, "darwin") == ("pbcopy",)
    copied = tmp_path / "copied"
    program = tmp_path / "wl-copy"
    program.write_text(f"#!/bin/sh\ncat > '{copied}'\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    way = copy_with_program("上柳村通水", {"WAYLAND_DISPLAY": "wayland-0"})
    assert way is ClipboardWay.PROGRAM
    assert copied.read_text(encoding="utf-8") == "上柳村通水"


def test_a_program_that_fails_leaves_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tmux"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert copy_with_program("通水", {"TMUX": "x"}) is None


def test_a_bug_leaves_a_traceback_and_a_sentence(sealed_machine: Path) -> None:
    sentence = crash.describe(ZeroDivisionError("除以零"), Messages(Language.CHINESE))
    (log,) = sealed_machine.rglob("reportreader.log")
    assert str(log) in sentence
    assert "ZeroDivisionError: 除以零" in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o077 == 0


async def test_the_terminal_that_answers_wide_is_believed_at_once(start: Start) -> None:
    async with start(size=(80, 24)) as program:
        for _ in PROBE_CHARACTERS:
            program.app.post_message(CursorPosition(2, 0))
        await program.pilot.pause()
        try:
            assert program.app.widths == WIDE
            assert {WIDE.cells(strip.text) for strip in program.strips} == {80}
        finally:
            measure_with(NARROW)


async def test_without_colours_the_cursor_is_reversed_and_no_colour_is_sent(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with start(size=(80, 24)) as program:
        styles = [style for strip in program.strips for _, style, _ in strip if style is not None]
        assert any(style.reverse for style in styles)
        assert {style.color.name for style in styles if style.color} <= {"default"}
        assert {style.bgcolor.name for style in styles if style.bgcolor} <= {"default"}


async def test_few_colours_have_a_theme_of_their_own(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM")
    async with start(size=(80, 24)) as program:
        assert program.app.theme == "reportreader-dark-16"
