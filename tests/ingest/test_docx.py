"""Word documents: everything a reader sees on paper, once, in order, with its automatic numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.documents import lines
from tests.ingest.packages import make_docx, make_zip, numbered, paragraph, run

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.formats import docx
from reportreader.ingest.formats.list_numbering import format_number, han_number
from reportreader.ingest.manner import AS_FOUND

LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "%3.%4"),
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    + "".join(
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for number, (style, pattern) in enumerate(LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>'
)
SPAN = '<w:gridSpan w:val="2"/>'
MERGED = '<w:vMerge w:val="restart"/>'
STYLES = (
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="自定义"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
)


def read(body: str, **parts: str) -> Document:
    return docx.extract(make_docx(body, **parts), name="甲.docx", manner=AS_FOUND).document  # type: ignore[arg-type]


def styled(text: str, style: str) -> str:
    return paragraph(text, properties=f'<w:pStyle w:val="{style}"/>')


def test_automatic_numbers_become_text_and_begin_anew_below_a_higher_one() -> None:
    body = "".join(
        numbered(text, level)
        for text, level in (
            ("总体", 0), ("学习", 1), ("计划", 2), ("细则", 3), ("细则", 3), ("集中", 2),
            ("实事", 1), ("问题", 0), ("一类", 1),
        )
    )  # fmt: skip
    assert lines(read(body, numbering=NUMBERING)) == [
        "一、总体", "（一）学习", "1.计划", "1.1细则", "1.2细则", "2.集中", "（二）实事", "二、问题", "（一）一类",
    ]  # fmt: skip


def test_a_numbering_of_its_own_begins_at_its_own_start() -> None:
    body = numbered("甲", 0) + numbered("乙", 0) + numbered("丙", 0, 2) + numbered("丁", 0, 2)
    assert lines(read(body, numbering=NUMBERING)) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_bullets_are_markers_and_not_text() -> None:
    document = read(numbered("甲", 0, 3), numbering=NUMBERING)
    assert (document.text, document.blocks[0].marker) == ("甲", "•")
    assert document.blocks[0].kind is BlockKind.LIST_ITEM


@pytest.mark.parametrize(
    ("style", "number", "written"),
    [
        ("chineseCounting", 12, "十二"), ("chineseLegalSimplified", 3, "叁"),
        ("ideographTraditional", 2, "乙"), ("decimalEnclosedCircleChinese", 4, "④"),
        ("decimalEnclosedCircle", 21, "21"), ("upperRoman", 14, "XIV"), ("lowerLetter", 28, "bb"),
        ("decimalZero", 7, "07"), ("decimalFullWidth", 10, "１０"), ("none", 5, ""),
        ("somethingNew", 5, "5"), ("chineseCounting", 0, "0"), ("ideographDigital", 20, "二〇"),
    ],
)  # fmt: skip
def test_numbers_are_written_in_every_chinese_way(style: str, number: int, written: str) -> None:
    assert format_number(style, number) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (19, "十九"), (20, "二十"), (105, "一百零五"), (110, "一百一十"), (2021, "二千零二十一"),
     (1000, "一千")],
)  # fmt: skip
def test_counting_numbers(number: int, written: str) -> None:
    assert han_number(number) == written


def test_headings_come_from_style_names_inheritance_and_outline_levels() -> None:
    body = (
        styled("报告", "t")
        + styled("总体", "a")
        + styled("自设", "b")
        + styled("下级", "c")
        + paragraph("直接", properties='<w:outlineLvl w:val="2"/>')
        + paragraph("正文", properties='<w:outlineLvl w:val="9"/>')
    )
    document = read(body, styles=STYLES)
    assert [(s.level, s.title) for s in document.sections] == [
        (1, "总体"),
        (1, "自设"),
        (2, "下级"),
        (3, "直接"),
    ]
    assert document.metadata.value(MetadataField.TITLE) == "报告"


def test_tracked_changes_are_shown_as_accepted() -> None:
    inside = (
        run("前")
        + f'<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del><w:ins w:id="2">{run("插")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run("移走")}</w:moveFrom><w:moveTo w:id="4">{run("移来")}</w:moveTo>'
    )
    assert read(paragraph(inside=inside)).text == "前插移来"


def test_hidden_text_field_codes_and_readings_are_left_out() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF</w:instrText></w:r>'
        f'{run("码")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("12")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('hàn')}</w:rt><w:rubyBase>{run('汉')}</w:rubyBase></w:ruby></w:r>"
    )
    inside = run("见") + run("密", "<w:vanish/>") + field + run("页") + ruby
    assert read(paragraph(inside=inside)).text == "见12页汉"


def test_tables_keep_their_columns_through_merged_cells() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    rows = (
        f"<w:tr>{cell('项目')}{cell('数量')}{cell('备注')}</w:tr>"
        f"<w:tr>{cell('合计', SPAN)}{cell('完')}</w:tr>"
        f"<w:tr>{cell('甲', MERGED)}{cell('1')}<w:tc>{paragraph('一')}"
        f"{paragraph('二')}</w:tc></w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('2')}{cell('')}</w:tr>"
    )
    document = read(f"<w:tbl>{rows}</w:tbl>")
    assert lines(document) == ["项目\t数量\t备注", "合计\t\t完", "甲\t1\t一 二", "\t2\t"]
    assert {block.table for block in document.blocks} == {0}


def test_a_table_inside_a_cell_is_read_once() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('内')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('外')}{inner}</w:tc></w:tr></w:tbl>"
    assert read(body).text == "外 内"


def test_footnotes_stand_at_the_end_and_know_their_number() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph(" 指居民水价。")}</w:footnote>'
    )
    inside = run("水价") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("不变。")
    document = read(paragraph(inside=inside) + paragraph("后文。"), footnotes=notes)
    assert lines(document) == ["水价[1]不变。", "后文。", "指居民水价。"]
    assert document.blocks[2].kind is BlockKind.FOOTNOTE
    assert document.spans[0].kind is SpanKind.FOOTNOTE_REFERENCE


def test_a_text_box_comes_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    inside = run("锚") + (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(read(paragraph(inside=inside) + paragraph("后"))) == ["锚", "框内", "后"]


def test_content_controls_links_tabs_and_breaks() -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>" + paragraph(
        inside=run("见")
        + f'<w:hyperlink r:id="r1">{run("通知")}</w:hyperlink>'
        + "<w:r><w:tab/></w:r><w:r><w:br/></w:r><w:r><w:noBreakHyphen/></w:r>"
    )
    links = '<Relationship Id="r1" Type="x/hyperlink" Target="http://甲.cn/"/>'
    document = read(body, links=links)
    assert lines(document) == ["控件", "见通知\t-"]
    assert [(s.kind, s.target) for s in document.spans] == [(SpanKind.LINK, "http://甲.cn/")]


def test_bold_runs_are_strong() -> None:
    document = read(paragraph(inside=run("重", "<w:b/>") + run("轻", '<w:b w:val="0"/>')))
    assert [(s.kind, document.text[s.start : s.end]) for s in document.spans] == [
        (SpanKind.STRONG, "重")
    ]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ('descr="水厂 外景"', "［图：水厂 外景］"),
        ('title="外景"', "［图：外景］"),
        ('name="图片 1"', ""),
    ],
)
def test_a_picture_is_what_its_author_says_of_it(said: str, shown: str) -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    picture = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing"><wp:docPr id="1" {said}/>'
        f'<pic:pic xmlns:pic="{drawing}/picture"/></wp:inline></w:drawing></w:r>'
    )
    document = read(paragraph(inside=run("前") + picture + run("后")))
    assert document.text == f"前{shown}后"
    assert [span.kind for span in document.spans] == ([SpanKind.IMAGE] if shown else [])


def test_headers_and_footers_are_not_text() -> None:
    data = make_docx(paragraph("正文"), more={"word/header1.xml": "<w>页眉</w>"})
    assert docx.extract(data, name="甲", manner=AS_FOUND).document.text == "正文"


def test_escape_sequences_in_text_and_addresses_become_signs() -> None:
    links = '<Relationship Id="r1" Type="x/hyperlink" Target="http://a/&#x9b;31m"/>'
    inside = f'<w:hyperlink r:id="r1">{run("甲&#x202e;乙&#x9b;")}</w:hyperlink>'
    document = read(paragraph(inside=inside), links=links)
    assert document.text == "甲␦乙␦"
    assert document.spans[0].target == "http://a/␦31m"


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        docx.extract(data, name="甲.docx", manner=AS_FOUND)
    assert caught.value.values["path"] == "甲.docx"
    return caught.value.message_id


def test_what_is_damaged_or_dangerous_is_refused() -> None:
    whole = make_docx(paragraph("正文"))
    assert refused(whole[: len(whole) // 2]) == "file_damaged"
    assert refused(make_zip({"other.xml": "<a/>"})) == "file_damaged"
    assert refused(make_zip({"word/document.xml": "<a><b></a>"})) == "file_damaged"
    assert refused(make_docx("")) == "file_empty"
    entity = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert refused(make_zip({"word/document.xml": entity})) == "file_bomb"
    deep = "<a>" * 5000 + "</a>" * 5000
    assert refused(make_zip({"word/document.xml": deep})) == "file_bomb"
    assert refused(make_zip({"word/document.xml": b" " * (70 << 20)})) == "file_bomb"
    many = dict.fromkeys((f"p{number}" for number in range(10_001)), "")
    assert refused(make_zip({**many, "word/document.xml": "<a/>"})) == "file_bomb"


@given(st.binary(max_size=300), st.integers(0, 2000))
def test_a_damaged_file_is_a_document_or_a_refusal(noise: bytes, place: int) -> None:
    whole = make_docx(styled("题", "t") + numbered("甲", 0), styles=STYLES, numbering=NUMBERING)
    place %= len(whole)
    damaged = whole[:place] + noise + whole[place + len(noise) :]
    try:
        text = docx.extract(damaged, name="甲", manner=AS_FOUND).document.text
    except InputError as error:
        text = error.message_id
    assert text
