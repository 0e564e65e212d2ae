"""Reports whose lines were put on one: where the news begins, where a heading ends."""

import pytest

from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

STORY = "镇里今年新修了三条村道，装上了路灯，村民们晚上散步再也不用打手电，孩子们上学也方便多了。"
PLAN = (
    "全年安排资金三百万元，由分管领导牵头，逐月检查进度，确保年底前全部完成，群众满意率明显提高。"
)


@pytest.mark.parametrize(
    ("opening", "source", "reporter"),
    [
        ("本报讯（记者 周敏 通讯员 陆晓）", "", "周敏"),
        ("新华社清江5月6日电（记者 周敏）", "新华社", "周敏"),
        ("【城市观察报道】（记者 周敏）", "城市观察", "周敏"),
    ],
)
def test_a_dateline_in_front_of_flat_news_is_no_title(
    opening: str, source: str, reporter: str
) -> None:
    metadata = find_structure(f"{opening}{STORY} {PLAN} {STORY} {PLAN}").metadata
    assert metadata.value(MetadataField.TITLE) == ""
    assert metadata.value(MetadataField.SOURCE) == source
    assert metadata.value(MetadataField.REPORTER) == reporter


def test_the_paragraphs_below_a_heading_of_flat_text_open_as_those_of_other_parts() -> None:
    text = (
        f"工作会议已经召开，现将打算报告如下。{PLAN} 一、扩大内需 加快项目建设。{PLAN} 促进市场消费。{PLAN} "
        f"二、改善民生 加强就业服务。{PLAN} 办好农村学校。{PLAN}"
    )
    assert [(part.level, part.title) for part in find_structure(text).sections] == [
        (1, "一、扩大内需"),
        (2, "加快项目建设"),
        (2, "促进市场消费"),
        (1, "二、改善民生"),
        (2, "加强就业服务"),
        (2, "办好农村学校"),
    ]


def test_words_with_a_number_behind_a_heading_are_no_second_half_of_it() -> None:
    text = (
        f"现面向社会征集线索。{STORY}{PLAN} 一、征集内容 农村道路上的各类隐患。{PLAN} "
        f"二、征集时间 即日起至5月20日 逾期不候。{PLAN} 三、联系方式 登录镇政府网站留言。{PLAN}"
    )
    assert [part.title for part in find_structure(text).sections] == [
        "一、征集内容",
        "二、征集时间",
        "三、联系方式",
    ]


def test_a_title_of_two_papers_ends_before_the_year_that_opens_the_report() -> None:
    text = f"青禾镇上半年工作总结及下半年工作打算2022年上半年，全镇上下齐心协力。{PLAN}{STORY}{PLAN}{STORY}"
    assert find_structure(text).title == "青禾镇上半年工作总结及下半年工作打算"


def test_an_outlet_may_be_called_by_what_it_does() -> None:
    head = "老桥头的新日子\n来源：青禾发布 发布时间：2022-05-16"
    metadata = find_structure(f"{head}\n{STORY}\n{PLAN}\n").metadata
    assert metadata.value(MetadataField.SOURCE) == "青禾发布"
    assert metadata.value(MetadataField.DATE) == "2022-05-16"


def test_the_reporter_in_brackets_in_front_names_no_part() -> None:
    document = find_structure(f"【记者 周敏】{STORY}{PLAN}\n{PLAN}{STORY}\n")
    assert not document.sections
    assert document.metadata.value(MetadataField.REPORTER) == "周敏"
