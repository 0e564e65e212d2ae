"""Openings of pages and damaged copies: the siblings of a heading may lie behind the cut."""

from tests.structure.found import titles

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"
BROKEN = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进"


def test_a_single_short_line_before_the_cut() -> None:
    text = (
        f"老楼装上新电梯\n2021-05-06 来源：江城报\n{DETAIL}\n摸清底数，分头商量\n{DETAIL}\n{{end}}"
    )
    assert titles(text.format(end=BROKEN)) == ["摸清底数，分头商量"]
    assert titles(text.format(end=DETAIL)) == []


def test_a_single_lead_phrase_before_the_cut() -> None:
    text = f"{DETAIL}\n{DETAIL}\n为老人送上热饭菜——{{end}}"
    assert titles(text.format(end=BROKEN)) == ["为老人送上热饭菜"]
    assert titles(text.format(end=DETAIL)) == []


def test_two_slogans_of_one_build_before_the_cut() -> None:
    text = f"{DETAIL}\n“小”窗口办成“大”事情。{DETAIL}\n“小”会议商量“大”民生。{{end}}"
    assert titles(text.format(end=BROKEN)) == ["“小”窗口办成“大”事情", "“小”会议商量“大”民生"]


def test_a_first_numbered_slogan_before_the_cut() -> None:
    text = f"{DETAIL}\n一、摸清底数\n一是逐户走访。{BROKEN}"
    assert titles(text) == ["一、摸清底数", "一是逐户走访"]


def test_a_credit_behind_the_text_shows_that_it_is_whole() -> None:
    text = f"老楼装上新电梯\n{DETAIL}\n摸清底数，分头商量\n{DETAIL}\n{DETAIL}（江北区教育局 供稿）"
    assert titles(text) == []
