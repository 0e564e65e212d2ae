"""OFD files: text of pages, templates and composite objects, in reading order."""

import pytest
from tests.ingest.documents import lines
from tests.ingest.packages import make_zip

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.errors import InputError
from reportreader.ingest.formats.ofd import extract
from reportreader.ingest.manner import AS_FOUND

FIRST = "今年以来，青石县新建村级水厂十二座，让三万两千名群众喝上了放心水。"
ENTRY = (
    '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocInfo>'
    "<ofd:Author>水务局</ofd:Author></ofd:DocInfo>"
    "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
)


def text(x: float, y: float, words: str, size: float = 4) -> str:
    return (
        f'<TextObject Boundary="{x} {y} 150 5" Size="{size}">'
        f'<TextCode X="0" Y="{size}">{words}</TextCode></TextObject>'
    )


def package(*pages: str, more: dict[str, str | bytes] | None = None, common: str = "") -> bytes:
    parts: dict[str, str | bytes] = {"OFD.xml": ENTRY}
    listed = "".join(
        f'<Page ID="{n}" BaseLoc="Pages\\Page_{n}/Content.xml"/>' for n in range(len(pages))
    )
    parts["Doc_0/Document.xml"] = (
        f"<Document><CommonData>{common}</CommonData><Pages>{listed}</Pages></Document>"
    )
    for number, page in enumerate(pages):
        parts[f"Doc_0/PAGES/Page_{number}/content.xml"] = f"<Page>{page}</Page>"
    return make_zip({**parts, **(more or {})})


def content(*objects: str) -> str:
    return f"<Content><Layer>{''.join(objects)}</Layer></Content>"


def read(*pages: str, more: dict[str, str | bytes] | None = None, common: str = "") -> Document:
    data = package(*pages, more=more, common=common)
    return extract(data, name="甲.ofd", manner=AS_FOUND).document


def test_lines_are_joined_to_paragraphs() -> None:
    page = content(
        text(28, 100, FIRST[:18]), text(20, 107, FIRST[18:]), text(28, 121, "另起一段。")
    )
    assert lines(read(page)) == [FIRST, "另起一段。"]


def test_pieces_of_one_line_are_put_together_by_their_place() -> None:
    page = content(text(60, 100, "水务"), text(20, 100.5, "青石县"), text(80, 100, "年报"))
    assert lines(read(page)) == ["青石县水务年报"]


def test_composite_objects_and_templates_hold_text_too() -> None:
    page = '<Template TemplateID="9"/>' + content(
        text(20, 120, "页上的字。"), '<CompositeObject ResourceID="5" Boundary="20 140 100 50"/>'
    )
    document = read(
        page,
        common='<PublicRes>Res.xml</PublicRes><TemplatePage ID="9" BaseLoc="Tpl.xml"/>',
        more={
            "Doc_0/Res.xml": f'<Res><CompositeGraphicUnit ID="5">{text(0, 10, "组合里的字。")}</CompositeGraphicUnit></Res>',
            "Doc_0/Tpl.xml": f"<Page>{content(text(20, 100, '模板上的字。'))}</Page>",
        },
    )
    assert document.text.replace("\n", "") == "模板上的字。页上的字。组合里的字。"


def test_a_composite_that_holds_itself_ends() -> None:
    unit = '<CompositeGraphicUnit ID="5"><CompositeObject ResourceID="5" Boundary="0 0 1 1"/>'
    more: dict[str, str | bytes] = {
        "Doc_0/Res.xml": f"<Res>{unit}{text(0, 100, '一次。')}</CompositeGraphicUnit></Res>"
    }
    page = content('<CompositeObject ResourceID="5" Boundary="20 20 1 1"/>')
    document = read(page, common="<PublicRes>Res.xml</PublicRes>", more=more)
    assert set("".join(lines(document))) == set("一次。")


@pytest.mark.parametrize(
    ("prefix", "namespace"),
    [
        ("ofd:", "http://www.ofdspec.org/2016"),
        ("ofd:", "http://www.ofdspec.org"),
        ("etsi:", "urn:of-another-program"),
        ("", "http://www.ofdspec.org/2016"),
    ],
)
def test_any_prefix_and_namespace_will_do(prefix: str, namespace: str) -> None:
    declared = f"xmlns{':' if prefix else ''}{prefix.removesuffix(':')}='{namespace}'"
    page = (
        f"<{prefix}Page {declared}><{prefix}Content><{prefix}Layer>"
        f'<{prefix}TextObject Boundary="20 100 150 5" Size="4"><{prefix}TextCode X="0" Y="4">'
        f"{FIRST}</{prefix}TextCode></{prefix}TextObject></{prefix}Layer></{prefix}Content></{prefix}Page>"
    )
    data = package("", more={"Doc_0/Pages/Page_0/Content.xml": page})
    assert lines(extract(data, name="甲.ofd", manner=AS_FOUND).document) == [FIRST]


def test_pages_beyond_the_limit_are_told_of_in_the_text_too() -> None:
    one = '<Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'
    page = content(text(20, 100, FIRST))
    listed = {
        "Doc_0/Document.xml": f"<Document><CommonData/><Pages>{one * 5001}</Pages></Document>"
    }
    extracted = extract(package(page, more={**listed}), name="甲.ofd", manner=AS_FOUND)
    (notice,) = extracted.notices
    assert (notice.message_id, notice.values) == ("ingest.partial", {"read": 5000, "total": 5001})
    assert lines(extracted.document)[-1] == "［共 5001 页，读入 5000 页］"


def test_page_numbers_are_furniture() -> None:
    document = read(
        *(content(text(20, 150, FIRST[:9]), text(100, 285, f"- {n} -")) for n in (1, 2))
    )
    furniture = [b for b in document.blocks if b.kind is BlockKind.FURNITURE]
    assert [document.text[b.start : b.end] for b in furniture] == ["- 1 -", "- 2 -"]


def test_the_file_says_who_wrote_it() -> None:
    metadata = read(content(text(20, 100, "正文。"))).metadata
    assert metadata.value(MetadataField.AUTHOR) == "水务局"


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (package(content()), "file_without_text"),
        (make_zip({"a": "b"}), "file_damaged"),
        (make_zip({"OFD.xml": ENTRY}), "file_damaged"),
        (make_zip({"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "file_bomb"),
    ],
    ids=["picture", "no entry", "no document", "entity"],
)
def test_what_holds_no_text_is_refused(data: bytes, message_id: str) -> None:
    with pytest.raises(InputError) as caught:
        extract(data, name="甲.ofd", manner=AS_FOUND)
    assert caught.value.message_id == message_id
