"""Rich Text: code pages, Unicode with stand-ins, groups that are not text."""

import pytest
from tests.ingest.documents import lines

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.formats.rtf import extract
from reportreader.ingest.manner import AS_FOUND

HEAD = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset136 MingLiU;}}"


def gbk(text: str, codec: str = "gb18030") -> bytes:
    return b"".join(b"\\'%02x" % byte for byte in text.encode(codec))


def read(body: bytes) -> Document:
    return extract(HEAD + body + b"}", name="甲.rtf", manner=AS_FOUND).document


def test_bytes_are_read_in_the_code_page_of_their_font() -> None:
    body = rb"\f0 " + gbk("水务报告") + rb"\par\f1 " + gbk("自來水", "cp950") + rb"\par"
    assert lines(read(body)) == ["水务报告", "自來水"]


def test_a_second_byte_that_looks_like_a_letter_belongs_to_its_character() -> None:
    raw = "丂丄".encode("gb18030")
    assert raw[1:2] == b"@"
    body = b"".join(b"\\'%02x" % b if b > 0x7F else bytes([b]) for b in raw)
    assert lines(read(body + rb"\par")) == ["丂丄"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\u27700?\u21153?", "水务"),
        (rb"\u27700\'cb\u21153\'ce", "水务"),
        (rb"\uc2\u27700\'cb\'ae\u21153\'ce\'f1\uc1 a", "水务a"),
        (rb"\uc0\u27700 \u21153 ", "水务"),
        (rb"\u-10174?\u-8265?", "𠮷"),
        (rb"\uc0 \u55362\uc1 \u57271\'3f", "𠮷"),
        (rb"\{a\}\\b", "{a}\\b"),
        (rb"a\~b\_c\-d", "a b-cd"),
        (rb"\ldblquote a\rdblquote\emdash b", "“a”—b"),
        (b"a\r\nb", "ab"),
    ],
)
def test_characters_are_told_in_many_ways(body: bytes, text: str) -> None:
    assert read(body + rb"\par").text == text


def test_what_is_not_text_is_left_out() -> None:
    body = (
        rb"{\info{\title x}}{\header y\par}{\*\unknown z}{\pict\bin5 }}}}}}{\v hidden}"
        rb"{\deleted gone}{\field{\*\fldinst PAGE}{\fldrslt 7}}\par"
    )
    assert read(body).text == "7"


def test_headings_come_from_styles_and_outline_levels() -> None:
    styles = rb"{\stylesheet{\s1\outlinelevel0 heading 1;}{\s2\sbasedon1 own;}{\s3 Title;}}"
    body = rb"\pard\s3 t\par\pard\s1 a\par\pard\s2 b\par\pard\outlinelevel1 c\par\pard d\par"
    assert [(b.kind, b.level) for b in read(styles + body).blocks] == [
        (BlockKind.TITLE, 0),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_automatic_numbers_are_text_and_bullets_are_markers() -> None:
    body = rb"{\listtext " + gbk("一、") + rb"\tab}a\par{\listtext\'b7\tab}b\par"
    document = read(body.replace(rb"\'b7", rb"\u8226?"))
    assert lines(document) == ["一、a", "b"]
    assert [block.marker for block in document.blocks] == ["", "•"]


def test_tables_keep_their_columns() -> None:
    body = (
        rb"x\par\trowd\cellx1\cellx2\cellx3\intbl a\cell\cell c\par d\cell\row"
        rb"\trowd\intbl\cell e\cell\cell\row\pard y\par"
    )
    document = read(body)
    assert lines(document) == ["x", "a\t\tc d", "\te\t", "y"]
    assert [block.table for block in document.blocks] == [-1, 0, 0, -1]


def test_footnotes_come_at_the_end() -> None:
    document = read(rb"a{\super\chftn{\footnote\chftn note}}b\par c\par")
    assert lines(document) == ["a[1]b", "c", "note"]
    assert document.blocks[2].marker == "[1]"


def test_links_keep_where_they_lead() -> None:
    document = read(
        rb'{\field{\*\fldinst{HYPERLINK "https://example.org/a"}}{\fldrslt{\b link}}} x\par'
    )
    link = next(span for span in document.spans if span.kind is SpanKind.LINK)
    assert (document.text[link.start : link.end], link.target) == ("link", "https://example.org/a")


def test_a_text_box_comes_behind_its_paragraph() -> None:
    body = rb"a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt box\par}}{\shprslt box}}b\par c\par"
    assert lines(read(body)) == ["ab", "box", "c"]


def test_groups_nested_absurdly_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        read(b"{" * 5000)
    assert caught.value.message_id == "file_bomb"


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read(rb"{\pict 00ff}")
    assert caught.value.message_id == "file_empty"
