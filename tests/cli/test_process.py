"""The program as a process: pipes, terminals, signals, encodings, bugs."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import OTHER, REPORT, Run

PROGRAM = [sys.executable, "-m", "reportreader"]


def run(*words: str, **changes: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *words],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **changes},
        check=False,
    )


def test_results_and_messages_go_to_different_streams(filled: Run, library_path: Path) -> None:
    result = run("--library", str(library_path), "add", "水务.txt", "没有.txt")
    assert (result.returncode, result.stdout) == (4, b"")
    assert result.stderr.decode().startswith("reportreader: 找不到文件 没有.txt")


def test_a_pipe_that_closes_ends_the_program_quietly(filled: Run, library_path: Path) -> None:
    Path("长.txt").write_text(REPORT * 4000, encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "--library", str(library_path), "show", "./长.txt", "--raw"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={key: os.environ[key] for key in os.environ if key != "PYTHONUNBUFFERED"},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_output_that_cannot_be_written_is_told(filled: Run, library_path: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        result = subprocess.run(
            [*PROGRAM, "--library", str(library_path), "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr.decode().startswith("reportreader: 结果写不出去（")


def test_a_stream_without_chinese_gets_question_marks(filled: Run, library_path: Path) -> None:
    result = run("--library", str(library_path), "list", PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert result.stdout.endswith(b"??\n")


def test_without_a_terminal_nothing_is_asked(filled: Run, library_path: Path) -> None:
    result = run("--library", str(library_path))
    assert (result.returncode, result.stdout) == (2, b"")
    assert "打开书库需要终端" in result.stderr.decode()


def test_no_colour_is_ever_written_to_a_pipe(filled: Run, library_path: Path) -> None:
    for words in (["--help"], ["list"], ["show", "1"], ["add", "--help"]):
        result = run("--library", str(library_path), *words, FORCE_COLOR="1")
        assert b"\x1b" not in result.stdout + result.stderr


def test_a_locale_decides_the_language(library_path: Path) -> None:
    english = run("--library", str(library_path), "list", LANG="en_US.UTF-8", LC_ALL="")
    assert english.stderr == b"No report fits.\n"


def test_ctrl_c_while_adding_leaves_whole_reports_and_goes_on_later(
    filled: Run, library_path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        text = f"第{number}号文件\n\n{OTHER * 20}"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "--library", str(library_path), "add", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        while len(filled("list", "--json").json) < 10:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode in (130, -signal.SIGINT)
    assert "已中断" in errors.decode()
    kept = filled("list", "--json").json
    assert 10 <= len(kept) < 402
    assert all(report["length"] > 0 for report in kept)
    assert filled("check").code == 0
    again = filled("add", str(folder))
    assert again.code == 0
    assert f"未变 {len(kept) - 2}" in again.err
    assert len(filled("list", "--json").json) == 402


def test_a_bug_is_a_sentence_on_the_screen_and_a_traceback_in_the_log(
    filled: Run, library_path: Path, tmp_path: Path, sealed_machine: Path
) -> None:
    """A broken module on the path stands for a bug."""
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "tomllib.py").write_text("raise ZeroDivisionError('a bug')\n", encoding="utf-8")
    config = sealed_machine / "config" / "reportreader"
    config.mkdir(parents=True)
    (config / "config.toml").write_text("measure = 36\n", encoding="utf-8")
    result = run(
        "--library", str(library_path), "--lang", "zh", "config", "list", PYTHONPATH=str(broken)
    )
    assert (result.returncode, result.stdout) == (1, b"")
    message = result.stderr.decode()
    assert message.startswith("程序出错了")
    assert "Traceback" not in message
    (log,) = (sealed_machine / "state").rglob("*.log")
    assert "ZeroDivisionError: a bug" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["list"], ["list", "--json"], ["--help"], ["add", "--help"]])
def test_simple_commands_load_neither_screen_nor_dictionary(
    filled: Run, library_path: Path, words: list[str]
) -> None:
    script = (
        "import sys\nfrom reportreader.cli.main import run\n"
        f"code = run(['--library', {str(library_path)!r}, *{words!r}])\n"
        "heavy = {'textual', 'rich', 'jieba', 'markdown_it', 'platformdirs', 'argparse'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "sys.exit(code)\n"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()


def test_no_words_at_all_are_a_wish_for_the_library(library_path: Path) -> None:
    result = run(REPORTREADER_LIBRARY=str(library_path))
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode().startswith("reportreader: 打开书库需要终端")
