import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.notes.exporting import CREATED, WORDS, make_note, make_report

from reportreader.notes.annotation import AnnotationKind, Colour, PlacementState
from reportreader.notes.escaping import contain_markdown, quote_block, read_quote_block
from reportreader.notes.exported import Grouping
from reportreader.notes.markdown import export_markdown
from reportreader.notes.verifying import parse_export
from reportreader.settings.messages import Language, Messages

HOSTILE = [
    "# 一级标题\n\n正文\n===\n另一段\n---\n再一段\n-",
    "<script>alert(1)</script> --> <!-- rr:note X 1 000000000000 -->\n<!-- /rr -->",
    "```\n未关的代码块\n~~~\n也没关",
    "[链接](https://example.org) ![图](https://example.org/a.png)\n\n[a]: https://example.org",
    "<https://example.org> <b>粗</b> &lt;i&gt; \\<b>",
    "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n甲|乙\n-|-\n1|2",
    "> # 引文里的标题\n> ===\n\n- 项\n  ===\n  # 标题\n\n1. 项\n   ---",
    "    缩进的代码\n\t<div>\n- - -\n***\n___",
    "[^1] 脚注\n\n[^1]: 内容\n\n- [ ] 待办",
    "\\\n\\\\<b>\\[a](b)`\\`<i>`",
    "\x1b[31m红\x07\u2028# 新行\x0c# 又一行",
]
PARSER = MarkdownIt("commonmark").enable("table")


def _flat(tokens: list[Token]) -> list[Token]:
    return [one for token in tokens for one in (token, *_flat(token.children or []))]


def _export(*args: str, grouping: Grouping = Grouping.SECTION) -> str:
    notes = [
        make_note(number, quote=text, body=text, tags=(" ".join(text.split())[:30],))
        for number, text in enumerate(args)
    ]
    return export_markdown([make_report(*notes)], words=WORDS, grouping=grouping)


def test_an_export_has_title_citation_headings_quotes_notes_and_ways_back() -> None:
    note = make_note(1, "渠道清淤\n三千方", start=42, body="记下*重点*。", tags=("民生/饮水",))

    text = export_markdown([make_report(note)], words=WORDS)

    lines = text.split("\n")
    assert "# 石桥镇水利工作情况" in lines
    assert "- 引用格式：甲记者. 石桥镇水利工作情况\\[N\\]. 石桥日报, 2026-02-11." in lines
    assert "## 一、抓清淤" in lines
    assert "> 渠道清淤\\" in lines
    assert "> 三千方" in lines
    assert "记下*重点*。" in lines
    assert any(
        line == "黄 · \\#民生/饮水 · "
        f"{CREATED[:10]} · [打开原文](reportreader://open/7q2k#42) · `reportreader open 7q2k#42`"
        for line in lines
    )
    assert f"<!-- rr:note {note.annotation.annotation_id} 1 " in text


def test_notes_stand_in_reading_order_under_nested_headings() -> None:
    notes = [
        make_note(1, "丙", start=300, path=("二、乙部",)),
        make_note(2, "甲", start=100, path=("一、甲部", "（一）小节")),
        make_note(3, "乙", start=200, path=("一、甲部", "（二）小节")),
        make_note(4, "序", start=5, path=()),
    ]

    text = export_markdown([make_report(*notes)], words=WORDS)

    headings = [line for line in text.split("\n") if line.startswith("#")]
    assert headings == [
        "# 石桥镇水利工作情况",
        "## 第一个标题之前",
        "## 一、甲部",
        "### （一）小节",
        "### （二）小节",
        "## 二、乙部",
    ]
    assert [passage.quote for passage in parse_export(text)] == ["序", "甲", "乙", "丙"]


def test_by_tag_a_note_stands_once_and_is_pointed_to_elsewhere() -> None:
    notes = [make_note(1, "甲", tags=("民生", "水利")), make_note(2, "乙")]

    text = export_markdown([make_report(*notes)], words=WORDS, grouping=Grouping.TAG)

    headings = [line for line in text.split("\n") if line.startswith("## ")]
    assert headings == ["## 民生", "## 水利", "## 没有标签"]
    assert text.count("> 甲") == 1
    assert "见“民生”：甲……" in text


def test_by_colour_over_several_reports_each_note_names_its_source() -> None:
    first = make_report(make_note(1, "甲", colour=Colour.RED))
    second = make_report(make_note(2, "乙", colour=Colour.GREEN), title="另一份报告", short_id="b")

    text = export_markdown([first, second], words=WORDS, grouping=Grouping.COLOUR)

    assert [line for line in text.split("\n") if line.startswith("#")] == [
        "# 批注摘录",
        "## 绿",
        "## 红",
    ]
    assert "—— 《另一份报告》（石桥日报，2026），一、抓清淤" in text


def test_what_lost_its_place_has_a_section_of_its_own() -> None:
    notes = [
        make_note(1, "安好"),
        make_note(2, "旧的话", state=PlacementState.CHANGED, current_text="新的话"),
        make_note(3, "丢的话", state=PlacementState.LOST, body="还要它"),
    ]

    text = export_markdown([make_report(*notes)], words=WORDS)

    _, _, tail = text.partition("## 需要核对的批注")
    assert "**原文有改动（把握 82%）**" in tail
    assert "> 旧的话" in tail
    assert "> 新的话" in tail
    assert "**原文已找不到**" in tail
    assert "批注时的上下文：……今年春天全镇【原文】下游不再断水……" in tail
    assert "批注时所在的小节：一、抓清淤" in tail
    assert "`reportreader open 7q2k`" in tail
    assert "安好" not in tail


def test_bookmarks_show_their_label_and_marks_stay_home() -> None:
    notes = [
        make_note(1, "", kind=AnnotationKind.BOOKMARK, body="数据出处"),
        make_note(2, "", kind=AnnotationKind.MARK, body="a"),
        make_note(3, "", kind=AnnotationKind.REPORT_NOTE, body="总的看法"),
    ]

    text = export_markdown([make_report(*notes)], words=WORDS)

    assert "书签：数据出处" in text
    assert "## 对整份报告的批注" in text
    assert len(parse_export(text)) == 2


@pytest.mark.parametrize("language", list(Language))
def test_exports_speak_both_languages(language: Language) -> None:
    notes = [make_note(1), make_note(2, state=PlacementState.AMBIGUOUS), make_note(3, tags=("a",))]
    report = make_report(*notes)

    for grouping in Grouping:
        text = export_markdown([report, report], words=Messages(language).text, grouping=grouping)
        assert "{" not in text


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("grouping", list(Grouping))
def test_quotes_and_notes_open_nothing_outside_themselves(text: str, grouping: Grouping) -> None:
    harmless = _export("平常的话", "平常的话", grouping=grouping)

    tokens = _flat(PARSER.parse(_export(text, "平常的话", grouping=grouping)))

    kinds = [token.type for token in tokens]
    expected = [token.type for token in _flat(PARSER.parse(harmless))]
    for kind in ("html_block", "link_open"):
        assert kinds.count(kind) == expected.count(kind)
    if grouping is not Grouping.TAG:
        assert kinds.count("heading_open") == expected.count("heading_open")
    for kind in ("html_inline", "image", "table_open", "fence"):
        assert kind not in kinds
    assert [token.attrs["href"] for token in tokens if token.type == "link_open"] == [
        "reportreader://open/7q2k"
    ] + ["reportreader://open/7q2k#10"] * 2
    assert len(parse_export(_export(text, "平常的话", grouping=grouping))) == 2
    assert "\x1b" not in _export(text)


NOTE_SIGNS = st.text(alphabet="#=->`~|[]()<>!*_\\ \n\t1.字&;:+a", max_size=60)


@given(st.one_of(st.text(), NOTE_SIGNS))
def test_any_note_is_contained(text: str) -> None:
    before = contain_markdown(text)
    tokens = _flat(PARSER.parse(f"{before}\n\n<!-- /rr -->\n\n# 后面的标题\n"))

    kinds = [token.type for token in tokens]
    assert kinds.count("html_block") == 1
    assert kinds.count("heading_open") == 1
    assert not {"html_inline", "link_open", "image", "table_open", "fence"} & set(kinds)


@given(st.one_of(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])), NOTE_SIGNS))
def test_a_quote_is_read_back_exactly(passage: str) -> None:
    cleaned = passage.replace("\u2028", " ").replace("\u2029", " ")

    assert read_quote_block(quote_block(cleaned)) == cleaned


@pytest.mark.parametrize("space", ["\xa0", "\u3000", "\u2003", " ", "\t"])
def test_a_blank_at_the_edge_of_a_quote_outlives_an_editor_that_trims_lines(space: str) -> None:
    passage = f"{space}渠道清淤{space}\n{space}"
    trimmed = "\n".join(line.rstrip() for line in quote_block(passage).split("\n"))

    assert read_quote_block(trimmed) == passage


@given(NOTE_SIGNS)
def test_a_quote_is_one_block_of_plain_text(passage: str) -> None:
    tokens = PARSER.parse(f"{quote_block('字' + passage)}\n\n末\n")

    kinds = {token.type for token in _flat(tokens)}
    assert kinds <= {
        "blockquote_open",
        "blockquote_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
        "softbreak",
        "hardbreak",
    }
