"""Trends and keyness from the command line."""

import csv
from pathlib import Path

import pytest
from tests.cli.running import REPORT, Run


def test_a_trend_is_a_line_for_each_year_and_one_for_what_has_none(filled: Run) -> None:
    lines = [line.split("\t") for line in filled("trend", "群众").out.splitlines()]
    assert [line[:2] for line in lines] == [["2021", "2"], ["无年份", "1"]]
    assert all(set(line[3]) <= set("█▏▎▍▌▋▊▉") for line in lines)
    assert max(len(line[3]) for line in lines) == 40


def test_several_terms_stand_under_their_names(filled: Run) -> None:
    lines = filled("trend", "放心水", "村道").out.splitlines()
    assert [line for line in lines if "\t" not in line] == ["放心水", "村道"]


def test_a_trend_as_json_counts_by_period_and_report(filled: Run) -> None:
    (trend,) = filled("trend", "群众", "--by", "month", "--json").json
    (point,) = trend["points"]
    assert (point["period"], point["count"], point["length"]) == ("2021-07", 2, len(REPORT))
    assert point["per_10000"] == pytest.approx(20_000 / len(REPORT), abs=0.01)
    assert trend["undated"]["count"] == 1
    assert [(one["id"], one["count"]) for one in trend["reports"]] == [("1", 2), ("2", 1)]


def test_a_trend_as_a_table(filled: Run) -> None:
    rows = list(csv.DictReader(filled("trend", "群众", "--csv").out.splitlines()))
    assert [(row["term"], row["period"], row["count"]) for row in rows] == [
        ("群众", "2021", "2"),
        ("群众", "", "1"),
    ]


def test_a_term_group_is_counted_as_one(filled: Run) -> None:
    filled("terms", "save", "水", "放心水", "水厂")
    (trend,) = filled("trend", "--group", "水", "--json").json
    assert (trend["term"], trend["points"][0]["count"]) == ("水", 3)
    missing = filled("trend", "--group", "路")
    assert missing.code == 3
    assert "路" in missing.err


def test_a_trend_of_nothing(filled: Run) -> None:
    assert filled("trend", "航天").code == 3
    assert filled("trend").code == 2


def test_keyness_tells_two_sets_apart(filled: Run) -> None:
    for number in range(1, 9):
        for name, said in (("茶", "春茶采摘培训"), ("渔", "鱼塘清淤消毒")):
            Path(f"{name}{number}.txt").write_text(
                f"{name}村第{number}期小结\n\n" + f"{said}第{number}轮已经结束。\n" * 3,
                encoding="utf-8",
            )
    assert filled("add", *(f"{name}{n}.txt" for name in "茶渔" for n in range(1, 9))).code == 0
    compared = filled("keyness", "--left", "采摘", "--right", "清淤", "--json").json
    assert (compared["left"]["reports"], compared["right"]["reports"]) == (8, 8)
    best = compared["left"]["phrases"][0]
    assert (best["left"], best["right"]) == (24, 0)
    assert any("采摘" in one["phrase"] for one in compared["left"]["phrases"])
    assert all("采摘" not in one["phrase"] for one in compared["right"]["phrases"])
    rows = list(
        csv.DictReader(
            filled("keyness", "--left", "采摘", "--right", "清淤", "--csv").out.splitlines()
        )
    )
    assert {row["side"] for row in rows} == {"left", "right"}
    lines = filled("keyness", "--left", "采摘", "--right", "清淤", "--top", "1").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["left", "right"]


def test_sets_that_do_not_differ(filled: Run) -> None:
    result = filled("keyness", "--left", "群众", "--right", "群众")
    assert (result.code, result.out) == (3, "")
    assert filled("keyness", "--left", "群众").code == 2
