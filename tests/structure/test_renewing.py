"""A stored document is read again without the file it came from."""

from tests.structure.found import make_marked

from reportreader.document.block import BlockKind, Blocks
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.structure import STRUCTURE_VERSION, find_structure, refine_structure
from reportreader.structure.renewing import renew_structure

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"
PLAIN = f"老楼装上新电梯\n\n一、听意见\n\n{DETAIL}\n\n二、筹资金\n\n{DETAIL}\n"


def test_plain_text_is_read_from_its_text_alone() -> None:
    found = find_structure(PLAIN)
    old = found._replace(sections=(), blocks=Blocks.from_lines(PLAIN), structure_version=1)
    assert renew_structure(old, is_plain=True) == found


def test_what_a_file_marked_stays() -> None:
    document = refine_structure(
        make_marked(
            (BlockKind.HEADING, 1, "老楼装上新电梯"),
            (BlockKind.HEADING, 2, "缘起"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
            (BlockKind.LIST_ITEM, 1, "第一次会议"),
            (BlockKind.HEADING, 2, "经过"),
            (BlockKind.PARAGRAPH, 0, DETAIL),
        )
    )
    assert renew_structure(document, is_plain=False) == document


def test_what_the_passes_found_in_marked_up_text_is_found_again() -> None:
    given = make_marked(
        (BlockKind.PARAGRAPH, 0, "老楼装上新电梯"),
        (BlockKind.PARAGRAPH, 0, "2021-05-06 来源：江城报"),
        (BlockKind.PARAGRAPH, 0, "一、听意见"),
        (BlockKind.PARAGRAPH, 0, DETAIL),
        (BlockKind.PARAGRAPH, 0, "二、筹资金"),
        (BlockKind.PARAGRAPH, 0, DETAIL),
    )
    read = refine_structure(given)
    assert [section.title for section in read.sections] == ["一、听意见", "二、筹资金"]
    worse = read._replace(structure_version=1, sections=read.sections[:1])
    assert renew_structure(worse, is_plain=False) == read


def test_metadata_from_outside_the_text_stays() -> None:
    item = MetadataItem(field=MetadataField.LANGUAGE, value="zh")
    given = make_marked(
        (BlockKind.PARAGRAPH, 0, "老楼装上新电梯"), (BlockKind.PARAGRAPH, 0, DETAIL)
    )
    read = refine_structure(given._replace(metadata=Metadata(items=(item,))))
    renewed = renew_structure(read._replace(structure_version=1), is_plain=False)
    assert renewed.metadata.value(MetadataField.LANGUAGE) == "zh"
    assert renewed.structure_version == STRUCTURE_VERSION
