"""Which texts are one report, by the command line."""

from pathlib import Path

from tests.cli.running import REPORT, Run


def test_a_wrong_version_becomes_a_report_and_goes_back(filled: Run) -> None:
    Path("改.txt").write_text(REPORT.replace("十二座", "十三座"), encoding="utf-8")
    filled("add", "改.txt", "--version-of", "1")
    versions = filled("versions", "1", "--json").json
    assert [(one["number"], one["current"]) for one in versions] == [(1, False), (2, True)]
    new = filled("versions", "split", "1", "--number", "2").out.strip()
    assert new not in {"1", "2"}
    assert "十三座" in filled("show", new, "--raw").out
    assert "十二座" in filled("show", "1", "--raw").out
    assert filled("versions", "merge", new, "1").code == 0
    assert [one["id"] for one in filled("list", "--json").json] == [new, "2"]
    assert filled("undo").code == 0
    assert filled("undo").code == 0
    assert [one["id"] for one in filled("list", "--json").json] == ["2", "1"]
    assert "十三座" in filled("show", "1", "--raw").out


def test_versions_are_listed_oldest_first(filled: Run) -> None:
    (line,) = filled("versions", "1").out.splitlines()
    number, _, length, current = line.split("\t")
    assert (number, length, current) == ("1", str(len(REPORT)), "当前")


def test_what_cannot_be_split_or_merged_is_told(filled: Run) -> None:
    assert filled("versions", "split", "1").code == 4
    assert filled("versions", "split", "1", "--number", "7").code == 3
    assert filled("versions", "merge", "1", "1").code == 4


def test_a_report_is_read_again_in_another_encoding(cli: Run) -> None:
    Path("水务.txt").write_bytes(REPORT.encode("gb18030"))
    cli("add", "水务.txt", "--encoding", "latin-1")
    assert "水厂" not in cli("show", "1", "--raw").out
    result = cli("versions", "reread", "1", "--json")
    assert (result.code, result.json["new_versions"]) == (0, 1)
    assert cli("show", "1", "--raw").out == REPORT
    again = cli("versions", "reread", "1", "--encoding", "gb2312", "--json")
    assert again.json["unchanged"] == 1
    assert cli("versions", "reread", "1", "--encoding", "甲骨文").code == 4
    Path("水务.txt").unlink()
    assert cli("versions", "reread", "1").code == 3


def test_a_whole_page_is_added_and_shown(cli: Run) -> None:
    page = f"<html><body><nav>首页</nav><div>{'<p>新建水厂十二座，群众喝上放心水。</p>' * 5}</div></body></html>"
    Path("水务.html").write_text(page, encoding="utf-8")
    assert "首页" not in cli("show", "./水务.html", "--raw").out
    assert "首页" in cli("show", "./水务.html", "--whole-page", "--raw").out
    cli("add", "水务.html", "--whole-page")
    assert "首页" in cli("show", "1", "--raw").out
