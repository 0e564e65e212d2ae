"""Whatever stands in files, names, notes, tags and terms: nothing of it steers the terminal."""

from pathlib import Path

import pytest

from .conftest import Program
from .hostile import EVERYTHING, PAYLOADS, iter_forbidden

NAMES = (
    "甲\x1b]0;PWN\x07.txt",
    "乙\u202egpj.txt",
    "-rf.txt",
    "丙[@click=app.quit]x[.txt",
    "丁\x9b31m.txt",
)
TOURS = {
    "reading": ("j", "t", "G", "g", "v", "j", "escape", "f2", "f3", "q"),
    "notes": ("A", "j", "enter", "q", "q"),
    "tags": ("T", "j", "enter", "q", "q"),
    "terms": ("W", "j", "q"),
    "review": ("C", "j", "q"),
    "help": ("h", "j", "escape"),
    "versions": ("i", "escape"),
}

COMMANDS = (
    ("list",),
    ("show", "everything.md"),
    ("outline", "everything.md"),
    ("notes",),
    ("tags",),
    ("terms",),
    ("search", "正文"),
    ("concordance", "正文"),
    ("show", "丁\x9b31m.txt"),
    ("show", "没有\x1b]0;PWN\x07.txt"),
)


@pytest.fixture
def hostile(program: Program) -> Program:
    """A library in which every field is hostile; each report has a version before."""
    argument = EVERYTHING.replace("\0", "")
    for name, payload in PAYLOADS.items():
        path = program.folder / f"{name}.txt"
        text = f"报告标题{payload}\n\n正文第一段{payload}结束。\n\n二、{payload}\n"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    for name in NAMES:
        (program.folder / name).write_text(f"{name}\n\n正文一段。\n", encoding="utf-8")
    everything = program.folder / "everything.md"
    everything.write_text(f"# 旧{EVERYTHING}\n\n正文。\n", encoding="utf-8")
    files = sorted(path for path in program.folder.iterdir() if path.is_file())
    program.run("add", "--", *map(str, files))
    everything.write_text(
        f"# {EVERYTHING}\n\n正文{EVERYTHING}。\n\n## {EVERYTHING}\n", encoding="utf-8"
    )
    program.run("add", str(everything))
    program.run("notes", "add", str(everything), "--note", argument, "--tag", argument)
    program.run("terms", "save", argument, argument, "正文")
    return program


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_no_screen_lets_a_document_steer_the_terminal(hostile: Program, theme: str) -> None:
    hostile.run("config", "set", "theme", theme)
    with hostile.on_screen("everything.md") as terminal:
        terminal.wait_for("F1")
        terminal.press(*TOURS["reading"])
        for name, keys in TOURS.items():
            if name != "reading":
                terminal.press(*keys)
        terminal.press("s")
        terminal.type("正文")
        terminal.press("enter", "j", "escape", "escape")
        terminal.press("L")
        terminal.type("正文")
        terminal.press("enter", "j", "escape", "escape")
        assert terminal.process.poll() is None
        assert list(iter_forbidden(bytes(terminal.output))) == []
        assert b"Traceback" not in terminal.output


def test_no_command_lets_a_document_steer_the_terminal(hostile: Program) -> None:
    for words in COMMANDS:
        with hostile.on_screen(*words, at_once=True) as terminal:
            terminal.wait_for_exit()
            output = bytes(terminal.output)
        assert output, words
        assert list(iter_forbidden(output)) == [], words
        assert b"Traceback" not in output, words


def test_the_judge_sees_what_it_looks_for(tmp_path: Path) -> None:
    harmless = ("markup", "format", "return")
    for name, payload in PAYLOADS.items():
        found = list(iter_forbidden(payload.encode("utf-8", "surrogatepass")))
        assert bool(found) is (name not in harmless), name
