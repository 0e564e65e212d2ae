"""Text broken into lines at one width is read as if it were not: headings stay, sentences too."""

import pytest
from tests.structure.found import titles

from reportreader.structure import find_structure

PARTS = (
    "一、基本情况",
    "全镇辖11个村、3个社区，常住人口2.86万人，去年完成生产总值12.45亿元，同比增长6.4%，村集体收入最低的也超过15.5万元。",
    "二、主要做法",
    "（一）建强支部，带出队伍",
    "规范办公场所。镇里先后选派驻村干部26名，整顿软弱支部4个，培养后备干部57名，每名干部联系5至8户，做到大事小事都有人管、有人问、有人答。",
    "优化办事流程。把38项事务交给村级窗口办理，累计受理1260件，办结1243件，办结率98.7%，群众不出村就能把事情办好。",
    "（二）修通道路，兴旺产业",
    "硬化村道17.5公里，新建桥梁2座，安装路灯340盏，把沿线1200亩茶园连成一片，去年茶叶产值达到3180万元，带动就业460人，人均增收4700元。",
    "结语",
    "路通了，心也近了，全镇上下正在谋划新的发展，力争三年以后再上一个台阶，让乡亲们的日子一天比一天红火。",
)
HEADINGS = [
    "一、基本情况",
    "二、主要做法",
    "（一）建强支部，带出队伍",
    "规范办公场所",
    "优化办事流程",
    "（二）修通道路，兴旺产业",
    "结语",
]
CLOSING = "，。、；：！？”）》%"


def wrap(line: str, width: int) -> str:
    """`line` in lines of `width` characters; a closing mark hangs behind the line above it."""
    pieces = []
    while len(line) > width:
        cut = width + (line[width] in CLOSING)
        pieces.append(line[:cut])
        line = line[cut:]
    return "\n".join([*pieces, line] if line else pieces)


def test_the_text_has_its_headings() -> None:
    assert titles("\n".join(PARTS)) == HEADINGS


@pytest.mark.parametrize("indent", ["", "　　", "    "])
@pytest.mark.parametrize("width", range(30, 44))
def test_paragraphs_stay_whole_at_every_width(width: int, indent: str) -> None:
    """Where a paragraph fills its last line nothing tells whether it goes on: not asked."""
    wrapped = [wrap(indent + part, width) for part in PARTS]
    if any(len(part.rpartition("\n")[2]) >= width - 1 for part in wrapped):
        wrapped = [wrap(indent + part, width + 20) for part in PARTS]
    document = find_structure("\n".join(wrapped))
    assert [section.title for section in document.sections] == HEADINGS
    assert len(document.joins) == sum(part.count("\n") for part in wrapped)


def test_a_short_line_below_a_full_one_that_ends_a_sentence_begins_anew() -> None:
    full = "镇里把老旧厂房改成书屋，添置桌椅，邀请老师每周讲一次课。"
    width = len(full)
    pieces = [
        "书屋开放以来，来看书的人一天比一天多，连外村的老人也常常结伴赶来坐上半天，听一听，聊一聊。",
        full,
        "夜里的灯",
        "一到傍晚，巷口的路灯准时亮起，下棋的，拉琴的，纳鞋底的，围坐成一圈，说说笑笑好不热闹。",
        "邻里之间",
        "谁家有事，一声招呼，左邻右舍都会赶来搭把手，送菜的，看孩子的，修水管的，从来不用多说。",
    ]
    assert titles("\n".join(wrap(piece, width) for piece in pieces)) == ["夜里的灯", "邻里之间"]


def test_a_number_broken_at_the_end_of_a_line_is_no_mark() -> None:
    told = (
        "今年以来，全镇先后修好道路七条，打通断头路两处，安装路灯三百盏，总共投入资金1"
        "2.5亿元，村民们出门方便了许多，运送茶叶的货车一直开到了家门口，到县城只有2"
        "3.8公里，茶商上门收购，价钱比往年高出一成以上，家家户户都添了新车。"
    )
    lines = f"{wrap(told, told.index('2.5'))}\n{wrap(PARTS[1], told.index('2.5'))}"
    assert "\n2.5亿" in lines
    assert "\n3.8公里" in lines
    document = find_structure(lines)
    assert not document.sections
    assert len(document.joins) == lines.count("\n") - 1


def test_a_remark_in_brackets_on_a_full_line_stands_by_itself() -> None:
    remark = "（2021年5月6日青禾镇第十一届人民代表大会第三次会议通过）"
    text = "\n".join(wrap(part, len(remark)) for part in ("河道管理公约", remark, *PARTS))
    blocks = [text[block.start : block.end] for block in find_structure(text).blocks]
    assert remark in blocks


def test_a_long_address_below_says_nothing_of_the_room_above_it() -> None:
    lines = [wrap(part, 38) for part in PARTS]
    text = "\n".join(["青禾镇的五年变化", "http://www.qinghe.example/news/20210506.html", *lines])
    document = find_structure(text)
    assert document.title == "青禾镇的五年变化"
    assert [section.title for section in document.sections] == HEADINGS
