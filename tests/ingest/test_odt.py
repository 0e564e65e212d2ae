"""OpenDocument texts: headings, numbered lists, tables, notes, changes as accepted."""

import pytest
from tests.ingest.documents import lines
from tests.ingest.packages import make_zip

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.formats import find_format
from reportreader.ingest.formats.odt import extract
from reportreader.ingest.manner import AS_FOUND

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)
STYLES = (
    '<office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="（" style:num-suffix="）"/>'
    "</text:list-style></office:automatic-styles>"
)


def package(body: str) -> bytes:
    content = (
        f'<office:document-content {NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"{STYLES}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return make_zip({"mimetype": kind, "META-INF/manifest.xml": kind, "content.xml": content})


def read(body: str) -> Document:
    return extract(package(body), name="甲.odt", manner=AS_FOUND).document


def item(*inside: str) -> str:
    return f"<text:list-item>{''.join(inside)}</text:list-item>"


def words(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_titles_headings_and_paragraphs() -> None:
    document = read(
        '<text:p text:style-name="P1">水务报告</text:p><text:h text:outline-level="1">一、建设</text:h>'
        '<text:p>正文。</text:p><text:h text:outline-level="2">（一）水厂</text:h>'
    )
    assert document.metadata.value(MetadataField.TITLE) == "水务报告"
    assert [(s.level, s.title) for s in document.sections] == [(1, "一、建设"), (2, "（一）水厂")]


def test_lists_are_numbered_as_their_style_says() -> None:
    inner = f"<text:list>{item(words('丙'))}{item(words('丁'))}</text:list>"
    body = (
        f'<text:list text:style-name="L1">{item(words("甲"))}{item(words("乙"), inner)}</text:list>'
    )
    assert lines(read(body)) == ["一、甲", "二、乙", "（1）丙", "（2）丁"]


def test_a_list_without_numbers_has_bullets_outside_the_text() -> None:
    document = read(f"<text:list>{item(words('甲'), words('续'))}</text:list>")
    assert lines(document) == ["甲", "续"]
    assert [block.marker for block in document.blocks] == ["•", ""]


def test_tables_keep_their_columns() -> None:
    def cell(text: str) -> str:
        return f"<table:table-cell>{words(text)}</table:table-cell>"

    head = f"<table:table-header-rows><table:table-row>{cell('项目')}{cell('数量')}</table:table-row></table:table-header-rows>"
    row = f"<table:table-row>{cell('合计')}<table:covered-table-cell/></table:table-row>"
    document = read(f"<table:table>{head}{row}</table:table>")
    assert lines(document) == ["项目\t数量", "合计\t"]
    assert all(block.kind is BlockKind.TABLE_ROW for block in document.blocks)


def test_footnotes_links_blanks_and_breaks() -> None:
    note = (
        "<text:note><text:note-citation>7</text:note-citation><text:note-body>"
        f"{words('注文。')}</text:note-body></text:note>"
    )
    document = read(
        words(
            f'水价{note}不变，<text:span>见<text:a xlink:href="http://a.cn">通知</text:a></text:span>'
            '<text:s text:c="2"/>后<text:line-break/>一行\n  折行'
        )
    )
    assert lines(document) == ["水价[1]不变，见通知  后 一行 折行", "注文。"]
    assert {span.kind for span in document.spans} == {SpanKind.FOOTNOTE_REFERENCE, SpanKind.LINK}


def test_deleted_text_and_comments_are_left_out() -> None:
    body = (
        f"<text:tracked-changes><text:changed-region>{words('删去')}</text:changed-region></text:tracked-changes>"
        + words(f"留下<office:annotation>{words('批')}</office:annotation>的")
    )
    assert read(body).text == "留下的"


def test_a_text_is_known_by_its_type() -> None:
    assert find_format(package(words("甲")), "a.zip").name == "odt"


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (package(""), "file_empty"),
        (make_zip({"a": "b"}), "file_damaged"),
        (make_zip({"content.xml": "<a/>"}), "file_damaged"),
        (package("<text:section>" * 300 + "</text:section>" * 300), "file_bomb"),
    ],
    ids=["empty", "no content", "no body", "too deep"],
)
def test_what_is_no_text_is_refused(data: bytes, message_id: str) -> None:
    with pytest.raises(InputError) as caught:
        extract(data, name="甲.odt", manner=AS_FOUND)
    assert caught.value.message_id == message_id
