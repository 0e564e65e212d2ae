"""What a reader says of the structure goes before what the passes found."""

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.document.section import SectionKind
from reportreader.structure.correcting import (
    Correction,
    CorrectionKind,
    apply_corrections,
    is_replaced_by,
)
from reportreader.structure.finding import find_structure

TEXT = """县图书馆二〇二三年工作总结

2023-12-20 09:30 来源：县文化馆

一、开放服务

全年开放三百余天，接待读者八万人次，借阅量比上年有所增加，读者反映良好。

（一）延长时间

周末晚上也开放，学生做完作业可以来看书，家长放心，社区也欢迎这样的安排。

（二）增加座位

把旧书库腾出来摆上桌椅，又添了一百个座位，考试季节也能坐得下，没有人站着看书。

二、送书下乡

为十二个村的农家书屋更换图书，并请老师讲解怎样整理和登记，村民可以就近借还。

读者的话

这里安静，书也新，我们一家三口每个星期都来，希望多添一些农业技术方面的书。
"""


def place(passage: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(passage)
    return start, start + len(passage)


def correction(kind: CorrectionKind, passage: str, value: str = "", text: str = TEXT) -> Correction:
    start, end = place(passage, text)
    return Correction(kind=kind, start=start, end=end, quote=passage, value=value)


def outline(document: Document) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section in document.sections]


def kind_at(document: Document, passage: str) -> BlockKind:
    return document.blocks[document.blocks.index_at(document.text.index(passage))].kind


def corrected(*corrections: Correction) -> Document:
    return apply_corrections(find_structure(TEXT), corrections)


FOUND = [
    (1, "一、开放服务"),
    (2, "（一）延长时间"),
    (2, "（二）增加座位"),
    (1, "二、送书下乡"),
]


def test_the_text_reads_as_the_other_tests_expect() -> None:
    assert outline(find_structure(TEXT)) == FOUND


def test_nothing_said_changes_nothing() -> None:
    document = find_structure(TEXT)
    assert apply_corrections(document, ()) is document


def test_a_line_becomes_a_heading_of_the_level_before_it() -> None:
    document = corrected(correction(CorrectionKind.HEADING, "读者的话"))
    assert outline(document) == [*FOUND, (1, "读者的话")]
    section = document.sections[-1]
    assert section.kind is SectionKind.READER
    assert section.confidence == 1.0
    assert section.reason == "reason_reader"
    assert kind_at(document, "读者的话") is BlockKind.HEADING
    assert document.sections[-2].content_end == section.start


def test_a_heading_that_opens_its_paragraph_leaves_the_paragraph_whole() -> None:
    before = find_structure(TEXT)
    document = corrected(correction(CorrectionKind.HEADING, "这里安静", "2"))
    assert outline(document)[-1] == (2, "这里安静")
    assert document.blocks == before.blocks


def test_a_heading_in_mid_paragraph_begins_a_new_one() -> None:
    document = corrected(correction(CorrectionKind.HEADING, "书也新", "2"))
    starts = [document.text[block.start : block.end] for block in document.blocks][-2:]
    assert starts[0] == "这里安静，"
    assert starts[1].startswith("书也新，我们一家")


def test_a_heading_between_blanks_of_flat_text_becomes_a_block_of_its_own() -> None:
    text = "全年开放三百天，读者很多。 送书下乡 为十二个村更换图书，村民可以就近借还。"
    start, end = place("送书下乡", text)
    document = apply_corrections(
        find_structure(text), [Correction(kind=CorrectionKind.HEADING, start=start, end=end)]
    )
    assert [(block.kind, text[block.start : block.end]) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "全年开放三百天，读者很多。"),
        (BlockKind.HEADING, "送书下乡"),
        (BlockKind.PARAGRAPH, "为十二个村更换图书，村民可以就近借还。"),
    ]


def test_blanks_and_closing_marks_around_a_selection_are_not_part_of_the_heading() -> None:
    document = corrected(correction(CorrectionKind.HEADING, "\n读者的话\n"))
    assert outline(document)[-1] == (1, "读者的话")


def test_not_a_heading_gives_its_subsections_to_the_section_before() -> None:
    document = corrected(correction(CorrectionKind.NOT_HEADING, "（二）增加座位"))
    assert outline(document) == [FOUND[0], FOUND[1], FOUND[3]]
    assert kind_at(document, "（二）增加座位") is BlockKind.PARAGRAPH
    assert document.sections[1].content_end == document.sections[2].start


def test_a_level_moves_the_subsections_too() -> None:
    document = corrected(correction(CorrectionKind.LEVEL, "一、开放服务", "2"))
    assert outline(document) == [
        (2, "一、开放服务"),
        (3, "（一）延长时间"),
        (3, "（二）增加座位"),
        (1, "二、送书下乡"),
    ]
    heading = document.blocks[document.blocks.index_at(document.sections[1].start)]
    assert heading.level == 3


def test_a_level_of_a_passage_no_pass_took_for_a_heading_makes_it_one() -> None:
    document = corrected(correction(CorrectionKind.LEVEL, "读者的话", "2"))
    assert outline(document)[-1] == (2, "读者的话")


def test_a_title_of_ones_own_and_back() -> None:
    named = correction(CorrectionKind.TITLE, "二、送书下乡", "下乡")
    assert outline(corrected(named))[-1] == (1, "下乡")
    back = correction(CorrectionKind.TITLE, "二、送书下乡", "")
    assert outline(corrected(named, back)) == FOUND


def test_two_headings_become_one_line() -> None:
    text = (
        "关于进一步改进\n\n图书馆服务的意见\n\n"
        + "全年开放三百余天，接待读者八万人次，读者很满意。\n" * 2
    )
    parts = [place("关于进一步改进", text), place("图书馆服务的意见", text)]
    headings = [Correction(kind=CorrectionKind.HEADING, start=a, end=b) for a, b in parts]
    merge = Correction(kind=CorrectionKind.MERGE, start=parts[0][0], end=parts[1][1])
    document = apply_corrections(
        Document(text=text, blocks=find_structure(text).blocks), [*headings, merge]
    )
    assert outline(document) == [(1, "关于进一步改进图书馆服务的意见")]
    block = document.blocks[0]
    assert (block.kind, text[block.start : block.end]) == (
        BlockKind.HEADING,
        "关于进一步改进\n\n图书馆服务的意见",
    )
    assert document.passage(block.start, block.end) == "关于进一步改进图书馆服务的意见"


def test_a_date_is_replaced_and_a_field_emptied() -> None:
    def metadata(field: MetadataField, value: str) -> Correction:
        return Correction(kind=CorrectionKind.METADATA, start=0, end=0, field=field, value=value)

    document = corrected(
        metadata(MetadataField.DATE, "2023-12-31"), metadata(MetadataField.SOURCE, "")
    )
    assert document.metadata.value(MetadataField.DATE) == "2023-12-31"
    assert document.metadata.all(MetadataField.SOURCE) == ()
    assert document.title == "县图书馆二〇二三年工作总结"


def test_what_lies_behind_a_beginning_waits_for_the_rest() -> None:
    beginning = find_structure(TEXT[:60])
    assert (
        apply_corrections(beginning, [correction(CorrectionKind.HEADING, "读者的话")]) is beginning
    )


def test_corrections_are_applied_in_their_order() -> None:
    away = correction(CorrectionKind.NOT_HEADING, "二、送书下乡")
    again = correction(CorrectionKind.HEADING, "二、送书下乡", "3")
    assert outline(corrected(away, again))[-1] == (3, "二、送书下乡")
    assert outline(corrected(again, away)) == FOUND[:-1]


def test_a_later_word_on_the_same_heading_replaces_an_earlier_one() -> None:
    level = correction(CorrectionKind.LEVEL, "二、送书下乡", "2")
    deeper = correction(CorrectionKind.LEVEL, "二、送书下乡", "3")
    title = correction(CorrectionKind.TITLE, "二、送书下乡", "下乡")
    away = correction(CorrectionKind.NOT_HEADING, "二、送书下乡")
    other = correction(CorrectionKind.LEVEL, "一、开放服务", "2")
    assert is_replaced_by(level, deeper)
    assert is_replaced_by(title, away)
    assert not is_replaced_by(title, deeper)
    assert not is_replaced_by(level, other)


def test_metadata_replaces_only_its_own_field() -> None:
    def metadata(field: MetadataField) -> Correction:
        return Correction(kind=CorrectionKind.METADATA, start=0, end=0, field=field, value="某")

    heading = correction(CorrectionKind.HEADING, "读者的话")
    assert is_replaced_by(metadata(MetadataField.DATE), metadata(MetadataField.DATE))
    assert not is_replaced_by(metadata(MetadataField.DATE), metadata(MetadataField.TITLE))
    assert not is_replaced_by(heading, metadata(MetadataField.DATE))


def test_blocks_still_tile_the_text_and_sections_still_nest() -> None:
    document = corrected(
        correction(CorrectionKind.HEADING, "书也新"),
        correction(CorrectionKind.HEADING, "增加座位\n\n把旧书库腾出来"),
        correction(CorrectionKind.LEVEL, "（一）延长时间", "1"),
        correction(CorrectionKind.NOT_HEADING, "二、送书下乡"),
    )
    reach = 0
    for block in document.blocks:
        assert not document.text[reach : block.start].strip()
        assert block.start < block.end
        reach = block.end
    assert not document.text[reach:].strip()
    starts = [section.start for section in document.sections]
    assert starts == sorted(starts)
    for section in document.sections:
        assert section.start < section.end <= section.content_end <= len(TEXT)
