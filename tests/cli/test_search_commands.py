"""Search, concordance, keywords and terms from the command line."""

import csv
from pathlib import Path

from tests.cli.running import OTHER, REPORT, Run


def test_search_gives_reports_with_passages(filled: Run) -> None:
    result = filled("search", "放心水")
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0] == "1  青石县上半年水务工作情况的报告  (2)"
    assert all(line.startswith("    #") for line in lines[1:])
    assert result.err == "共 1 份报告，2 处。\n"


def test_search_without_hits_is_an_exit_code(filled: Run) -> None:
    result = filled("search", "珊瑚礁盘游弋")
    assert (result.code, result.out) == (3, "")


def test_a_long_query_found_nowhere_is_taken_apart_and_told(filled: Run) -> None:
    result = filled("search", "群众放心水")
    assert result.code == 0
    assert result.out.startswith("1  青石县上半年水务工作情况的报告")
    assert "已改为查找包含全部词语的报告" in result.err
    assert filled("search", "群众放心水", "--json").json["relaxed"] == "all"
    assert filled("search", "群众", "--json").json["relaxed"] == ""
    assert filled("search", "群众放心水", "--count").code == 3


def test_search_as_json_gives_offsets_into_the_text(filled: Run) -> None:
    found = filled("search", "群众", "--json").json
    assert (found["total_reports"], found["total_hits"]) == (2, 3)
    texts = {"1": REPORT, "2": OTHER}
    for report in found["reports"]:
        text = texts[report["report"]["id"]]
        for snippet in report["snippets"]:
            for start, end in snippet["hits"]:
                offset = snippet["offset"]
                assert text[offset + start : offset + end] == "群众"


def test_search_counts_and_files(filled: Run) -> None:
    assert filled("search", "群众", "--count").out == "2\t3\n"
    assert (
        sorted(filled("search", "群众", "--files").out.splitlines())
        == [
            report["path"]
            for report in filled("list", "--sort", "added", "--reverse", "--json").json
        ]
        or len(filled("search", "群众", "--files").out.splitlines()) == 2
    )


def test_whole_words_are_asked_for(cli: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("纪念\n\n劳动党建党纪念日，抓党建促脱贫。\n", encoding="utf-8")
    asked = ("search", "党建", "--report", str(path), "--count")
    assert (cli(*asked).out, cli(*asked, "--whole-words").out) == ("2\n", "1\n")
    cli("add", str(path))
    assert cli("search", "党建", "--count", "--whole-words").out == "1\t1\n"


def test_search_in_one_report_or_file(filled: Run) -> None:
    first = REPORT.index("放心水")
    assert filled("search", "放心水", "--report", "1", "--count").out == "2\n"
    assert filled("search", "放心水", "--report", "水务.txt").out.startswith(f"#{first}  ")
    hits = filled("search", "放心水", "--report", "1", "--json").json["hits"]
    assert [REPORT[hit["start"] : hit["end"]] for hit in hits] == ["放心水", "放心水"]


def test_search_is_narrowed_to_a_shelf_tag_issuer_or_year(filled: Run) -> None:
    def found(*options: str) -> list[str]:
        printed = filled("search", "群众", "--json", *options).json
        return [one["report"]["id"] for one in printed["reports"]]

    assert filled("notes", "add", "1", "--quote", "水厂").code == 0
    assert found("--year", "2021") == ["1"]
    assert found("--tag", "交通") == []
    assert found("--shelf", "with-notes") == ["1"]
    assert found("--issuer", "青石日报") == ["1"]


def test_searches_are_saved_listed_and_deleted(filled: Run) -> None:
    for query in ("群众 日期:2021", "放心水"):
        assert filled("searches", "save", query).code == 0
    assert filled("searches").out == "放心水\n群众 日期:2021\n"
    assert filled("searches", "delete", "放心水").code == 0
    assert filled("searches", "delete", "放心水").code == 3
    assert filled("searches", "--json").json == ["群众 日期:2021"]
    filled("undo")
    assert filled("searches", "list").out == "放心水\n群众 日期:2021\n"
    assert filled("searches", "--history").out == ""


def test_concordance_puts_the_word_in_the_middle(filled: Run) -> None:
    lines = filled("concordance", "群众", "--context", "8").out.splitlines()
    assert len(lines) == 3
    assert all("[群众]" in line for line in lines)
    assert lines[-1].endswith(tuple(f"#{REPORT.rindex('群众')}  #{OTHER.index('群众')}".split()))


def test_concordance_is_sorted_by_its_context_in_pinyin_order(filled: Run) -> None:
    by_right = filled("concordance", "群众", "--sort", "right", "--json").json
    rights = [occurrence["right"] for occurrence in by_right]
    assert rights == sorted(rights, key=lambda right: right.encode("gb18030"))
    by_left = filled("concordance", "群众", "--sort", "left", "--json").json
    lefts = [occurrence["left"][::-1] for occurrence in by_left]
    assert lefts == sorted(lefts, key=lambda left: left.encode("gb18030"))


def test_concordance_as_a_table_names_report_title_and_date(filled: Run) -> None:
    printed = filled("concordance", "群众", "--sort", "date", "--csv").out
    rows = list(csv.DictReader(printed.splitlines()))
    assert [row["report"] for row in rows] == ["1", "1", "2"]
    assert (rows[0]["title"], rows[0]["date"]) == ("青石县上半年水务工作情况的报告", "2021-07-05")
    texts = {"1": REPORT, "2": OTHER}
    for row in rows:
        offset = int(row["offset"])
        assert texts[row["report"]][offset : offset + 2] == row["hit"] == "群众"


def test_concordance_of_one_report_or_file(filled: Run) -> None:
    of_report = filled("concordance", "群众", "--report", "1", "--sort", "left", "--json").json
    assert [REPORT[one["offset"] :][:2] for one in of_report] == ["群众", "群众"]
    of_file = filled("concordance", "群众", "--report", "./道路.txt", "--json").json
    assert [(one["report"], one["offset"]) for one in of_file] == [("道路", OTHER.index("群众"))]


def test_keywords_of_files_are_one_object_a_line(cli: Run) -> None:
    Path("a.txt").write_text(REPORT * 3, encoding="utf-8")
    result = cli("keywords", "./a.txt", "--json", "--top", "5")
    assert result.code == 0
    assert result.json["id"] == "a"
    assert 0 < len(result.json["keywords"]) <= 5
    assert all(phrase in REPORT for phrase in result.json["keywords"])


def test_figures_are_lines_objects_or_csv(filled: Run) -> None:
    lines = filled("figures", "1").out.splitlines()
    offset = REPORT.index("三万两千名")
    assert any(line.startswith(f"#{offset}\t三万两千名\t32000") for line in lines)
    found = filled("figures", "1", "--json").json
    assert list(found) == ["id", "text_sha256", "figures"]
    for figure in found["figures"]:
        assert REPORT[figure["start"] : figure["end"]] == figure["text"]
    table = list(csv.DictReader(filled("figures", "1", "2", "--csv").out.splitlines()))
    assert {row["report"] for row in table} == {"1", "2"}
    people = next(row for row in table if row["text"] == "三万两千名")
    assert (people["value"], people["section"]) == ("32000", "一、建设情况")


def test_terms_are_saved_listed_and_deleted(filled: Run) -> None:
    saved = filled("terms", "save", "饮水", "放心水=饮用水", "水厂", "--colour", "blue",
                   "--pattern", "管?网")  # fmt: skip
    assert saved.code == 0
    assert filled("terms").out == "饮水\t蓝\t放心水=饮用水 水厂 管?网\n"
    (group,) = filled("terms", "--json").json
    assert group["terms"][0] == {"text": "放心水", "aliases": ["饮用水"]}
    assert filled("terms", "delete", "饮水").code == 0
    assert filled("terms").out == ""
    assert filled("terms", "delete", "饮水").code == 3


def test_exported_terms_come_back_equal(filled: Run) -> None:
    filled("terms", "save", '引"号', "a\\b=c", "乙")
    filled("terms", "save", "交通", "村道", "--colour", "red")
    before = filled("terms", "--json").json
    Path("t.toml").write_text(filled("terms", "export").out, encoding="utf-8")
    filled("terms", "delete", '引"号')
    filled("terms", "delete", "交通")
    assert filled("terms", "import", "t.toml").code == 0
    assert filled("terms", "--json").json == before


def test_a_malformed_file_of_terms_imports_nothing(filled: Run) -> None:
    for source in (
        "group = 3",
        "[[group]]\nname = '甲'\n[[group]]\ncolour = 'red'\n",
        "[[group]]\nname = '甲'\ncolour = 'pink'\n",
        "[[group]]\nname = '甲'\nterms = [1]\n",
        "[[group\n",
    ):
        Path("t.toml").write_text(source, encoding="utf-8")
        result = filled("terms", "import", "t.toml")
        assert result.code == 4
        assert "t.toml" in result.err
    assert filled("terms", "--json").json == []


def test_terms_are_read_from_a_plain_text(filled: Run) -> None:
    lines = ("# 核对过", "放心水, 饮用水|直饮水", "水厂", "管?网", "[交通] red", "村道\t乡道", "")
    Path("饮水.txt").write_text("\n".join(lines), encoding="utf-8")
    assert filled("terms", "import", "饮水.txt").code == 0
    assert filled("terms").out == (
        "饮水\t黄\t放心水=饮用水=直饮水 水厂 管?网\n交通\t红\t村道=乡道\n"
    )
    Path("list.txt").write_text("民宿\n", encoding="utf-8")
    filled("terms", "import", "list.txt", "--group", "旅游")
    assert "旅游\t黄\t民宿\n" in filled("terms").out


def test_terms_exported_as_plain_text_come_back_equal(filled: Run) -> None:
    filled(
        "terms", "save", "饮水", "放心水=饮用水", "水厂", "--colour", "blue", "--pattern", "管*网"
    )
    filled("terms", "save", "交通", "村道", "--colour", "red")
    before = filled("terms", "--json").json
    Path("t.txt").write_text(filled("terms", "export", "--format", "text").out, encoding="utf-8")
    filled("terms", "delete", "饮水")
    filled("terms", "delete", "交通")
    assert filled("terms", "import", "t.txt").code == 0
    assert filled("terms", "--json").json == before
