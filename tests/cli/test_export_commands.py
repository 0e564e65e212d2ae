"""Exports to standard output and files, kept edits, and the check of quotes."""

import zipfile
from pathlib import Path

from tests.cli.running import REPORT, Run

QUOTE = "三万两千名群众"


def annotate(run: Run) -> str:
    words = ("--quote", QUOTE, "--note", "可引用", "--tag", "民生")
    return run("notes", "add", "1", *words).out.strip()


def test_an_export_holds_passage_note_and_tag_and_a_way_back(filled: Run) -> None:
    note_id = annotate(filled)
    out = filled("export").out
    for part in (
        "青石县上半年水务工作情况的报告",
        "一、建设情况",
        QUOTE,
        "可引用",
        "民生",
        note_id,
    ):
        assert part in out
    assert f"reportreader open 1#{REPORT.index(QUOTE)}" in out


def test_an_export_is_filtered_and_grouped(filled: Run) -> None:
    annotate(filled)
    assert QUOTE not in filled("export", "--tag", "交通").out
    assert QUOTE not in filled("export", "--report", "2").out
    assert filled("export", "--group", "tag").out != filled("export").out


def test_other_programs_get_their_formats(filled: Run) -> None:
    note_id = annotate(filled)
    (item,) = filled("export", "--format", "json").json["first"]["items"]
    assert item["id"].endswith(note_id)
    assert filled("export", "--format", "csv").out.splitlines()[1].startswith(note_id)
    assert "@" in filled("export", "--format", "bibtex", "--report", "1").out
    titles = [one["title"] for one in filled("export", "--format", "csl-json").json]
    assert len(titles) == 2


def test_a_table_for_spreadsheets_is_not_written_over(filled: Run) -> None:
    annotate(filled)
    assert filled("export", "--format", "csv", "-o", "批注.csv").code == 0
    written = Path("批注.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert filled("export", "--format", "csv", "-o", "批注.csv").code == 1
    assert filled("export", "--format", "csv", "-o", "批注.csv", "--force").code == 0
    assert Path("批注.csv").read_bytes() == written


def test_programs_of_qualitative_analysis_get_codebook_and_project(filled: Run) -> None:
    assert filled("export", "--format", "qdc").code == 4
    annotate(filled)
    assert 'name="民生"' in filled("export", "--format", "qdc").out
    assert filled("export", "--format", "qdpx").code == 2
    assert filled("export", "--format", "qdpx", "-o", "水务.qdpx").code == 0
    with zipfile.ZipFile("水务.qdpx") as archive:
        (name,) = [one for one in archive.namelist() if one.startswith("sources/")]
        assert archive.read(name).decode() == filled("show", "1", "--json").json["text"]
        start = archive.read(name).decode().index(QUOTE)
        assert f'startPosition="{start}"' in archive.read("project.qde").decode()
    assert filled("export", "--format", "qdpx", "-o", "水务.qdpx").code == 1


def test_a_file_is_written_and_written_again_with_the_edits_kept(filled: Run) -> None:
    annotate(filled)
    first = filled("export", "-o", "笔记.md")
    assert (first.code, first.out, first.err) == (0, "", "已写入 笔记.md。\n")
    path = Path("笔记.md")
    path.write_text(path.read_text(encoding="utf-8") + "\n我的补充。\n", encoding="utf-8")
    filled("notes", "add", "1", "--quote", "农村管网", "--note", "新批语")
    again = filled("export", "-o", "笔记.md")
    assert again.code == 0
    assert "已与原有文件合并" in again.err
    text = path.read_text(encoding="utf-8")
    assert "我的补充。" in text
    assert "新批语" in text


def test_a_file_of_somebody_else_is_left_alone(filled: Run) -> None:
    annotate(filled)
    path = Path("笔记.md")
    path.write_text("我自己的文章\n", encoding="utf-8")
    refused = filled("export", "-o", "笔记.md")
    assert refused.code == 1
    assert "笔记.md" in refused.err
    assert path.read_text(encoding="utf-8") == "我自己的文章\n"
    assert filled("export", "-o", "笔记.md", "--force").code == 0
    assert QUOTE in path.read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_told(filled: Run) -> None:
    annotate(filled)
    result = filled("export", "-o", "水务.txt/笔记.md")
    assert result.code == 1
    assert "水务.txt/笔记.md" in result.err


def test_every_quote_of_an_export_is_found_again(filled: Run) -> None:
    annotate(filled)
    filled("export", "-o", "笔记.md")
    result = filled("verify", "笔记.md")
    assert (result.code, result.out) == (0, "")
    assert result.err == "共 1 条引文，0 条不一致。\n"
    assert filled("verify", "笔记.md", "--json").json[0]["verdict"] == "matches"


def test_an_altered_quote_is_named_with_its_line(filled: Run) -> None:
    annotate(filled)
    filled("export", "-o", "笔记.md")
    path = Path("笔记.md")
    altered = path.read_text(encoding="utf-8").replace("三万两千", "五万两千")
    path.write_text(altered, encoding="utf-8")
    result = filled("verify", "笔记.md")
    assert result.code == 6
    assert result.out.startswith("笔记.md:")
    assert "与批注不一致" in result.out
    assert "五万两千" in result.out


def test_a_quote_of_another_library_is_missing(filled: Run, library_path: Path) -> None:
    annotate(filled)
    filled("export", "-o", "笔记.md")
    other = library_path.with_name("other.sqlite")
    result = filled("--library", str(other), "verify", "笔记.md", "--json")
    assert result.code == 6
    assert result.json[0]["verdict"] == "missing"


def test_a_quote_whose_report_has_changed_is_told(filled: Run) -> None:
    annotate(filled)
    filled("export", "-o", "笔记.md")
    Path("水务.txt").write_text(REPORT.replace(f"让{QUOTE}喝上了放心水", "已全部通水"), "utf-8")
    filled("add", "水务.txt")
    result = filled("verify", "笔记.md", "--json")
    assert result.code == 6
    assert result.json[0]["verdict"] == "moved-on"


def test_a_file_without_quotes_differs_in_nothing(filled: Run) -> None:
    Path("空.md").write_text("没有引文\n", encoding="utf-8")
    assert filled("verify", "空.md").code == 0
    assert filled("verify", "没有.md").code == 3
