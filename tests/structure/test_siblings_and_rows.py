"""Parts that stand side by side are built alike; rows, buttons and closing words are no parts."""

from tests.structure.found import outline, titles

from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure, neutral_outline

PLAN = (
    "全年安排资金三百万元，由分管领导牵头，逐月检查进度，确保年底前全部完成，群众满意率明显提高。"
)
STORY = (
    "巷子里灯火渐亮，摊主们支起炉灶，食客三三两两地坐下，说笑声传出很远，一直热闹到后半夜才散去。"
)


def test_a_part_opens_its_paragraphs_as_the_parts_beside_it_do() -> None:
    text = (
        f"一、去年回顾\n{PLAN}\n二、今年安排\n"
        f"（一）全力扩大内需\n加快项目建设。{PLAN}\n促进市场消费。{PLAN}\n"
        f"（二）持续改善民生\n稳定就业。{PLAN}\n办好家门口的学校。{PLAN}\n守住粮食安全这条底线。{PLAN}\n"
        f"三、自身建设\n坚持党的领导，深刻领会精神实质。依法接受监督。{PLAN}\n"
    )
    assert titles(text) == [
        "一、去年回顾",
        "二、今年安排",
        "（一）全力扩大内需",
        "加快项目建设",
        "促进市场消费",
        "（二）持续改善民生",
        "稳定就业",
        "办好家门口的学校",
        "守住粮食安全这条底线",
        "三、自身建设",
    ]


def test_a_proverb_that_closes_the_report_is_none_of_the_parts_that_quote() -> None:
    parts = ["“旧车棚”变成“小书屋”", "“跑断腿”换成“动动手”", "“老大难”化作“小欢喜”"]
    text = "".join(f"{part}。{STORY}\n" for part in parts)
    assert titles(f"{text}民心所向，力量所在。{PLAN}\n") == parts


def test_a_row_of_a_table_is_no_numbered_heading() -> None:
    text = (
        f"居民出行调查报告\n1 调查概况\n1.1 调查对象\n{PLAN}\n年龄\t人数\t占比\n20岁以下\t41\t20.5%\n60岁以上\t57\t28.5%\n"
        f"1.2 调查方法\n{PLAN}\n2 主要发现\n2.1 出行方式\n{PLAN}\n2.2 出行时间\n{PLAN}\n"
    )
    assert outline(text) == [
        (1, "1 调查概况"),
        (2, "1.1 调查对象"),
        (2, "1.2 调查方法"),
        (1, "2 主要发现"),
        (2, "2.1 出行方式"),
        (2, "2.2 出行时间"),
    ]


def test_a_chapter_whose_name_holds_the_word_for_town_is_sent_to_nobody() -> None:
    text = (
        f"老街的夜\n2022-06-01 来源：河湾晚报\n字号调整 大 中 小\n{STORY}\n"
        f"夜市篇：\n小摊子撑起大日子\n{STORY}\n戏台篇：\n巷口又闻锣鼓声\n{STORY}\n"
    )
    assert outline(text) == [
        (1, "夜市篇"),
        (2, "小摊子撑起大日子"),
        (1, "戏台篇"),
        (2, "巷口又闻锣鼓声"),
    ]


def test_offices_and_persons_are_still_those_a_paper_is_sent_to() -> None:
    for addressee in ("青河市人民政府：", "各县区，市直各单位：", "王晓兰委员："):
        text = f"关于加固河堤的意见\n{addressee}\n{PLAN}\n{PLAN}\n"
        metadata = find_structure(text).metadata
        assert metadata.value(MetadataField.ADDRESSEE) == addressee


def test_a_salutation_is_stray_in_the_neutral_format() -> None:
    text = f"工作报告\n各位代表：\n{PLAN}\n{PLAN}\n"
    stray = neutral_outline(find_structure(text), report_id="x")["stray"]
    assert [piece["text"] for piece in stray] == ["各位代表："]


def test_brackets_in_front_of_the_reporter_name_the_outlet() -> None:
    metadata = find_structure(f"【城市观察报道】（记者　周敏）{PLAN}\n{STORY}\n").metadata
    assert metadata.value(MetadataField.SOURCE) == "城市观察"
    assert metadata.value(MetadataField.REPORTER) == "周敏"


def test_brackets_may_also_name_the_kind_of_report() -> None:
    metadata = find_structure(f"【综合报道】（记者　周敏）{PLAN}\n{STORY}\n").metadata
    assert metadata.value(MetadataField.SOURCE) == ""
