"""Reports added in a process of their own: the same as without it, stopped, ended, refused."""

import os
import signal
from pathlib import Path

import pytest

from reportreader.errors import InputError, LibraryError, NotFoundError, ReportReaderError
from reportreader.services.added import AddProgress
from reportreader.services.adding import add_paths
from reportreader.services.adding_process import AddingProcess
from reportreader.services.browsing import count_reports
from reportreader.services.opening import Library
from reportreader.services.told_errors import decode_error, encode_error


def write_reports(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"# 第{number}号情况\n\n第{number}村的水渠修好了，水渠长{number}里。\n"
        (folder / f"{number:03}.md").write_text(text, encoding="utf-8")
    return folder


def ignore(_progress: AddProgress) -> None:
    """For runs whose progress nobody looks at."""


def test_what_is_added_is_counted_and_told(library: Library, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 12)
    (folder / "空.md").write_bytes(b"")
    before = count_reports(library)
    told: list[AddProgress] = []
    end = AddingProcess(library.path, [folder]).wait(told.append)
    assert (end.added, end.refused, end.interrupted) == (12, 1, False)
    assert end.first_error is not None
    assert (told[-1].done, told[-1].total) == (13, 13)
    assert count_reports(library) == before + 12
    assert add_paths(library, [folder]).unchanged == 12


def test_a_run_that_is_stopped_keeps_what_it_added(library: Library, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 200)
    before = count_reports(library)
    process = AddingProcess(library.path, [folder])
    end = process.wait(lambda _: process.stop())
    assert end.interrupted
    assert 0 < end.added < 200
    assert count_reports(library) == before + end.added


def test_a_run_whose_process_is_killed_says_so(library: Library, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 200)
    process = AddingProcess(library.path, [folder])
    with pytest.raises(ReportReaderError) as raised:
        process.wait(lambda _: os.kill(process._process.pid, signal.SIGKILL))
    assert raised.value.message_id == "adding_process_failed"


def test_a_library_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    with pytest.raises(NotFoundError):
        AddingProcess(tmp_path / "none.sqlite", [folder]).wait(ignore)


def test_a_path_that_is_not_there_is_refused_with_the_rest_added(
    library: Library, tmp_path: Path
) -> None:
    folder = write_reports(tmp_path / "reports", 2)
    paths = [tmp_path / "没有.md", folder]
    end = AddingProcess(library.path, paths).wait(ignore)
    assert (end.added, end.refused) == (2, 1)
    assert end.first_error is not None
    assert "没有.md" in str(end.first_error.values)


@pytest.mark.parametrize("kind", [InputError, NotFoundError, LibraryError, ReportReaderError])
def test_errors_come_back_as_they_were(kind: type[ReportReaderError]) -> None:
    error = decode_error(encode_error(kind("file_missing", path=Path("甲"), count=3)))
    assert type(error) is kind
    assert (error.message_id, error.values) == ("file_missing", {"path": "甲", "count": "3"})


def test_refused_files_and_losses_are_told_by_name(library: Library, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    (folder / "空.md").write_bytes(b"")
    broken = bytearray(("水库情况\n\n村里的水库修好了，灌溉不愁。\n" * 9).encode("gb18030"))
    broken[80] = 0xFF
    (folder / "缺.txt").write_bytes(broken)
    end = AddingProcess(library.path, [folder]).wait(ignore)
    refused, lossy = end.told
    assert Path(refused.path).name == "空.md"
    assert refused.error is not None
    assert refused.error.message_id == "file_empty"
    assert Path(lossy.path).name == "缺.txt"
    assert lossy.error is None
    assert [notice.message_id for notice in lossy.notices] == ["ingest.bad_bytes"]
    assert lossy.notices[0].values["count"] == "1"
