"""Columns, parts named by a mark above them, and further ways in which paragraphs open."""

import pytest
from tests.structure.found import outline

from reportreader.structure import find_structure

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"
MORE = "走访群众三百余户，收集意见五十七条，已办结四十九条，其余正在协调推进。"


def test_columns_in_brackets_stand_above_the_items_of_a_digest() -> None:
    text = (
        f"晨间简讯\n2023-09-14 06:58 来源：江北网\n【要闻】\n招商大会签约\n{DETAIL}\n高铁开始联调\n{MORE}\n"
        f"【民生】\n供暖费开缴\n{DETAIL}\n"
    )
    assert outline(text) == [
        (1, "【要闻】"),
        (2, "招商大会签约"),
        (2, "高铁开始联调"),
        (1, "【民生】"),
        (2, "供暖费开缴"),
    ]


def test_items_with_datelines_and_no_byline_are_outermost() -> None:
    text = f"大桥通车\n本报讯 {DETAIL}\n医院封顶\n本报讯 {MORE}\n"
    assert outline(text) == [(1, "大桥通车"), (1, "医院封顶")]


def test_a_line_above_the_items_names_the_digest() -> None:
    text = f"一周要闻\n大桥通车\n本报讯 {DETAIL}\n医院封顶\n本报讯 {MORE}\n"
    assert find_structure(text).title == "一周要闻"


@pytest.mark.parametrize("marks", [("（一）", "（二）"), ("一、", "二、"), ("第一章", "第二章")])
def test_a_mark_alone_on_its_line_takes_the_words_below_it(marks: tuple[str, str]) -> None:
    text = f"{marks[0]}\n深化改革\n{DETAIL}\n{marks[1]}\n改善民生\n{MORE}\n"
    assert outline(text) == [(1, f"{marks[0]}深化改革"), (1, f"{marks[1]}改善民生")]


def test_a_mark_alone_above_running_text_takes_no_words() -> None:
    text = f"（一）\n{DETAIL}\n（二）\n{MORE}\n"
    assert all(len(title) <= 3 for _, title in outline(text))


def test_short_phrases_behind_which_a_dash_stands_head_their_parts() -> None:
    text = f"{DETAIL}\n“治”要有钱——\n{DETAIL}\n“护”要有人——\n{MORE}\n"
    assert outline(text) == [(1, "“治”要有钱"), (1, "“护”要有人")]


@pytest.mark.parametrize(
    "leads",
    [
        ("党建|", "产业|", "民生|"),
        ("织密一张网  ", "练强一支队  ", "办好一批事  "),
        ("产业旺——", "乡村美——", "百姓富——"),
        ("“红”字引领：", "“绿”字打底：", "“金”字添彩："),
        ("聚焦主业，做强龙头：", "聚焦配套，拉长链条：", "聚焦服务，优化环境："),
        ("访民情。", "解民忧。", "暖民心。"),
        ("水从哪里来？", "钱由谁来出？", "事靠谁去办？"),
        ("◆抓班子。", "◆带队伍。", "◆促发展。"),
    ],
)
def test_paragraphs_that_open_alike(leads: tuple[str, str, str]) -> None:
    text = f"江北治理纪事\n{MORE}\n" + "".join(f"{lead}{DETAIL}\n" for lead in leads)
    assert outline(text) == [(1, lead.strip("|：。？—◆ ")) for lead in leads]


def test_slogans_with_further_paragraphs_between_them() -> None:
    leads = ("坚持高站位谋划，把牢方向", "坚持高标准推进，压实责任", "坚持高质量落实，务求实效")
    text = f"江北经验\n{MORE}\n" + "".join(f"{lead}。{DETAIL}\n{MORE}\n" for lead in leads)
    assert outline(text) == [(1, lead) for lead in leads]


def test_what_people_say_opens_no_part() -> None:
    text = f"江北夜话\n{MORE}\n何一说：{DETAIL}\n林二说：{DETAIL}\n周三表示：{DETAIL}\n"
    assert outline(text) == []


def test_two_parts_named_in_the_title_are_siblings() -> None:
    text = (
        f"柳树乡2021年工作总结和2022年工作谋划\n{DETAIL}\n2021年工作总结\n1、抓党建\n{DETAIL}\n2、抓产业\n{MORE}\n"
        f"2022年工作谋划\n1、兴文化\n{DETAIL}\n2、强治理\n{MORE}\n"
    )
    assert [title for level, title in outline(text) if level == 1] == [
        "2021年工作总结",
        "2022年工作谋划",
    ]


def test_short_runs_in_several_parts_agree_with_each_other() -> None:
    text = f"江北见闻\n{MORE}\n产业\n药材飘香。{DETAIL}\n果园丰收。{MORE}\n文化\n古戏新唱。{DETAIL}\n治理\n{MORE}\n"
    assert outline(text) == [
        (1, "产业"),
        (2, "药材飘香"),
        (2, "果园丰收"),
        (1, "文化"),
        (2, "古戏新唱"),
        (1, "治理"),
    ]


def test_one_short_sentence_below_a_heading_is_text() -> None:
    text = f"江北见闻\n{MORE}\n产业\n药材飘香。{DETAIL}\n{MORE}\n文化\n{DETAIL}\n"
    assert outline(text) == [(1, "产业"), (1, "文化")]
