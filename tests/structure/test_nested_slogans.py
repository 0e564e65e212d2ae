"""Slogans that head paragraphs which count inside: the outer ones are headings."""

from tests.structure.found import outline

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"


def test_slogans_of_flat_text_stand_above_what_one_of_them_counts() -> None:
    text = (
        "东门社区多措并举推进旧楼改造　今年以来，东门社区立足实际，积极探索旧楼改造新路子，取得初步成效。"
        f"坚持摸底细。{DETAIL}注重聚合力。{DETAIL}"
        "突出优服务。一是从“坐等上门”到“主动上门”，走访居民三百余户，收集意见四十余条，其中多数已经答复；"
        "二是从“单打独斗”到“结伴同行”，组建维修、法律、医疗小分队，进楼院服务二十余场；"
        "三是从“白天办事”到“随时可办”，开通网上窗口，受理事项一百余件。"
    )
    assert outline(text) == [(1, "坚持摸底细"), (1, "注重聚合力"), (1, "突出优服务")]


def test_slogans_of_paragraphs_stand_above_the_slogans_counted_in_them() -> None:
    text = (
        f"旧楼改造怎么做\n{DETAIL}\n"
        f"坚持摸底细。{DETAIL}{DETAIL}\n"
        f"注重聚合力。一是开好会议。{DETAIL}二是分好任务。{DETAIL}\n"
        f"突出优服务。{DETAIL}{DETAIL}"
    )
    assert outline(text) == [
        (1, "坚持摸底细"),
        (1, "注重聚合力"),
        (2, "一是开好会议"),
        (2, "二是分好任务"),
        (1, "突出优服务"),
    ]


def test_terse_sentences_of_flat_text_that_differ_in_length_prove_nothing() -> None:
    text = (
        "东门社区推进旧楼改造　今年以来，东门社区立足实际，积极探索旧楼改造新路子，取得初步成效，"
        f"居民的生活环境有了很大改变，邻里之间的来往也比过去多了起来。坚持就好。{DETAIL}努力总有回报。{DETAIL}用心。{DETAIL}"
    )
    assert outline(text) == []


def test_a_name_and_its_slogan_behind_a_colon_are_one_heading() -> None:
    text = (
        f"旧楼改造怎么做\n{DETAIL}\n"
        f'会议+楼长:"小圈子"议出大事情。{DETAIL}\n'
        f'网格+服务:把便利送到"家门口"。{DETAIL}\n'
        f"志愿+积分:让好人有好报。{DETAIL}"
    )
    assert [title for _, title in outline(text)] == [
        '会议+楼长:"小圈子"议出大事情',
        '网格+服务:把便利送到"家门口"',
        "志愿+积分:让好人有好报",
    ]


def test_what_stands_behind_a_colon_is_detail_where_it_is_no_slogan() -> None:
    text = (
        f"旧楼改造怎么做\n{DETAIL}\n"
        f"线上：打开小程序，点击改造登记，上传房产证照片。{DETAIL}\n"
        f"线下：可到就近的服务中心，找楼长代为办理。{DETAIL}\n"
        f"上门办理：工作日拨打热线，报出楼号和门牌。{DETAIL}"
    )
    assert [title for _, title in outline(text)] == ["线上", "线下", "上门办理"]
