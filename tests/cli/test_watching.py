"""`add --watch`: files are taken when they have changed and stopped growing."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.running import OTHER, REPORT, Run

from reportreader.cli.watching import Stamp, Watch, find_settled, iter_changes

A, B = Path("甲.txt"), Path("乙.txt")
ONE, TWO = Stamp(1, 1, 1), Stamp(2, 2, 1)


@pytest.mark.parametrize(
    ("now", "before", "done", "settled"),
    [
        ({A: ONE}, {A: ONE}, {A: ONE}, ()),
        ({A: ONE}, {}, {}, ()),
        ({A: ONE}, {A: ONE}, {}, (A,)),
        ({A: TWO}, {A: ONE}, {A: ONE}, ()),
        ({A: TWO}, {A: TWO}, {A: ONE}, (A,)),
        ({A: ONE}, {A: ONE, B: ONE}, {A: ONE, B: ONE}, ()),
    ],
    ids=["same", "just there", "new", "growing", "changed", "gone"],
)
def test_a_file_is_taken_when_it_has_changed_and_stands_still(
    now: dict[Path, Stamp], before: dict[Path, Stamp], done: dict[Path, Stamp], settled: tuple[Path]
) -> None:
    assert find_settled(now, before, done) == settled


def test_what_was_there_is_done_and_what_comes_is_told_until_it_is_done(tmp_path: Path) -> None:
    old, new = tmp_path / "甲.txt", tmp_path / "乙.txt"
    old.write_text("水务", encoding="utf-8")
    watch = Watch([tmp_path])
    new.write_text("道路", encoding="utf-8")
    assert watch.find_changed() == ()
    assert watch.find_changed() == (new,)
    assert watch.find_changed() == (new,)
    watch.mark_done([new])
    assert watch.find_changed() == ()
    old.write_text("水务与道路", encoding="utf-8")
    watch.find_changed()
    assert watch.find_changed() == (old,)


def test_a_file_that_went_and_came_back_is_new(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("水务", encoding="utf-8")
    watch = Watch([tmp_path])
    path.unlink()
    watch.find_changed()
    watch.mark_done([])
    path.write_text("水务", encoding="utf-8")
    watch.find_changed()
    assert watch.find_changed() == (path,)


def test_following_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    assert list(iter_changes(Watch([tmp_path]), lambda: True)) == []


@pytest.fixture
def follower(library_path: Path, cli: Run) -> Iterator[subprocess.Popen[bytes]]:
    Path("报告").mkdir()
    Path("报告/水务.txt").write_text(REPORT, encoding="utf-8")
    words = ["--library", str(library_path), "add", "--watch", "报告"]
    process = subprocess.Popen(
        [sys.executable, "-m", "reportreader", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    yield process
    process.kill()
    process.communicate()


def test_a_folder_is_followed_until_ctrl_c(follower: subprocess.Popen[bytes]) -> None:
    assert follower.stdout is not None
    assert follower.stdout.readline().decode() == "收入\t1\t青石县上半年水务工作情况的报告\n"
    Path("报告/道路.txt").write_text(OTHER, encoding="utf-8")
    assert follower.stdout.readline().decode() == "收入\t2\t白河镇道路整治小结\n"
    follower.send_signal(signal.SIGINT)
    out, err = follower.communicate()
    assert (follower.returncode, out) == (0, b"")
    assert err.decode().endswith("已停止跟踪。收入的都已保存。\n")
