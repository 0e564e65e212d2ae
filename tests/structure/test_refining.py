"""Documents that come with markup keep it; what it does not say is added."""

from tests.structure.found import make_marked

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.document.section import SectionKind
from reportreader.structure import refine_structure

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"


def test_given_headings_become_sections_below_the_title() -> None:
    document = refine_structure(
        make_marked(
            (BlockKind.HEADING, 1, "老楼装上新电梯"),
            (BlockKind.PARAGRAPH, 0, "2021-05-06 来源：江城报"),
            (BlockKind.HEADING, 2, "缘起"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
            (BlockKind.HEADING, 3, "听意见"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
        )
    )
    assert document.title == "老楼装上新电梯"
    assert [(section.level, section.title) for section in document.sections] == [
        (1, "缘起"),
        (2, "听意见"),
    ]
    assert {section.kind for section in document.sections} == {SectionKind.MARKUP}
    assert document.metadata.value(MetadataField.SOURCE) == "江城报"
    assert document.blocks[1].kind is BlockKind.BYLINE


def test_paragraphs_without_given_headings_are_read_as_plain_text() -> None:
    document = refine_structure(
        make_marked(
            (BlockKind.PARAGRAPH, 0, "全年工作总结"),
            (BlockKind.PARAGRAPH, 0, "一、抓学习"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
            (BlockKind.TABLE_ROW, 0, "甲\t乙"),
            (BlockKind.PARAGRAPH, 0, "二、抓宣传"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
        )
    )
    assert [section.title for section in document.sections] == ["一、抓学习", "二、抓宣传"]
    assert [block.kind for block in document.blocks] == [
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.TABLE_ROW,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_code_and_quotes_are_not_searched_for_headings() -> None:
    document = refine_structure(
        make_marked(
            (BlockKind.CODE, 0, "一、甲"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
            (BlockKind.CODE, 0, "二、乙"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
        )
    )
    assert document.sections == ()


def test_empty_blocks_are_passed_over() -> None:
    text = "一、甲\n\n来源：县报\n"
    spans = ((0, 0), (0, 3), (4, 4), (5, 10), (11, 11))
    blocks = Blocks([Block(start=start, end=end) for start, end in spans])
    refined = refine_structure(Document(text=text, blocks=blocks))
    assert [(block.start, block.end) for block in refined.blocks] == list(spans)


def test_below_a_given_title_a_short_line_is_no_second_line_of_it() -> None:
    document = refine_structure(
        make_marked(
            (BlockKind.TITLE, 0, "老楼装上新电梯"),
            (BlockKind.PARAGRAPH, 0, "听取意见，把事情商量好"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
            (BlockKind.PARAGRAPH, 0, "公布进展，把事情办实"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
        )
    )
    assert [b.kind for b in document.blocks].count(BlockKind.TITLE) == 1
    assert [section.title for section in document.sections] == [
        "听取意见，把事情商量好",
        "公布进展，把事情办实",
    ]


def test_rows_of_a_table_above_a_signature_do_not_sign() -> None:
    document = refine_structure(
        make_marked(
            (BlockKind.PARAGRAPH, 0, "关于检查的通知"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
            (BlockKind.TABLE_ROW, 0, "乡镇\t负责人"),
            (BlockKind.PARAGRAPH, 0, "江城县水务局"),
            (BlockKind.PARAGRAPH, 0, "2021年7月5日"),
        )
    )
    signed = document.metadata.all(MetadataField.SIGNATURE)
    assert [item.value for item in signed] == ["江城县水务局"]


def test_a_title_over_two_paragraphs_is_named_whole() -> None:
    document = refine_structure(
        make_marked(
            (BlockKind.PARAGRAPH, 0, "江城县人民政府关于印发"),
            (BlockKind.PARAGRAPH, 0, "老楼加装电梯工作方案的通知"),
            (BlockKind.PARAGRAPH, 0, "江政发〔2021〕12号"),
            (BlockKind.PARAGRAPH, 0, "各街道办事处："),
            (BlockKind.PARAGRAPH, 0, DETAIL),
        )
    )
    assert document.title == "江城县人民政府关于印发 老楼加装电梯工作方案的通知"
