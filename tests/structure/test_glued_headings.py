"""Flat text that has lost the signs behind its headings: siblings say where they end."""

from tests.structure.found import titles

from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

COUNTS = (
    "困难家庭三百二十户，修缮危房四十一间，新建便民驿站六处，办理居民来信二百余件，满意率逐月上升。"
)
DETAIL = "街道先后召开四次协调会，把任务分解到楼到人，每月公示进展，居民反映较好。"


def test_numbered_phrases_of_one_length_end_where_a_sentence_begins() -> None:
    text = (
        "近期工作情况如下：一、民生保障持续加强1-6月份，走访"
        f"{COUNTS}二、环境面貌明显改观完成{COUNTS}三、平安创建扎实有效受理{COUNTS}"
    )
    assert titles(text) == ["一、民生保障持续加强", "二、环境面貌明显改观", "三、平安创建扎实有效"]


def test_a_mark_glued_to_the_heading_above_it_begins_the_next_one() -> None:
    text = (
        f"情况如下：一、城区建设有力有序1、拆迁工作全面提速完成{COUNTS}2、绿化工作成效明显新建{COUNTS}"
        f"二、民生事业持续向好城乡{COUNTS}"
    )
    assert titles(text) == [
        "一、城区建设有力有序",
        "1、拆迁工作全面提速",
        "2、绿化工作成效明显",
        "二、民生事业持续向好",
    ]


def test_short_sentences_that_begin_alike_head_the_parts_of_flat_text() -> None:
    text = (
        f"老兵之家建成以来，{COUNTS}聚焦思想引领，永葆本色。{DETAIL}"
        f"聚焦就业创业，搭建平台。{DETAIL}聚焦权益维护，排忧解难。{DETAIL}"
    )
    assert titles(text) == [
        "聚焦思想引领，永葆本色",
        "聚焦就业创业，搭建平台",
        "聚焦权益维护，排忧解难",
    ]


def test_two_short_sentences_in_flat_text_are_chance() -> None:
    text = f"{COUNTS}加强宣传引导。{DETAIL}{COUNTS}推进源头治理。{DETAIL}{COUNTS}"
    assert titles(text) == []


def test_a_title_ends_where_the_opening_words_of_a_report_begin() -> None:
    text = f"2020年上半年工作总结今年以来，街道按照上级部署，{COUNTS}{DETAIL}{DETAIL}"
    assert find_structure(text).title == "2020年上半年工作总结"


def test_the_reporter_on_the_title_line_is_no_part_of_the_title() -> None:
    text = f"渔民上岸记 本报记者 周小洋 {DETAIL} {COUNTS} {DETAIL} {COUNTS}"
    document = find_structure(text)
    assert document.title == "渔民上岸记"
    assert document.metadata.value(MetadataField.REPORTER) == "周小洋"


def test_headings_of_two_halves_end_where_all_of_them_tell_of_progress() -> None:
    text = (
        f"情况如下：一、主要工作情况（一）夯实基础，道路状况持续改善全年{COUNTS}"
        f"（二）温暖人心，养老服务稳步提升老年{COUNTS}（三）强化管理，市容市貌明显好转城管{COUNTS}二、存在问题和打算一年来，{DETAIL}"
    )
    assert titles(text) == [
        "一、主要工作情况",
        "（一）夯实基础，道路状况持续改善",
        "（二）温暖人心，养老服务稳步提升",
        "（三）强化管理，市容市貌明显好转",
        "二、存在问题和打算",
    ]


def test_the_end_of_a_text_that_breaks_off_closes_no_heading() -> None:
    text = (
        f"情况如下：{DETAIL}{DETAIL}下一步：（一）抓住重点，改造老旧小区推进三期工程，{COUNTS}"
        "（二）抓住难点，打通断头道路加快前期手续办理工作，争取"
    )
    assert titles(text) == ["（一）抓住重点，改造老旧小区", "（二）抓住难点，打通断头道路"]
