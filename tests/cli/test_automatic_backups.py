"""Adding reports makes the backups of today and this week; a failed backup keeps what was added."""

from pathlib import Path

from tests.cli.running import REPORT, Run

from reportreader.services.maintaining import list_backups
from reportreader.services.opening import open_library


def test_adding_makes_the_backups_that_are_due(cli: Run, library_path: Path) -> None:
    Path("水务.txt").write_text(REPORT, encoding="utf-8")
    assert cli("add", "水务.txt").code == 0
    backups = list_backups(library_path)
    assert sorted(path.name.split("-")[0] for path in backups) == [
        "library.daily",
        "library.weekly",
    ]
    with open_library(backups[0], read_only=True) as copy:
        assert copy.value("SELECT count(*) FROM report") == 1


def test_nothing_is_backed_up_where_nothing_was_added(cli: Run, library_path: Path) -> None:
    Path("水务.txt").write_text(REPORT, encoding="utf-8")
    assert cli("add", "--dry-run", "水务.txt").code == 0
    assert list_backups(library_path) == ()


def test_a_backup_that_fails_is_told_and_the_report_stays(cli: Run, library_path: Path) -> None:
    (library_path.parent / "backups").write_text("no folder", encoding="utf-8")
    Path("水务.txt").write_text(REPORT, encoding="utf-8")
    result = cli("add", "水务.txt")
    assert result.code == 0
    assert "backups" in result.err
    assert cli("list").out
