"""Keyphrases are phrases, in order, of their kind."""

import pytest

from reportreader.analysis.keyphrases import Keyphrase, KeyphraseKind, find_keyphrases
from reportreader.analysis.words import Segmenter
from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.document.span import Join

TEXT = """青石镇“护河联盟”让小溪变清
今年以来，青石镇水利站牵头成立“护河联盟”，把沿河的茶厂、学校和村民小组请到一张桌子上。
镇党委书记林海生说，“护河联盟”每月开一次恳谈会，一事一议，件件有回音。
护河联盟的志愿者沿着梅溪捡拾垃圾，白鹭又飞回了梅溪湿地。梅溪湿地如今成了孩子们的自然课堂。
在青石镇，党建引领有实招，党建引领见实效。党员带头把自家的排污管接进管网，茶厂也装上了净水设备。
下一步，青石镇将在梅溪湿地办自然课堂二十场，把护河联盟的做法推广到全镇。
"""


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(None)


def keyphrases(document: Document, segmenter: Segmenter) -> list[Keyphrase]:
    return list(find_keyphrases(document, segmenter))


def plain(text: str) -> Document:
    return Document(text=text, blocks=Blocks.from_lines(text))


def test_phrases_come_before_words(segmenter: Segmenter) -> None:
    best = [keyphrase.phrase for keyphrase in keyphrases(plain(TEXT), segmenter)[:8]]
    assert {"护河联盟", "梅溪湿地", "自然课堂"} <= set(best)
    assert best[0] == "护河联盟"


def test_each_has_its_kind_and_count(segmenter: Segmenter) -> None:
    found = {keyphrase.phrase: keyphrase for keyphrase in keyphrases(plain(TEXT), segmenter)}
    assert found["护河联盟"].kind is KeyphraseKind.ORGANISATION
    assert found["护河联盟"].count == TEXT.count("护河联盟")
    assert found["党建引领"].kind is KeyphraseKind.PHRASE
    assert {phrase for phrase in found if found[phrase].kind is KeyphraseKind.PLACE} & {"青石镇"}
    assert found["林海生"].kind is KeyphraseKind.PERSON


def test_scores_descend_and_the_limit_holds(segmenter: Segmenter) -> None:
    found = find_keyphrases(plain(TEXT), segmenter, limit=5)
    assert len(found) == 5
    assert [k.score for k in found] == sorted((k.score for k in found), reverse=True)


def test_what_every_report_says_is_worth_less(segmenter: Segmenter) -> None:
    def frequency(phrase: str) -> int:
        return 990 if phrase in "青石镇" else 1

    document = plain(TEXT)
    common = find_keyphrases(document, segmenter, document_frequency=frequency, report_count=1_000)
    ranks = [keyphrase.phrase for keyphrase in keyphrases(document, segmenter)]
    later = [keyphrase.phrase for keyphrase in common]
    assert later.index("青石镇") > ranks.index("青石镇")


def test_furniture_is_not_read_and_joined_lines_are(segmenter: Segmenter) -> None:
    text = "护河\n联盟成立。护河联盟开会。护河联盟捡拾垃圾。\n分享到微信好友圈子 分享到微信好友圈子"
    cut = text.index("分享")
    document = Document(
        text=text,
        blocks=Blocks(
            [
                Block(start=0, end=cut - 1),
                Block(start=cut, end=len(text), kind=BlockKind.FURNITURE),
            ]
        ),
        joins=(Join(start=2, end=3),),
    )
    found = {keyphrase.phrase: keyphrase.count for keyphrase in keyphrases(document, segmenter)}
    assert found["护河联盟"] == 3
    assert not any("微信" in phrase for phrase in found)


def test_a_title_that_stands_elsewhere_counts(segmenter: Segmenter) -> None:
    item = MetadataItem(field=MetadataField.TITLE, value="梅溪湿地巡礼")
    document = Document(text=TEXT, blocks=Blocks.from_lines(TEXT), metadata=Metadata(items=(item,)))
    assert "梅溪湿地" in [found.phrase for found in keyphrases(document, segmenter)[:2]]


@pytest.mark.parametrize("text", ["", "\n\n", "。，！", "a", "1234 5678", "的的的的", "“”"])
def test_texts_that_say_nothing(segmenter: Segmenter, text: str) -> None:
    assert all(len(keyphrase.phrase) > 1 for keyphrase in keyphrases(plain(text), segmenter))


_ABSTRACT = """基于改进蚁群算法的焊接机器人路径规划

焊接机器人工位多，人工示教效率低。建立路径规划模型，设计改进蚁群算法，运用局部搜索改善解的质量。
计算结果表明，与传统蚁群算法相比，改进蚁群算法使焊接时间缩短18%，焊接机器人运动平稳。患者无。
"""


def test_a_name_is_given_without_words_that_say_little(segmenter: Segmenter) -> None:
    found = [one.phrase for one in keyphrases(plain(_ABSTRACT), segmenter)][:10]
    assert "蚁群算法" in found[:5]
    assert not {"改进蚁群算法", "传统蚁群算法", "患者"} & set(found)


def test_a_deed_in_front_of_a_name_is_left_out(segmenter: Segmenter) -> None:
    text = "各村打造志愿服务品牌。大家打造志愿服务品牌，又打造志愿服务品牌。\n"
    found = [one.phrase for one in keyphrases(plain(text), segmenter)]
    assert found[0] == "志愿服务品牌"
    assert "打造志愿服务品牌" not in found


def test_the_kind_of_document_and_quantities_are_no_keyphrases(segmenter: Segmenter) -> None:
    text = (
        "梅县农作物病虫害普查情况通报\n各乡镇政府，县直有关单位：病虫害普查今年三月开始，"
        "每周三汇总，二〇二三年度监测点一百二十个。\n"
    )
    found = [one.phrase for one in keyphrases(plain(text), segmenter)]
    assert "农作物病虫害普查" in found or "病虫害普查" in found
    for phrase in found:
        assert not phrase.endswith("通报")
        assert "有关" not in phrase
        assert not phrase.startswith(("各", "每", "一百", "二〇"))
