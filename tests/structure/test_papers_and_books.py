"""Papers, journals and gazetteers: the lines around their text, and text broken at one width."""

import pytest
from tests.structure.found import first_value, outline

from reportreader.document.block import BlockKind
from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

DETAIL = "调查组先后走访了沿河的六个村子，访问村民和船工四十余人，整理出口述记录两册，其中多数为首次采集。"
PAPER = (
    "第9卷第4期　　　　　　　　　北洲学院学报　　　　　　　　Vol.9 No.4\n\n"
    "渡口的兴废与沿河村落\n——以柳河下游为例\n\n"
    "高一苇，石 湾\n（北洲学院 历史系，甘肃 北洲 730000）\n\n"
    f"摘　要：{DETAIL}\n关键词：渡口；村落；航运\n"
    "中图分类号：K29　文献标识码：A　文章编号：1002-0001（2016）04-0011-05\n\n"
    f"{DETAIL}\n1　渡口的由来\n{DETAIL}\n1.1　官渡\n{DETAIL}\n1.2　民渡\n{DETAIL}\n2　渡口的衰落\n{DETAIL}\n"
)


def test_matter_of_a_paper_is_no_heading() -> None:
    assert outline(PAPER) == [
        (1, "1 渡口的由来"),
        (2, "1.1 官渡"),
        (2, "1.2 民渡"),
        (1, "2 渡口的衰落"),
    ]


def test_head_of_a_journal_names_the_source_and_not_the_title() -> None:
    assert first_value(PAPER, MetadataField.TITLE) == "渡口的兴废与沿河村落"
    assert first_value(PAPER, MetadataField.SOURCE) == "北洲学院学报"


def test_affiliation_in_parentheses_is_no_subtitle() -> None:
    kinds = {PAPER[block.start : block.end]: block.kind for block in find_structure(PAPER).blocks}
    assert kinds["（北洲学院 历史系，甘肃 北洲 730000）"] is BlockKind.BYLINE


@pytest.mark.parametrize("remark", ["（节选）", "（本文为转述，据《江城晚报》，有删节）"])
def test_line_in_parentheses_is_never_the_title(remark: str) -> None:
    text = f"老街要变样\n{remark}\n来源：江城晚报\n{DETAIL}\n{DETAIL}"
    assert first_value(text, MetadataField.TITLE) == "老街要变样"


def test_width_of_lines_counts_two_digits_as_one_character() -> None:
    lines = [
        "　　全村现有耕地二千余亩，多为旱地，丰年亩产不过百余斤，歉",
        "年颗粒无收。2011年打井12眼，2013年修渠4600米，2014年通电灌，",
        "当年增收粮食31万斤，2015年又增至46.5万斤，户均增收1800元，村",
        "民由此不再外出逃荒，在外的也陆续回乡，村里又热闹了起来，到",
        "年底共有返乡的83户，新盖的房屋达到217间，占全村的21.6%。",
    ]
    document = find_structure("\n".join(lines))
    assert len(document.joins) == len(lines) - 1


def test_bare_number_below_the_end_of_a_full_line_opens_a_heading() -> None:
    lines = [
        "　　渡口的石阶至今仍在，只是再无船来，石上的缆痕深的有半寸",
        "多，浅的也有两分，据老人讲是百余年间竹缆磨出来的，逢水枯时",
        "可以看见最下面的一级，上面刻着修筑的年月和捐款人家的姓氏。",
        "1　由来",
        "　　渡口初设于何时已不可考，村中旧谱说先有渡而后有村，摆渡",
        "的人家姓石，世代住在岸边的土坡上，三年一换的船由两岸村子合",
        "伙打造，木料取自后山，铁钉和桐油则要到六十里外的集上去换。",
        "2　结语",
        "　　今天的人过河只要两分钟，没有谁再想起等船的滋味，而那时",
        "候的人是在等船中认得彼此的。",
    ]
    assert outline("\n".join(lines)) == [(1, "1 由来"), (1, "2 结语")]


@pytest.mark.parametrize(
    "head", ["· 207 ·　　　　　　　　柳河县志", "柳河县志　　　　　　　　— 207 —"]
)
def test_number_and_name_over_the_page_of_a_book_are_furniture(head: str) -> None:
    text = f"{head}\n\n第五章　交通\n\n{DETAIL}\n\n第一节　渡口\n\n{DETAIL}\n\n第二节　桥梁\n\n{DETAIL}"
    assert outline(text) == [(1, "第五章 交通"), (2, "第一节 渡口"), (2, "第二节 桥梁")]
    assert first_value(text, MetadataField.TITLE) is None


def test_entries_of_a_gazetteer_open_with_their_names() -> None:
    text = (
        "柳河县志　　　　　　　　— 207 —\n第五章　交通\n第一节　渡口\n"
        "　　境内渡口多设于明末清初，至建国前尚有官渡三处、民渡十一\n处，均为木船摆渡，汛期停航，冬季则搭浮桥通行，行人称便。\n"
        "　　石湾渡　位于石湾村东，清乾隆年间设，有船两只，船工四人，\n1958年改为机动船，1971年柳河大桥通车后停渡，石阶尚存。\n"
        "　　官庄渡　位于官庄公社，1951年由三村合修码头，长36米，宽4\n米，日渡行人八百余，1966年并入航运社统一管理，后废。\n"
        "　　下河口渡　位于两河交汇处，水深流急，民国年间屡有翻船，1954\n年改用钢缆牵引，此后三十年未出事故，1985年仍在使用。\n"
    )
    assert outline(text) == [
        (1, "第五章 交通"),
        (2, "第一节 渡口"),
        (3, "石湾渡"),
        (3, "官庄渡"),
        (3, "下河口渡"),
    ]
