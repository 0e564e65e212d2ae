"""Files that are small, and would be huge, endless or slow if they were read without thought.

`make_bombs` gives each with the message ids that may answer it; an empty id is for files that are
read, as a part or as plain text, with a notice.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.ingest.packages import make_docx, make_zip, paragraph

MEGABYTE = 1 << 20
_CONTENT = "word/document.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bomb:
    """A file to be made, its name, and the answers that will do."""

    name: str
    make: Callable[[], bytes]
    answers: frozenset[str]
    takes_long: bool = False


def _bomb(name: str, make: Callable[[], bytes], *answers: str, takes_long: bool = False) -> Bomb:
    return Bomb(name=name, make=make, answers=frozenset(answers), takes_long=takes_long)


def _ratio() -> bytes:
    return make_zip({_CONTENT: b" " * (65 * MEGABYTE)})


def _many_parts(suffix: str) -> bytes:
    return make_zip({f"{number}{suffix}": b"" for number in range(10_001)})


def _patched_size(size: int) -> bytes:
    """A part whose declared size is a lie, in both places where it is declared."""
    data = make_zip({_CONTENT: b" " * MEGABYTE})
    return data.replace(struct.pack("<L", MEGABYTE), struct.pack("<L", size))


def _overlapping(count: int, suffix: str) -> bytes:
    """A table of contents whose entries all stand for the same bytes."""
    inner = b"a" * (60 * MEGABYTE)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"x{suffix}", inner)
        first = archive.infolist()[0]
        for number in range(count):
            copy = zipfile.ZipInfo(f"{number}{suffix}")
            for field in ("compress_size", "file_size", "CRC", "compress_type", "flag_bits"):
                setattr(copy, field, getattr(first, field))
            copy.header_offset = first.header_offset
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
    return buffer.getvalue()


def _nested_archives() -> bytes:
    data = b"x"
    for number in range(20):
        data = make_zip({f"{number}.zip": data, "甲.txt": "水务"})
    return data


def _xml(text: str) -> bytes:
    return make_zip({_CONTENT: text})


def _laughs(encoding: str) -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE a [<!ENTITY a0 "ha">{levels}]><a>&a9;</a>'
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
    return make_zip({_CONTENT: (declaration + text).encode(encoding)})


def _late_declaration() -> bytes:
    text = (
        f'<!--{"x" * 100_000}--><!DOCTYPE a [<!ENTITY b "{"c" * 100_000}">]><a>{"&b;" * 9999}</a>'
    )
    return _xml(text)


def _external_entity() -> bytes:
    return _xml('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')


def _pdf(content: bytes, extra: bytes = b"", page: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
        + page
        + b">>>>\n"
        b"endobj\n4 0 obj\n<</Filter/FlateDecode/Length " + str(len(packed)).encode() + b">>\n"
        b"stream\n" + packed + b"\nendstream\nendobj\n" + extra + b"trailer\n<</Root 1 0 R>>\n"
    )


def _endless_page_tree() -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>\nendobj\n"
        b"trailer\n<</Root 1 0 R>>\n"
    )


def _form_in_itself() -> bytes:
    return _pdf(b"/X Do " * 50, _form(5, 5), b"/XObject<</X 5 0 R>>")


def _forms_in_forms() -> bytes:
    """Each of twenty forms draws the next one fifty times."""
    forms = b"".join(_form(number, number + 1) for number in range(5, 25))
    return _pdf(b"/X Do " * 50, forms, b"/XObject<</X 5 0 R>>")


def _form(number: int, drawn: int) -> bytes:
    """A form that draws another one fifty times."""
    body = zlib.compress(b"/X Do " * 50)
    return (
        b"%d 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
        b"/Filter/FlateDecode/Length %d>>\nstream\n"
        % (number, drawn, len(body))
        + body
        + b"\nendstream\nendobj\n"
    )


def _many_notes() -> bytes:
    note = f'<w:footnote w:id="2">{paragraph("长注。" * 20_000)}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    return make_docx(paragraph(inside="甲" + reference * 20_000), footnotes=note)


def _looping_compound_file() -> bytes:
    """The table of sectors says that sector 1 follows itself."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HH", header, 0x1E, 9, 6)
    struct.pack_into("<LLLL", header, 0x2C, 1, 1, 0, 0x1000)
    struct.pack_into("<111L", header, 0x44, 0xFFFFFFFE, 0, 0, *[0xFFFFFFFF] * 108)
    fat = struct.pack("<128L", 0xFFFFFFFD, 1, *[0xFFFFFFFF] * 126)
    return bytes(header) + fat + bytes(512)


def _repeated_chapter() -> bytes:
    chapter = f"<html><body><p>{'水务建设。' * 20_000}</p></body></html>"
    references = '<itemref idref="c"/>' * 50_000
    return make_zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="a.opf"/></container>',
            "a.opf": f'<package><manifest><item id="c" href="c.html"/></manifest>{references}</package>',
            "c.html": chapter,
        }
    )


BOMBS = (
    _bomb("part-of-65-MB.docx", _ratio, "file_bomb"),
    _bomb("ten-thousand-parts.docx", lambda: _many_parts(".xml"), "file_bomb"),
    _bomb("declared-too-small.docx", lambda: _patched_size(10), "file_damaged"),
    _bomb("declared-too-large.docx", lambda: _patched_size(0xFFFFFFF0), "file_bomb"),
    _bomb("overlapping-parts.odt", lambda: _overlapping(500, ".xml"), "file_bomb"),
    _bomb("overlapping-entries.zip", lambda: _overlapping(500, ".txt"), "file_damaged", ""),
    _bomb("ten-thousand-entries.zip", lambda: _many_parts(".txt"), "file_bomb"),
    _bomb("archives-in-archives.zip", _nested_archives, "archive_nested", ""),
    _bomb("laughs.docx", lambda: _laughs("utf-8"), "file_bomb"),
    _bomb("laughs-utf-16.docx", lambda: _laughs("utf-16"), "file_bomb"),
    _bomb("late-declaration.docx", _late_declaration, "file_bomb"),
    _bomb("external-entity.docx", _external_entity, "file_bomb"),
    _bomb("deep.docx", lambda: _xml("<a>" * 200_000 + "</a>" * 200_000), "file_bomb"),
    _bomb("many-elements.docx", lambda: _xml(f"<a>{'<b/>' * 6_000_000}</a>"), "file_bomb"),
    _bomb("one-note-often.docx", _many_notes, ""),
    _bomb("deep.html", lambda: b"<html>" + b"<div>" * 200_000 + "水务".encode(), "file_bomb"),
    _bomb("long.html", lambda: b"<html><p>" + b"a " * (20 * MEGABYTE), "file_too_large"),
    _bomb("chapter-often.epub", _repeated_chapter, ""),
    _bomb("content-of-100-MB.pdf", lambda: _pdf(b"q " * (50 * MEGABYTE)), "file_bomb"),
    _bomb("endless-page-tree.pdf", _endless_page_tree, "file_damaged"),
    _bomb("form-in-itself.pdf", _form_in_itself, "file_bomb"),
    _bomb("forms-in-forms.pdf", _forms_in_forms, "file_bomb"),
    _bomb("groups.rtf", lambda: b"{\\rtf1 " + b"{" * 1_000_000, "file_bomb"),
    _bomb("boxes-in-boxes.rtf", lambda: b"{\\rtf1 a" + b"{\\shptxt b" * 100_000, ""),
    _bomb("loop.doc", _looping_compound_file, "file_damaged"),
    _bomb("quotes.md", lambda: b">" * (50 * MEGABYTE), ""),
    _bomb("quoted-line.md", lambda: b"> " + "水务".encode() * (8 * MEGABYTE), ""),
    _bomb("front-matter.md", lambda: b"---\n" + b"a: b\n" * (8 * MEGABYTE), "", takes_long=True),
    _bomb("brackets.md", lambda: b"a" + b"[" * 300_000, ""),
    _bomb("comments.md", lambda: b"a" + b"<!--" * 100_000, ""),
    _bomb("line.txt", lambda: "水务建设，".encode() * (3 * MEGABYTE), "", takes_long=True),
)
