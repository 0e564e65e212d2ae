"""Headings without a number: short lines, lead phrases, slogans; and what only looks like them."""

from tests.structure.found import outline

from reportreader.document.section import SectionKind
from reportreader.structure import find_structure

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"


def test_short_lines_with_text_below_are_headings_together() -> None:
    text = f"老楼装上新电梯\n2021-05-06 来源：江城报\n{DETAIL}\n摸清底数\n{DETAIL}\n{DETAIL}\n分头商量\n{DETAIL}\n共同出力\n{DETAIL}"
    assert outline(text) == [(1, "摸清底数"), (1, "分头商量"), (1, "共同出力")]


def test_one_short_line_alone_proves_nothing() -> None:
    text = (
        f"老楼装上新电梯\n2021-05-06 来源：江城报\n{DETAIL}\n{DETAIL}\n两千块钱\n{DETAIL}\n{DETAIL}"
    )
    assert outline(text) == []


def test_quoted_short_lines_lie_below_plain_ones() -> None:
    text = f"走访笔记\n时间：2023年4月6日\n老街现状\n{DETAIL}\n“戏台”\n{DETAIL}\n“水巷”\n{DETAIL}\n今后打算\n{DETAIL}"
    assert outline(text) == [(1, "老街现状"), (2, "“戏台”"), (2, "“水巷”"), (1, "今后打算")]


def test_an_outlet_and_its_headline_are_two_levels() -> None:
    text = f"外媒看展会\n2021-05-06 来源：江城报\n{DETAIL}\n甲国晚报：\n展会规模超出预期\n{DETAIL}\n乙国新闻：\n订单数量创下新高\n{DETAIL}"
    assert outline(text) == [
        (1, "甲国晚报"),
        (2, "展会规模超出预期"),
        (1, "乙国新闻"),
        (2, "订单数量创下新高"),
    ]


def test_news_without_headings_has_none() -> None:
    text = "昨天下午，市第一中学举行运动会开幕式。全校两千余名师生参加。\n校长宣布运动会开幕。随后，各班代表队依次入场，精神抖擞，步伐整齐。\n“我准备了很久。”初二学生小林说，他报名参加了跳远和接力两个项目。\n今年运动会新增了拔河、跳绳等集体项目。老师说，这样能让更多同学参与进来。"
    assert outline(text) == []


def test_dashes_part_lead_phrases_from_their_detail() -> None:
    text = f"{DETAIL}\n为老人送上热饭菜——{DETAIL}\n为孩子办好暑托班——{DETAIL}\n{DETAIL}\n为邻里搭起议事台——{DETAIL}"
    sections = find_structure(text).sections
    assert [section.title for section in sections] == [
        "为老人送上热饭菜",
        "为孩子办好暑托班",
        "为邻里搭起议事台",
    ]
    assert {section.kind for section in sections} == {SectionKind.LEAD_PHRASE}


def test_single_paragraphs_with_a_dash_are_not_headings() -> None:
    text = f"{DETAIL}\n石桥村——从前靠一条渡船进出的穷地方，如今河上架起了桥，山货当天就能卖到县城。\n{DETAIL}\n{DETAIL}\n{DETAIL}\n省道——去年铺上柏油的老路，两旁开出了八家小店，收摊的时候一天比一天晚。\n{DETAIL}"
    assert outline(text) == []


def test_slogans_of_one_build_open_neighbouring_paragraphs() -> None:
    text = f"{DETAIL}\n建队伍，让服务有温度。{DETAIL}\n定机制，让服务有准度。{DETAIL}\n重激励，让服务有长度。{DETAIL}\n{DETAIL}"
    assert [title for _, title in outline(text)] == [
        "建队伍，让服务有温度",
        "定机制，让服务有准度",
        "重激励，让服务有长度",
    ]


def test_short_first_sentences_of_different_build_are_no_headings() -> None:
    text = f"{DETAIL}\n外来的帮手不多。{DETAIL}\n对老手艺说不清道不明的留恋。{DETAIL}\n年轻人回乡意愿的上升。{DETAIL}"
    assert outline(text) == []


def test_dashed_slogans_are_the_parts_of_a_review() -> None:
    text = f"一、去年工作回顾\n{DETAIL}\n——综合实力稳步提升。{DETAIL}\n——城乡面貌显著改善。{DETAIL}\n二、今年工作安排\n{DETAIL}"
    assert outline(text) == [
        (1, "一、去年工作回顾"),
        (2, "综合实力稳步提升"),
        (2, "城乡面貌显著改善"),
        (1, "二、今年工作安排"),
    ]


def test_a_dashed_line_holds_the_slogans_below_it() -> None:
    text = f"{DETAIL}\n——实施“领航”工程，走出治理新路子。\n突出政治引领。{DETAIL}\n完善工作机制。{DETAIL}\n——实施“强基”工程，打牢治理新根基。\n强化阵地建设。{DETAIL}\n壮大骨干队伍。{DETAIL}"
    assert [level for level, _ in outline(text)] == [1, 2, 2, 1, 2, 2]


def test_entries_of_a_yearbook_are_named_in_brackets() -> None:
    text = f"民政\n【概况】{DETAIL}\n【养老服务】{DETAIL}\n【婚姻登记】{DETAIL}"
    document = find_structure(text)
    assert [section.title for section in document.sections] == [
        "【概况】",
        "【养老服务】",
        "【婚姻登记】",
    ]
    assert document.title == "民政"


def test_questions_of_an_interview_head_their_answers() -> None:
    text = "条例解读\n问：为什么要制定条例？\n答：老年人口逐年增加，服务供给还不能满足需要，有必要立法规范和促进。\n问：对社区有什么规定？\n答：新建小区应当配套建设服务设施，老旧小区通过购置、租赁等方式补齐。"
    assert [title for _, title in outline(text)] == [
        "问：为什么要制定条例？",
        "问：对社区有什么规定？",
    ]


def test_digest_items_lie_below_their_columns() -> None:
    text = f"早间要闻汇总\n2021-05-06 08:00 来源：江河网\n市政\n【江城报】三条新路上月通车 晚高峰缩短半小时\n{DETAIL}\n【江城台】二十所小学开设游泳课\n{DETAIL}\n生活\n【江河网】菜价连降三周\n{DETAIL}"
    assert [level for level, _ in outline(text)] == [1, 2, 2, 1, 2]


def test_references_are_outermost_wherever_they_stand() -> None:
    text = f"1 背景\n1.1 对象\n{DETAIL}\n1.2 方法\n{DETAIL}\n参考文献\n[1]某某.方言研究[J].语言学刊,2012(06):34-35.此处为示例条目。"
    assert outline(text)[-1] == (1, "参考文献")


def test_an_annex_behind_the_signature_heads_its_chapters() -> None:
    text = "县政府办公室关于印发农村供水管理办法的通知\n县政办发〔2021〕15号\n各乡镇人民政府：\n现将《农村供水管理办法》印发给你们，请遵照执行。\n县政府办公室\n2021年6月3日\n农村供水管理办法\n第一章 总则\n第一条 为加强供水管理，制定本办法。\n第二章 附则\n第二条 本办法自印发之日起施行。"
    assert outline(text) == [(1, "农村供水管理办法"), (2, "第一章 总则"), (2, "第二章 附则")]


def test_headings_inherited_from_markdown_end_the_front_matter() -> None:
    text = "# 湿地保护条例\n2019年11月29日 江北市人民代表大会常务委员会通过\n## 第一章 总则\n第一条 为了保护湿地，制定本条例。\n## 第二章 规划\n### 第一节 编制\n第二条 市人民政府组织编制规划。\n## 第三章 附则\n第三条 本条例自公布之日起施行。"
    document = find_structure(text)
    assert outline(text) == [
        (1, "第一章 总则"),
        (1, "第二章 规划"),
        (2, "第一节 编制"),
        (1, "第三章 附则"),
    ]
    assert document.title == "湿地保护条例"


def test_marked_subheads_of_a_story() -> None:
    text = (
        f"谨防假冒客服\n2006年05月10日 08:20 江城晚报\n{DETAIL}\n■ 案例\n{DETAIL}\n■ 提醒\n{DETAIL}"
    )
    assert [title for _, title in outline(text)] == ["■ 案例", "■ 提醒"]


def test_datelines_part_the_items_of_a_digest() -> None:
    text = "市领导调研项目\n本报讯 昨日，市领导到开发区调研项目建设情况，要求加快进度，确保质量，早日投产。\n首届读书节开幕\n本报讯 5月8日，市民读书节在图书馆开幕，活动将持续一个月，举办讲座二十余场。"
    document = find_structure(text)
    assert [article.headline for article in document.articles] == [
        "市领导调研项目",
        "首届读书节开幕",
    ]
