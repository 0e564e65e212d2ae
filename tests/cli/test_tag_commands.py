"""The codebook from the command line."""

from pathlib import Path

import pytest
from tests.cli.running import Run


@pytest.fixture
def tagged(filled: Run) -> Run:
    """Two annotations over two reports."""
    filled("notes", "add", "1", "--quote", "三万两千名群众", "--tag", "民生/饮水", "--tag", "整改")
    filled("notes", "add", "2", "--quote", "村道三十公里", "--tag", "交通")
    return filled


def test_the_codebook_is_listed_with_its_descriptions(tagged: Run) -> None:
    assert tagged("tags", "describe", "交通", "--colour", "blue", "--description", "路").code == 0
    assert tagged("tags").out == "1\t交通\t蓝\t路\n1\t整改\t\t\n1\t民生/饮水\t\t\n"
    assert tagged("tags", "--report", "2", "--json").json == [
        {"name": "交通", "count": 1, "reports": 1, "colour": "blue", "description": "路"}
    ]
    assert tagged("tags", "describe", "交通").code == 2


def test_whole_reports_are_given_a_tag_and_lose_it(filled: Run) -> None:
    assert filled("tags", "add", "基层", "--reports", "1", "道路整治").code == 0
    assert len(filled("list", "--tag", "基层").out.splitlines()) == 2
    assert filled("undo").code == 0
    assert filled("list", "--tag", "基层").out == ""
    assert filled("redo").code == 0
    assert filled("tags", "remove", "基层", "2", "--reports").code == 0
    assert [report["id"] for report in filled("list", "--tag", "基层", "--json").json] == ["1"]


def test_no_report_is_tagged_where_one_of_them_is_missing(filled: Run) -> None:
    assert filled("tags", "add", "基层", "--reports", "1", "999").code == 3
    assert filled("list", "--tag", "基层").out == ""


def test_tags_that_occur_together(tagged: Run) -> None:
    assert tagged("tags", "--cooccurrence").out == "1\t整改\t民生/饮水\n"
    assert tagged("tags", "--cooccurrence", "--json").json == [
        {"tags": ["整改", "民生/饮水"], "count": 1}
    ]
    assert tagged("tags", "--cooccurrence", "--report", "2").out == ""


def test_rename_merge_delete_and_undo(tagged: Run) -> None:
    assert tagged("tags", "rename", "民生", "生活").code == 0
    assert tagged("tags", "merge", "生活/饮水", "整改", "交通").code == 0
    assert tagged("tags").out == "2\t生活/饮水\t\t\n"
    assert tagged("tags", "delete", "生活").code == 0
    assert tagged("tags").out == ""
    for _ in range(3):
        assert tagged("undo").code == 0
    assert [tag["name"] for tag in tagged("tags", "--json").json] == ["交通", "整改", "民生/饮水"]
    assert tagged("tags", "rename", "没有", "生活").code == 3


def test_the_codebook_goes_out_and_comes_in(tagged: Run) -> None:
    tagged("tags", "describe", "交通", "--colour", "red")
    assert tagged("tags", "export", "-o", "标签.csv").code == 0
    assert tagged("tags", "export").out.startswith("tag,colour,description,")
    table = Path("标签.csv").read_bytes().decode()
    assert table.startswith("\ufefftag,colour")
    changed = table.replace("交通,red,", "交通,green,公路与水路")
    Path("标签.csv").write_bytes(changed.encode())
    assert tagged("tags", "export", "-o", "标签.csv").code == 1
    assert tagged("tags", "import", "标签.csv").code == 0
    (tag,) = [one for one in tagged("tags", "--json").json if one["name"] == "交通"]
    assert (tag["colour"], tag["description"]) == ("green", "公路与水路")
    Path("坏.csv").write_text("tag,colour\n交通,橙\n", encoding="utf-8")
    assert tagged("tags", "import", "坏.csv").code == 4
