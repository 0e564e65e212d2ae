"""Whole reports on one line: headings between blanks, or glued to what stands around them."""

from tests.structure.found import titles

from reportreader.document.block import BlockKind
from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展。居民们都说，这样的办法好，看得见、摸得着，大家心里踏实。"


def test_phrases_between_blanks_head_flat_paragraphs() -> None:
    text = f"{DETAIL} 坚持居民优先 合力办好实事 {DETAIL} {DETAIL} 发挥骨干作用 难题一起破解 {DETAIL} {DETAIL}"
    document = find_structure(text)
    assert [section.title for section in document.sections] == [
        "坚持居民优先 合力办好实事",
        "发挥骨干作用 难题一起破解",
    ]
    kinds = [block.kind for block in document.blocks]
    assert kinds.count(BlockKind.HEADING) == 2
    assert kinds.count(BlockKind.PARAGRAPH) == 5


def test_numbered_phrases_between_blanks() -> None:
    text = f"关于加强冬季防火工作的意见 为做好防火工作，提出如下意见。 一、提高思想认识 {DETAIL} 二、落实工作责任 {DETAIL} 三、加强检查督促 {DETAIL}"
    assert titles(text) == ["一、提高思想认识", "二、落实工作责任", "三、加强检查督促"]
    assert find_structure(text).title == "关于加强冬季防火工作的意见"


def test_blanks_around_numbers_do_not_end_a_heading() -> None:
    text = f"{DETAIL} 一、2021 年上半年工作开展情况 2021 年上半年，{DETAIL} 二、下半年工作打算 {DETAIL} {DETAIL}"
    assert titles(text) == ["一、2021 年上半年工作开展情况", "二、下半年工作打算"]


def test_headings_glued_to_their_text_end_where_a_sentence_opens() -> None:
    text = f"全镇大会上的讲话同志们：今天开会，我讲三点意见。一、认清形势，增强做好工作的责任感当前，{DETAIL}二、突出重点，努力开创工作的新局面今年以来，{DETAIL}三、加强领导，确保各项任务落到实处各级干部要重视，{DETAIL}"
    assert titles(text) == [
        "一、认清形势，增强做好工作的责任感",
        "二、突出重点，努力开创工作的新局面",
        "三、加强领导，确保各项任务落到实处",
    ]
    assert find_structure(text).title == "全镇大会上的讲话"


def test_nested_numbers_glued_without_any_blank() -> None:
    text = f"{DETAIL}辦理辦法如下：一、「老屋修繕補助」(一)補助對象：屋齡三十年以上並登記在案者。(二)辦理流程：帶估價單到區公所登記。二、「騎樓整平補助」(一)補助範圍：臨街騎樓高低不平者。(二)辦理流程：由里長造冊送件。{DETAIL}"
    assert [section.level for section in find_structure(text).sections] == [1, 2, 2, 1, 2, 2]


def test_a_title_said_twice_is_the_title_once() -> None:
    text = f"护林工作总结护林工作总结 现将有关情况汇报如下：{DETAIL}{DETAIL}"
    assert find_structure(text).metadata.value(MetadataField.TITLE) == "护林工作总结"


def test_a_name_glued_behind_the_last_sentence_signs_it() -> None:
    text = f"{DETAIL}{DETAIL}李建华"
    assert find_structure(text).metadata.value(MetadataField.AUTHOR) == "李建华"
