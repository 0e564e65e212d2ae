"""What terminals do to a program: suspend it, resize it a hundred times, print only, break off."""

import itertools
import re
import signal
import sqlite3

import pytest

from .conftest import Program
from .terminal import ENTER_SCREEN, LEAVE_SCREEN

_REPORT = "# 林场防火通报\n\n" + "".join(
    f"第{number:03}号瞭望塔值守{number}人，昼夜轮换，护林道已清理枯枝，水车停在沟口，隔天巡查一遍。\n\n"
    for number in range(1, 400)
)
_PLACE = re.compile(r"第(\d{3})号")


def _first_place(screen: str) -> str:
    found = _PLACE.search(screen)
    return "" if found is None else found.group()


@pytest.fixture
def report(program: Program) -> str:
    path = program.folder / "林场.md"
    path.write_text(_REPORT, encoding="utf-8")
    return str(path)


def test_the_program_is_suspended_and_goes_on_where_it_was(program: Program, report: str) -> None:
    with program.on_screen(report) as terminal:
        terminal.press("G")
        terminal.wait_for("第399号")
        terminal.press("b")
        terminal.wait_for(lambda screen: "第399号" not in screen)
        terminal.settle()
        before = terminal.lines()
        terminal.suspend()
        assert terminal.attributes() == terminal.attributes_at_start
        terminal.resume()
        terminal.wait_for(lambda _: terminal.lines() == before)
        terminal.press("g")
        terminal.wait_for("第001号")
        terminal.press("q", "q")
        assert terminal.wait_for_exit() == 0
        assert terminal.attributes() == terminal.attributes_at_start


def test_a_storm_of_resizes_keeps_the_character(program: Program, report: str) -> None:
    with program.on_screen(report, columns=100, rows=30) as terminal:
        terminal.type("50%")
        terminal.wait_for("第205号")
        place = _first_place(terminal.text())
        sizes = itertools.cycle([(40, 12), (120, 40), (61, 17), (200, 50), (80, 24)])
        for columns, rows in itertools.islice(sizes, 100):
            terminal.drag_to(columns, rows)
        terminal.resize(100, 30)
        terminal.wait_for(lambda screen: _first_place(screen) == place)
        terminal.press("q", "q")
        assert terminal.wait_for_exit() == 0


def test_joined_emoji_push_nothing_aside_where_a_terminal_does_not_join_them(
    program: Program,
) -> None:
    family = "👨‍👩‍👧‍👦" * 6
    path = program.folder / "家庭.md"
    path.write_text(f"# 家庭\n\n前{family}后尾\n\n" + "平常的一段。\n\n" * 60, encoding="utf-8")
    with program.on_screen(str(path), columns=80, rows=24) as terminal:
        terminal.wait_for("后尾")
        row = next(y for y, line in enumerate(terminal.lines()) if "后尾" in line)
        cells = terminal.screen.buffer[row]
        column = next(x for x in range(80) if cells[x].data == "后")
        assert column == next(x for x in range(80) if cells[x].data == "前") + 2 + 2 * 6
        assert {cells[x].data for x in range(column + 4, 79)} == {" "}
        assert cells[79].bg == terminal.screen.buffer[row - 1][79].bg
        assert cells[79].bg != cells[78].bg


def test_a_terminal_that_only_prints_gets_the_text(program: Program, report: str) -> None:
    printed = program.run("show", report).stdout
    with program.on_screen(report, columns=80, at_once=True, TERM="dumb") as terminal:
        assert terminal.wait_for_exit() == 0
    assert b"\x1b" not in terminal.output
    assert terminal.output.decode().replace("\r\n", "\n") == printed
    with program.on_screen(at_once=True, TERM="dumb") as terminal:
        assert terminal.wait_for_exit() == 2
    assert "reportreader list" in terminal.output.decode()


def test_the_pager_of_the_reader_is_used_where_one_is_named(program: Program, report: str) -> None:
    with program.on_screen(report, at_once=True, TERM="dumb", PAGER="head -n 3") as terminal:
        assert terminal.wait_for_exit() == 0
        lines = terminal.output.decode().splitlines()
    assert lines[0].strip() == "林场防火通报"
    assert len(lines) == 3
    with program.on_screen(report, at_once=True, TERM="dumb", PAGER="no-such-pager") as terminal:
        assert terminal.wait_for_exit() == 0
    assert "第399号瞭望塔" in terminal.output.decode()


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GB18030"])
def test_chinese_is_read_and_searched_in_any_locale(
    program: Program, report: str, locale: str
) -> None:
    words = (report, "--lang", "zh")
    with program.on_screen(*words, LANG=locale, LC_ALL=locale, PYTHONUTF8="0") as terminal:
        terminal.wait_for("第001号瞭望塔")
        terminal.press("/")
        terminal.type("第200号")
        terminal.press("\r")
        terminal.wait_for("第200号瞭望塔")
        terminal.press("v", "l", "1")
        terminal.wait_for("已存盘")
        terminal.press("q", "q")
        assert terminal.wait_for_exit() == 0
    assert len(program.json("notes")) == 1


def test_a_bug_leaves_the_terminal_as_it_was(program: Program, report: str) -> None:
    with program.on_screen(report) as terminal:
        with sqlite3.connect(program.library_path) as connection:
            tables = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'annotation'"
            )
            assert tables.fetchall()
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("ALTER TABLE annotation RENAME TO gone")
        connection.close()
        terminal.press("v", "l", "1")
        terminal.settle()
        if terminal.process.poll() is None:
            terminal.press("escape", "q", "q")
        terminal.wait_for_exit()
        assert terminal.attributes() == terminal.attributes_at_start
        assert terminal.output.rindex(LEAVE_SCREEN) > terminal.output.rindex(ENTER_SCREEN)
        assert b"Traceback" not in terminal.output


@pytest.mark.parametrize("signal_name", ["SIGTERM", "SIGHUP"])
def test_a_program_that_is_told_to_end_gives_the_terminal_back_and_keeps_the_place(
    program: Program, report: str, signal_name: str
) -> None:
    with program.on_screen(report) as terminal:
        terminal.press("G")
        terminal.wait_for("第399号")
        terminal.process.send_signal(getattr(signal, signal_name))
        terminal.wait_for_exit()
        assert terminal.attributes() == terminal.attributes_at_start
        assert terminal.output.rindex(LEAVE_SCREEN) > terminal.output.rindex(ENTER_SCREEN)
    (entry,) = (one for one in program.json("list") if one["path"].endswith("林场.md"))
    assert entry["progress"] > 0.9


def test_a_program_whose_terminal_goes_without_a_signal_ends(program: Program, report: str) -> None:
    with program.on_screen(report, has_signals=False) as terminal:
        terminal.hang_up()
        terminal.process.wait(timeout=30)
    assert program.run("check").returncode == 0
