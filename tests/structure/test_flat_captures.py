"""Captures of web pages on one line: title, fields and buttons in front, the page's foot behind."""

import pytest

from reportreader.document.block import BlockKind
from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

TITLE = "桃园区举办社区读书会"
TEXT = (
    "近日，桃园区图书馆联合八个社区举办读书会，邀请居民走进书房，分享各自的读书心得和收获。"
    "活动现场，居民们围坐在一起，从一本旧书谈到一条老街，从家常话谈到社区的新变化，气氛热烈而温馨。"
    "图书馆馆长介绍说，今后每月都会举办一次这样的活动，让更多居民在家门口就能读到好书。"
)
SOURCE, DATE = MetadataField.SOURCE, MetadataField.DATE
AUTHOR, EDITOR = MetadataField.AUTHOR, MetadataField.EDITOR


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            " 发布时间:2022-04-01 来源:区图书馆 浏览次数:21 字号:[大] [中] [小] ",
            {SOURCE: "区图书馆", DATE: "2022-04-01"},
        ),
        (
            " 2022-04-01 09:30 来源：桃园网 【打印】 【关闭】 ",
            {SOURCE: "桃园网", DATE: "2022-04-01T09:30"},
        ),
        (
            "　　来源：区图书馆　作者：王小明　时间：2022-04-01　点击：33次　",
            {SOURCE: "区图书馆", DATE: "2022-04-01", AUTHOR: "王小明"},
        ),
        (" 日期：2022年4月1日 编辑：王小明 ", {DATE: "2022-04-01", EDITOR: "王小明"}),
    ],
)
def test_fields_behind_the_title(head: str, expected: dict[MetadataField, str]) -> None:
    document = find_structure(TITLE + head + TEXT)
    assert document.title == TITLE
    assert {field: document.metadata.value(field) for field in expected} == expected


def test_crumbs_in_front_of_the_title_are_furniture() -> None:
    document = find_structure(f"首页 > 新闻 > 动态 {TITLE} 来源：区图书馆 日期：2022-04-01 {TEXT}")
    assert document.title == TITLE
    assert document.blocks[0].kind is BlockKind.FURNITURE


def test_foot_behind_the_last_sentence() -> None:
    text = (
        f"{TITLE} 来源：区图书馆 日期：2022-04-01 {TEXT}(王小明) 上一篇：读书月启动 下一篇：没有了"
    )
    document = find_structure(text)
    assert document.metadata.value(AUTHOR) == "王小明"
    assert [block.kind for block in document.blocks][-2:] == [BlockKind.FURNITURE] * 2


def test_editor_in_the_foot() -> None:
    document = find_structure(
        f"{TITLE}\n{TEXT} （责任编辑：zx0216） 【纠错】 【打印】 热搜 一条街火了"
    )
    assert document.metadata.value(EDITOR) == "zx0216"


def test_fields_inside_running_text_cut_nothing() -> None:
    text = f"{TEXT}各单位请填写姓名:张三 来源:本区 时间:上午，并于月底前报送区图书馆，逾期不再受理有关事项。"
    assert len(find_structure(text).blocks) == 1


@pytest.mark.parametrize(
    "line",
    [
        "【 字体： 大 中 小 】",
        "[打印] [关闭]",
        "网站首页　新闻动态　工作交流",
        "索引号: 0058/2021-09　　公开方式: 主动公开",
    ],
)
def test_line_of_buttons_or_records_is_no_title(line: str) -> None:
    assert find_structure(f"{line}\n{TITLE}\n2022-04-01 09:30\n{TEXT}").title == TITLE


def test_title_stands_right_above_its_subtitle() -> None:
    text = f"来源：桃园晚报 2022-04-01\n社区纪事\n{TITLE}\n——桃园区图书馆创新服务纪实\n{TEXT}"
    document = find_structure(text)
    assert document.title == TITLE
    assert document.metadata.value(MetadataField.KICKER) == "社区纪事"


def test_year_of_two_digits_behind_its_label() -> None:
    text = f"{TITLE}\n时间：22-04-01　编辑：admin_1　人气：66\n{TEXT}"
    metadata = find_structure(text).metadata
    assert (metadata.value(DATE), metadata.value(EDITOR)) == ("2022-04-01", "admin_1")


def test_words_in_front_are_read_as_the_lines_they_were() -> None:
    text = f"{TITLE} 桃园区图书馆 （2022年4月1日） 本报记者 王小明 各位读者： {TEXT}"
    metadata = find_structure(text).metadata
    assert metadata.value(MetadataField.TITLE) == TITLE
    assert metadata.value(SOURCE) == "桃园区图书馆"
    assert metadata.value(DATE) == "2022-04-01"
    assert metadata.value(MetadataField.REPORTER) == "王小明"
    assert metadata.value(MetadataField.ADDRESSEE) == "各位读者："


def test_menu_in_front_of_the_words_is_furniture() -> None:
    text = f"首页 新闻中心 通知公告 联系我们 {TITLE} 2022-04-01 10:20 来源：桃园网 {TEXT}"
    document = find_structure(text)
    assert document.title == TITLE
    assert document.blocks[0].kind is BlockKind.FURNITURE


def test_sentences_in_front_are_no_lines() -> None:
    text = f"{TEXT} 2022年4月1日 {TEXT}"
    assert find_structure(text).metadata.all(MetadataField.TITLE) == ()


def test_parts_named_after_a_year_between_blanks() -> None:
    text = f"{TITLE} {TEXT} 一、2021年工作回顾 {TEXT} 二、2022年工作安排 {TEXT}"
    assert [section.title for section in find_structure(text).sections] == [
        "一、2021年工作回顾",
        "二、2022年工作安排",
    ]


def test_spread_words_of_headings_between_blanks_are_whole() -> None:
    law = "本办法适用于本区停车场的规划、建设和管理，各有关单位应当遵照执行，不得擅自改变用途。"
    text = (
        f"桃园区停车管理办法 第一章 总　则 第一条 {law} 第二条 {law} 第二章 规划建设 第三条 {law} "
        f"第三章 附　则 第四条 {law}"
    )
    assert [section.title for section in find_structure(text).sections] == [
        "第一章 总 则",
        "第二章 规划建设",
        "第三章 附 则",
    ]


def test_blanks_behind_a_number_alone_on_its_line() -> None:
    law = "本办法适用于本区停车场的规划、建设和管理，各有关单位应当遵照执行，不得擅自改变用途。"
    text = "".join(f"第{number}条  \n　　{law}\n" for number in "一二三")
    assert [section.title for section in find_structure(text).sections] == [
        "第一条",
        "第二条",
        "第三条",
    ]
