"""Furniture is set aside, broken lines are joined, articles are told apart."""

from tests.structure.found import furniture

from reportreader.document.block import BlockKind
from reportreader.structure import find_structure, iter_passes

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"


def test_navigation_around_a_web_page() -> None:
    text = f"老楼装上新电梯_江河网\n首页\n新闻\n当前位置：首页 > 新闻 > 城事\n老楼装上新电梯\n2021-05-06 09:15 来源：江河网\n【字号：大 中 小】\n{DETAIL}\n{DETAIL}\n打印 关闭\n相关阅读\n春耕正当时\n古城夜色好\n版权所有 江河网"
    document = find_structure(text)
    assert document.title == "老楼装上新电梯"
    kinds = [block.kind for block in document.blocks]
    assert kinds.count(BlockKind.PARAGRAPH) == 2
    assert "古城夜色好" in furniture(text)
    assert document.sections == ()


def test_page_numbers_between_paragraphs_but_not_numbers_of_a_sentence() -> None:
    text = f"{DETAIL}\n\n1\n\n{DETAIL}\n—12—\n{DETAIL}\n第 3 页 共 9 页\n今年全县新建的公园一共有\n12\n个，分布在东西两城。"
    assert furniture(text) == ["1", "—12—", "第 3 页 共 9 页"]


def test_a_table_of_contents_is_not_the_outline() -> None:
    text = f"目录\n\t1背景\t3\n\t1.1对象\t3\n\t1.2方法\t4\n\t2结果\t5\n方言调查报告\n1背景\n1.1对象\n{DETAIL}\n1.2方法\n{DETAIL}\n2结果\n{DETAIL}"
    document = find_structure(text)
    assert [section.level for section in document.sections] == [1, 2, 2, 1]
    assert document.sections[0].start > text.index("方言调查报告")
    assert document.title == "方言调查报告"


def test_a_contents_list_without_page_numbers_returns_later() -> None:
    text = f"工作手册\n目 录\n值班制度\n交接制度\n检查制度\n值班制度\n{DETAIL}\n交接制度\n{DETAIL}\n检查制度\n{DETAIL}"
    assert furniture(text) == ["目 录", "值班制度", "交接制度", "检查制度"]
    assert len(find_structure(text).sections) == 3


def test_running_heads_inside_sentences() -> None:
    text = "".join(f"{DETAIL[:-8]}\n江北年鉴\n{DETAIL[-8:]}\n{DETAIL}\n" for _ in range(3))
    assert furniture(text) == ["江北年鉴"] * 3


def test_capture_headers_give_source_and_date() -> None:
    text = f"# 原件\n\n- title: 县政府关于供水的通知\n- publisher: 县政府办公室\n- publish_date: 2020-12-07\n- capture_date: 2026-03-30\n\n---\n\n县政府关于供水的通知\n县政发〔2020〕50号\n各乡镇人民政府：\n{DETAIL}"
    metadata = neutral(text)
    assert (metadata["source"], metadata["date"]) == ("县政府办公室", "2020-12-07")
    assert metadata["title"] == "县政府关于供水的通知"


def neutral(text: str) -> dict[str, str]:
    return {str(item.field): item.value for item in find_structure(text).metadata.items}


def test_text_broken_at_a_constant_width_is_joined() -> None:
    sentence = "全区先后召开座谈会和联谊会，向各界人士通报情况，听取意见，"
    text = "".join(f"{sentence * 8}。"[start : start + 30] + "\n" for start in range(0, 230, 30))
    document = find_structure(text)
    assert len(document.joins) == 7
    assert all(text[join.start : join.end] == "\n" for join in document.joins)
    assert "\n" not in document.passage(0, len(text) - 1)


def test_a_clause_cut_by_a_blank_line_goes_on() -> None:
    text = f"{DETAIL}\n\n每到月末，农技站的小院里总要摆开几排长凳，种粮大户们揣着一季的账本来请教，在热闹的讨\n\n论声中，算清了肥料的账。\n\n{DETAIL}"
    document = find_structure(text)
    assert [text[join.start : join.end] for join in document.joins] == ["\n\n"]


def test_paragraphs_that_end_are_not_joined() -> None:
    text = f"{DETAIL}\n{DETAIL}\n一、加强领导\n{DETAIL}\n（二）强化宣传，全民参与\n{DETAIL}"
    assert find_structure(text).joins == ()


PAGE = f"""2022年9月14日  星期三  要闻  3版
■特别关注
让老街旧貌
换上新颜
□本报记者 周小川
{DETAIL}
留住记忆
{DETAIL}
引来活水
{DETAIL}
■民生
公交线路下月调整
□本报记者 何静 通讯员 马林
{DETAIL}
{DETAIL}
春到江边
近日，江边公园的樱花竞相开放，引来众多市民赏花拍照，孩子们在树下追逐嬉戏。
本报记者 吴晓 摄
"""


def test_a_newspaper_page_falls_into_articles() -> None:
    document = find_structure(PAGE)
    assert [
        (article.column, article.headline, article.byline) for article in document.articles
    ] == [
        ("■特别关注", "让老街旧貌\n换上新颜", "□本报记者 周小川"),
        ("■民生", "公交线路下月调整", "□本报记者 何静 通讯员 马林"),
        ("", "春到江边", "本报记者 吴晓 摄"),
    ]
    assert [section.level for section in document.sections] == [1, 2, 3, 3, 1, 2, 2]
    assert document.title == "让老街旧貌 换上新颜"
    assert furniture(PAGE) == ["2022年9月14日  星期三  要闻  3版"]


def test_every_pass_can_be_shown() -> None:
    names = [found.name for found in iter_passes(PAGE)]
    assert names == ["furniture", "joins", "articles", "roles", "metadata", "headings", "levels"]
    headlines = next(found for found in iter_passes(PAGE) if found.name == "articles").marks
    assert [PAGE[mark.start : mark.end] for mark in headlines][1] == "公交线路下月调整"
