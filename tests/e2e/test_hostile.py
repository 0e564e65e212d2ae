"""Whatever stands in files, names, notes, tags and terms: nothing of it steers the terminal."""

from pathlib import Path

import pytest

from .conftest import Program
from .hostile import EVERYTHING, PAYLOADS, iter_forbidden
from .terminal import Terminal

NAMES = (
    "甲\x1b]0;PWN\x07.txt",
    "乙\u202egpj.txt",
    "-rf.txt",
    "丙[@click=app.quit]x[.txt",
    "丁\x9b31m.txt",
)
TOUR: tuple[tuple[str, str, str], ...] = (
    *(
        ("j t G g f4", "数字  ", "f4"),
        ("f2 f3", "F2 批注栏", ""),
        ("/ 正 enter &", "查找结果", "escape"),
    ),
    *(
        ("v l l a", "外部编辑器", "escape"),
        ("#", "Esc 取消", "escape"),
        ("escape", "F2 批注栏", ""),
    ),
    *(("B", "Esc 取消", "escape"), ("K", "n 走哪一层", "escape"), ("*", "Esc 取消", "escape")),
    *(("O", "Esc 取消", "escape"), ("E", "Esc 取消", "escape"), ("R", "重新读取", "escape")),
    *(("|", "在旁边打开哪一篇", "escape"), ("ctrl+p", "命令与报告", "escape")),
    *(("h", "帮助：按键与操作", "q"), ("C", "待核对批注", "q")),
    *(
        ("A", "全部批注", ""),
        ("e", "外部编辑器", "escape"),
        ("t", "Esc 取消", "escape"),
    ),
    *(("q", "F2 批注栏", ""), ("T", "列出一个标签", ""), ("enter", "E 全部导出", "escape")),
    *(("p", "同在一处", "q"), ("t", "Esc 取消", "escape"), ("q", "F2 批注栏", "")),
    *(("W", "打开的关注词", ""), ("e", "编辑关注词", "escape"), ("q", "F2 批注栏", "")),
    *(("s 正 文 enter", "改词  ] 下一篇", ""), ("q", "F2 批注栏", "")),
    *(
        ("/ 正 enter L", "t 趋势", ""),
        ("t", "的趋势", "q"),
        ("q", "F2 批注栏", ""),
    ),
    *(
        ("q", "书库  全部", ""),
        ("Y", "左边比较哪些报告", "escape"),
        ("q", "书库  全部", ""),
        ("i", "Esc 取消", "escape"),
    ),
    *(("D", "Esc 取消", "escape"), ("t", "Esc 取消", "escape"), ("a", "Esc 取消", "escape")),
    *(("/ 报 enter", "书库  全部", ""),),
)
"""Keys, what then stands on the screen, and the key that takes it away again."""

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


def _walk(terminal: Terminal) -> None:
    """Through every screen and most dialogs."""
    for keys, shown, leave in TOUR:
        terminal.press(*keys.split())
        terminal.wait_for(shown)
        if leave:
            terminal.press(leave)
            terminal.wait_until_gone(shown)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_no_screen_lets_a_document_steer_the_terminal(hostile: Program, theme: str) -> None:
    hostile.run("config", "set", "theme", theme)
    with hostile.on_screen("everything.md") as terminal:
        terminal.wait_for("F1")
        _walk(terminal)
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
