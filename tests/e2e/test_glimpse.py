"""A new file is seen before it is added; what is wrong with it is told on the plain screen."""

import signal
from pathlib import Path

import pytest

from reportreader.errors import ExitCode

from .conftest import Program
from .terminal import END_OF_FRAME, ENTER_SCREEN, LEAVE_SCREEN
from .test_first_page import REPORT, screen_after

BEGIN_FRAME = b"\x1b[?2026h"
HEAD = "# 南坡水库巡查日志\n\n某县水利局 2024年6月\n\n## 一、巡查\n\n坝体无渗漏。\n\n"
LINE = "第{}日，值守员沿坝顶走一遍，记下水位、雨量和闸门开度，交班时当面核对……\n\n"


@pytest.fixture
def filled(program: Program) -> Program:
    """A library that was filled with the samples, so that nothing but the file is new."""
    assert program.run("list").returncode == 0
    return program


def write_long(folder: Path, length: int) -> Path:
    """A report of at least `length` characters."""
    lines = [LINE.format(number) for number in range(length // len(LINE) + 1)]
    path = folder / "log.txt"
    path.write_text(HEAD + "".join(lines) + "末尾：交班完毕。\n", encoding="utf-8")
    return path


def test_a_long_file_is_seen_before_it_is_added(filled: Program) -> None:
    path = write_long(filled.folder, 200_000)
    with filled.on_screen(str(path), at_once=True) as terminal:
        output = terminal.wait_for_output(END_OF_FRAME, 2)
        terminal.settle()
        shown = terminal.text()
    assert "坝体无渗漏" in output.partition(BEGIN_FRAME)[0].decode()
    assert "坝体无渗漏" in shown
    assert output.count(ENTER_SCREEN) == 1
    assert any(report["title"] == "南坡水库巡查日志" for report in filled.json("list"))


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_a_short_file_is_seen_as_its_first_page_will_be(filled: Program, suffix: str) -> None:
    path = filled.folder / f"short{suffix}"
    path.write_text(REPORT, encoding="utf-8")
    with filled.on_screen(str(path), columns=100, rows=30, at_once=True) as terminal:
        first = terminal.wait_for_output(END_OF_FRAME, 1)
    glimpse = screen_after(first.partition(BEGIN_FRAME)[0], 100, 30)
    assert glimpse == screen_after(first, 100, 30)


def test_keys_typed_while_a_file_is_added_are_not_lost(filled: Program) -> None:
    path = write_long(filled.folder, 100_000)
    with filled.on_screen(str(path), at_once=True) as terminal:
        terminal.wait_for("坝体无渗漏")
        terminal.send("G")
        terminal.wait_for("交班完毕")


def test_the_interrupt_key_ends_adding_and_gives_the_terminal_back(filled: Program) -> None:
    path = write_long(filled.folder, 3_000_000)
    before = filled.json("list")
    with filled.on_screen(str(path), at_once=True) as terminal:
        terminal.wait_for("坝体无渗漏")
        terminal.send("\x03")
        # Python ends by the signal itself where it struck inside the making of a value class at
        # import, although the interrupt was answered; a shell says 130 of both.
        assert terminal.wait_for_exit() in (ExitCode.INTERRUPTED, -signal.SIGINT)
        assert terminal.attributes() == terminal.attributes_at_start
        assert terminal.output.count(LEAVE_SCREEN) == 1
    assert filled.json("list") == before
    assert filled.run("check").returncode == 0


@pytest.mark.parametrize(
    "data", [None, b"", bytes(range(32)) * 400], ids=["none", "empty", "binary"]
)
def test_a_file_that_is_refused_is_never_seen(filled: Program, data: bytes | None) -> None:
    path = filled.folder / "wrong.txt"
    if data is not None:
        path.write_bytes(data)
    with filled.on_screen(str(path), at_once=True) as terminal:
        assert terminal.wait_for_exit() != ExitCode.OK
    assert ENTER_SCREEN not in terminal.output
    assert b"wrong.txt" in terminal.output


def test_what_is_to_be_said_of_a_file_is_said_on_the_plain_screen(filled: Program) -> None:
    path = filled.folder / "damaged.txt"
    path.write_bytes(HEAD.encode() * 20 + b"\xff\xfe" + HEAD.encode())
    with filled.on_screen(str(path), at_once=True) as terminal:
        output = terminal.wait_for_output(END_OF_FRAME, 1)
    told = output.partition(LEAVE_SCREEN)[2].partition(ENTER_SCREEN)[0].decode()
    assert "damaged.txt" in told or "UTF-8" in told.upper()
