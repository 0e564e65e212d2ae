"""Headings that the rest of the text vouches for: tables of contents, parts within parts, files."""

from tests.structure.found import outline

DETAIL = "全年组织各类培训十余场，参训人员覆盖所有科室，业务水平有了明显提高，群众反映较好。"


def test_lines_of_the_contents_are_the_outer_headings() -> None:
    contents = "目  录\n队伍建设\t1\n业务工作\t2\n明年打算\t5\n"
    body = f"队伍建设\n{DETAIL}\n业务工作\n借阅服务\n{DETAIL}\n古籍修复\n{DETAIL}\n明年打算\n{DETAIL}\n"
    assert outline(f"县图书馆年度工作总结\n{contents}{DETAIL}\n{body}") == [
        (1, "队伍建设"),
        (1, "业务工作"),
        (2, "借阅服务"),
        (2, "古籍修复"),
        (1, "明年打算"),
    ]


def test_parts_whose_first_heading_stands_right_below() -> None:
    text = (
        f"县图书馆年度工作总结\n{DETAIL}\n服务工作\n借阅服务\n{DETAIL}\n讲座展览\n{DETAIL}\n"
        f"队伍工作\n学习培训\n{DETAIL}\n作风纪律\n{DETAIL}\n"
    )
    assert outline(text) == [
        (1, "服务工作"),
        (2, "借阅服务"),
        (2, "讲座展览"),
        (1, "队伍工作"),
        (2, "学习培训"),
        (2, "作风纪律"),
    ]


def test_short_content_of_a_numbered_part_is_no_heading() -> None:
    text = (
        f"关于举办读书月活动的通知\n{DETAIL}\n一、活动主题\n书香满园，悦读人生\n"
        "二、活动时间\n4月1日至4月30日\n三、活动要求\n各社区要认真组织，广泛发动居民参加，及时报送活动信息。\n"
    )
    assert outline(text) == [(1, "一、活动主题"), (1, "二、活动时间"), (1, "三、活动要求")]


def test_files_to_be_fetched_are_no_headings() -> None:
    text = (
        f"县图书馆年度工作总结\n一、队伍建设\n{DETAIL}\n二、业务工作\n{DETAIL}\n"
        "附件下载：\n1.年度工作台账.xls\n2.先进名单.doc\n"
    )
    assert outline(text) == [(1, "一、队伍建设"), (1, "二、业务工作")]


def test_glued_headings_end_in_the_nouns_that_name_parts() -> None:
    text = (
        "县图书馆为方便老年读者办理证件，即日起实行上门服务，全县各乡镇的读者都可以提出申请，有关说明如下："
        "一、服务对象(一)年满七十岁的本县居民均可申请上门办理。(二)行动不便的残疾读者。"
        "二、服务内容全年免费办理借阅证，每人每次可借图书五册，期限两个月，可以续借一次。"
        "三、办理方式电话预约以后，由馆员在三个工作日内上门，请读者备妥身份证件和近期照片两张。"
    )
    assert [title for _, title in outline(text)] == [
        "一、服务对象",
        "二、服务内容",
        "三、办理方式",
    ]


def test_glued_headings_that_begin_alike_end_alike() -> None:
    text = (
        "居委会主任述职报告各位代表：一年来，在街道的领导和居民的支持下，我认真履行职责，现将主要工作报告如下，请予审议。1、抓学习强素质坚持每周集中学习一次，撰写学习笔记三万余字，业务能力有了较大提高。"
        "2、抓治理保平安组建义务巡逻队一支，调解纠纷三十九起，社区全年没有发生重大案件。"
        "3、抓环境树形象组织志愿者开展清洁日活动四十一次，粉刷楼道八十六个，居民看在眼里喜在心上。"
    )
    assert [title for _, title in outline(text)] == [
        "1、抓学习强素质",
        "2、抓治理保平安",
        "3、抓环境树形象",
    ]


def test_slogans_with_little_detail_have_siblings_with_more() -> None:
    text = (
        f"县图书馆年度工作总结\n一、服务工作\n做优借阅服务。{DETAIL}\n丰富讲座展览。{DETAIL}\n"
        "二、队伍工作\n加强学习培训。举办业务培训班八期，先后派出骨干十二人次外出参加学习交流。\n"
        "树牢为民作风。长期推行首问负责制，设置意见箱五个，办结意见三十条。\n"
        "建强党员队伍。全年发展党员三名，吸收入党积极分子十二名。\n"
    )
    assert (2, "树牢为民作风") in outline(text)
