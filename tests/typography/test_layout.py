"""What each kind of block looks like on its rows."""

import pytest

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.span import Join
from reportreader.typography.flow import Flow
from reportreader.typography.line import DecorationRole
from reportreader.typography.plain import iter_plain_rows
from reportreader.typography.style import LayoutStyle, fit_column
from reportreader.typography.widths import WIDE

K = BlockKind
NARROW_COLUMN = LayoutStyle(measure=24)
GAPS = LayoutStyle(measure=24, indent_cells=0, gap_rows=1)


def make_document(
    *blocks: tuple[BlockKind, str] | tuple[BlockKind, str, dict[str, int | str]],
) -> Document:
    text = ""
    made = []
    for kind, content, *more in blocks:
        values: dict[str, int | str] = {"start": len(text), "end": len(text) + len(content)}
        values |= more[0] if more else {}
        made.append(Block(kind=kind, **values))  # type: ignore[arg-type]
        text += content + "\n"
    return Document(text=text, blocks=Blocks(made))


def rows(document: Document, style: LayoutStyle = NARROW_COLUMN) -> list[str]:
    return list(iter_plain_rows(document, style))


def test_paragraphs_begin_with_an_indent_and_follow_without_a_gap() -> None:
    document = make_document(
        (K.PARAGRAPH, "全年各项工作进展顺利，成效明显"), (K.PARAGRAPH, "明年继续")
    )
    assert rows(document) == ["    全年各项工作进展顺利，", "成效明显", "    明年继续"]


def test_paragraphs_are_set_apart_by_a_gap_if_the_reader_likes() -> None:
    document = make_document((K.PARAGRAPH, "全年各项工作"), (K.PARAGRAPH, "明年继续"))
    assert rows(document, GAPS) == ["全年各项工作", "", "明年继续"]


@pytest.mark.parametrize("style", [NARROW_COLUMN, GAPS])
def test_the_indent_of_the_source_is_not_painted(style: LayoutStyle) -> None:
    document = make_document((K.PARAGRAPH, "\u3000\u3000全年工作"))
    assert rows(document, style) == [" " * style.indent_cells + "全年工作"]


def test_a_join_is_not_painted_and_the_text_flows_on() -> None:
    text = "全年各项工作进\n\u3000展顺利"
    blocks = Blocks([Block(start=0, end=len(text))])
    document = Document(text=text, blocks=blocks, joins=(Join(start=7, end=9),))
    assert rows(document) == ["    全年各项工作进展顺利"]


def test_titles_are_centred_and_their_rows_about_equally_long() -> None:
    document = make_document(
        (K.TITLE, "关于基层治理工作情况的调查报告"), (K.BYLINE, "某市日报"), (K.PARAGRAPH, "正文")
    )
    assert rows(document) == [
        "    关于基层治理工作",
        "     情况的调查报告",
        "        某市日报",
        "",
        "    正文",
    ]


@pytest.mark.parametrize("space", [" ", "\u3000"])
def test_a_title_of_two_phrases_breaks_between_them(space: str) -> None:
    document = make_document((K.TITLE, f"推进基层治理{space}让群众更满意安心"))
    assert rows(document) == ["      推进基层治理", "    让群众更满意安心"]


def test_a_title_takes_no_more_rows_to_break_between_phrases() -> None:
    document = make_document((K.TITLE, "关于 基层治理工作情况的调查报告"))
    assert rows(document) == ["    关于 基层治理工", "    作情况的调查报告"]


def test_a_byline_at_the_end_of_a_text_stays_at_the_left() -> None:
    document = make_document((K.PARAGRAPH, "正文"), (K.BYLINE, "记者甲"))
    assert rows(document) == ["    正文", "记者甲"]


def test_large_headings_have_an_empty_row_in_front() -> None:
    document = make_document(
        (K.PARAGRAPH, "正文"),
        (K.HEADING, "一、做法", {"level": 1}),
        (K.HEADING, "（一）领导", {"level": 2}),
        (K.PARAGRAPH, "正文"),
        (K.HEADING, "1.其一", {"level": 3}),
    )
    assert rows(document) == ["    正文", "", "一、做法", "（一）领导", "    正文", "1.其一"]


def test_list_items_hang_behind_their_markers() -> None:
    document = make_document(
        (K.LIST_ITEM, "健全长效机制，确保措施落地", {"level": 1, "marker": "•"}),
        (K.LIST_ITEM, "子项", {"level": 2, "marker": "1."}),
    )
    assert rows(document) == ["• 健全长效机制，确保措施", "  落地", "  1. 子项"]


def test_quotes_have_a_bar_for_each_level() -> None:
    document = make_document((K.QUOTE, "引文", {"depth": 1}), (K.QUOTE, "引文", {"depth": 2}))
    assert rows(document, GAPS) == ["▎ 引文", "▎", "▎ ▎ 引文"]


def test_code_keeps_its_spaces_and_its_tabs_stand_at_stops() -> None:
    document = make_document((K.CODE, "if a:"), (K.CODE, "\tb = 1\t# c"), (K.CODE, "  d"))
    assert rows(document) == ["  if a:", "      b = 1   # c", "    d"]


TABLE: tuple[tuple[BlockKind, str, dict[str, int | str]], ...] = (
    (K.TABLE_ROW, "项目\t投入\t情况", {"table": 0}),
    (K.TABLE_ROW, "养老服务\t1,234\t完成", {"table": 0}),
)


def test_the_cells_of_a_table_stand_in_columns_numbers_at_the_right() -> None:
    assert rows(make_document(*TABLE)) == [
        "项目     │ 投入  │ 情况",
        "─────────┼───────┼─────",
        "养老服务 │ 1,234 │ 完成",
    ]


def test_a_long_cell_is_wrapped_in_its_column() -> None:
    document = make_document(
        (K.TABLE_ROW, "甲\t进展情况说明", {"table": 0}),
        (K.TABLE_ROW, "乙\t已经完成七成，预计年底前通过验收", {"table": 0}),
    )
    assert rows(document) == [
        "甲 │ 进展情况说明",
        "───┼────────────────────",
        "乙 │ 已经完成七成，预计",
        "   │ 年底前通过验收",
    ]


def test_a_table_too_wide_for_the_column_is_set_as_records() -> None:
    document = make_document(
        (K.TABLE_ROW, "项目\t负责部门\t完成情况说明", {"table": 0}),
        (K.TABLE_ROW, "养老服务提升\t民政部门牵头\t预计年底前通过验收", {"table": 0}),
    )
    assert rows(document, LayoutStyle(measure=24)) == [
        "项目 │ 负责部门",
        "完成情况说明",
        "",
        "项目      养老服务提升",
        "负责部门  民政部门牵头",
        "完成情况… 预计年底前通过",
        "          验收",
    ]


def test_the_heads_above_records_fill_rows_and_long_or_empty_ones_are_no_trouble() -> None:
    document = make_document(
        (K.TABLE_ROW, "序号		负责的部门以及一同办理的各个单位	时限", {"table": 0}),
        (K.TABLE_ROW, "1	无	民政部门牵头	年底前", {"table": 0}),
    )
    heads = rows(document, LayoutStyle(measure=24))
    assert heads[: heads.index("")] == [
        "序号",
        "负责的部门以及一同办理的",
        "各个单位 │ 时限",
    ]


def test_heads_of_seven_characters_stand_whole_beside_records_on_forty_columns() -> None:
    column = fit_column(40 - 3, measure=80)
    document = make_document(
        (K.TABLE_ROW, "建设内容及规模\t总投资（万元）\t计划开工时间\t备注\t单位", {"table": 0}),
        (K.TABLE_ROW, "改造泵站两处\t860\t三月\t续建\t水务集团", {"table": 0}),
    )
    shown = rows(document, LayoutStyle(measure=column.measure))
    assert "建设内容及规模 改造泵站两处" in shown
    assert "总投资（万元） 860" in shown


def test_two_tables_side_by_side_in_the_text_have_columns_of_their_own() -> None:
    document = make_document(
        (K.TABLE_ROW, "甲\t乙", {"table": 0}), (K.TABLE_ROW, "甲甲甲\t乙", {"table": 1})
    )
    assert rows(document) == ["甲 │ 乙", "", "甲甲甲 │ 乙"]


def test_furniture_is_folded_into_one_row_that_stands_for_all_of_it() -> None:
    document = make_document((K.PARAGRAPH, "正文"), (K.FURNITURE, "首页"), (K.FURNITURE, "分享"))
    flow = Flow(document, NARROW_COLUMN)
    assert rows(document) == ["    正文", "⋯"]
    fold = list(flow.iter_lines())[-1]
    assert [sign.role for sign in fold.decorations] == [DecorationRole.FOLD]
    assert document.text[fold.start : fold.end] == "首页\n分享"
    assert {flow.row_of(offset) for offset in range(fold.start, fold.end)} == {1}


def test_furniture_is_shown_if_the_reader_likes() -> None:
    document = make_document((K.FURNITURE, "首页"), (K.FURNITURE, "分享"))
    assert rows(document, LayoutStyle(fold_furniture=False)) == ["首页", "分享"]


def test_rules_fill_the_column_unless_they_are_written_out() -> None:
    document = make_document((K.RULE, ""), (K.RULE, "***"))
    assert rows(document) == ["─" * 24, "***"]


def test_drawn_signs_give_way_to_ascii_where_they_would_be_wide() -> None:
    document = make_document((K.RULE, ""), *TABLE, (K.QUOTE, "引文", {"depth": 1}))
    drawn = "".join(rows(document, LayoutStyle(measure=24, widths=WIDE)))
    assert not set(drawn) & set("─│┼▎⋯")


@pytest.mark.parametrize("room", range(8, 200))
def test_the_column_fits_its_room_and_is_centred(room: int) -> None:
    column = fit_column(room, measure=80)
    right = room - column.left - column.measure - column.hang_cells
    assert column.measure % 2 == 0
    assert right - column.left in (0, 1)
    assert column.measure <= 80
    assert column.hang_cells == (2 if room >= 30 else 0)
