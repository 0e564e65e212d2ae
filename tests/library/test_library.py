"""Transactions: everything or nothing, nested, interrupted, refused."""

from pathlib import Path

import pytest

from reportreader.errors import LibraryLockedError, LibraryReadOnlyError
from reportreader.library.library import Library
from reportreader.library.meta import get_meta, put_meta
from reportreader.library.opening import open_file


def _write_and_raise(library: Library, name: str, error: BaseException) -> None:
    with library.transaction():
        put_meta(library, name, "written")
        raise error


def test_a_transaction_that_ends_well_is_kept(library: Library, library_path: Path) -> None:
    with library.transaction():
        put_meta(library, "colour", "red")
    library.close()
    with open_file(library_path) as again:
        assert get_meta(again, "colour") == "red"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_transaction_that_is_broken_off_leaves_nothing(
    library: Library, error: type[BaseException]
) -> None:
    with pytest.raises(error):
        _write_and_raise(library, "colour", error())
    assert get_meta(library, "colour") == ""


def test_an_inner_block_that_fails_takes_back_only_itself(library: Library) -> None:
    with library.transaction():
        put_meta(library, "outer", "kept")
        with pytest.raises(ValueError, match="inner"):
            _write_and_raise(library, "inner", ValueError("inner"))
        with library.transaction():
            put_meta(library, "second", "kept")
    assert [get_meta(library, name) for name in ("outer", "inner", "second")] == [
        "kept",
        "",
        "kept",
    ]


def test_a_change_outside_a_transaction_is_a_mistake(library: Library) -> None:
    with pytest.raises(RuntimeError):
        put_meta(library, "colour", "red")


def test_a_library_that_is_only_read_refuses_changes(library: Library, library_path: Path) -> None:
    with (
        open_file(library_path, read_only=True) as reader,
        pytest.raises(LibraryReadOnlyError) as caught,
        reader.transaction(),
    ):
        pass
    assert caught.value.message_id == "library_read_only"
    assert library.read_only is False


def test_a_second_window_waits_and_then_says_locked(library: Library, library_path: Path) -> None:
    with open_file(library_path) as second:
        second.run("PRAGMA busy_timeout = 50")
        with (
            library.transaction(),
            pytest.raises(LibraryLockedError) as caught,
            second.transaction(),
        ):
            pass
        assert caught.value.message_id == "library_locked"
        with second.transaction():
            put_meta(second, "colour", "blue")
    assert get_meta(library, "colour") == "blue"


def test_data_version_tells_of_another_window(library: Library, library_path: Path) -> None:
    before = library.data_version()
    with library.transaction():
        put_meta(library, "mine", "1")
    assert library.data_version() == before
    with open_file(library_path) as second, second.transaction():
        put_meta(second, "theirs", "1")
    assert library.data_version() != before


def test_a_snapshot_does_not_see_what_is_written_meanwhile(
    library: Library, library_path: Path
) -> None:
    with open_file(library_path) as second:
        second.run("PRAGMA busy_timeout = 10")
        with library.snapshot():
            assert get_meta(library, "colour") == ""
            with pytest.raises(LibraryLockedError), second.transaction():
                put_meta(second, "colour", "blue")
            assert get_meta(library, "colour") == ""


def test_the_pragmas_that_durability_rests_on(library: Library) -> None:
    assert library.value("PRAGMA journal_mode") == "delete"
    assert library.value("PRAGMA synchronous") == 3
    assert library.value("PRAGMA foreign_keys") == 1
    assert library.value("PRAGMA page_size") == 16384


def test_a_change_inside_a_snapshot_is_a_mistake(library: Library) -> None:
    with library.snapshot(), pytest.raises(RuntimeError):
        _write_and_raise(library, "colour", ValueError())
    with library.transaction():
        put_meta(library, "colour", "red")
    assert get_meta(library, "colour") == "red"
