"""Metadata in the many forms that lines before and behind a text carry, and what is none."""

import pytest

from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

TITLE = "老街改造让居民住得更舒心"
DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"
SOURCE, DATE = MetadataField.SOURCE, MetadataField.DATE
AUTHOR, EDITOR = MetadataField.AUTHOR, MetadataField.EDITOR
REPORTER, NUMBER = MetadataField.REPORTER, MetadataField.DOCUMENT_NUMBER


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("县委统战部 2022-03-15", {SOURCE: "县委统战部", DATE: "2022-03-15"}),
        ("民政局  112年3月5日", {SOURCE: "民政局", DATE: "2023-03-05"}),
        ("〔縣政府發布〕111/10/08", {SOURCE: "縣政府", DATE: "2022-10-08"}),
        ("【發布單位】工務局", {SOURCE: "工務局"}),
        ("日期：112-08-17   資料來源：新聞處", {SOURCE: "新聞處", DATE: "2023-08-17"}),
        ("文/王小明 图/李小丽", {AUTHOR: "王小明"}),
        (
            "原创 麦田小路 江城社区 2021-03-05 18:30 发表于湖北",
            {AUTHOR: "麦田小路", SOURCE: "江城社区", DATE: "2021-03-05T18:30"},
        ),
        ("原创 江城社区 2021-03-05", {SOURCE: "江城社区", DATE: "2021-03-05"}),
        ("□ 王小明", {AUTHOR: "王小明"}),
        ("中央社記者王小明／台北3月5日電", {SOURCE: "中央社", REPORTER: "王小明"}),
        ("江北社兰州8月23日电 题：老街改造", {SOURCE: "江北社", DATE: "--08-23"}),
        ("（10月18日）", {DATE: "--10-18"}),
        ("〔2021〕第9号", {NUMBER: "〔2021〕第9号"}),
        ("（第二十三号）", {NUMBER: "第二十三号"}),
        ("江政发[2021]12号    签发人：王小明", {NUMBER: "江政发[2021]12号"}),
    ],
)
def test_lines_in_front(line: str, expected: dict[MetadataField, str]) -> None:
    document = find_structure(f"{TITLE}\n{line}\n{DETAIL}\n{DETAIL}")
    assert document.title == TITLE
    assert {field: document.metadata.value(field) for field in expected} == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("来源丨江城晚报", {SOURCE: "江城晚报"}),
        ("（桃园街道 李小梅）", {AUTHOR: "李小梅"}),
        (
            "编辑：王小明  校对：李小丽\n声明：凡注明“来源：江城网”的作品，未经授权不得转载。",
            {EDITOR: "王小明"},
        ),
        ("责任编辑：王小明\n点赞 12   收藏 3   评论 9\n热门推荐\n老街火了", {EDITOR: "王小明"}),
    ],
)
def test_lines_behind(line: str, expected: dict[MetadataField, str]) -> None:
    metadata = find_structure(f"{TITLE}\n{DETAIL}\n{DETAIL}\n{line}").metadata
    assert {field: metadata.value(field) for field in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n编者按：{DETAIL}\n{DETAIL}",
        f"{TITLE}\n2021年5月9日，全县召开动员会。{DETAIL}\n{DETAIL}",
        f"{TITLE}\n{DETAIL}来源于群众的意见有三条。\n{DETAIL}\n资料来源：统计年鉴",
        f"{TITLE}\n项目\n预算数\n合计\n时间\n单位\n{DETAIL}",
    ],
)
def test_what_is_no_metadata(text: str) -> None:
    fields = {item.field for item in find_structure(text).metadata.items}
    assert not fields & {SOURCE, DATE, AUTHOR, EDITOR, REPORTER, NUMBER}


def test_office_and_day_in_the_head_of_a_numbered_paper_sign_it() -> None:
    text = f"会议纪要\n〔2021〕第9号\n新区管委会  2021年4月22日\n关于选址的纪要\n{DETAIL}\n{DETAIL}"
    metadata = find_structure(text).metadata
    assert not metadata.all(DATE)
    assert metadata.value(MetadataField.SIGN_DATE) == "2021-04-22"
    assert metadata.value(MetadataField.SUBTITLE) == "关于选址的纪要"


def test_the_signature_behind_numbered_paragraphs() -> None:
    text = f"公开信\n{DETAIL}\n1.守好家门。{DETAIL}\n2.看好老人。{DETAIL}\n县应急局\n2021年5月6日"
    metadata = find_structure(text).metadata
    assert metadata.value(MetadataField.SIGNATURE) == "县应急局"
    assert metadata.value(MetadataField.SIGN_DATE) == "2021-05-06"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("江城教育局文件\n江教〔2021〕15号\n关于公布名单的通知", "关于公布名单的通知"),
        ("江城农业局\n2021年度工作总结", "江城农业局 2021年度工作总结"),
        ("首页\n新闻\n老街改造让居民住得更舒心", TITLE),
        ("关于防汛的通知（江政发〔2021〕12号）", "关于防汛的通知（江政发〔2021〕12号）"),
        ("志愿者登记表\n姓名：\n性别：", "志愿者登记表"),
    ],
)
def test_titles_among_letterheads_rubrics_and_fields(head: str, title: str) -> None:
    assert find_structure(f"{head}\n{DETAIL}\n{DETAIL}").title == title


def test_a_number_behind_the_name_of_a_paper() -> None:
    text = f"关于防汛的通知（江政发〔2021〕12号）\n{DETAIL}\n{DETAIL}"
    assert find_structure(text).metadata.value(NUMBER) == "江政发〔2021〕12号"


def test_a_word_broken_over_paragraphs_is_joined() -> None:
    text = f"{TITLE}\n全市排查出入河排污口617个，逐一建档立\n\n卡，目前已完成整治589个。\n{DETAIL}"
    assert any("建档立\n\n卡，目前" in text[b.start : b.end] for b in find_structure(text).blocks)


def test_office_and_name_below_the_title_sign_the_report() -> None:
    document = find_structure(f"学习心得体会\n县委统战部 李小梅\n{DETAIL}\n{DETAIL}")
    assert document.title == "学习心得体会"
    assert document.metadata.value(AUTHOR) == "李小梅"


def test_the_issue_of_a_bulletin_is_not_its_title() -> None:
    text = f"江北统计月报\n（2022年第3期）\n江北统计局编    2022年4月10日\n经济开局平稳\n{DETAIL}\n{DETAIL}"
    document = find_structure(text)
    assert document.title == "经济开局平稳"
    assert document.metadata.value(SOURCE) == "江北统计局"
