"""Opening files of every sort: new, foreign, newer, unwritable, damaged."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reportreader.errors import LibraryError, NotFoundError
from reportreader.library.fileformat import SCHEMA_VERSION
from reportreader.library.library import Library
from reportreader.library.meta import get_meta, put_meta
from reportreader.library.opening import NEWER_NOTICE, READ_ONLY_NOTICE, open_file


def test_a_new_library_belongs_to_its_owner_alone(library: Library, library_path: Path) -> None:
    assert stat.S_IMODE(library_path.stat().st_mode) == 0o600
    assert stat.S_IMODE(library_path.parent.stat().st_mode) == 0o700
    assert library.notice == ""


def test_a_missing_library_is_not_made_unasked(tmp_path: Path) -> None:
    for create, read_only in ((False, False), (True, True)):
        with pytest.raises(NotFoundError) as caught:
            open_file(tmp_path / "none.sqlite", create=create, read_only=read_only)
        assert caught.value.message_id == "library_missing"
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_left_by_a_crash_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.touch()
    with open_file(path) as library:
        assert library.value("PRAGMA user_version") == SCHEMA_VERSION


@pytest.mark.parametrize("content", [b"not a database at all, but a letter" * 40, b"short"])
def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(LibraryError) as caught:
        open_file(path)
    assert caught.value.message_id == "library_not_a_library"
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bird (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        open_file(path)
    assert caught.value.message_id == "library_not_a_library"
    assert path.read_bytes() == before


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        open_file(tmp_path)
    assert caught.value.message_id == "library_not_a_library"


def test_a_newer_library_is_opened_for_reading_with_a_notice(
    library: Library, library_path: Path
) -> None:
    with library.transaction():
        put_meta(library, "colour", "red")
        library.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    library.close()
    before = library_path.read_bytes()
    with open_file(library_path) as newer:
        assert newer.read_only
        assert newer.notice == NEWER_NOTICE
        assert get_meta(newer, "colour") == "red"
    assert library_path.read_bytes() == before


_READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from reportreader.library.opening import open_file
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
with open_file(Path(sys.argv[1])) as library:
    print(library.read_only, library.notice, library.value("SELECT count(*) FROM report"))
"""


def test_a_library_on_media_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    folder = Path("/tmp") / f"reportreader-read-only-{os.getpid()}"  # noqa: S108  others must reach it
    folder.mkdir(mode=0o755)
    path = folder / "library.sqlite"
    try:
        open_file(path).close()
        path.chmod(0o444)
        folder.chmod(0o555)
        source = Path(__file__).resolve().parents[2] / "src"
        done = subprocess.run(
            [sys.executable, "-c", _READ_AS_NOBODY, str(path)],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path.anchor,
            env={**os.environ, "PYTHONPATH": str(source)},
        )
        assert done.stdout.split() == ["True", READ_ONLY_NOTICE, "0"], done.stderr
        assert sorted(entry.name for entry in folder.iterdir()) == ["library.sqlite"]
    finally:
        folder.chmod(0o755)
        path.unlink()
        folder.rmdir()
