"""What people say and what a reporter tells: no lead phrases, however the quotes are written."""

import pytest
from tests.structure.found import outline


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "「」"])
def test_quotations_open_no_part(opening: str, closing: str) -> None:
    said = [
        f"{opening}要不是他们,这船早就沉了。{closing}昨日,住在渡口边的老许对来访的人说起那天夜里的事。",
        f"{opening}浪有一人多高,灯也灭了。{closing}同船的人说,大家抱在一起不敢动,只听见有人喊抓紧绳子。",
        f"{opening}绳子一断,心就凉了。{closing}老许说,是对岸的两个年轻人又抛来一根,才把船拖到了岸边。",
    ]
    assert outline("渡口惊魂\n本报记者 方舟\n" + "\n".join(said)) == []


def test_sentences_that_tell_what_happened_open_no_part() -> None:
    text = (
        "渡口惊魂\n本报记者 方舟\n"
        "当晚8时许,一艘小船载着六人离岸,不久遇上大风。船工想掉头,舵却不听使唤,船在江心打转。\n"
        "按照船工的回忆,记者在下游找到了救人者。两人是兄弟,平日在江边修船,那晚恰好还没有收工回家。\n"
        "随后几天,镇上的人送来米面,兄弟俩没有收。他们说换了谁都会这样做,只盼着渡口的灯能早点修好。"
    )
    assert outline(text) == []


def test_slogans_with_straight_quotes_inside_still_head_their_paragraphs() -> None:
    detail = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"
    text = f'推动"小巷"变样。{detail}\n推动"小院"变样。{detail}\n推动"小楼"变样。{detail}'
    assert outline(text) == [
        (1, '推动"小巷"变样'),
        (1, '推动"小院"变样'),
        (1, '推动"小楼"变样'),
    ]


def test_first_sentences_that_only_share_a_comma_open_no_part() -> None:
    text = (
        "渡口惊魂\n本报记者 方舟\n"
        "老许醒了,天还没亮。他披上衣服走到江边,看见水面上漂着一条空船,船上的灯还亮着,却不见一个人影。\n"
        "船头拴着半截断了的缆绳,看样子是夜里被风扯断的。老许喊了几声没有人应,便把船拖到岸边的石阶下系好。\n"
        "岸上的人渐渐多起来,有人认出了船。船是上游石湾村的,主人姓高,前一天傍晚才从镇上买了年货回去。"
    )
    assert outline(text) == []
