import pytest

from reportreader.notes.anchoring import Anchor, Resolution, make_anchor, resolve, resolve_for_bench
from reportreader.notes.annotation import CONTEXT_LENGTH, PlacementState

REPORT = (
    "石桥镇水利工作情况\n"
    "一、抓渠道清淤\n"
    "今年春天,全镇组织六个村的劳力清理干渠和支渠,共清出淤泥三千二百方,疏通涵洞十七处。\n"
    "下游的田块半个月没有断过水,插秧比往年早了五天。\n"
    "二、抓机井检修\n"
    "水管站的技术员挨个检查了四十一眼机井,更换水泵九台,更新线路一千四百米。\n"
    "井房的门锁全部换新,钥匙由村民小组轮流保管。\n"
    "三、抓用水公示\n"
    "每月五日,各村把上月的用水量和水费贴在村委会门口,有疑问的农户当场就能查看抄表本。\n"
    "公示以来,水费纠纷由去年的二十三起降到四起。\n"
)


def _anchor(quote: str, text: str = REPORT) -> Anchor:
    start = text.index(quote)
    return make_anchor(text, start, start + len(quote))


def _quote(text: str, found: Resolution) -> str:
    assert found.start is not None
    assert found.end is not None
    return text[found.start : found.end]


def test_an_anchor_keeps_quote_and_surroundings() -> None:
    anchor = make_anchor(REPORT, 100, 110)

    assert anchor.exact == REPORT[100:110]
    assert anchor.prefix == REPORT[100 - CONTEXT_LENGTH : 100]
    assert anchor.suffix == REPORT[110 : 110 + CONTEXT_LENGTH]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4), (0, len(REPORT) + 1)])
def test_a_passage_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        make_anchor(REPORT, start, end)


def test_the_same_text_keeps_every_anchor_in_place() -> None:
    anchors = [
        _anchor("疏通涵洞十七处"),
        _anchor("井房的门锁"),
        make_anchor(REPORT, 0, len(REPORT)),
    ]

    found = resolve(REPORT, REPORT, anchors)

    assert [(one.start, one.end, one.state) for one in found] == [
        (anchor.start, anchor.end, PlacementState.EXACT) for anchor in anchors
    ]


def test_text_put_in_front_shifts_a_passage_and_leaves_it_exact() -> None:
    new = "网站首页 > 工作动态\n字号:大 中 小\n" + REPORT

    (found,) = resolve(REPORT, new, [_anchor("更换水泵九台")])

    assert found.state is PlacementState.EXACT
    assert _quote(new, found) == "更换水泵九台"


def test_new_line_breaks_width_and_script_leave_a_passage_exact() -> None:
    new = (
        REPORT.replace("\n", "")
        .replace(",", "，")
        .replace("换", "換")
        .replace("九台", "九\n　　台")
    )

    (found,) = resolve(REPORT, new, [_anchor("更换水泵九台")])

    assert found.state is PlacementState.EXACT
    assert _quote(new, found) == "更換水泵九\n　　台"


def test_a_paragraph_elsewhere_is_moved() -> None:
    lines = REPORT.splitlines(keepends=True)
    new = "".join([lines[0], *lines[4:], *lines[1:4]])

    kept, moved = resolve(REPORT, new, [_anchor("更换水泵九台"), _anchor("疏通涵洞十七处")])

    assert kept.state is PlacementState.EXACT
    assert moved.state is PlacementState.MOVED
    assert _quote(new, moved) == "疏通涵洞十七处"


def test_an_edited_passage_is_changed_and_says_how_sure() -> None:
    new = REPORT.replace("共清出淤泥三千二百方", "共清出淤泥三千五百方")

    (found,) = resolve(REPORT, new, [_anchor("共清出淤泥三千二百方,疏通涵洞")])

    assert found.state is PlacementState.CHANGED
    assert _quote(new, found) == "共清出淤泥三千五百方,疏通涵洞"
    assert 0.8 < found.confidence < 1


def test_a_deleted_passage_is_lost_though_a_look_alike_remains() -> None:
    old = REPORT + "四、其他\n井房的门锁全部换新,窗户也刷了漆。\n"
    second = old.rindex("井房的门锁全部换新")
    new = old.replace("井房的门锁全部换新,窗户也刷了漆。\n", "")

    (found,) = resolve(old, new, [make_anchor(old, second, second + 9)])

    assert found.state is PlacementState.LOST
    assert found.start is None
    assert found.end is None


def test_of_two_equal_neighbours_one_of_which_is_gone_nobody_can_tell_which() -> None:
    old = "开头的话。\n请听下回。\n请听下回。\n结尾的话在这里。\n"
    new = "开头的话。\n请听下回。\n结尾的话在这里。\n"

    (found,) = resolve(old, new, [_anchor("请听下回。\n", old)])

    assert found.state is PlacementState.AMBIGUOUS


def test_a_strange_text_gets_no_passage_settled() -> None:
    stranger = (
        "关于举办第三届职工篮球赛的通知\n各科室:定于九月举办职工篮球赛,请于八月底前报名。\n"
        "比赛用球由工会统一准备,插秧比往年早了五天的消息与此无关。\n"
    )

    found = resolve(REPORT, stranger, [_anchor("插秧比往年早了五天"), _anchor("更换水泵九台")])

    assert found[0].state is PlacementState.AMBIGUOUS
    assert found[1].state is PlacementState.LOST


def test_a_mere_place_follows_the_text_behind_it() -> None:
    new = "增补的第一行。\n" + REPORT
    at = REPORT.index("二、抓机井检修")
    end = len(REPORT)

    inside, last = resolve(
        REPORT, new, [make_anchor(REPORT, at, at), make_anchor(REPORT, end, end)]
    )

    assert (inside.start, inside.end) == (at + 8, at + 8)
    assert inside.state is PlacementState.EXACT
    assert last.start is not None
    assert last.start >= new.rindex("四起。")


def test_without_the_old_text_a_quote_is_only_suggested() -> None:
    (found,) = resolve("", REPORT, [_anchor("更换水泵九台")])

    assert found.state is PlacementState.AMBIGUOUS
    assert _quote(REPORT, found) == "更换水泵九台"


def test_empty_texts_lose_everything_quietly() -> None:
    assert [one.state for one in resolve(REPORT, "", [_anchor("更换水泵九台")])] == ["lost"]
    assert [one.state for one in resolve("", "", [make_anchor("", 0, 0)])] == ["exact"]
    assert [one.state for one in resolve("   ", REPORT, [make_anchor("   ", 1, 1)])] == ["lost"]


def test_once_time_is_over_only_the_untouched_is_settled() -> None:
    lines = REPORT.splitlines(keepends=True)
    new = "".join([lines[0], lines[1], *lines[5:8], *lines[2:5], *lines[8:]])
    anchors = [_anchor("石桥镇水利"), _anchor("更换水泵九台"), _anchor("降到四起")]
    ticks = iter(range(1000))

    found = resolve(REPORT, new, anchors, deadline_seconds=1, clock=lambda: float(next(ticks)))

    assert found[0].state is PlacementState.EXACT
    assert found[1].state in (PlacementState.AMBIGUOUS, PlacementState.LOST)
    assert found[2].state is PlacementState.EXACT


def test_outside_judges_see_places_as_plain_values() -> None:
    anchors = [_anchor("更换水泵九台")]

    assert resolve_for_bench(REPORT, "", anchors) == [None]
    (settled,) = resolve_for_bench(REPORT, REPORT, anchors)
    (doubtful,) = resolve_for_bench("", REPORT, anchors)
    assert settled is not None
    assert doubtful is not None
    assert (settled.start, settled.state) == (anchors[0].start, "exact")
    assert (doubtful.start, doubtful.state) == (anchors[0].start, "doubtful")


def test_of_a_passage_and_a_copy_put_beside_it_nobody_can_tell_which() -> None:
    line = "下游的田块半个月没有断过水,插秧比往年早了五天。\n"
    edited = REPORT.replace(line, line + line)

    (found,) = resolve(REPORT, edited, [_anchor("没有断过水,插秧")])

    assert found.state is PlacementState.AMBIGUOUS


def test_a_copy_far_away_leaves_a_passage_where_it_is() -> None:
    line = "下游的田块半个月没有断过水,插秧比往年早了五天。\n"

    (found,) = resolve(REPORT, REPORT + line, [_anchor("没有断过水,插秧")])

    assert (found.start, found.state) == (REPORT.index("没有断过水"), PlacementState.EXACT)


def test_a_sentence_put_behind_a_passage_is_not_taken_into_it() -> None:
    edited = REPORT.replace("早了五天。\n", "早了五天。各村都很满意,打算明年再修。\n")

    (found,) = resolve(REPORT, edited, [_anchor("插秧比往年早了五天。")])

    assert _quote(edited, found) == "插秧比往年早了五天。"


def test_a_phrase_that_stands_once_is_found_where_its_sentence_went() -> None:
    sentence = "井房的门锁全部换新,钥匙由村民小组轮流保管。"
    edited = REPORT.replace(sentence, "").replace("石桥镇", f"{sentence}石桥镇")

    (found,) = resolve(REPORT, edited, [_anchor("钥匙由村民小组轮流")])

    assert found.state is PlacementState.MOVED
    assert _quote(edited, found) == "钥匙由村民小组轮流"


def test_a_passage_torn_into_two_pieces_of_like_size_is_only_suggested() -> None:
    passage = "共清出淤泥三千二百方,疏通涵洞十七处。"
    foreign = "县水利局的验收组在六月中旬来过一趟,看了两天的工地和台账,提了三条意见。"
    edited = REPORT.replace(passage, f"共清出淤泥三千二百方{foreign},疏通涵洞十七处。")

    (found,) = resolve(REPORT, edited, [_anchor("清出淤泥三千二百方,疏通涵洞十七处")])

    assert found.state is PlacementState.AMBIGUOUS


def test_a_title_that_moved_is_not_taken_for_a_sentence_that_begins_as_it_does() -> None:
    title = "石桥镇小型农田水利设施管护办法\n"
    article = "石桥镇小型农田水利设施管护经费由镇财政和受益户共同承担。\n"
    old = f"(此件公开发布)\n{title}第一条讲的是管护的范围。\n{REPORT}{article}"
    new = f"(此件公开发布)\n{article}第一条讲的是管护的范围。\n{REPORT}{title}"

    (found,) = resolve(old, new, [_anchor("石桥镇小型农田水利设施管护办", old)])

    assert found.start == new.index(title)
    assert found.state is PlacementState.MOVED


def test_of_a_long_first_paragraph_and_its_edited_copy_nobody_can_tell_which() -> None:
    line = "".join(REPORT.splitlines()[1:8])
    edited = line.replace("九台", "九十台") + "\n"

    (found,) = resolve(f"{line}\n{REPORT}", f"{edited}{edited}{REPORT}", [_anchor("六个村的劳力")])

    assert found.state is PlacementState.AMBIGUOUS


def test_an_abstract_that_repeats_a_passage_leaves_it_where_it_is() -> None:
    abstract = "内容提要:" + "".join(REPORT.splitlines()[1:5])[20:90] + "。\n"
    new = abstract + REPORT

    (found,) = resolve(REPORT, new, [_anchor("疏通涵洞十七处")])

    assert found.state is PlacementState.EXACT
    assert found.start == len(abstract) + REPORT.index("疏通涵洞十七处")


def test_a_short_line_that_stands_once_and_kept_its_order_is_settled() -> None:
    filler = "新编的这一段与原来的毫不相干,只为把前后隔开。"
    lines = REPORT.splitlines(keepends=True)
    new = "".join([*lines[:3], filler, "\n", lines[4], filler, "\n", *lines[7:]])

    (found,) = resolve(REPORT, new, [_anchor("抓机井检修")])

    assert found.state is PlacementState.EXACT
    assert _quote(new, found) == "抓机井检修"


HEADED = (
    "第一章 水利\n"
    "今年春天,全镇组织六个村的劳力清理干渠和支渠,共清出淤泥三千二百方,疏通涵洞十七处。\n"
    "（四）管护到户，把水用好\n"
    "水管站的技术员挨个检查了四十一眼机井,更换水泵九台,更新线路一千四百米。\n"
    "第二章 道路\n"
    "秋收以前,十二里村道铺上了碎石,两座漫水桥加了护栏,夜里走车的人都说放心。\n"
    "第三章 学校\n"
    "中心小学添了一间阅览室,九百册书是县图书馆换下来的,学生每周借两回。\n"
)


def test_a_heading_that_moved_with_a_misprint_is_known_by_its_line() -> None:
    anchor = _anchor("管护到户，把水用好", HEADED)
    new = HEADED.replace("（四）管护到户，把水用好\n", "") + "（四）管护的到户，把水甩好\n"

    found = resolve(HEADED, new, [anchor])[0]

    assert found.state is PlacementState.CHANGED
    assert _quote(new, found) == "管护的到户，把水甩好"


def test_a_moved_heading_with_a_look_alike_is_only_suggested() -> None:
    anchor = _anchor("管护到户，把水用好", HEADED)
    without = HEADED.replace("（四）管护到户，把水用好\n", "")
    new = without + "（四）管护的到户，把水甩好\n（五）管护到户，把路用好\n"

    assert resolve(HEADED, new, [anchor])[0].state is PlacementState.AMBIGUOUS


def test_a_deleted_heading_is_not_taken_for_a_new_one_that_is_half_like_it() -> None:
    anchor = _anchor("管护到户，把水用好", HEADED)
    new = HEADED.replace("（四）管护到户，把水用好\n", "") + "（四）巡查到点，把桥护好\n"

    found = resolve(HEADED, new, [anchor])[0]

    assert found.state in (PlacementState.LOST, PlacementState.AMBIGUOUS)


def test_a_passage_of_three_characters_of_which_one_is_gone_is_not_lost() -> None:
    new = REPORT.replace("三、抓用水公示", "三、抓用电公示")

    found = resolve(REPORT, new, [_anchor("抓用水")])[0]

    assert found.state is PlacementState.CHANGED
    assert _quote(new, found).startswith("抓用")
