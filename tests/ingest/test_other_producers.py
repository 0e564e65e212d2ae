"""The same document as another program saved it in four formats is read as the same text."""

from pathlib import Path

import pytest

from reportreader.document.block import BlockKind
from reportreader.document.span import SpanKind
from reportreader.ingest.formats import find_format, load_extractor
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import AS_FOUND

FIXTURES = Path(__file__).parent / "fixtures"
BOX = "文本框里的一段。"
LINES = [
    "青石县上半年水务工作报告",
    "第一部分　总体情况",
    "全县新建水厂十二座，𠮷庄除外，惠及三万二千人。",
    "自定义样式的标题",
    "直接给出大纲级别的标题",
    "一、建设情况",
    "（一）水源",
    "水源充足。",
    "（二）管网",
    "1.干管",
    "2.支管",
    "二、存在问题",
    "（一）资金",
    "第一点",
    "第二点",
    "普通加粗之后插入的末尾。",
    "有脚注[1]的句子。",
    "见链接文字。",
    "可见还可见",
    "乡镇\t水厂\t人口",
    "合并两列\t\t一万",
    "竖并\t甲\t",
    "\t\t乙",
    "文本框前文本框后",
    BOX,
    "共1页",
    "水务局",
    "制表\t换行 “引号”——破折号……",
    "最后一段。",
    "脚注的文字。",
]
HEADINGS = ["第一部分　总体情况", "自定义样式的标题", "直接给出大纲级别的标题"]


def read(suffix: str, stem: str = "libreoffice") -> Extracted:
    path = FIXTURES / f"{stem}.{suffix}"
    data = path.read_bytes()
    extractor = load_extractor(find_format(data, "").name)
    return extractor.extract(data, name=path.name, manner=AS_FOUND)


def lines(extracted: Extracted) -> list[str]:
    text = extracted.document.text
    return [text[block.start : block.end] for block in extracted.document.blocks]


def replaced(**changes: str) -> list[str]:
    return [changes.get(line, line) for line in LINES]


def test_docx_is_read_whole() -> None:
    assert lines(read("docx")) == LINES


def test_odt_is_read_whole() -> None:
    """LibreOffice had not counted the pages when it wrote the field."""
    assert lines(read("odt")) == replaced(共1页="共0页")


def test_rtf_is_read_whole_but_for_the_width_of_a_cell() -> None:
    """The format only says where a wide cell ends, not how many columns it covers."""
    assert lines(read("rtf")) == replaced(**{"合并两列\t\t一万": "合并两列\t一万"})


def test_a_wps_of_wps_office_is_a_word_document_under_another_name() -> None:
    data = (FIXTURES / "libreoffice.doc").read_bytes()
    assert find_format(data, "总结.wps").name == "word97"


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_headings_are_those_of_the_styles(suffix: str) -> None:
    sections = read(suffix).document.sections
    assert [(section.level, section.title) for section in sections] == [
        (1, HEADINGS[0].replace("\u3000", " ")),
        (1, HEADINGS[1]),
        (2, HEADINGS[2]),
    ]


@pytest.mark.parametrize("suffix", ["doc", "docx", "odt", "rtf"])
def test_every_format_keeps_the_title_and_the_notes(suffix: str) -> None:
    document = read(suffix).document
    kinds = {document.text[block.start : block.end]: block for block in document.blocks}
    assert kinds[LINES[0]].kind is BlockKind.TITLE
    assert kinds[HEADINGS[0]].kind is BlockKind.HEADING
    assert (kinds[LINES[-1]].kind, kinds[LINES[-1]].marker) == (BlockKind.FOOTNOTE, "[1]")
    assert {span.kind for span in document.spans} >= {SpanKind.FOOTNOTE_REFERENCE}
    assert "删去的" not in document.text
    assert "隐藏的" not in document.text
    assert "页眉" not in document.text


@pytest.mark.parametrize("suffix", ["doc", "docx", "rtf"])
def test_bold_words_are_strong(suffix: str) -> None:
    document = read(suffix).document
    strong = [s for s in document.spans if s.kind is SpanKind.STRONG]
    assert "加粗" in [document.text[span.start : span.end] for span in strong]


@pytest.mark.parametrize("suffix", ["docx", "odt", "rtf"])
def test_links_lead_where_they_led(suffix: str) -> None:
    spans = read(suffix).document.spans
    (link,) = [span for span in spans if span.kind is SpanKind.LINK]
    assert link.target.startswith("https://example.org/")


@pytest.mark.parametrize("suffix", ["doc", "docx", "rtf"])
def test_bullets_are_markers(suffix: str) -> None:
    blocks = read(suffix).document.blocks
    items = [block.marker for block in blocks if block.kind is BlockKind.LIST_ITEM]
    assert items == ["•", "•"]


def test_doc_is_read_whole_but_for_the_width_of_a_cell_and_the_place_of_a_box() -> None:
    """Text boxes stand behind the text in the file, without saying where they belong."""
    expected = replaced(**{"合并两列\t\t一万": "合并两列\t一万"})
    expected.remove(BOX)
    expected.insert(-1, BOX)
    assert lines(read("doc")) == expected


NUMBERED = [
    "第一章　总则",
    "一.1　目的",
    "①甲款",
    "②乙款",
    "一.2　范围",
    "不编号的标题",
    "第二章　分则",
    "二.1　水源",
    "丙）头一条",
    "丁）又一条",
    "甲）重新开始",
    "完。",
]


@pytest.mark.parametrize("suffix", ["doc", "docx", "rtf"])
def test_numbers_of_styles_and_lists_become_text(suffix: str) -> None:
    """RTF holds the finished numbers, without the blank behind them."""
    found = read(suffix, "numbers")
    blank = "" if suffix == "rtf" else "\u3000"
    assert lines(found) == [line.replace("\u3000", blank) for line in NUMBERED]
    levels = [block.level for block in found.document.blocks if block.kind is BlockKind.HEADING]
    assert levels == [1, 2, 2, 1, 1, 2]


TYPED = [
    "柳溪县关于加强农村饮水工作的情况汇报",
    "今年以来，县水务局认真落实各项部署。",
    "全县新建水厂十二座，惠及三万二千人。",
    "（一）加强领导。成立专班。",
    "（二）强化督促",
    "下步打算",
    "继续抓好落实。",
    "完成管网八十公里。",
    "一、建台账",
    "王小水 李小山",
    "东乡。 西乡\t\u3000甲",
    "完。",
]


@pytest.mark.parametrize("suffix", ["doc", "docx", "odt", "rtf"])
def test_what_was_indented_and_broken_by_hand_becomes_paragraphs(suffix: str) -> None:
    """Indented by blanks and tabs, lines broken by Shift+Enter: as people type in WPS.

    LibreOffice's RTF does not say that the first paragraph is a heading, where a line goes on.
    """
    found = lines(read(suffix, "field"))
    first = TYPED[0].replace("的情况", "的 情况") if suffix == "rtf" else TYPED[0]
    assert found == [first, *TYPED[1:]]


def test_an_epub_of_libreoffice_keeps_its_text_and_the_headings_of_its_contents() -> None:
    """The format has neither the numbers of lists nor what was deleted and hidden marked as such."""
    found = read("epub")
    assert lines(found)[:5] == LINES[:5]
    assert {"乡镇\t水厂\t人口", "合并两列\t\t一万", "竖并\t甲\t", "\t\t乙"} <= set(lines(found))
    headings = [
        found.document.text[block.start : block.end]
        for block in found.document.blocks
        if block.kind is BlockKind.HEADING
    ]
    assert headings == HEADINGS[:2]


def test_a_pdf_of_libreoffice_has_the_headings_of_its_outline() -> None:
    found = read("pdf")
    kinds = {
        found.document.text[block.start : block.end]: (block.kind, block.level)
        for block in found.document.blocks
    }
    assert [kinds[heading] for heading in HEADINGS] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
    ]
    assert {"普通加粗之后插入的删去的末尾。", "文本框里的一段。", "共1页"} <= set(kinds)


def test_a_pdf_of_two_columns_is_read_column_by_column() -> None:
    """Two pages with a header and page numbers; the typesetter's gaps around figures are no blanks."""
    found = read("pdf", "columns").document
    texts = [
        (block.kind, found.text[block.start : block.end])
        for block in found.blocks
        if block.kind is not BlockKind.FURNITURE
    ]
    sentence = (
        "柳溪县第{}项工作抓得实，{}月以前完成管网改造，群众喝上了放心水，村里的老人都说好，"
        "下一步还要把管护的办法定下来。"
    )
    expected = []
    for number in range(24):
        if number % 3 == 0:
            expected.append(f"第{'一二三四五六七八'[number // 3]}部分\u3000工作情况")
        expected.append(sentence.format(number, number % 12 + 1) * 2)
    assert [text for _, text in texts] == expected
    furniture = [
        found.text[block.start : block.end]
        for block in found.blocks
        if block.kind is BlockKind.FURNITURE
    ]
    assert furniture == ["柳溪县水务工作汇编", "— 1 —", "柳溪县水务工作汇编", "— 2 —"]
