"""What social accounts, notices and newspaper pages put around their texts."""

import pytest
from tests.structure.found import outline

from reportreader.document.block import BlockKind
from reportreader.structure import find_structure

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"


@pytest.mark.parametrize(
    "line",
    [
        "收录于合集 #小区问答 12个",
        "收录于话题 #旧改",
        "点击蓝字 关注我们",
        "阅读原文",
        "在看",
        "- END -",
        "喜欢就点个在看",
    ],
)
def test_lines_of_a_social_account_are_furniture(line: str) -> None:
    text = f"一文看懂加装电梯\n{line}\n{DETAIL}\n谁来申请\n{DETAIL}\n{line}\n{DETAIL}\n费用多少\n{DETAIL}"
    kinds = {text[block.start : block.end]: block.kind for block in find_structure(text).blocks}
    assert kinds[line] is BlockKind.FURNITURE
    assert outline(text) == [(1, "谁来申请"), (1, "费用多少")]


def test_words_that_lead_into_a_list_of_kinds_are_no_heading() -> None:
    text = f"一文看懂加装电梯\n{DETAIL}\n费用分三个档次：\n{DETAIL}\n补助分为两类：\n{DETAIL}"
    assert outline(text) == []


def test_enclosures_name_no_part_and_items_stand_below_the_part_of_a_notice() -> None:
    text = (
        "江城區公所 公告\n發文日期：中華民國110年5月6日\n附件：\n主旨：公告本區加裝電梯補助申請事宜。\n公告事項：\n"
        "一、補助對象：本區屋齡滿三十年、樓高四層以上，且住戶過半數同意之集合住宅。\n"
        "二、補助金額：每座最高新臺幣一百五十萬元，並以實際支出之半數為限。\n"
        "三、受理期間：自公告日起至年底止，每日上午九時至下午五時，例假日除外。"
    )
    assert outline(text) == [
        (1, "公告事項"),
        (2, "一、補助對象"),
        (2, "二、補助金額"),
        (2, "三、受理期間"),
    ]


PAGE = (
    f"■身边事\n老楼装上新电梯\n□本报记者 方 舟\n{DETAIL}\n{DETAIL}\n"
    "■街谈巷议③\n三问加梯之后\n{byline}\n加梯之后，怎样用好管好，仍要众人一起想办法。\n"
    f"一问：谁来修？{DETAIL}\n二问：谁来管？{DETAIL}\n三问：钱从哪来？{DETAIL}\n"
)


@pytest.mark.parametrize("byline", ["□本报评论员 石 湾", "实习生 石湾"])
def test_commentators_and_trainees_sign_articles_whose_questions_are_headings(byline: str) -> None:
    assert outline(PAGE.replace("{byline}", byline)) == [
        (1, "■身边事"),
        (2, "老楼装上新电梯"),
        (1, "■街谈巷议③"),
        (2, "三问加梯之后"),
        (3, "一问：谁来修"),
        (3, "二问：谁来管"),
        (3, "三问：钱从哪来"),
    ]


def test_headline_over_two_lines_above_a_trainee() -> None:
    text = (
        f"老楼装电梯\n三年终圆梦\n本报记者 方舟\n{DETAIL}\n{DETAIL}\n"
        f"深夜谁敲窗\n原是归巢鸟\n实习生 石湾\n{DETAIL}\n{DETAIL}"
    )
    headlines = [article.headline for article in find_structure(text).articles]
    assert headlines == ["老楼装电梯\n三年终圆梦", "深夜谁敲窗\n原是归巢鸟"]
