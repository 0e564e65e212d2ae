"""The layouts of an export, templates, folders and the clipboard, by the command line."""

from pathlib import Path

import pytest
from tests.cli.running import Run


@pytest.fixture
def noted(filled: Run) -> Run:
    filled("notes", "add", "1", "--quote", "三万两千名群众", "--note", "可引用", "--tag", "民生")
    filled("notes", "add", "2", "--quote", "村道三十公里", "--note", "核对")
    return filled


def test_a_vault_has_a_file_for_each_report(noted: Run) -> None:
    assert noted("export", "--format", "obsidian").code == 2
    assert noted("export", "--format", "obsidian", "--folder", "库").code == 0
    names = sorted(path.name for path in Path("库").iterdir())
    assert names == ["白河镇道路整治小结-2.md", "青石县上半年水务工作情况的报告-1.md"]
    text = (Path("库") / names[1]).read_text(encoding="utf-8")
    assert text.startswith('---\ntitle: "青石县上半年水务工作情况的报告"\n')
    assert noted("verify", f"库/{names[1]}").code == 0


def test_a_folder_takes_any_layout_and_any_filter(noted: Run) -> None:
    noted("export", "--tag", "民生", "--folder", "按标签")
    assert [path.name for path in Path("按标签").iterdir()] == [
        "青石县上半年水务工作情况的报告-1.md"
    ]


def test_references_and_a_flat_list(noted: Run) -> None:
    out = noted("export", "--format", "citations").out
    assert "\\[2\\] 白河镇道路整治小结" in out
    assert "三万" not in out
    flat = noted("export", "--group", "flat").out
    assert flat.index("三万两千名群众") < flat.index("村道三十公里")


def test_a_template_decides_and_is_merged_where_it_marks_notes(noted: Run) -> None:
    Path("模板").write_text(
        "# 摘抄\n\n{% for note in notes %}\n{{ note | begin }}\n{{ note.quote | quoted }}\n\n"
        "{{ note.body | markdown }}\n{{ end }}\n{% endfor %}\n",
        encoding="utf-8",
    )
    assert noted("export", "--template", "模板", "-o", "摘抄.md").code == 0
    path = Path("摘抄.md")
    path.write_text(path.read_text(encoding="utf-8").replace("核对", "核对过了"), encoding="utf-8")
    noted("notes", "add", "1", "--quote", "农村管网", "--note", "新的")
    assert noted("export", "--template", "模板", "-o", "摘抄.md").code == 0
    text = path.read_text(encoding="utf-8")
    assert "核对过了" in text
    assert "> 农村管网\n\n新的" in text
    assert noted("verify", "摘抄.md").code == 0


def test_a_wrong_template_is_told_with_its_line(noted: Run) -> None:
    Path("模板").write_text("一\n{% for %}", encoding="utf-8")
    result = noted("export", "--template", "模板", "-o", "摘抄.md")
    assert result.code == 4
    assert "第 2 行" in result.err
    assert not Path("摘抄.md").exists()


def test_the_clipboard_gets_the_text(
    noted: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    target = tmp_path / "clipboard"
    program = programs / "xclip"
    program.write_text(f"#!/bin/sh\n/bin/cat > '{target}'\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    result = noted("export", "--clipboard")
    assert (result.code, result.out) == (0, "")
    assert "三万两千名群众" in target.read_text(encoding="utf-8")


def test_without_a_clipboard_that_is_told(
    noted: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = noted("export", "--clipboard")
    assert result.code == 1
    assert "剪贴板" in result.err


def test_deleted_notes_come_back_when_asked(noted: Run) -> None:
    noted("export", "-o", "笔记.md")
    path = Path("笔记.md")
    text = path.read_text(encoding="utf-8")
    start = text.index("<!-- rr:note")
    path.write_text(text[:start] + text[text.index("<!-- /rr -->", start) + 12 :], encoding="utf-8")
    noted("export", "-o", "笔记.md")
    assert "三万两千名群众" not in path.read_text(encoding="utf-8")
    noted("export", "-o", "笔记.md", "--restore-deleted")
    assert "三万两千名群众" in path.read_text(encoding="utf-8")
