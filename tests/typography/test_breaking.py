import re
from itertools import pairwise

import pytest

from reportreader.typography.breaking import Breaker, wrap_rows
from reportreader.typography.widths import WIDE


def lines(text: str, measure: int, breaker: Breaker) -> list[str]:
    return [
        text[start:end] for start, end in pairwise([0, *breaker.wrap(text, measure), len(text)])
    ]


HANGING = Breaker()
PUSHING = Breaker(hang_cells=0)


def test_a_full_stop_hangs_in_the_margin() -> None:
    assert lines("今年工作顺利完成。明年继续", 16, HANGING) == ["今年工作顺利完成。", "明年继续"]


def test_without_a_margin_the_last_character_goes_down_with_the_full_stop() -> None:
    assert lines("今年工作顺利完成。明年继续", 16, PUSHING) == ["今年工作顺利完", "成。明年继续"]


def test_a_mark_that_does_not_fit_the_margin_is_pushed_out() -> None:
    assert lines("今年工作顺利完成。”明年", 16, HANGING) == ["今年工作顺利完", "成。”明年"]


def test_an_opening_mark_goes_down_with_what_it_opens() -> None:
    assert lines("今年工作学习（续）", 14, PUSHING) == ["今年工作学习", "（续）"]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("全市共投入资金1234.5亿元", 20, ["全市共投入资金", "1234.5亿元"]),
        ("收入增长了百分之107.84左右", 20, ["收入增长了百分之", "107.84左右"]),
        ("今年增长率为5.8%左右", 15, ["今年增长率为", "5.8%左右"]),
        ("会议开到晚间8:30才散", 15, ["会议开到晚间", "8:30才散"]),
        ("共计帮扶群众16余万人次", 18, ["共计帮扶群众", "16余万人次"]),
        ("这是本年度召开的第3次全体", 18, ["这是本年度召开的", "第3次全体"]),
    ],
)
def test_numbers_stay_whole_and_keep_their_units(
    text: str, measure: int, expected: list[str]
) -> None:
    assert lines(text, measure, PUSHING) == expected


def test_a_unit_may_be_parted_if_the_reader_wants_full_lines() -> None:
    breaker = Breaker(hang_cells=0, keep_units=False)
    assert lines("共计帮扶群众16余万人次", 18, breaker) == ["共计帮扶群众16余万", "人次"]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("他说的这句话——值得", 13, ["他说的这句话", "——值得"]),
        ("后面还有许多……其他", 13, ["后面还有许", "多……其他"]),
        ("采用了report一词", 10, ["采用了", "report一词"]),
        ("他说don’t行", 8, ["他说", "don’t行"]),
        ("a well-known word", 8, ["a well-", "known ", "word"]),
        ("网址http://a.cn/b/c", 18, ["网址http://a.cn/b/", "c"]),
    ],
)
def test_dashes_ellipses_and_latin_words_stay_whole(
    text: str, measure: int, expected: list[str]
) -> None:
    assert lines(text, measure, PUSHING) == expected


def test_a_comma_between_clauses_lets_a_number_begin_the_next_line() -> None:
    assert lines("完成任务,2021年起", 10, PUSHING) == ["完成任务,", "2021年起"]


def test_white_space_at_a_line_end_takes_no_room_and_leads_no_line() -> None:
    assert lines("工作报告 \u3000 工作", 8, PUSHING) == ["工作报告 \u3000 ", "工作"]


def test_white_space_does_not_part_a_mark_from_what_it_belongs_to() -> None:
    assert lines("今年工作（ 续）学习", 12, PUSHING) == ["今年工作", "（ 续）学习"]
    assert lines("今年工作学习 ，继续", 12, PUSHING) == ["今年工作学", "习 ，继续"]


def test_straight_quotes_hold_on_to_what_they_enclose() -> None:
    assert lines('我们的"三会"制度', 7, PUSHING) == ["我们的", '"三会"', "制度"]


def test_a_word_wider_than_the_line_is_parted_by_force() -> None:
    assert lines("abcdefghij", 4, PUSHING) == ["abcd", "efgh", "ij"]


def keeping(*words: str) -> Breaker:
    """A breaker with a segmenter that knows `words`."""

    def segment(text: str) -> list[tuple[int, int]]:
        return [match.span() for match in re.finditer("|".join(words), text)]

    return Breaker(hang_cells=0, words=segment)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("基层单位开展服务工作", "服务", ["基层单位开展", "服务工作"]),
        ("基层单位的供水站停工", "供水站", ["基层单位的", "供水站停工"]),
        ("基层单位实事求是办好", "实事求是", ["基层单位实事求", "是办好"]),
        ("基层单位的中央厨房间", "中央厨房", ["基层单位的", "中央厨房间"]),
        ("基层单位供水管网改造", "供水管网改造", ["基层单位供水管", "网改造"]),
        ("基层单位做好《服务》", "服务", ["基层单位做好", "《服务》"]),
        ("基层单位开展第服务站", "服务", ["基层单位开展第", "服务站"]),
    ],
)
def test_a_line_ends_before_a_word_that_costs_it_no_more_than_two_characters(
    text: str, word: str, expected: list[str]
) -> None:
    assert lines("全" + text, 16, keeping(word)) == ["全" + expected[0], expected[1]]


def test_lines_are_filled_where_no_word_is_to_be_kept() -> None:
    assert lines("基层单位开展服务工作", 14, PUSHING) == ["基层单位开展服", "务工作"]


def test_a_word_never_leaves_a_mark_where_it_may_not_stand() -> None:
    assert lines("基层单位开展（服务群众", 16, keeping("服务")) == ["基层单位开展", "（服务群众"]


def test_a_word_does_not_part_a_number_from_its_unit() -> None:
    assert lines("全区任务在2026年6月底前", 20, keeping("月底")) == ["全区任务在2026年6月", "底前"]


def test_a_narrow_column_loses_no_more_than_a_quarter_of_it() -> None:
    assert lines("已完成三十二部", 10, keeping("三十二")) == ["已完成三十", "二部"]
    assert lines("已完成任务二部", 8, keeping("任务")) == ["已完成", "任务二部"]


def test_a_word_that_fills_the_line_is_parted() -> None:
    assert lines("供水服务", 2, keeping("供水", "服务")) == list("供水服务")


def test_a_paragraph_on_one_line_is_not_cut_into_words() -> None:
    asked: list[str] = []

    def segment(text: str) -> list[tuple[int, int]]:
        asked.append(text)
        return [(1, 3), (3, 5), (5, 7), (7, 9)]

    breaker = Breaker(words=segment)
    assert breaker.wrap("供水服务", 20) == []
    assert asked == []
    assert breaker.wrap("的供水服务供水服务", 16) == [7]
    assert asked == ["的供水服务供水服务"]


def test_wide_quotes_fill_two_cells_but_follow_the_same_rules() -> None:
    breaker = Breaker(WIDE, hang_cells=0)
    assert lines("称为“三会一课”", 14, breaker) == ["称为“三会一", "课”"]
    assert lines("他说don’t行", 8, breaker) == ["他说", "don’t行"]


def test_rows_of_a_note_keep_its_own_line_ends() -> None:
    assert wrap_rows("第一行的内容\n\n第二行", 8) == ["第一行的", "内容", "", "第二行"]
