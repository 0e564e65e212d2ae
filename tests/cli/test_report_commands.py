"""Adding, listing, showing, removing: exact output, exit codes, what reaches the library."""

from pathlib import Path

from tests.cli.running import OTHER, REPORT, Run


def test_add_says_what_became_of_every_file(cli: Run) -> None:
    Path("水务.txt").write_text(REPORT, encoding="utf-8")
    Path("空.txt").touch()
    result = cli("add", "水务.txt", "空.txt", "没有.txt")
    assert result.code == 4
    assert result.out == "收入\t1\t青石县上半年水务工作情况的报告\n"
    assert result.err == (
        "reportreader: 空.txt 里没有文字。\n"
        "reportreader: 找不到文件 没有.txt。请检查路径。\n"
        "共 3 个文件：新收入 1，新版本 0，未变 0，拒收 2。\n"
    )


def test_adding_again_adds_nothing(filled: Run) -> None:
    result = filled("add", ".")
    assert (result.code, result.out) == (0, "")
    assert result.err == "共 2 个文件：新收入 0，新版本 0，未变 2，拒收 0。\n"


def test_a_changed_file_becomes_a_new_version_and_carries_its_notes(filled: Run) -> None:
    filled("notes", "add", "1", "--quote", "三万两千名", "--note", "核对")
    Path("水务.txt").write_text("（修订稿）\n" + REPORT, encoding="utf-8")
    result = filled("add", "水务.txt", "--json")
    assert result.code == 0
    (file,) = result.json["files"]
    assert file["outcome"] == "new-version"
    assert sum(file["placements"].values()) == 1
    (note,) = filled("notes", "--json").json
    text = filled("show", "1", "--json").json["text"]
    assert text[note["start"] : note["end"]] == "三万两千名"


def test_a_person_may_say_which_report_a_file_is(filled: Run) -> None:
    changed = Path("水务修订.txt")
    changed.write_text(REPORT.replace("三万两千名", "三万三千名"), encoding="utf-8")
    apart = filled("add", changed.name, "--dry-run")
    assert "--version-of 1" in apart.err
    version = filled("add", changed.name, "--version-of", "1", "--json").json["files"][0]
    assert (version["outcome"], version["id"], version["why"]) == (
        "new-version",
        "1",
        "asked_as_version",
    )
    new = filled("add", changed.name, "--as-new", "--json").json["files"][0]
    assert (new["outcome"], new["id"], new["why"]) == ("added", "3", "asked_as_new")


def test_a_version_of_one_report_is_one_file(filled: Run) -> None:
    assert filled("add", "a.txt", "b.txt", "--version-of", "1").code == 2
    assert filled("add", ".", "--version-of", "1").code == 2
    assert filled("add", "a.txt", "--as-new", "--version-of", "1").code == 2
    assert filled("add", "a.txt", "--version-of", "没有").code == 3


def test_a_dry_run_writes_nothing(cli: Run) -> None:
    Path("水务.txt").write_text(REPORT, encoding="utf-8")
    result = cli("add", "--dry-run", "水务.txt")
    assert result.out == "收入\t\t青石县上半年水务工作情况的报告\n"
    assert cli("list").out == ""


def test_standard_input_is_added_as_a_report(cli: Run) -> None:
    assert cli("add", "-", stdin=REPORT.encode("gb18030")).code == 0
    assert cli("list", "--json").json[0]["title"] == "青石县上半年水务工作情况的报告"


def test_empty_standard_input_is_refused(cli: Run) -> None:
    result = cli("add", "-")
    assert result.code == 4
    assert "- 里没有文字" in result.err


def test_a_named_encoding_is_used_and_an_unknown_one_refused(cli: Run) -> None:
    Path("a.txt").write_bytes(REPORT.encode("gb18030"))
    assert cli("add", "a.txt", "--encoding", "gb2312").code == 0
    assert cli("show", "1", "--raw").out.strip() == REPORT.strip()
    result = cli("add", "a.txt", "--encoding", "甲骨文")
    assert result.code == 4
    assert "没有名为“甲骨文”的文字编码" in result.err


def test_bad_bytes_are_told(cli: Run) -> None:
    Path("a.txt").write_bytes(REPORT.encode() + b"\xff\n")
    result = cli("add", "a.txt")
    assert result.code == 0
    assert "a.txt：按 utf-8 读取，有 1 处字节读不出来" in result.err


def test_list_is_one_line_a_report_newest_first(filled: Run) -> None:
    assert filled("list").out == (
        f"2\t\t{len(OTHER)}\t0%\t0\t\t白河镇道路整治小结\n"
        f"1\t2021-07-05\t{len(REPORT)}\t0%\t0\t青石日报\t青石县上半年水务工作情况的报告\n"
    )


def test_list_filters_sorts_and_limits(filled: Run) -> None:
    assert filled("list", "--sort", "title").out.splitlines()[0].endswith("白河镇道路整治小结")
    assert filled("list", "--sort", "title", "--reverse").out.splitlines()[0].startswith("1\t")
    assert len(filled("list", "--limit", "1").out.splitlines()) == 1
    assert filled("list", "水务").out.startswith("1\t")
    assert filled("list", "--year", "2021").out.startswith("1\t")
    nothing = filled("list", "--issuer", "没有")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "没有符合条件的报告。\n")


def test_list_as_json_has_the_promised_keys(filled: Run) -> None:
    report = filled("list", "水务", "--json").json[0]
    assert list(report) == [
        "id", "title", "issuer", "author", "date", "document_number", "path", "length", "place",
        "progress", "notes", "bookmarks", "tags", "added", "opened", "deleted", "versions",
    ]  # fmt: skip
    assert report["id"] == "1"
    assert report["issuer"] == "青石日报"
    assert report["date"] == "2021-07-05"


def test_a_report_is_named_by_id_title_or_path(filled: Run) -> None:
    shown = filled("show", "1", "--raw").out
    assert filled("show", "水务工作", "--raw").out == shown
    assert filled("show", "水务.txt", "--raw").out == shown
    ambiguous = filled("show", "的", "--raw")
    assert ambiguous.code in {0, 3}
    missing = filled("show", "没有这份")
    assert (missing.code, missing.out) == (3, "")
    assert "没有这份" in missing.err


def test_show_sets_the_text_and_the_outline(filled: Run) -> None:
    lines = filled("show", "1").out.splitlines()
    assert lines[0].strip() == "青石县上半年水务工作情况的报告"
    assert "    新建村级水厂十二座，让三万两千名群众喝上了放心水。" in lines
    assert filled("show", "1", "--outline").out == (
        "青石县上半年水务工作情况的报告\n"
        f"  一、建设情况  #{REPORT.index('一、')}\n"
        f"  二、下步打算  #{REPORT.index('二、')}\n"
    )


def test_show_as_json_holds_text_and_parts(filled: Run) -> None:
    shown = filled("show", "1", "--json").json
    assert list(shown) == ["id", "text", "metadata", "sections", "blocks"]
    for section in shown["sections"]:
        assert shown["text"][section["start"] : section["end"]] == section["title"]


def test_show_passes_prints_what_each_pass_marked(filled: Run) -> None:
    out = filled("show", "水务.txt", "--passes").out
    assert "== headings (2)\n" in out
    assert "\t一、建设情况\n" in out


def test_outline_of_files_needs_no_library(cli: Run, library_path: Path) -> None:
    library_path.unlink()
    Path("a.txt").write_text(REPORT, encoding="utf-8")
    Path("b.txt").write_text(OTHER, encoding="utf-8")
    result = cli("outline", "./a.txt", "./没有.txt", "./b.txt", "--json")
    assert result.code == 3
    assert "没有.txt" in result.err
    first, second = (line for line in result.out.splitlines())
    assert '"id": "a"' in first
    assert '"id": "b"' in second
    assert not library_path.exists()


def test_outline_of_standard_input(cli: Run) -> None:
    outline = cli("outline", "-", "--json", stdin=REPORT.encode()).json
    assert outline["metadata"]["title"] == "青石县上半年水务工作情况的报告"
    assert [entry["text"] for entry in outline["outline"]] == ["一、建设情况", "二、下步打算"]


def test_remove_and_bring_back(filled: Run) -> None:
    assert filled("remove", "1").code == 0
    assert filled("list").out.startswith("2\t")
    assert len(filled("list").out.splitlines()) == 1
    assert filled("list", "--shelf", "trash").out.startswith("1\t")
    assert filled("remove", "--undo", "1").code == 0
    assert len(filled("list").out.splitlines()) == 2


def test_removing_names_that_do_not_exist_removes_nothing(filled: Run) -> None:
    assert filled("remove", "1", "没有这份").code == 3
    assert len(filled("list").out.splitlines()) == 2


def test_undo_and_redo_say_what_they_did(filled: Run) -> None:
    filled("remove", "1")
    undone = filled("undo")
    assert undone.code == 0
    assert undone.err.startswith("已撤销：")
    assert len(filled("list").out.splitlines()) == 2
    assert filled("redo").err.startswith("已重做：")
    assert len(filled("list").out.splitlines()) == 1
    assert filled("redo").code == 3


def test_open_without_a_terminal_prints_the_text_and_refuses_the_library(filled: Run) -> None:
    assert filled("open", "1").out == filled("show", "1").out
    assert filled("open", "1#30").out == filled("show", "1").out
    assert filled("水务.txt").out == filled("show", "1").out
    refused = filled("open")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "reportreader: 打开书库需要终端。要列出报告请用 reportreader list。\n"
    assert filled().code == 2


def test_a_second_report_needs_a_first_one(filled: Run) -> None:
    refused = filled("open", "--beside", "1")
    assert (refused.code, refused.out) == (2, "")
    assert "--beside" in refused.err
    assert filled("open", "1", "--beside", "1").out == filled("show", "1").out
