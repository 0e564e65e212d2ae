"""The sample reports and the guide: what they promise in their first lines, facts and keys."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from reportreader.tui.actions import ALL_ACTIONS
from reportreader.tui.actions.key_names import key_name

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
GUIDE = CORPUS / "使用指南.md"

FACTS = {
    "盘龙统战办实事.txt": (
        *("16个", "6个", "10个", "约100米", "3月11日", "6月9日"),
        *("40万余元", "20余块", "蓄水池2个", "45个", "2000余米", "45户"),
        *("马劳力彝族村", "闻一多公园•昆明市统战文化基地", "双报到双服务双报告"),
    ),
    "保山侨联办实事.txt": (
        *("12次", "8期", "4次", "3次", "4件", "13件", "9件", "22项", "共7个", "40户", "2万元"),
        *("30万余元", "5万余元", "1200余人", "1680副", "3.4万余元", "12万元", "100余册", "11块"),
        *("0.3万元", "13次", "35.7小时", "7名", "30次", "100.6小时", "36.7小时", "6小时"),
        *("2021年7月29日", "8月10日", "107.84万元", "45.83万元", "330余万元", "39.7万只"),
        *("1.6万只", "6300件", "2.5万副"),
    ),
    "五华区民生党建.txt": (
        *("300余人次", "6月19日", "12个基层党组织", "102家", "162名", "13个校点", "1.6亿元"),
        *("4个学区", "6所", "250家", "133个", "15329个", "5528户", "16余万人", "7940万元"),
        *("83项", "57项", "21项", "24小时", "20名", "10个行政村", "10名", "21人", "8202万元"),
        *("9个村委会", "67个村民小组", "250万元", "46名", "206户", "90多岁", "36749名", "187家"),
        "1440起",
    ),
    "内蒙古学史办实事版面.txt": (
        *("5月7日至8日", "6月11日", "12个", "6月9日", "4318册", "750张", "30750册", "96118"),
        *("9648条", "9593条", "99%", "4957名", "722项", "6月2日", "26度", "■视点", "■知行合一"),
    ),
    "西山永昌街道民族团结.txt": (
        *("2022-10-19 17:06", "3.88平方公里", "12个", "2个", "6.09万人", "26个", "3825人"),
        *("1058人", "2019年", "8次", "12次", "4次", "5个机关", "42家", "150余万元", "16个社区"),
        *("14个社区", "第二届长龙宴", "第七届"),
    ),
}


def _read(name: str) -> str:
    return (CORPUS / name).read_bytes().decode("utf-8")


def test_the_corpus_holds_five_reports_and_the_guide() -> None:
    assert {path.name for path in CORPUS.iterdir()} == {*FACTS, GUIDE.name}


@pytest.mark.parametrize("name", FACTS)
def test_a_report_says_in_its_first_line_what_it_retells(name: str) -> None:
    first, *rest = _read(name).split("\n")

    assert "本文为转述" in first
    assert re.search(r"日报|报刊|报纸|供稿", first)
    assert re.search(r"日期|日子|\d{4}年\d{1,2}月\d{1,2}日", first)
    assert len("".join("".join(rest).split())) >= 1200


@pytest.mark.parametrize("name", FACTS)
def test_a_report_keeps_every_figure(name: str) -> None:
    text = _read(name)

    assert [fact for fact in FACTS[name] if fact not in text] == []


def test_the_reports_keep_their_five_shapes() -> None:
    lead, headed, flat, page, numbered = (_read(name) for name in FACTS)

    assert len(re.findall(r"^[^。，\n]{4,24}——", lead, re.MULTILINE)) >= 7
    assert len(re.findall(r"^[^，。\n]{4,14}$", headed, re.MULTILINE)) >= 5
    assert len([line for line in flat.splitlines() if len(line) > 200]) == 1
    _remark, _blank, _headline, body = flat.split("\n", 3)
    assert "\n" not in body.strip("\n")
    assert len(re.findall(r"^■", page, re.MULTILINE)) == 3
    assert len(re.findall(r"^□", page, re.MULTILINE)) == 4
    for mark in (r"^（[一二三四]）", r"^[一二三四]是", r"^[123]、", r"^1$"):
        assert re.search(mark, numbered, re.MULTILINE)


def test_the_guide_shows_every_kind_of_block() -> None:
    text = _read(GUIDE.name)
    kinds = {token.type for token in MarkdownIt("commonmark").enable("table").parse(text)}

    assert len("".join(text.split())) >= 1200
    assert {
        "heading_open",
        "bullet_list_open",
        "ordered_list_open",
        "table_open",
        "blockquote_open",
        "fence",
    } <= kinds


def test_every_key_of_the_guide_is_a_key_of_the_program() -> None:
    known = {key_name(key) for action in ALL_ACTIONS for key in action.keys}
    rows = re.findall(
        r"^\| ((?:`[^`]+` ?)+)\|", _read(GUIDE.name).split("## 一张表", 1)[1], re.MULTILINE
    )
    named = [key for row in rows for key in re.findall(r"`([^`]+)`", row)]

    assert len(named) > 30
    assert [key for key in named if key not in known] == []


def test_a_wheel_carries_the_corpus() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    assert included == {"corpus": "reportreader/corpus"}


def test_a_new_library_lists_all_of_it(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"

    listed = subprocess.run(
        [sys.executable, "-m", "reportreader", "--library", str(library), "list"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert len([line for line in listed.stdout.splitlines() if line.strip()]) >= 6
