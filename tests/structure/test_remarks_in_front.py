"""Remarks in front of a text: the title, the byline and the source behind them are still found."""

import pytest
from tests.structure.found import first_value

from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"
REPORT = f"老楼装上新电梯\n2021-05-06 来源：江城晚报 作者：高一苇\n{DETAIL}\n{DETAIL}"


@pytest.mark.parametrize(
    "remark",
    [
        "编者按：旧楼改造牵动人心。本期刊发一个社区的做法，供各地在工作中参考借鉴，也欢迎读者来信讨论。",
        "【编者按】旧楼改造牵动人心。本期刊发一个社区的做法，供各地在工作中参考借鉴。",
        "本文转自江城晚报五月六日第三版，刊发时略有删节，谨向作者和报社致谢。",
        "本文为转述：原文较长，这里只取其中与改造有关的部分，按时间先后重新写出。",
        "点击上方蓝字，关注江城社区公众号，每天第一时间了解身边新鲜事。",
    ],
)
def test_title_source_and_author_stand_behind_a_remark(remark: str) -> None:
    text = f"{remark}\n\n{REPORT}"
    assert first_value(text, MetadataField.TITLE) == "老楼装上新电梯"
    assert first_value(text, MetadataField.SOURCE) == "江城晚报"
    assert first_value(text, MetadataField.AUTHOR) == "高一苇"


def test_title_of_a_bulletin_stands_behind_its_masthead_and_remark() -> None:
    text = (
        "社 区 工 作 简 报\n第 8 期\n（总第 96 期）\n江城区社区办　　　　2021年5月6日\n"
        "编者按：旧楼改造牵动人心。现将东门社区的做法刊发，供各地在工作中参考借鉴。\n"
        f"东门社区“三步法”让老楼装上新电梯\n{DETAIL}\n议一议，摸清想法\n{DETAIL}\n算一算，分好费用\n{DETAIL}"
    )
    assert first_value(text, MetadataField.TITLE) == "东门社区“三步法”让老楼装上新电梯"
    assert [section.title for section in find_structure(text).sections] == [
        "议一议，摸清想法",
        "算一算，分好费用",
    ]


def test_a_remark_below_the_title_leaves_headings_headings() -> None:
    remark = "编者按：旧楼改造牵动人心。本期刊发一个社区的做法，供各地在工作中参考借鉴。"
    text = f"老楼装上新电梯\n来源：江城晚报\n{remark}\n摸清底数\n{DETAIL}\n分头商量\n{DETAIL}"
    assert first_value(text, MetadataField.TITLE) == "老楼装上新电梯"
    assert [section.title for section in find_structure(text).sections] == ["摸清底数", "分头商量"]


def test_outlet_in_the_brackets_behind_a_text_is_its_source() -> None:
    text = f"老楼装上新电梯\n{DETAIL}\n{DETAIL}\n（江城融媒 记者高一苇）"
    assert first_value(text, MetadataField.SOURCE) == "江城融媒"
    assert first_value(text, MetadataField.REPORTER) == "高一苇"
    own = text.replace("江城融媒", "本报")
    assert first_value(own, MetadataField.SOURCE) is None
