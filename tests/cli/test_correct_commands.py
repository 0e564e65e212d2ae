"""Correcting the structure of reports from the command line."""

from pathlib import Path

import pytest
from tests.cli.running import REPORT, Run

from reportreader.services.opening import open_library

SECOND = REPORT.index("二、下步打算")


def outline(cli: Run) -> list[str]:
    return [line.strip().partition("  #")[0] for line in cli("outline", "1").out.splitlines()[1:]]


def levels(cli: Run) -> list[int]:
    return [section["level"] for section in cli("outline", "1", "--json").json["outline"]]


def test_a_passage_becomes_a_heading_and_undo_takes_it_back(filled: Run) -> None:
    result = filled("correct", "heading", "1", "--quote", "完成农村管网", "--level", "2")
    assert (result.code, result.out) == (0, "1\n")
    assert result.err == "已把“完成农村管网”定为标题。\n"
    assert outline(filled) == ["一、建设情况", "二、下步打算", "完成农村管网"]
    assert levels(filled) == [1, 1, 2]
    assert "定为标题" in filled("undo").err
    assert outline(filled) == ["一、建设情况", "二、下步打算"]


def test_a_heading_by_offsets(filled: Run) -> None:
    start = REPORT.index("新建村级水厂")
    filled("correct", "heading", "1", "--start", str(start), "--end", str(start + 6))
    assert outline(filled)[1] == "新建村级水厂"


def test_level_name_and_what_is_no_heading(filled: Run) -> None:
    assert filled("correct", "level", "1", str(SECOND), "2").code == 0
    assert levels(filled) == [1, 2]
    assert filled("correct", "rename", "1", str(SECOND), "打算").code == 0
    assert outline(filled) == ["一、建设情况", "打算"]
    assert filled("correct", "rename", "1", str(SECOND)).code == 0
    assert outline(filled) == ["一、建设情况", "二、下步打算"]
    assert filled("correct", "no-heading", "1", str(SECOND)).code == 0
    assert outline(filled) == ["一、建设情况"]


def test_joining_takes_a_heading_behind_text_for_none(filled: Run) -> None:
    first = REPORT.index("一、建设情况")
    assert filled("correct", "join", "1", str(first)).code == 0
    assert outline(filled) == ["一、建设情况"]
    result = filled("correct", "join", "1", str(first))
    assert result.code == 3
    assert "最后一个标题" in result.err


def test_title_and_date_show_in_the_list(filled: Run) -> None:
    assert filled("correct", "set", "1", "date", "2021-07-06").code == 0
    assert filled("correct", "set", "1", "sign-date", "--", "--07-05").code == 0
    assert filled("correct", "set", "1", "title", "水务小结").code == 0
    listed = {report["id"]: report for report in filled("list", "--json").json}
    assert (listed["1"]["title"], listed["1"]["date"]) == ("水务小结", "2021-07-06")


def test_corrections_are_listed_and_taken_back(filled: Run) -> None:
    filled("correct", "level", "1", str(SECOND), "2")
    filled("correct", "set", "1", "date", "2021-07-06")
    assert filled("correct", "1").out.splitlines() == [
        f"1\t#{SECOND}\t未变\t把标题“二、下步打算”改为第 2 级",
        "2\t\t未变\t把报告信息更正为“2021-07-06”",
    ]
    shapes = filled("correct", "list", "1", "--json").json
    assert [(one["kind"], one["field"], one["value"]) for one in shapes] == [
        ("level", "", "2"),
        ("metadata", "date", "2021-07-06"),
    ]
    assert shapes[0]["quote"] == "二、下步打算"
    assert shapes[0]["placed"] is True
    assert filled("correct", "remove", "1", "2").code == 0
    assert filled("correct", "1").err == "对这份报告没有更正。\n"
    assert levels(filled) == [1, 1]


def test_a_correction_whose_passage_is_gone_stays_listed(filled: Run) -> None:
    filled("correct", "no-heading", "1", str(SECOND))
    path = Path("水务.txt")
    path.write_text(REPORT[:SECOND], encoding="utf-8")
    filled("add", "水务.txt")
    (one,) = filled("correct", "1", "--json").json
    assert one["placed"] is False
    assert one["quote"] == "二、下步打算"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["heading", "1"], 2),
        (["heading", "1", "--quote", "没有这句话"], 3),
        (["heading", "1", "--quote", "群众"], 3),
        (["heading", "1", "--start", "3", "--end", "99999"], 4),
        (["level", "1", "0", "2"], 3),
        (["level", "1", str(SECOND), "0"], 4),
        (["heading", "1", "--quote", "完成农村管网", "--level", "12"], 4),
        (["level", "1", str(SECOND), "深"], 2),
        (["no-heading", "1", "99999"], 3),
        (["set", "1", "date", "去年"], 4),
        (["set", "1", "colour", "红"], 2),
        (["remove", "7"], 3),
        (["list", "没有"], 3),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing(
    filled: Run, words: list[str], code: int
) -> None:
    result = filled("correct", *words)
    assert result.code == code
    assert result.err.startswith("reportreader: ")
    assert filled("correct", "1", "--json").json == []


def test_structure_found_by_an_older_program_is_found_anew(filled: Run, library_path: Path) -> None:
    filled("correct", "level", "1", str(SECOND), "2")
    with open_library(library_path) as library, library.transaction():
        library.execute("UPDATE block_pack SET sections = '[]'")
        library.execute("UPDATE report_version SET structure_version = 1")
    assert outline(filled) == ["二、下步打算"]
    result = filled("check", "--rebuild-structure")
    assert result.code == 0
    assert "已重新分析 2 份报告的结构。" in result.err
    assert outline(filled) == ["一、建设情况", "二、下步打算"]
    assert levels(filled) == [1, 2]
