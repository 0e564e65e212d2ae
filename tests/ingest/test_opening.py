"""Only regular files are read, and nothing hangs on the others."""

import os
import socket
from pathlib import Path

import pytest

from reportreader.errors import InputError, NotFoundError, ReportReaderError
from reportreader.ingest.opening import read_regular_file

NOBODY = 65534


def refusal(path: Path, *, limit_bytes: int = 1 << 20) -> ReportReaderError:
    with pytest.raises(ReportReaderError) as caught:
        read_regular_file(path, limit_bytes=limit_bytes)
    assert caught.value.values["path"] == str(path)
    return caught.value


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_bytes(b"abc")
    assert read_regular_file(path, limit_bytes=3) == b"abc"


def test_a_missing_file(tmp_path: Path) -> None:
    error = refusal(tmp_path / "没有.txt")
    assert isinstance(error, NotFoundError)
    assert error.message_id == "file_missing"


def test_a_name_with_a_zero_byte_names_nothing() -> None:
    assert refusal(Path("a\0b")).message_id == "file_missing"


def test_a_fifo_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "管道.txt"
    os.mkfifo(path)
    assert refusal(path).message_id == "file_not_regular"


def test_a_device_is_refused() -> None:
    assert refusal(Path("/dev/zero")).message_id == "file_not_regular"


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.txt")
        assert refusal(Path("s.txt")).message_id == "file_not_regular"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).message_id == "file_is_folder"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "空.txt"
    path.touch()
    assert refusal(path).message_id == "file_empty"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "环.txt"
    path.symlink_to(path)
    assert refusal(path).message_id == "file_link_loop"


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate((3 << 20) + 1)
    error = refusal(path, limit_bytes=3 << 20)
    assert error.message_id == "file_too_large"
    assert error.values["size"] == 4
    assert error.values["limit"] == 3


def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    """As root permission bits do not bite, so an unprivileged child looks."""
    path = tmp_path / "密.txt"
    path.write_text("密", encoding="utf-8")
    path.chmod(0)
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setuid(NOBODY)
        try:
            read_regular_file(path, limit_bytes=10)
        except InputError as error:
            os._exit(7 if error.message_id == "file_no_permission" else 1)
        os._exit(2)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 7
