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


def test_clippings_of_a_kindle_are_placed_and_told(filled: Run) -> None:
    title = "青石县上半年水务工作情况的报告"
    pieces = [("三万两千名群众", title), ("放心水", title), ("没有的", "没有的书")]
    Path("My Clippings.txt").write_text(
        "".join(
            f"{book} (某人)\n- 您在位置 #{number}的标注 | 添加于 2023年1月3日星期二 下午3:11:12\n\n"
            f"{quote}\n==========\n"
            for number, (quote, book) in enumerate(pieces)
        ),
        encoding="utf-8",
    )
    look = filled("notes", "import", "My Clippings.txt", "--dry-run", "--json").json
    assert [one["outcome"] for one in look["annotations"]] == [
        "added",
        "several-places",
        "report-missing",
    ]
    result = filled("notes", "import", "My Clippings.txt")
    assert result.code == 4
    assert "新增 1 条，更新 0 条，未变 0 条，待核对或存为报告批注 1 条，未导入 1 条。" in result.err
    assert [one["quote"] for one in filled("notes", "--json").json] == ["", "三万两千名群众"]
