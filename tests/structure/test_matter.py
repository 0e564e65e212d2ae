"""Front and back matter: who, when, from where, for whom."""

import pytest

from reportreader.document.block import BlockKind
from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"


def values(text: str, field: MetadataField) -> list[str]:
    return [item.value for item in find_structure(text).metadata.all(field)]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2022-10-19 17:06 来源：县报", "2022-10-19T17:06"),
        ("发布日期：2016-11-22 浏览次数：35", "2016-11-22"),
        ("时间：2026年2月2日", "2026-02-02"),
        ("發布日期：110-09-23", "2021-09-23"),
        ("發稿日期：109年9月23日", "2020-09-23"),
        ("民國113年5月28日", "2024-05-28"),
        ("二〇一八年五月十二日", "2018-05-12"),
        ("2006.02.01 20:00:35", "2006-02-01T20:00:35"),
        ("《江城日报》（2021年03月12日 01 版）", "2021-03-12"),
    ],
)
def test_publication_dates_in_every_form(line: str, date: str) -> None:
    text = f"老楼装上新电梯\n{line}\n{DETAIL}"
    assert values(text, MetadataField.DATE)[:1] == [date]
    assert find_structure(text).title == "老楼装上新电梯"


def test_a_dateline_gives_source_day_and_reporters() -> None:
    text = f"江河社北京5月9日电（记者贾小永、曹一智）{DETAIL}\n{DETAIL}"
    assert values(text, MetadataField.SOURCE) == ["江河社"]
    assert values(text, MetadataField.DATE) == ["--05-09"]
    assert values(text, MetadataField.REPORTER) == ["贾小永", "曹一智"]


def test_the_headline_can_stand_in_the_dateline() -> None:
    text = f"江河网北京5月9日电题：春耕的田野——来自平原的报告\n记者 李明\n{DETAIL}\n{DETAIL}"
    document = find_structure(text)
    assert document.title == "春耕的田野——来自平原的报告"
    assert document.metadata.value(MetadataField.DATE) == "--05-09"


def test_our_own_correspondent_is_no_source() -> None:
    text = f"本报讯(通讯员 张晓宇){DETAIL}\n{DETAIL}"
    assert values(text, MetadataField.SOURCE) == []
    assert values(text, MetadataField.AUTHOR) == ["张晓宇"]


@pytest.mark.parametrize(
    "opening",
    [
        "〔記者陳美玲、林志豪／台南報導〕",
        "【記者陳美玲、林志豪／台南報導】",
        "記者陳美玲、林志豪/台南報導 ",
    ],
)
def test_taiwanese_bylines(opening: str) -> None:
    text = (
        f"{opening}市府教育局今日宣布，新學年度將增加二十所學校試辦課程，並補助教材經費。\n{DETAIL}"
    )
    assert values(text, MetadataField.REPORTER) == ["陳美玲", "林志豪"]


def test_reporter_and_date_of_a_news_agency() -> None:
    text = f"（中央社記者張小美台北12日電）{DETAIL}\n{DETAIL}\n（編輯：李大華）1090612"
    assert values(text, MetadataField.REPORTER) == ["張小美"]
    assert values(text, MetadataField.EDITOR) == ["李大華"]
    assert values(text, MetadataField.DATE) == ["2020-06-12"]


@pytest.mark.parametrize(
    ("closing", "field", "names"),
    [
        ("（杨小燕 周光萍）", MetadataField.AUTHOR, ["杨小燕", "周光萍"]),
        ("（江北区教育局 供稿）", MetadataField.SOURCE, ["江北区教育局"]),
        ("（江北县发改局）", MetadataField.AUTHOR, ["江北县发改局"]),
        ("（记者 韩小雪 通讯员 丁宁）", MetadataField.AUTHOR, ["丁宁"]),
        ("（责编：郑小楠、冯一）", MetadataField.EDITOR, ["郑小楠", "冯一"]),
    ],
)
@pytest.mark.parametrize("separator", ["", "\n"])
def test_who_signs_in_brackets_at_the_end(
    closing: str, field: MetadataField, names: list[str], separator: str
) -> None:
    text = f"老楼装上新电梯\n{DETAIL}\n{DETAIL}{separator}{closing}"
    assert values(text, field) == names
    last = find_structure(text).blocks[-1]
    assert (last.kind, text[last.start : last.end]) == (BlockKind.BYLINE, closing)


def test_remarks_in_brackets_sign_nothing() -> None:
    text = f"老楼装上新电梯\n{DETAIL}\n{DETAIL}（完）"
    assert values(text, MetadataField.AUTHOR) == []


def test_an_official_paper_from_number_to_signature() -> None:
    text = f"县政府关于调整公交票价的通知\n县政发〔2021〕15号\n各乡镇人民政府，县直各部门：\n{DETAIL}\n县人民政府\n2021年6月3日\n（此件公开发布）"
    document = find_structure(text)
    expected = {
        MetadataField.TITLE: "县政府关于调整公交票价的通知",
        MetadataField.DOCUMENT_NUMBER: "县政发〔2021〕15号",
        MetadataField.ADDRESSEE: "各乡镇人民政府，县直各部门：",
        MetadataField.SIGNATURE: "县人民政府",
        MetadataField.SIGN_DATE: "2021-06-03",
        MetadataField.DATE: "",
    }
    assert {field: document.metadata.value(field) for field in expected} == expected


def test_a_number_cited_in_the_text_is_not_the_papers_own() -> None:
    text = f"关于公交票价的说明\n根据县政发〔2019〕5号文件要求，现将有关情况说明如下。{DETAIL}\n{DETAIL}"
    assert values(text, MetadataField.DOCUMENT_NUMBER) == []


def test_a_speech_with_date_speaker_and_greeting() -> None:
    text = f"在全县春耕工作会议上的讲话\n（2022年3月8日）\n王志远\n同志们：\n{DETAIL}\n{DETAIL}"
    document = find_structure(text)
    assert document.title == "在全县春耕工作会议上的讲话"
    assert document.metadata.value(MetadataField.AUTHOR) == "王志远"
    assert document.metadata.value(MetadataField.ADDRESSEE) == "同志们："


def test_office_and_name_below_the_occasion() -> None:
    text = f"江北县2020年政府工作报告\n——2020年1月10日在江北县第十七届人民代表大会第五次会议上\n县长  周明远\n各位代表：\n{DETAIL}\n{DETAIL}"
    document = find_structure(text)
    assert document.metadata.value(MetadataField.AUTHOR) == "周明远"
    assert document.metadata.value(MetadataField.SUBTITLE).startswith("——2020年1月10日")


def test_a_title_broken_inside_its_book_marks_is_one() -> None:
    text = f"县政府关于印发《公共场所\n信息公开办法》的通知\n县政发〔2021〕15号\n各乡镇人民政府：\n{DETAIL}"
    assert find_structure(text).title == "县政府关于印发《公共场所信息公开办法》的通知"


def test_a_bulletin_is_named_by_its_story() -> None:
    text = f"工作简报\n第12期\n县委办公室编      2020年5月6日\n扎实推进改厕工作 切实改善人居环境\n{DETAIL}\n{DETAIL}"
    assert find_structure(text).title == "扎实推进改厕工作 切实改善人居环境"


def test_running_text_has_no_title() -> None:
    text = f"{DETAIL}\n{DETAIL}"
    assert values(text, MetadataField.TITLE) == []


def test_an_outlet_behind_the_date_is_the_source() -> None:
    text = f"老楼装上新电梯\n2006年05月10日 08:20 江城晚报\n{DETAIL}\n{DETAIL}"
    assert values(text, MetadataField.SOURCE) == ["江城晚报"]


def test_a_cover_sheet_names_its_subject() -> None:
    text = f"江北大学\n实践报告\n题    目：乡村快递网点调查\n学    院：经济学院\n姓    名：张小明\n一、背景\n{DETAIL}\n二、结果\n{DETAIL}"
    assert find_structure(text).title == "乡村快递网点调查"
