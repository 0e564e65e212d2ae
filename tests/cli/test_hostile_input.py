"""Hostile files, names and states of the library: one clear sentence, an exit code, nothing lost."""

import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.cli.running import REPORT, Result, Run

from reportreader.cli.main import run

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
NOBODY = 65534
PAYLOAD = "\x1b]0;PWN\x07\x9b31m\u202e\U000e0041[@click=app.quit]点[/] [/重点]"


def assert_harmless(text: str) -> None:
    found = STEERING.search(text)
    assert found is None, repr(found)


def test_escape_sequences_in_text_title_and_name_stay_words(cli: Run) -> None:
    name = "a\x1b]0;PWN\x07.txt"
    Path(name).write_text(f"标题{PAYLOAD}\n\n一、{PAYLOAD}\n正文{PAYLOAD}。\n", encoding="utf-8")
    note = ("notes", "add", "1", "--quote", "正文", "--note", PAYLOAD, "--tag", PAYLOAD)
    for words in (
        ("add", name),
        ("add", name, "没有" + PAYLOAD),
        note,
        ("list",),
        ("list", "--json"),
        ("show", "1"),
        ("show", "1", "--raw"),
        ("show", "1", "--json"),
        ("show", "1", "--passes"),
        ("outline", "1"),
        ("outline", f"./{name}", "--json"),
        ("search", "正文"),
        ("concordance", "正文"),
        ("notes",),
        ("notes", "--json"),
        ("tags",),
        (PAYLOAD,),
        ("list", PAYLOAD, PAYLOAD),
        ("config", "set", PAYLOAD, PAYLOAD),
    ):
        result = cli(*words)
        assert_harmless(result.out)
        assert_harmless(result.err)
    assert "[@click=app.quit]点[/] [/重点]" in cli("show", "1", "--raw").out


def test_a_name_that_is_no_unicode_is_shown_and_readable(cli: Run) -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    Path(name).write_text(REPORT, encoding="utf-8")
    result = cli("add", name)
    assert result.code == 0
    result.out.encode()
    cli("list", "--json").out.encode()
    cli("list").out.encode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "里没有文字"),
        (b" \n", "里没有文字"),
        (bytes(range(256)) * 40, "不是文本文件"),
        (b"%PDF-1.7\n1 0 obj\n", "已损坏"),
        (b"PK\x03\x04" + b"\0" * 40, "ZIP"),
        (b"PK\x03\x04 word/document.xml", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
    ],
    ids=["empty", "blank", "binary", "pdf", "zip", "docx", "png"],
)
def test_a_file_that_is_no_report_is_refused(cli: Run, data: bytes, sentence: str) -> None:
    Path("a.txt").write_bytes(data)
    result = cli("add", "a.txt")
    assert (result.code, result.out) == (4, "")
    assert "a.txt" in result.err
    assert sentence in result.err
    assert cli("list").out == ""


def test_a_fifo_is_refused_at_once(cli: Run) -> None:
    os.mkfifo("管道.txt")
    result = cli("add", "管道.txt")
    assert result.code == 4
    assert "管道.txt 是管道、设备或套接字" in result.err
    assert cli("add", "/dev/zero").code == 4


def test_a_folder_without_reports_adds_nothing(cli: Run) -> None:
    Path("f").mkdir()
    result = cli("add", "f")
    assert result.code == 0
    assert result.err == "共 0 个文件：新收入 0，新版本 0，未变 0，拒收 0。\n"


def test_a_line_of_fifty_megabytes_is_added_and_found(cli: Run) -> None:
    line = "青石县水务" * (50 * (1 << 20) // 15) + "末尾独有"
    Path("长.txt").write_text(line, encoding="utf-8")
    assert cli("add", "长.txt").code == 0
    assert cli("list", "--json").json[0]["length"] == len(line)
    assert cli("search", "末尾独有", "--count").out == "1\t1\n"


def test_a_missing_library_folder_is_made(cli: Run, tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "library.sqlite"
    assert cli("--library", str(path), "tags").code == 0
    assert path.is_file()
    assert path.stat().st_mode & 0o077 == 0


def test_a_file_that_is_no_library_is_left_alone(cli: Run) -> None:
    Path("x.sqlite").write_text("words, not a database" * 200, encoding="utf-8")
    result = cli("--library", "x.sqlite", "list")
    assert (result.code, result.out) == (5, "")
    assert "x.sqlite" in result.err
    assert Path("x.sqlite").read_text(encoding="utf-8").startswith("words")


def test_a_folder_in_place_of_the_library(cli: Run) -> None:
    Path("folder").mkdir()
    result = cli("--library", "folder", "list")
    assert result.code == 5
    assert "folder" in result.err


def test_a_library_of_a_newer_program_is_read_and_not_written(
    filled: Run, library_path: Path
) -> None:
    with sqlite3.connect(library_path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    listed = filled("list")
    assert listed.code == 0
    assert len(listed.out.splitlines()) == 2
    assert listed.err != ""
    before = library_path.read_bytes()
    assert filled("remove", "1").code == 5
    assert library_path.read_bytes() == before


def test_a_locked_library_is_told_and_nothing_is_lost(
    filled: Run, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportreader.library.connecting.BUSY_SECONDS", 0.05)
    blocker = sqlite3.connect(library_path, isolation_level=None)
    blocker.execute("BEGIN EXCLUSIVE")
    try:
        for words in (["list"], ["remove", "1"], ["add", "道路.txt"]):
            result = filled(*words)
            assert (result.code, result.out) == (5, "")
            assert str(library_path) in result.err
    finally:
        blocker.execute("ROLLBACK")
        blocker.close()
    assert len(filled("list").out.splitlines()) == 2


def _run_as_nobody(words: list[str], out: Path, err: Path) -> int:
    os.dup2(os.open(out, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), 1)
    os.dup2(os.open(err, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), 2)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    code = run(words)
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def run_unprivileged(words: list[str], library: Path, folder: Path) -> Result:
    """The program run by a user who owns nothing here, in a forked child of this process."""
    out, err = folder / "out", folder / "err"
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = _run_as_nobody(["--library", str(library), *words], out, err)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return Result(code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user may enter; pytest's own are closed to others."""
    with TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_a_library_that_may_only_be_read_is_read(
    filled: Run, library_path: Path, open_folder: Path, tmp_path: Path
) -> None:
    copy = open_folder / "library.sqlite"
    copy.write_bytes(library_path.read_bytes())
    copy.chmod(0o444)
    open_folder.chmod(0o555)
    listed = run_unprivileged(["list"], copy, tmp_path)
    assert listed.code == 0
    assert len(listed.out.splitlines()) == 2
    assert listed.err.strip()
    refused = run_unprivileged(["remove", "1"], copy, tmp_path)
    assert (refused.code, refused.out) == (5, "")
    assert str(copy) in refused.err
    assert copy.read_bytes() == library_path.read_bytes()


def test_a_file_and_a_folder_without_permission_are_refused(
    cli: Run, library_path: Path, open_folder: Path, tmp_path: Path
) -> None:
    (open_folder / "密.txt").write_text(REPORT, encoding="utf-8")
    (open_folder / "密.txt").chmod(0)
    (open_folder / "夹").mkdir(mode=0)
    library = open_folder / "store" / "library.sqlite"
    library.parent.mkdir()
    library.parent.chmod(0o777)
    library.write_bytes(library_path.read_bytes())
    library.chmod(0o666)
    result = run_unprivileged(["add", str(open_folder)], library, tmp_path)
    assert result.code == 4
    assert result.err.count("没有权限读取") == 2
    assert "拒收 2。" in result.err


def test_a_full_disk_is_told_and_loses_nothing(filled: Run, library_path: Path) -> None:
    """A limit on the size of files stands for a disk without room."""
    Path("大.txt").write_text("\n".join(f"第{n}段 {REPORT}" for n in range(9000)), encoding="utf-8")
    room = library_path.stat().st_size + 40_000

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    result = subprocess.run(
        [sys.executable, "-m", "reportreader", "--library", str(library_path), "add", "大.txt"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        preexec_fn=limit,
        check=False,
    )
    assert (result.returncode, result.stdout) == (5, "")
    assert str(library_path) in result.stderr
    assert "Traceback" not in result.stderr
    assert len(filled("list").out.splitlines()) == 2
    assert filled("check").code == 0
