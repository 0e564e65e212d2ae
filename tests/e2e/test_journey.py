"""The main job, through real keys in a real terminal: library, reading, marking, exporting."""

import re
from pathlib import Path

import pytest

from .conftest import Program

CORPUS = Path(__file__).parents[2] / "corpus"
REPORTS = sorted(path.stem for path in CORPUS.glob("*.txt"))


def test_a_new_library_holds_the_samples_and_the_guide(program: Program) -> None:
    with program.on_screen() as terminal:
        screen = terminal.wait_for("使用指南")
        assert "回收站" in screen
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert len(program.json("list")) == len(REPORTS) + 1


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_read_marked_noted_bookmarked_and_exported(program: Program, name: str) -> None:
    report = next(entry for entry in program.json("list") if entry["path"].endswith(f"{name}.txt"))
    sections = program.json("outline", report["id"])["outline"]
    with program.on_screen("open", report["id"]) as terminal:
        terminal.wait_for("F1")
        # by section: the second heading of the outline comes to the top of the page
        terminal.press("]", "]")
        heading = re.sub(r"\s", "", sections[1]["text"])
        terminal.wait_for(lambda screen: heading[:8] in re.sub(r"\s", "", screen))
        # a highlight over some characters
        terminal.press("v", "l", "l", "l", "2")
        # a note on a word
        terminal.press("v", "j", "l", "l", "a")
        terminal.wait_for("^s")
        terminal.type("此处可与去年比较")
        terminal.press("ctrl+s")
        terminal.wait_for("F1")
        # a bookmark; its label begins with the section, and the reader adds to it
        terminal.press("B")
        terminal.type("要引用")
        terminal.press("enter")
        # the notes in a file
        terminal.press("E")
        terminal.wait_for("导出成什么样")
        terminal.press("enter")
        terminal.wait_for("导出到哪里")
        terminal.press("enter")
        terminal.wait_for("已导出到")
        terminal.press("q")
        terminal.settle()
        terminal.press("q")
        assert terminal.wait_for_exit() == 0

    annotations = program.json("notes", "--report", report["id"])
    assert {entry["colour"] for entry in annotations if not entry["body"]} == {"green"}
    noted = [entry for entry in annotations if entry["body"]]
    assert [entry["body"] for entry in noted] == ["此处可与去年比较"]
    assert all(entry["quote"] for entry in annotations)
    bookmarks = program.json("bookmarks", report["id"])
    assert len(bookmarks) == 1
    assert bookmarks[0]["body"].endswith("要引用")

    exported = [path.read_text(encoding="utf-8") for path in program.folder.glob("*.md")]
    assert len(exported) == 1
    assert "此处可与去年比较" in exported[0]
    assert annotations[0]["quote"][:2] in exported[0]
    verified = program.run("verify", str(next(program.folder.glob("*.md"))))
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_the_place_is_kept_for_the_next_time_and_through_a_resize(program: Program) -> None:
    report = program.json("list")[0]
    with program.on_screen("open", report["id"]) as terminal:
        terminal.wait_for("F1")
        terminal.press("]", "]", "]")
        first_line = next(line for line in terminal.lines() if line.strip()).strip()[:10]
        terminal.resize(60, 20)
        assert first_line[:6] in terminal.wait_for(first_line[:6])
        terminal.resize(100, 30)
        terminal.press("q", "q")
        assert terminal.wait_for_exit() == 0
    with program.on_screen("open", report["id"]) as terminal:
        assert first_line in terminal.wait_for(first_line)


def test_the_terminal_is_given_back_as_it_was(program: Program) -> None:
    with program.on_screen() as terminal:
        terminal.wait_for("F1")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert b"\x1b[?1049h" in terminal.output
        assert terminal.output.rindex(b"\x1b[?1049l") > terminal.output.rindex(b"\x1b[?1049h")
        assert b"\x1b[?25h" in terminal.output[terminal.output.rindex(b"\x1b[?1049h") :]


def test_a_report_that_tries_to_steer_the_terminal_is_only_shown(program: Program) -> None:
    hostile = program.folder / "[red]恶意.txt"
    hostile.write_text(
        "标题[/]\n\n\x1b]0;PWN\x07正文\x1b[2J\u202e倒写\x9b31m[@click=app.quit]点[/]\n",
        encoding="utf-8",
    )
    with program.on_screen(str(hostile)) as terminal:
        terminal.wait_for("[@click=app.quit]")
        terminal.press("q", "q")
        assert terminal.wait_for_exit() == 0
        sent = terminal.output.decode("utf-8", "replace")
    assert "PWN\x07" not in sent
    assert "\x1b[2J\u202e" not in sent
    assert "\u202e" not in sent
    assert "\x9b" not in sent


def test_two_reports_are_opened_side_by_side_and_both_places_are_kept(program: Program) -> None:
    first, second = program.json("list")[:2]
    with program.on_screen(
        "open", first["id"], "--beside", f"{second['id']}#0", columns=120
    ) as terminal:
        terminal.wait_for("关闭此栏")
        heads = terminal.lines()[0]
        assert heads[:60].strip()[:6] == first["title"][:6]
        assert second["title"][:6] in heads[60:].replace(" ", "") or second["title"][:6] in heads
        terminal.press("]", "]", "\\", "]", "\\")
        terminal.press("q", "q")
        assert terminal.wait_for_exit() == 0
    progress = {entry["id"]: entry["progress"] for entry in program.json("list")}
    assert progress[first["id"]] > 0
    assert progress[second["id"]] > 0
