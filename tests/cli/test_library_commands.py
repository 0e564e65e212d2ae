"""Backups, checks and settings from the command line."""

from pathlib import Path

from tests.cli.running import Run


def test_a_backup_is_restored_and_the_old_library_kept(filled: Run, library_path: Path) -> None:
    backup = Path(filled("backup", "b.sqlite").out.strip())
    assert backup.is_file()
    filled("remove", "1", "2")
    result = filled("restore", str(backup))
    assert result.code == 0
    assert len(filled("list").out.splitlines()) == 2
    kept = [path for path in library_path.parent.glob("*.sqlite") if "replaced" in path.name]
    assert len(kept) == 1
    assert str(kept[0]) in result.err


def test_a_backup_never_overwrites_a_file(filled: Run) -> None:
    Path("b.sqlite").write_text("mine", encoding="utf-8")
    result = filled("backup", "b.sqlite")
    assert result.code == 1
    assert Path("b.sqlite").read_text(encoding="utf-8") == "mine"


def test_what_is_no_backup_is_not_restored(filled: Run) -> None:
    Path("b.sqlite").write_text("no library at all, just words" * 100, encoding="utf-8")
    assert filled("restore", "b.sqlite").code == 5
    assert filled("restore", "没有.sqlite").code == 3
    assert len(filled("list").out.splitlines()) == 2


def test_a_whole_library_is_said_to_be_whole(filled: Run) -> None:
    result = filled("check")
    assert (result.code, result.out) == (0, "")
    assert result.err == "书库完好：2 份报告，0 条批注。\n"
    assert filled("check", "--rebuild-index", "--json").json["whole"] is True


def test_settings_are_listed_read_and_written(cli: Run) -> None:
    assert cli("config", "get", "measure").out == "40\n"
    assert cli("config", "set", "measure", "36").code == 0
    assert cli("config", "set", "hanging_punctuation", "false").code == 0
    assert cli("config", "get", "measure").out == "36\n"
    assert "hanging_punctuation\tfalse\ttrue | false\n" in cli("config").out
    assert cli("config", "list", "--json").json["measure"] == 36


def test_a_setting_that_does_not_fit_changes_nothing(cli: Run) -> None:
    assert cli("config", "set", "measure", "200").code == 4
    assert cli("config", "set", "nope", "1").code == 4
    assert cli("config", "get", "nope").code == 4
    assert cli("config", "get", "measure").out == "40\n"
