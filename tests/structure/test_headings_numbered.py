"""Headings that carry a number, and numbers that are no headings."""

from tests.structure.found import outline

from reportreader.document.section import SectionKind
from reportreader.structure import find_structure

DETAIL = "镇里先后召开三次会议研究部署，把任务分解到村到人，年底逐项检查验收，群众反映较好。"


def test_marks_nest_by_place_and_not_by_kind() -> None:
    text = f"工作总结\n一、主要工作\n（一）抓学习\n1.抓骨干\n{DETAIL}\n2.抓全员\n{DETAIL}\n（二）抓宣传\n一是办专栏\n{DETAIL}\n二是进村组\n{DETAIL}\n二、明年打算\n{DETAIL}"
    assert outline(text) == [
        (1, "一、主要工作"),
        (2, "（一）抓学习"),
        (3, "1.抓骨干"),
        (3, "2.抓全员"),
        (2, "（二）抓宣传"),
        (3, "一是办专栏"),
        (3, "二是进村组"),
        (1, "二、明年打算"),
    ]


def test_a_slogan_with_its_detail_is_a_heading_without_its_full_stop() -> None:
    text = f"一是建强队伍。{DETAIL}\n二是完善制度。{DETAIL}\n三是严格考核。{DETAIL}"
    document = find_structure(text)
    assert [section.title for section in document.sections] == [
        "一是建强队伍",
        "二是完善制度",
        "三是严格考核",
    ]
    assert {section.reason for section in document.sections} == {"reason_numbered_run_in"}
    assert text[document.sections[0].end] == "。"


def test_provisions_are_content_and_not_headings() -> None:
    text = "关于禁止露天焚烧的决定\n一、任何单位和个人不得在城镇建成区内露天焚烧秸秆、落叶、垃圾以及其他产生烟尘的物质。\n二、各乡镇人民政府应当加强巡查，发现焚烧行为及时制止，并报告生态环境主管部门依法处理。\n三、本决定自公布之日起施行。"
    assert outline(text) == []


def test_list_items_that_end_in_semicolons_are_not_headings() -> None:
    text = f"{DETAIL}需要提交下列材料：\n（一）申请表一式两份；\n（二）身份证明复印件；\n（三）其他有关材料。\n{DETAIL}"
    assert outline(text) == []


def test_a_list_of_names_is_no_outline() -> None:
    text = f"表彰名单\n{DETAIL}\n1.张海\n2.李江\n3.王河\n4.赵湖\n{DETAIL}"
    assert outline(text) == []


def test_an_enumeration_inside_one_sentence_is_not_an_outline() -> None:
    text = f"{DETAIL}\n下一步，一是从严管理，由松变紧；二是从细入手，由粗变精；三是从实考核，由虚变实。\n{DETAIL}"
    assert outline(text) == []


def test_slogans_numbered_inside_one_paragraph_are_headings() -> None:
    text = f"育苗工作经验\n{DETAIL}\n一是选好种子。请专家到田头指导，统一供种，统一消毒。二是管好苗床。每天查看温度和湿度，及时通风。三是把好出圃关。不合格的苗木一律不外运。"
    assert [title for _, title in outline(text)] == [
        "一是选好种子",
        "二是管好苗床",
        "三是把好出圃关",
    ]


def test_a_first_member_hidden_in_the_paragraph_above_belongs_to_its_series() -> None:
    text = f"今年的冬修有四个特点：一是动手早。{DETAIL}\n二是投入大。{DETAIL}\n三是质量好。{DETAIL}"
    sections = find_structure(text).sections
    assert [section.title for section in sections] == ["一是动手早", "二是投入大", "三是质量好"]
    assert sections[0].kind is SectionKind.INLINE
    assert {section.level for section in sections} == {1}


def test_an_article_number_alone_on_its_line_is_a_heading() -> None:
    text = "水库管理办法\n第一条\n为加强水库管理，保障工程安全，根据有关规定，制定本办法。\n第二条\n水库管理单位负责日常巡查，做好记录，发现险情立即报告。"
    assert [title for _, title in outline(text)] == ["第一条", "第二条"]


def test_an_article_number_before_its_text_is_not_a_heading() -> None:
    text = "第一章 总则\n第一条 为加强水库管理，保障工程安全，制定本办法。\n第二条 本办法适用于小型水库。\n第二章 附则\n第三条 本办法由县水利局负责解释。"
    assert [title for _, title in outline(text)] == ["第一章 总则", "第二章 附则"]


def test_decimal_numbers_say_how_deep_they_are() -> None:
    text = f"方言调查报告\n1 调查背景\n1.1 研究对象\n{DETAIL}\n1.2 研究方法\n1.2.1 问卷\n{DETAIL}\n1.2.2 访谈\n{DETAIL}\n2 调查结果\n{DETAIL}"
    assert [level for level, _ in outline(text)] == [1, 2, 2, 3, 3, 1]


def test_taiwanese_reports_count_in_formal_numerals() -> None:
    text = f"長者服務報告\n壹、前言\n{DETAIL}\n貳、辦理情形\n一、設置據點\n{DETAIL}\n二、推動共餐\n{DETAIL}\n參、結語\n{DETAIL}"
    assert outline(text) == [
        (1, "壹、前言"),
        (1, "貳、辦理情形"),
        (2, "一、設置據點"),
        (2, "二、推動共餐"),
        (1, "參、結語"),
    ]


def test_labelled_numbers_are_one_series() -> None:
    text = f"理由一，路近。{DETAIL}\n理由二，省钱！{DETAIL}\n理由三，为了家人——{DETAIL}"
    assert [title for _, title in outline(text)] == [
        "理由一，路近",
        "理由二，省钱",
        "理由三，为了家人",
    ]


def test_times_and_places_of_an_event_are_particulars() -> None:
    text = "採訪通知\n一、時間：2025年6月6日上午十時三十分開始報到。\n二、地點：市立田徑場一樓會議室，憑證入場。\n三、聯絡人：體育局競技科承辦同仁，分機一二三。"
    assert outline(text) == []


def test_a_part_reaches_to_the_next_heading_of_its_level() -> None:
    text = f"一、前段\n（一）甲事\n{DETAIL}\n（二）乙事\n{DETAIL}\n二、后段\n{DETAIL}"
    sections = find_structure(text).sections
    assert [section.content_end for section in sections] == [
        text.index("二、后段"),
        text.index("（二）"),
        text.index("二、后段"),
        len(text),
    ]
