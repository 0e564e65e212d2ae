"""Books: chapters in order, headings by markup or by the table of contents."""

import pytest
from tests.ingest.packages import make_zip

from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.errors import InputError
from reportreader.ingest.formats import find_format
from reportreader.ingest.formats.epub import extract
from reportreader.ingest.manner import AS_FOUND

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<metadata><dc:title>青石县水务志</dc:title><dc:creator>编写组</dc:creator>"
    "<dc:date>2021-07-05T00:00:00Z</dc:date></metadata><manifest>"
    '<item id="b" href="text/b%20.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/></spine></package>'
)
NCX = (
    '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "x.dtd">'
    "<ncx><navMap><navPoint><navLabel><text>第一章 水源</text></navLabel>"
    "<navPoint><navLabel><text>第一节</text></navLabel></navPoint></navPoint></navMap></ncx>"
)
FIRST = "<html><head><title>x</title></head><body><p>第一章　水源</p><p>正文一。</p></body></html>"
SECOND = "<html><body><p>第一节</p><p>正文二，<b>重点</b>。</p><script>x</script></body></html>"
PARTS: dict[str, str | bytes] = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": OPF,
    "OEBPS/toc.ncx": NCX,
    "OEBPS/text/a.xhtml": FIRST,
    "OEBPS/text/b .xhtml": SECOND,
}


def read(**changes: str) -> Document:
    parts = {**PARTS, **{name.replace("__", "/"): text for name, text in changes.items()}}
    return extract(make_zip(parts), name="甲.epub", manner=AS_FOUND).document


def test_chapters_come_in_the_order_of_the_spine() -> None:
    assert read().text == "第一章\u3000水源\n正文一。\n第一节\n正文二，重点。"


def test_the_table_of_contents_makes_headings_of_paragraphs() -> None:
    assert [(s.level, s.title) for s in read().sections] == [(1, "第一节")]


def test_a_table_of_contents_in_markup_does_the_same() -> None:
    nav = '<nav><ol><li><a href="a">第一节</a></li><li><a href="b">正文一。</a></li></ol></nav>'
    item = '<item id="v" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    opf = OPF.replace("<manifest>", f"<manifest>{item}")
    parts = {**PARTS, "OEBPS/book.opf": opf, "OEBPS/nav.xhtml": f"<html><body>{nav}</body></html>"}
    document = extract(make_zip(parts), name="甲", manner=AS_FOUND).document
    assert [(s.level, s.title) for s in document.sections] == [(1, "正文一。"), (1, "第一节")]


def test_the_book_says_what_it_is() -> None:
    metadata = read().metadata
    assert metadata.value(MetadataField.TITLE) == "青石县水务志"
    assert metadata.value(MetadataField.AUTHOR) == "编写组"
    assert metadata.value(MetadataField.DATE) == "2021-07-05"


def test_a_book_is_known_by_its_parts() -> None:
    assert find_format(make_zip(PARTS), "a.zip").name == "epub"


def refused(parts: dict[str, str | bytes]) -> str:
    with pytest.raises(InputError) as caught:
        extract(make_zip(parts), name="甲.epub", manner=AS_FOUND)
    return caught.value.message_id


def test_locked_chapters_are_refused_and_scrambled_fonts_are_not() -> None:
    def lock(part: str) -> dict[str, str | bytes]:
        reference = f'<encryption><EncryptedData><CipherReference URI="{part}"/></EncryptedData></encryption>'
        return {**PARTS, "META-INF/encryption.xml": reference}

    assert refused(lock("OEBPS/text/a.xhtml")) == "file_encrypted"
    assert extract(make_zip(lock("OEBPS/f.otf")), name="甲", manner=AS_FOUND).document.text


def test_a_book_without_its_parts_is_damaged_and_one_without_words_empty() -> None:
    assert refused({"META-INF/container.xml": CONTAINER}) == "file_damaged"
    without = {name: part for name, part in PARTS.items() if not name.endswith("xhtml")}
    assert refused(without) == "file_empty"


def test_a_chapter_nested_absurdly_is_refused() -> None:
    assert refused({**PARTS, "OEBPS/text/a.xhtml": "<div>" * 5000}) == "file_bomb"
