"""Annotations from a file, by the command line."""

from pathlib import Path

from tests.cli.running import Run


def test_an_export_comes_back_after_a_look(filled: Run) -> None:
    note_id = filled("notes", "add", "1", "--quote", "三万两千名群众").out.strip()
    filled("notes", "edit", note_id, "--note", "旧")
    filled("export", "--format", "json", "-o", "批注.json")
    text = Path("批注.json").read_text(encoding="utf-8").replace('"旧"', '"新"')
    changed = filled("notes", "--json").json[0]["changed"]
    Path("批注.json").write_text(text.replace(changed, "2999-01-01T00:00:00Z"), encoding="utf-8")
    look = filled("notes", "import", "批注.json", "--dry-run", "--json").json
    assert look["annotations"] == [{"id": note_id, "outcome": "changed"}]
    assert filled("notes", "--json").json[0]["body"] == "旧"
    assert filled("notes", "import", "批注.json").code == 0
    assert filled("notes", "--json").json[0]["body"] == "新"
    filled("undo")
    assert filled("notes", "--json").json[0]["body"] == "旧"


def test_what_is_left_out_is_told(filled: Run) -> None:
    filled("notes", "add", "1", "--quote", "三万两千名群众")
    filled("export", "--format", "json", "-o", "批注.json")
    result = filled("--library", "另一个.sqlite", "notes", "import", "批注.json")
    assert result.code == 4
    assert "没有这份报告" in result.out
    assert "未导入 1 条" in result.err


def test_a_file_of_something_else_is_refused(filled: Run) -> None:
    Path("坏.json").write_text("不是 JSON", encoding="utf-8")
    assert filled("notes", "import", "坏.json").code == 4
