"""Figures with bounds, of many measure words, and beside times of day; each with the traps beside it."""

import pytest

from reportreader.analysis.figures import Figure, Qualifier, find_figures
from reportreader.document.document import Document


def figures(text: str) -> list[Figure]:
    return list(find_figures(Document(text=text)))


def read(text: str) -> list[tuple[str, object, str]]:
    return [(figure.text, figure.value, figure.unit) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("处300元以上800元以下罚款", ("300元以上800元以下", (300, 800), "元")),
        ("处五百元以上二千元以下罚款", ("五百元以上二千元以下", (500, 2000), "元")),
        ("工龄3年以上不满10年的", ("3年以上不满10年", (3, 10), "年")),
    ],
)
def test_at_least_one_and_at_most_another_is_a_range(
    text: str, expected: tuple[str, object, str]
) -> None:
    found = figures(text)
    assert [(figure.text, figure.value, figure.unit) for figure in found] == [expected]
    assert found[0].is_range


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("比例不得低于40%", Qualifier.AT_LEAST),
        ("每度不得超过0.4元", Qualifier.LESS),
        ("设籍满1年", Qualifier.AT_LEAST),
        ("未满18岁", Qualifier.LESS),
        ("约30人", Qualifier.APPROXIMATE),
        ("一道约80米长的坝", Qualifier.APPROXIMATE),
        ("签约1200人", Qualifier.NONE),
        ("购置彩超2台", Qualifier.NONE),
        ("三十来岁", Qualifier.APPROXIMATE),
    ],
)
def test_words_before_a_figure_that_bound_it(text: str, qualifier: Qualifier) -> None:
    assert [figure.qualifier for figure in figures(text)] == [qualifier]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到来信340余封，", [("340余封", 340, "封")]),
        ("清运垃圾130余车", [("130余车", 130, "车")]),
        ("已连续举办四届", [("四届", 4, "届")]),
        ("十九届六中全会", []),
        ("办法共六章三十二条", [("六章", 6, "章"), ("三十二条", 32, "条")]),
        ("零下二十多度", [("二十多度", 20, "度")]),
        ("分九步走完", []),
        ("要走九步，", [("九步", 9, "步")]),
        ("8位居民和3家电商", [("8位", 8, "位"), ("3家", 3, "家")]),
        ("100名优秀教师", [("100名", 100, "名")]),
        ("3个体育馆", [("3个", 3, "个")]),
        ("一家五口人", [("五口", 5, "口")]),
        ("每周两次", [("两次", 2, "次")]),
        ("约法三章", []),
        ("香飘四方", []),
        ("四季度进展较快", []),
        ("历时三个季度", [("三个季度", 3, "季度")]),
        ("8大項任務", [("8大項", 8, "項")]),
        ("佔一成五", [("一成五", 0.15, "成")]),
        ("3.5万农村人口", [("3.5万", 35_000, "人")]),
        ("导入4.3万人口", [("4.3万人口", 43_000, "人")]),
        (
            "分别为63.7、15.2和8.1亿元",
            [
                ("63.7", 6_370_000_000, "元"),
                ("15.2", 1_520_000_000, "元"),
                ("8.1亿元", 810_000_000, "元"),
            ],
        ),
    ],
)
def test_measure_words_and_words_that_only_look_like_them(
    text: str, expected: list[tuple[str, object, str]]
) -> None:
    assert read(text) == expected


def test_day_and_time_of_day_inside_a_sentence() -> None:
    assert [
        (figure.text, figure.value)
        for figure in figures("定于2021年9月14日22:00至9月15日6:00停水。")
    ] == [
        ("2021年9月14日", "2021-09-14"),
        ("22:00", "22:00"),
        ("9月15日", "--09-15"),
        ("6:00", "06:00"),
    ]


def test_day_and_time_of_day_on_their_own_are_a_stamp() -> None:
    assert read("2021年9月14日 22:00\n停水通知") == []


def test_times_in_han_characters_are_told_in_words() -> None:
    assert read("下午四点半开办四点半课堂") == []
