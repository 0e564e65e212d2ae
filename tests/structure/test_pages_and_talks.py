"""Newspaper pages with columns and brief items, talks, and days that stand beside other words."""

from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

DETAIL = (
    "她每天走遍二十户人家，把大家的难处记在本子上，回到办公室再一件一件想办法解决，从不拖到第二天。"
)
FOLIO = "桃 园 日 报　　2012年5月9日　星期三　　第三版　民 生　　本版责编：王 琳"
PAGE = (
    f"{FOLIO}\n\n身边的榜样\n\n把邻居当亲人\n——记桃园社区网格员李小梅\n\n本报记者 张 强\n\n{DETAIL}\n\n{DETAIL}\n\n"
    f"□短 讯\n\n区图书馆开办夜校\n\n(记者 王 琳)5月7日，{DETAIL}\n\n"
    f"老街路灯换新\n\n(通讯员 赵小军)5月8日，{DETAIL}\n"
)


def test_day_and_editor_stand_over_a_newspaper_page() -> None:
    metadata = find_structure(PAGE).metadata
    assert metadata.value(MetadataField.DATE) == "2012-05-09"
    assert metadata.value(MetadataField.EDITOR) == "王琳"


def test_brief_items_open_with_who_reports() -> None:
    found = [(article.headline, article.column) for article in find_structure(PAGE).articles]
    assert found == [
        ("把邻居当亲人", "身边的榜样"),
        ("区图书馆开办夜校", "□短 讯"),
        ("老街路灯换新", ""),
    ]


def test_bracket_of_a_brief_item_is_its_byline_and_its_text_stays_text() -> None:
    document = find_structure(PAGE)
    assert [article.byline for article in document.articles][1:] == [
        "(记者 王 琳)",
        "(通讯员 赵小军)",
    ]
    assert sum(block.kind == "paragraph" for block in document.blocks) == 4


def test_names_behind_a_square_are_no_column() -> None:
    text = f"老街路灯换新\n□ 王 琳\n{DETAIL}\n{DETAIL}\n"
    document = find_structure(text)
    assert document.articles == ()
    assert document.metadata.value(MetadataField.AUTHOR) == "王琳"


def _talk(front: str) -> str:
    turns = "".join(f"记者：这件事是怎么做成的？\n李小梅：{DETAIL}\n" for _ in range(3))
    return f"让邻居成为亲人\n{front}\n{turns}"


def test_person_who_is_asked_speaks() -> None:
    document = find_structure(_talk("——对话桃园社区网格员李小梅"))
    assert document.metadata.value(MetadataField.SPEAKER) == "李小梅"


def test_person_who_is_asked_but_not_announced_is_no_speaker() -> None:
    assert not find_structure(_talk("——老街故事之三")).metadata.all(MetadataField.SPEAKER)


def test_office_between_title_and_day_has_issued_the_text() -> None:
    text = f"桃园区年度统计公报\n桃园区统计局\n2021年4月6日\n{DETAIL}\n{DETAIL}\n"
    assert find_structure(text).metadata.value(MetadataField.SOURCE) == "桃园区统计局"


def test_board_and_the_name_its_writer_has_chosen() -> None:
    text = f"老街的路灯\n2020-05-09 桃园论坛　路边的石头　查看: 45 | 回复: 8\n{DETAIL}\n{DETAIL}\n"
    metadata = find_structure(text).metadata
    assert metadata.value(MetadataField.SOURCE) == "桃园论坛"
    assert metadata.value(MetadataField.AUTHOR) == "路边的石头"
    assert metadata.value(MetadataField.DATE) == "2020-05-09"
