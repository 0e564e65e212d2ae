"""Heads of web pages turned to text: one word of the menu on each line."""

from tests.structure.found import furniture

from reportreader.structure import find_structure

STORY = "镇里今年新修了三条村道，装上了路灯，村民们晚上散步再也不用打手电，孩子们上学也方便多了。"


def test_the_words_below_home_are_a_menu_and_not_the_title() -> None:
    menu = ["首页", "走进青禾", "资讯", "政务公开", "办事服务"]
    text = "\n".join([*menu, "青禾镇修好三条惠民路", STORY, STORY.replace("三", "两")])
    assert furniture(text) == menu
    assert find_structure(text).title == "青禾镇修好三条惠民路"


def test_everything_short_above_the_place_on_the_site_belongs_to_its_head() -> None:
    head = ["青禾在线", "天气  地图  邮箱", "当前位置：首页 > 本地"]
    text = "\n".join([*head, "采访记录", STORY, STORY.replace("三", "两")])
    assert furniture(text) == head
    assert find_structure(text).title == "采访记录"


def test_a_headline_above_the_place_on_the_site_is_no_menu() -> None:
    text = f"青禾镇修好三条惠民路，群众出行更方便\n当前位置：首页 > 本地\n{STORY}\n{STORY}山路也平了。\n"
    assert find_structure(text).title == "青禾镇修好三条惠民路，群众出行更方便"


def test_one_word_alone_below_home_is_no_menu() -> None:
    text = f"首页\n山村路灯\n{STORY}\n{STORY}山路也平了。\n"
    assert find_structure(text).title == "山村路灯"


def test_words_that_are_all_buttons_are_furniture_in_any_order() -> None:
    for line in ("搜索  网站地图 设为首页", "字体大小调整 大 中 小", "登录  注册  手机版"):
        assert furniture(f"{line}\n山村路灯\n{STORY}\n{STORY}山路也平了。\n") == [line]


def test_a_text_that_breaks_off_above_the_foot_of_the_page_is_still_cut_off() -> None:
    text = f"一、建好路\n{STORY}\n{STORY}山路也平了。\n二、管好灯\n一是专人管护。{STORY}{STORY}每到傍晚"
    foot = "\n上一篇：没有了\n下一篇：没有了\n"
    whole = [section.title for section in find_structure(text).sections]
    assert "一是专人管护" in whole
    assert [section.title for section in find_structure(text + foot).sections] == whole


def test_a_report_without_a_headline_is_called_by_its_own_first_words() -> None:
    document = find_structure(f"首页\n登录\n{STORY}\n{STORY}山路也平了。\n")
    assert STORY.startswith(document.title)
