"""Markdown becomes plain text; what its marks said becomes blocks, spans, sections, metadata."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.formats import MARKDOWN_LIMIT_BYTES, markdown
from reportreader.ingest.manner import AS_FOUND


def read(source: str) -> Document:
    return markdown.extract(source.encode(), name="甲.md", manner=AS_FOUND).document


def lines(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def spans(document: Document, kind: SpanKind) -> list[str]:
    return [document.text[s.start : s.end] for s in document.spans if s.kind is kind]


@pytest.mark.parametrize(
    ("source", "strong"),
    [
        ("这是**重点：**内容。", "重点："),
        ("开展**“问需于民”**实践活动。", "“问需于民”"),
        ("推进**（一）**部分。", "（一）"),
        ("**第一，**先看水源。", "第一，"),
        ("见**2021年**的数据。", "2021年"),
        ("plain **bold** text", "bold"),
    ],
)
def test_emphasis_closes_beside_chinese_punctuation(source: str, strong: str) -> None:
    document = read(source)
    assert spans(document, SpanKind.STRONG) == [strong]
    assert "*" not in document.text


@pytest.mark.parametrize("source", ["2 ** 3 ** 4", "甲** 乙 **丙", "a * b * c"])
def test_lone_stars_stay_as_they_are(source: str) -> None:
    assert read(source).text == source


def test_underscores_inside_words_mean_nothing() -> None:
    assert read("snake_case_name 甲_乙_丙").spans == ()


def test_soft_breaks_join_han_without_a_blank_and_latin_with_one() -> None:
    assert read("上半年全县\n投入增长，\n其中 water\nsupply 一项\nABC").text == (
        "上半年全县投入增长，其中 water supply 一项 ABC"
    )


def test_a_hard_break_begins_a_new_block() -> None:
    assert lines(read("地址：甲路1号  \n电话：无")) == [
        ("paragraph", "地址：甲路1号"),
        ("paragraph", "电话：无"),
    ]


def test_emphasis_over_a_hard_break_is_cut_at_the_line() -> None:
    assert spans(read("**甲  \n乙**"), SpanKind.STRONG) == ["甲", "乙"]


def test_a_lone_first_heading_is_the_title_and_the_rest_is_levelled() -> None:
    document = read("# 年度报告\n\n## 一、水务\n\n甲\n\n### （一）村级\n\n乙\n\n## 二、道路\n\n丙")
    assert document.metadata.value(MetadataField.TITLE) == "年度报告"
    assert document.blocks[0].kind is BlockKind.TITLE
    assert [(s.level, s.title) for s in document.sections] == [
        (1, "一、水务"),
        (2, "（一）村级"),
        (1, "二、道路"),
    ]
    first, inner, second = document.sections
    assert document.text[first.start : first.content_end].startswith("一、水务\n甲\n（一）村级\n乙")
    assert inner.content_end == first.content_end == second.start
    assert second.content_end == len(document.text)


def test_two_headings_of_the_first_level_are_sections() -> None:
    document = read("# 甲\n\n一\n\n# 乙\n\n二")
    assert [(s.level, s.title) for s in document.sections] == [(1, "甲"), (1, "乙")]
    assert document.metadata.value(MetadataField.TITLE) == ""


def test_a_heading_without_its_blank_counts_but_a_topic_tag_does_not() -> None:
    document = read("##一、任务\n\n甲\n\n#话题# 乙\n\n#1 丙")
    assert [s.title for s in document.sections] == ["一、任务"]
    assert document.text.endswith("#话题# 乙\n#1 丙")


def test_front_matter_is_metadata_and_not_text() -> None:
    document = read(
        "---\ntitle: '水务年报'\nauthor: 甲、乙\n日期: 2021年3月5日\ntags:\n  - 民生\n  - 水务\n"
        "layout: post\n来源：县水务局\n---\n正文。"
    )
    said = {(item.field, item.value) for item in document.metadata.items}
    assert said == {
        (MetadataField.TITLE, "水务年报"),
        (MetadataField.AUTHOR, "甲"),
        (MetadataField.AUTHOR, "乙"),
        (MetadataField.DATE, "2021-03-05"),
        (MetadataField.TAG, "民生"),
        (MetadataField.TAG, "水务"),
        (MetadataField.SOURCE, "县水务局"),
    }
    assert document.text == "正文。"


def test_front_matter_of_a_web_clipper_is_understood() -> None:
    metadata = read(
        '---\nsource: "https://example.org/s/x"\nauthor:\n  - "[[柳溪发布]]"\n  - "[[p/w|王小水]]"\n'
        "published: 2021-07-05\ncreated: 2024-01-02\n---\n正文。\n"
    ).metadata
    authors = [item.value for item in metadata.all(MetadataField.AUTHOR)]
    assert authors == ["柳溪发布", "王小水"]
    assert metadata.value(MetadataField.DATE) == "2021-07-05"
    assert metadata.value(MetadataField.SOURCE) == ""


def test_table_cells_are_joined_by_tabs_and_rows_share_a_number() -> None:
    document = read("|项目|数额|\n|---|---|\n|水厂<br>管网|12|\n\n段\n\n|a|\n|---|\n|b|")
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [document.text[row.start : row.end] for row in rows] == [
        "项目\t数额",
        "水厂 管网\t12",
        "a",
        "b",
    ]
    assert [row.table for row in rows] == [0, 0, 1, 1]


def test_lists_keep_depth_and_markers_outside_the_text() -> None:
    document = read("- 甲\n\n  3. 乙\n  4. 丙\n\n  续段\n- 丁")
    found = [(b.level, b.marker, document.text[b.start : b.end]) for b in document.blocks]
    assert found == [
        (1, "•", "甲"),
        (2, "3.", "乙"),
        (2, "4.", "丙"),
        (1, "", "续段"),
        (1, "•", "丁"),
    ]


def test_quotes_know_their_depth() -> None:
    document = read("> 甲\n>\n> > 乙")
    assert [(b.kind, b.depth) for b in document.blocks] == [
        (BlockKind.QUOTE, 1),
        (BlockKind.QUOTE, 2),
    ]


def test_footnotes_are_references_and_blocks_at_the_end() -> None:
    document = read("水价[^a]不变。\n\n[^a]: 指居民**一档**水价。\n\n后文。")
    assert lines(document) == [
        ("paragraph", "水价[a]不变。"),
        ("paragraph", "后文。"),
        ("footnote", "指居民一档水价。"),
    ]
    reference = document.spans[0]
    assert (reference.kind, reference.target) == (SpanKind.FOOTNOTE_REFERENCE, "a")
    assert document.blocks[2].marker == "[a]"


def test_code_keeps_its_lines_and_its_marks() -> None:
    assert lines(read("```\n**a**\n\nb\n```")) == [("code", "**a**"), ("code", " "), ("code", "b")]


def test_a_link_keeps_its_address_and_an_image_its_words() -> None:
    document = read("见[通知](http://甲.cn/a)。\n\n![开工现场](b.png)")
    link = next(s for s in document.spans if s.kind is SpanKind.LINK)
    assert document.text[link.start : link.end] == "通知"
    assert lines(document)[1] == ("caption", "［图：开工现场］")


def test_html_gives_its_words_and_hides_what_a_page_hides() -> None:
    document = read(
        "<!-- note 3 -->\n\n<div>甲<b>乙</b></div>\n\n<script>alert(1)</script>\n\n丙<u>丁</u>"
    )
    assert document.text == "甲乙\n丙丁"


@pytest.mark.parametrize("entity", ["&#27;[31m", "&#x9b;31m", "&#x202e;"])
def test_an_entity_cannot_bring_a_control_character_in(entity: str) -> None:
    text = read(f"甲{entity}乙").text
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)
    assert text.startswith("甲")


def test_a_link_target_cannot_carry_an_escape_sequence() -> None:
    document = read("[甲](<http://a/&#27;]0;x>)")
    assert all("\x1b" not in span.target for span in document.spans)


def test_a_file_without_words_is_empty() -> None:
    with pytest.raises(InputError) as caught:
        read("<!-- 只有注释 -->\n")
    assert caught.value.message_id == "file_empty"


def test_markdown_beyond_the_limit_is_read_as_plain_text_with_a_notice() -> None:
    source = "# 甲\n" + "水" * (MARKDOWN_LIMIT_BYTES // 3)
    extracted = markdown.extract(source.encode(), name="甲.md", manner=AS_FOUND)
    assert extracted.document.text == source
    assert [n.message_id for n in extracted.notices] == ["ingest.markdown_too_long"]


MARKDOWN = st.lists(
    st.sampled_from(
        ["# ", "## ", "- ", "1. ", "> ", "| ", "|---|", "**", "*", "`", "```", "[", "](a)", "![", "[^1]",
         "[^1]: ", "~~", "\n", "\n\n", "    ", "---\n", "<b>", "<!--", "-->", "甲", "重点：", "“", "”", "a "]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(MARKDOWN)
def test_blocks_and_spans_lie_in_the_text_whatever_the_source(source: str) -> None:
    document = read("文" + source)
    position = 0
    for block in document.blocks:
        assert position <= block.start <= block.end <= len(document.text)
        assert not document.text[position : block.start].strip()
        assert "\n" not in document.text[block.start : block.end]
        position = block.end
    assert not document.text[position:].strip()
    for span in document.spans:
        assert 0 <= span.start < span.end <= len(document.text)
        assert "\n" not in document.text[span.start : span.end]
    starts = [span.start for span in document.spans]
    assert starts == sorted(starts)
