"""Backups, checks and recovery, with libraries that are damaged for the purpose."""

import random
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportreader.errors import LibraryError, NotFoundError, OutputError, StorageFullError
from reportreader.library.backups import backup_folder, surplus_backups
from reportreader.notes.annotation import AnnotationKind, ReportId
from reportreader.services.adding import add_paths
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    report_annotations,
)
from reportreader.services.maintaining import (
    backup_library,
    check_library,
    list_backups,
    make_due_backups,
    rebuild_index,
    restore_backup,
    salvage_library,
)
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_report
from reportreader.services.searching import search_library


def _annotate(library: Library, report_id: ReportId, body: str, start: int = 2) -> None:
    draft = AnnotationDraft(
        kind=AnnotationKind.HIGHLIGHT, start=start, end=start + 4, body=body, tags=("甲",)
    )
    add_annotation(library, open_report(library, report_id), draft)


def test_a_healthy_library_has_no_problems(library: Library, water: ReportId) -> None:
    _annotate(library, water, "核实")
    report = check_library(library)
    assert report.is_whole
    assert (report.contents.reports, report.contents.annotations, report.contents.tags) == (1, 1, 1)


def test_a_backup_is_a_library_of_its_own(
    library: Library, water: ReportId, tmp_path: Path
) -> None:
    _annotate(library, water, "核实")
    copy = backup_library(library, tmp_path / "copy.sqlite")
    _annotate(library, water, "后来的")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with open_library(copy) as other:
        assert [one.annotation.body for one in report_annotations(other, water)] == ["核实"]
        assert check_library(other).is_whole


def test_a_backup_overwrites_nothing(library: Library, water: ReportId, tmp_path: Path) -> None:
    taken = tmp_path / "letter.txt"
    taken.write_text("dear", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        backup_library(library, taken)
    assert caught.value.message_id == "backup_exists"
    assert taken.read_text(encoding="utf-8") == "dear"


def test_a_backup_without_a_place_goes_beside_the_library(
    library: Library, water: ReportId
) -> None:
    copy = backup_library(library)
    assert copy.parent == backup_folder(library.path)
    assert list_backups(library.path) == (copy,)


def test_a_backup_that_cannot_be_made_leaves_nothing(
    library: Library, water: ReportId, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(LibraryError):
        backup_library(library, blocked / "copy.sqlite")
    assert blocked.is_file()


def test_due_backups_once_a_day_and_once_a_week(folder: Path, tmp_path: Path) -> None:
    time = [datetime(2024, 5, 13, 9, tzinfo=UTC)]
    with open_library(tmp_path / "library.sqlite", clock=lambda: time[0]) as library:
        assert make_due_backups(library) == ()
        add_paths(library, [folder])
        names = []
        for _ in range(35):
            names += [path.name for path in make_due_backups(library)]
            assert make_due_backups(library) == ()
            time[0] += timedelta(days=1)
        assert names[:3] == [
            "library.daily-2024-05-13.sqlite",
            "library.weekly-2024-05-13.sqlite",
            "library.daily-2024-05-14.sqlite",
        ]
        kept = sorted(path.name for path in list_backups(library.path))
    assert [name for name in kept if "daily" in name] == [
        f"library.daily-2024-06-{day}.sqlite" for day in range(10, 17)
    ]
    assert [name for name in kept if "weekly" in name] == [
        f"library.weekly-2024-{day}.sqlite" for day in ("05-20", "05-27", "06-03", "06-10")
    ]


def test_only_our_own_names_are_ever_surplus(tmp_path: Path) -> None:
    names = ["letter.sqlite", *(f"library.daily-2024-05-{day:02}.sqlite" for day in range(1, 10))]
    surplus = surplus_backups(names, tmp_path / "library.sqlite")
    assert sorted(surplus) == [f"library.daily-2024-05-{day:02}.sqlite" for day in (1, 2)]


def test_a_damaged_library_never_replaces_a_good_backup(library: Library, water: ReportId) -> None:
    _annotate(library, water, "核实")
    with library.transaction():
        library.execute("UPDATE annotation SET body = '改过'")
    assert make_due_backups(library) == ()
    assert list_backups(library.path) == ()


@pytest.mark.parametrize(
    ("table", "column", "message"),
    [
        ("annotation", "body", "checking.note"),
        ("annotation", "quote", "checking.note"),
        ("annotation", "created", "checking.note"),
        ("annotation", "start_offset", "checking.note"),
        ("tag", "name", "checking.note"),
        ("version_text", "text", "checking.text"),
    ],
)
def test_a_value_changed_behind_our_back_is_told(
    library: Library, water: ReportId, table: str, column: str, message: str
) -> None:
    _annotate(library, water, "核实")
    with library.transaction():
        library.execute(f"UPDATE {table} SET {column} = {column} || '1'")
    assert {problem.message_id for problem in check_library(library).problems} == {message}


def test_flipped_bits_in_notes_are_told(library: Library, water: ReportId) -> None:
    """Flips one bit at a time in the stored bytes of notes, as a failing disk would."""
    for number in range(20):
        _annotate(library, water, f"批注{number}：" + "核实数字" * 20, start=number)
    before = report_annotations(library, water)
    path = library.path
    library.close()
    whole = path.read_bytes()
    choices = random.Random(5)  # noqa: S311  places, not secrets
    body = "核实数字".encode()
    places = [at for at in range(len(whole)) if whole.startswith(body, at)]
    for _ in range(60):
        at = choices.choice(places) + choices.randrange(len(body))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << choices.randrange(8)
        path.write_bytes(flipped)
        with open_library(path) as damaged:
            problems = check_library(damaged).problems
            try:
                is_changed = report_annotations(damaged, water) != before
            except (LibraryError, sqlite3.OperationalError):
                is_changed = True
            assert bool(problems) >= is_changed


def test_a_lost_index_is_told_and_built_anew(library: Library, water: ReportId) -> None:
    _annotate(library, water, "核实数字")
    with library.transaction():
        library.execute("INSERT INTO report_fts (report_fts) VALUES ('delete-all')")
        library.execute("DELETE FROM meta WHERE name = 'tokenizer_version'")
    assert [one.message_id for one in check_library(library).problems] == ["checking.index_old"]
    assert search_library(library, "饮水").total_reports == 0
    seen: list[tuple[int, int]] = []
    assert rebuild_index(library, lambda done, total: seen.append((done, total))) == 1
    assert seen == [(1, 1)]
    assert search_library(library, "饮水").total_reports == 1
    assert check_library(library).is_whole


def test_restore_puts_the_old_library_aside(library: Library, water: ReportId) -> None:
    _annotate(library, water, "原来的")
    copy = backup_library(library)
    _annotate(library, water, "后来的")
    path = library.path
    library.close()
    kept = restore_backup(copy, path)
    assert kept is not None
    with open_library(path) as restored:
        assert [one.annotation.body for one in report_annotations(restored, water)] == ["原来的"]
    with open_library(kept) as old:
        assert len(report_annotations(old, water)) == 2


def test_restore_refuses_what_is_no_library(
    library: Library, water: ReportId, tmp_path: Path
) -> None:
    path = library.path
    library.close()
    before = path.read_bytes()
    letter = tmp_path / "letter.sqlite"
    letter.write_bytes(b"not a database at all, but a letter" * 40)
    with pytest.raises(LibraryError):
        restore_backup(letter, path)
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("CREATE TABLE bird (name TEXT)")
    with pytest.raises(LibraryError):
        restore_backup(tmp_path / "other.sqlite", path)
    with pytest.raises(NotFoundError):
        restore_backup(tmp_path / "missing.sqlite", path)
    assert path.read_bytes() == before


def test_a_full_disk_refuses_loudly_and_goes_on_when_there_is_room(
    library: Library, water: ReportId
) -> None:
    _annotate(library, water, "先前的")
    pages = library.value("PRAGMA page_count")
    library.run(f"PRAGMA max_page_count = {pages + 1}")
    before = report_annotations(library, water)
    with pytest.raises(StorageFullError) as caught:
        _annotate(library, water, "长" * 100_000)
    assert caught.value.message_id == "library_full"
    assert report_annotations(library, water) == before
    assert check_library(library).is_whole
    library.run("PRAGMA max_page_count = 100000")
    _annotate(library, water, "长" * 100_000)
    assert len(report_annotations(library, water)) == 2
    assert check_library(library).is_whole


def test_a_full_disk_while_adding_leaves_no_half_report(
    library: Library, water: ReportId, folder: Path
) -> None:
    pages = library.value("PRAGMA page_count")
    library.run(f"PRAGMA max_page_count = {pages}")
    long = folder / "long.txt"
    long.write_text("长篇通报\n" + "全县完成饮水工程三十处。\n" * 5000, encoding="utf-8")
    with pytest.raises(StorageFullError):
        add_paths(library, [long])
    assert check_library(library).is_whole
    library.run("PRAGMA max_page_count = 100000")
    assert add_paths(library, [long]).added == 1


def test_salvaging_a_whole_library_loses_nothing(
    library: Library, water: ReportId, tmp_path: Path
) -> None:
    _annotate(library, water, "核实")
    before = open_report(library, water)
    path = library.path
    library.close()
    saved = salvage_library(path, tmp_path / "saved.sqlite")
    assert all(table.is_whole for table in saved)
    with open_library(tmp_path / "saved.sqlite") as new:
        assert open_report(new, water) == before
        assert search_library(new, "饮水").total_reports == 1
        assert check_library(new).is_whole


def test_salvaging_takes_what_can_be_read_and_says_what_is_missing(
    library: Library, water: ReportId, tmp_path: Path
) -> None:
    for number in range(40):
        _annotate(library, water, f"批注{number}：" + "核实数字" * 200, start=number)
    path = library.path
    library.close()
    data = bytearray(path.read_bytes())
    page = data.index(("批注20：" + "核实数字" * 50).encode()) // 16384 * 16384
    data[page : page + 16384] = bytes(16384)
    path.write_bytes(data)
    saved = {table.table: table for table in salvage_library(path, tmp_path / "saved.sqlite")}
    assert not saved["annotation"].is_whole
    assert 20 <= saved["annotation"].rows < 40
    with open_library(tmp_path / "saved.sqlite") as new:
        bodies = [one.annotation.body for one in report_annotations(new, water)]
        assert len(bodies) == saved["annotation"].rows
        assert all(body.startswith("批注") for body in bodies)
    with pytest.raises(OutputError):
        salvage_library(path, tmp_path / "saved.sqlite")


def _cut_off_session(library: Library) -> None:
    """Leaves the journal of a change that was never committed, as a killed program does."""
    script = """
import os, sys
from pathlib import Path
from reportreader.library.opening import open_file
library = open_file(Path(sys.argv[1]))
library.run("PRAGMA cache_size = 1")
library.run("PRAGMA cache_spill = 1")
with library.transaction():
    library.execute("CREATE TABLE bird (song TEXT)")
    for _ in range(200):
        library.execute("INSERT INTO bird VALUES (?)", ("tweet" * 2000,))
    os._exit(9)
"""
    path = library.path
    library.close()
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert done.returncode == 9
    assert path.with_name(path.name + "-journal").stat().st_size > 0


def test_a_session_that_was_cut_off_is_taken_back_and_checked(
    library: Library, water: ReportId
) -> None:
    _annotate(library, water, "核实")
    _cut_off_session(library)
    with open_library(library.path) as again:
        assert again.notice == ""
        assert check_library(again).is_whole


def test_damage_found_after_a_session_that_was_cut_off_is_told(
    library: Library, water: ReportId
) -> None:
    _annotate(library, water, "核实")
    with library.transaction():
        library.execute("UPDATE annotation SET body = '改过'")
    _cut_off_session(library)
    with open_library(library.path) as again:
        assert again.notice == "errors.library_damaged_notice"
    with open_library(library.path) as later:
        assert later.notice == ""


def test_a_window_opened_during_a_change_does_not_look_for_damage(
    library: Library, water: ReportId
) -> None:
    _annotate(library, water, "核实")
    with library.transaction():
        library.execute("UPDATE annotation SET body = '改过'")
    with library.transaction():
        library.execute("UPDATE report SET opened = '2024-05-17T08:00:00.000Z'")
        journal = library.path.with_name(library.path.name + "-journal")
        assert journal.stat().st_size > 0
        with open_library(library.path) as window:
            assert window.notice == ""


def test_a_change_is_saved_while_a_backup_reads_the_library(
    library: Library, water: ReportId, tmp_path: Path
) -> None:
    """The backup and the writer are threads with connections of their own, as in the program."""
    texts = [f"报告第{number}份\n" + f"第{number}段，清淤修渠。" * 40_000 for number in range(8)]
    for number, text in enumerate(texts):
        path = tmp_path / f"large-{number}.txt"
        path.write_text(text, encoding="utf-8")
        add_paths(library, [path])
    copies: list[Path] = []

    def back_up() -> None:
        with open_library(library.path) as reading:
            copies.extend(
                backup_library(reading, tmp_path / f"copy-{number}.sqlite") for number in range(6)
            )

    backups = threading.Thread(target=back_up)
    backups.start()
    saved = 0
    while backups.is_alive() or not saved:
        _annotate(library, water, f"第{saved}条")
        saved += 1
    backups.join()

    assert len(copies) == 6
    assert len(report_annotations(library, water)) == saved
    kept = []
    for copy in copies:
        with open_library(copy) as other:
            assert check_library(other).is_whole
            kept.append(len(report_annotations(other, water)))
    assert kept == sorted(kept)
