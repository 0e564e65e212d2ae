"""Shapes of what stands in front: rubrics, names of papers over three lines, issues, page names."""

import pytest

from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"


def _title(text: str) -> str:
    document = find_structure(text)
    item = document.metadata.all(MetadataField.TITLE)[0]
    return text[item.start : item.end]


def test_rubric_above_a_title_of_its_length_is_its_kicker() -> None:
    text = f"读书月活动进行时\n桃园街：书香飘满园\n2022-04-01 来源：桃园网\n{DETAIL}\n{DETAIL}\n"
    assert _title(text) == "桃园街：书香飘满园"
    assert find_structure(text).metadata.value(MetadataField.KICKER) == "读书月活动进行时"


def test_name_of_a_paper_over_three_lines() -> None:
    name = "桃园区人民政府\n关于加强和改进新时期\n社区读书工作的意见"
    assert _title(f"{name}\n（2022年4月1日）\n{DETAIL}\n一、总体要求\n{DETAIL}\n") == name


def test_issue_below_the_name_of_minutes() -> None:
    text = (
        f"桃园街道党工委会议纪要\n〔2022〕第5期\n会议议定事项如下：\n一、关于读书工作\n{DETAIL}\n"
    )
    assert _title(text) == "桃园街道党工委会议纪要"


def test_name_and_number_of_a_page_are_no_title() -> None:
    text = f"2022年4月1日　星期五\n　　　　要　闻　　　　　　3\n老街飘书香\n本报记者 王小明\n{DETAIL}\n{DETAIL}\n"
    assert _title(text) == "老街飘书香"


def test_reporter_behind_the_title_of_one_line() -> None:
    text = f"桃园街道：小书屋托起大民生 本报记者 王小明 {DETAIL}{DETAIL}"
    document = find_structure(text)
    assert document.title == "桃园街道：小书屋托起大民生"
    assert document.metadata.value(MetadataField.REPORTER) == "王小明"


def test_long_numbered_headings_go_on_below() -> None:
    first = "一、坚持以读者为中心，不断丰富馆藏资源，努力提升全区居民\n阅读服务水平"
    second = "二、坚持以活动为载体，不断创新服务形式，努力扩大图书馆的\n社会影响力"
    text = f"桃园区图书馆年度工作总结\n{first}\n{DETAIL}\n{second}\n{DETAIL}\n"
    sections = find_structure(text).sections
    assert [text[section.start : section.end] for section in sections] == [first, second]


def test_short_headings_below_a_long_one_stay_headings() -> None:
    text = (
        f"桃园区图书馆年度工作总结\n一、坚持以读者为中心，不断丰富馆藏资源，努力提升全区居民素质\n借阅服务\n{DETAIL}\n"
        f"讲座展览\n{DETAIL}\n二、明年打算\n{DETAIL}\n"
    )
    assert [section.level for section in find_structure(text).sections] == [1, 2, 2, 1]


@pytest.mark.parametrize("mark", ["**", "*"])
def test_stars_of_markdown_are_no_part_of_a_heading(mark: str) -> None:
    text = f"桃园区图书馆年度工作总结\n{DETAIL}\n{mark}借阅服务{mark}\n{DETAIL}\n{mark}讲座展览{mark}\n{DETAIL}\n"
    assert [section.title for section in find_structure(text).sections] == ["借阅服务", "讲座展览"]


def test_literature_below_the_text_is_headed() -> None:
    text = f"桃园区读书调研报告\n一、基本情况\n{DETAIL}\n二、对策建议\n{DETAIL}\n参考文献\n[1]王小明.社区阅读研究[J].\n"
    assert [section.title for section in find_structure(text).sections][-1] == "参考文献"


def test_office_signs_below_its_contact_and_enclosures() -> None:
    text = (
        f"关于开展读书活动的通知\n各社区：\n{DETAIL}\n联系人：王小明　电话：1234567\n附件：1.推荐表\n2.汇总表\n"
        "桃园区教育局\n2022年4月1日\n"
    )
    metadata = find_structure(text).metadata
    assert metadata.value(MetadataField.SIGNATURE) == "桃园区教育局"
    assert metadata.value(MetadataField.SIGN_DATE) == "2022-04-01"
