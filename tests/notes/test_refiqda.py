"""REFI-QDA as another program reads it: the order of elements, references, places by code points."""

import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from tests.notes.exporting import make_note, make_report
from tests.notes.qda_schema import CODEBOOK, check
from tests.notes.qda_schema import PROJECT as PROJECT_TYPES

from reportreader.errors import InputError
from reportreader.notes.annotation import AnnotationKind, Colour, PlacementState
from reportreader.notes.codebook import Code
from reportreader.notes.exported import ExportedNote
from reportreader.notes.refiqda import QdaSource, to_qdc, to_qdpx
from reportreader.notes.refiqda_reading import nearest_colour, parse_codebook, parse_project

BOOK = "{urn:QDA-XML:codebook:1.0}"
PROJECT = "{urn:QDA-XML:project:1.0}"
TEXT = "今年春天全镇𠀀渠道清淤三千方下游不再断水\n第二行\n"
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
START = TEXT.index("渠道")


def project(*notes: ExportedNote, codes: tuple[Code, ...] = ()) -> tuple[ET.Element, list[str]]:
    """The project as read back, and the texts of its sources in order."""
    source = QdaSource(report=make_report(*notes), text=TEXT)
    with zipfile.ZipFile(io.BytesIO(to_qdpx(codes, [source], name="清淤"))) as archive:
        root = ET.fromstring(archive.read("project.qde"))  # noqa: S314 - our own words
        texts = [
            archive.read(one.get("plainTextPath", "").replace("internal://", "sources/")).decode()
            for one in root.iter(f"{PROJECT}TextSource")
        ]
    return root, texts


def test_a_codebook_keeps_hierarchy_colour_and_description() -> None:
    codes = (
        Code(name="水利/清淤", colour=Colour.BLUE, description="土方与<渠道>"),
        Code(name="整改"),
    )
    root = ET.fromstring(to_qdc(codes))  # noqa: S314 - our own words
    top = root.findall(f"{BOOK}Codes/{BOOK}Code")
    assert [code.get("name") for code in top] == ["整改", "水利"]
    (below,) = top[1].findall(f"{BOOK}Code")
    assert below.get("name") == "清淤"
    assert re.fullmatch("#[0-9A-F]{6}", below.get("color", ""))
    assert below.findtext(f"{BOOK}Description") == "土方与<渠道>"
    assert all(code.get("isCodable") == "true" for code in root.iter(f"{BOOK}Code"))


def test_a_codebook_without_codes_is_refused() -> None:
    with pytest.raises(InputError):
        to_qdc(())


def test_a_selection_is_the_passage_of_the_text_with_its_codes_and_note() -> None:
    note = make_note(1, start=START, body="核对数字", tags=("水利/清淤", "整改"))
    root, (text,) = project(note)
    (selection,) = root.iter(f"{PROJECT}PlainTextSelection")
    start, end = int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))
    assert text[start:end] == note.annotation.quote
    names = {code.get("guid"): code.get("name") for code in root.iter(f"{PROJECT}Code")}
    coded = [ref.get("targetGUID") for ref in selection.iter(f"{PROJECT}CodeRef")]
    assert sorted(names[guid] or "" for guid in coded) == ["整改", "清淤"]
    (reference,) = selection.findall(f"{PROJECT}NoteRef")
    (said,) = root.iter(f"{PROJECT}Note")
    assert said.get("guid") == reference.get("targetGUID")
    assert said.findtext(f"{PROJECT}PlainTextContent") == "核对数字"
    assert selection[0].tag == f"{PROJECT}Description"
    assert selection[0].text == "核对数字"


def test_reports_of_the_same_title_are_sources_of_different_names() -> None:
    report = make_report(make_note(1, start=START))
    twin = replace(report, short_id="9")
    sources = [QdaSource(report=one, text=TEXT) for one in (report, twin)]
    with zipfile.ZipFile(io.BytesIO(to_qdpx((), sources, name="双"))) as archive:
        root = ET.fromstring(archive.read("project.qde"))  # noqa: S314 - our own words
        assert len(archive.namelist()) == 3
    names = {source.get("name") for source in root.iter(f"{PROJECT}TextSource")}
    assert len(names) == 2


def test_elements_come_in_the_order_of_the_schema() -> None:
    root, _ = project(make_note(1, start=START, body="记", tags=("整改",)))
    assert [child.tag.removeprefix(PROJECT) for child in root] == [
        "Users",
        "CodeBook",
        "Sources",
        "Notes",
    ]


@pytest.mark.parametrize("state", [PlacementState.LOST, PlacementState.AMBIGUOUS])
def test_what_has_no_settled_place_is_a_note_of_its_source(state: PlacementState) -> None:
    note = make_note(1, state=state, body="记", tags=("整改",))
    root, _ = project(note)
    assert list(root.iter(f"{PROJECT}PlainTextSelection")) == []
    (said,) = root.iter(f"{PROJECT}Note")
    assert said.findtext(f"{PROJECT}PlainTextContent") == f"记\n\n{note.annotation.quote}"
    (source,) = root.iter(f"{PROJECT}TextSource")
    assert source.findtext(f"{PROJECT}Description") == f"记\n\n{note.annotation.quote}"
    assert [child.tag.removeprefix(PROJECT) for child in source] == [
        "Description",
        "Coding",
        "NoteRef",
    ]


def test_every_reference_has_its_target_and_every_guid_is_one_and_only() -> None:
    notes = [
        make_note(1, start=START, body="一", tags=("甲/乙", "丙")),
        make_note(2, start=START + 2, tags=("丙",)),
        make_note(3, kind=AnnotationKind.REPORT_NOTE, body="整篇"),
        make_note(4, state=PlacementState.LOST),
    ]
    root, _ = project(*notes, codes=(Code(name="没用过"),))
    guids = [element.get("guid", "") for element in root.iter() if element.get("guid")]
    assert len(guids) == len(set(guids))
    assert all(GUID.fullmatch(guid) for guid in guids)
    targets = {element.get("targetGUID") for element in root.iter()} - {None}
    assert targets <= set(guids)


def test_hostile_words_stay_words() -> None:
    note = make_note(1, start=START, body="</Note>\x0b&\ud800", tags=('"/><Code',))
    wild = replace(note, annotation=note.annotation._replace(created="昨天"))
    root, _ = project(wild)
    (said,) = root.iter(f"{PROJECT}Note")
    assert said.findtext(f"{PROJECT}PlainTextContent") == "</Note>\ufffd&\ufffd"
    assert said.get("creationDateTime") == "1980-01-01T00:00:00Z"


def test_the_same_project_is_the_same_bytes() -> None:
    source = QdaSource(report=make_report(make_note(1, start=START)), text=TEXT)
    assert to_qdpx((), [source], name="一") == to_qdpx((), [source], name="一")


NOTES = (
    make_note(1, start=START, body="核对数字", tags=("水利/清淤", "整改")),
    make_note(2, start=START + 2),
    make_note(3, "", kind=AnnotationKind.REPORT_NOTE, body="整篇", tags=("整改",)),
    make_note(4, state=PlacementState.LOST, body="</Note>\x0b&\ud800"),
)
CODES = (
    Code(name="水利/清淤", colour=Colour.BLUE, description="土方"),
    Code(name="水利", description="上一级"),
    Code(name="没用过"),
)


def test_a_codebook_is_valid_by_the_published_schema() -> None:
    root = ET.fromstring(to_qdc(CODES))  # noqa: S314 - our own words
    assert list(check(root, CODEBOOK, "urn:QDA-XML:codebook:1.0")) == []


def test_a_project_is_valid_by_the_published_schema() -> None:
    root, _ = project(*NOTES, codes=CODES)
    assert list(check(root, PROJECT_TYPES, "urn:QDA-XML:project:1.0")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('startPosition="', 'beginPosition="'),
        ("<Sources>", "<Sources><Nonsense/>"),
        ('isCodable="true"', 'isCodable="yes"'),
        ('guid="', 'guid="x'),
        ("<Notes>", "<Cases/><Notes>"),
        ("<CodeRef ", "<NoteRef "),
    ],
)
def test_the_check_finds_what_is_not_valid(old: str, new: str) -> None:
    source = QdaSource(report=make_report(*NOTES), text=TEXT)
    with zipfile.ZipFile(io.BytesIO(to_qdpx(CODES, [source], name="清淤"))) as archive:
        text = archive.read("project.qde").decode()
    assert old in text
    broken = ET.fromstring(text.replace(old, new))  # noqa: S314 - our own words
    assert list(check(broken, PROJECT_TYPES, "urn:QDA-XML:project:1.0"))


def test_qualcoder_finds_a_time_wherever_it_looks_for_one() -> None:
    """Its importer (refi.py) fails on a source, selection or note that has neither time."""
    wild = replace(NOTES[0], annotation=NOTES[0].annotation._replace(created="昨天", changed=""))
    root, _ = project(wild, *NOTES[1:])
    for name in ("TextSource", "PlainTextSelection", "Note"):
        found = list(root.iter(f"{PROJECT}{name}"))
        assert found
        assert all(re.match(r"\d{4}-\d\d-\d\dT", one.get("creationDateTime", "")) for one in found)


def test_a_project_is_read_back() -> None:
    root, _ = project(*NOTES, codes=CODES)
    read = parse_project(root)
    assert {code.name: (code.colour, code.description) for code in read.codes} == {
        "整改": (None, ""),
        "没用过": (None, ""),
        "水利": (None, "上一级"),
        "水利/清淤": (Colour.BLUE, "土方"),
    }
    (text,) = read.texts
    passages = [(one.start, one.end, one.note, one.tags) for one in text.selections if one.end]
    assert passages == [
        (START, START + 7, "核对数字", ("整改", "水利/清淤")),
        (START + 2, START + 9, "", ()),
    ]
    whole = [(one.note, one.tags) for one in text.selections if not one.end]
    assert ("整篇", ()) in whole
    assert ("", ("整改",)) in whole
    assert parse_codebook(ET.fromstring(to_qdc(CODES))) == tuple(  # noqa: S314 - our own words
        code for code in read.codes if code.name != "整改"
    )


def test_a_project_of_another_program_is_read() -> None:
    root = ET.fromstring(  # noqa: S314 - our own words
        """<Project xmlns="urn:QDA-XML:project:1.0" name="x" origin="NVivo">
          <CodeBook><Codes><Code guid="{AAAAAAAA-0000-0000-0000-000000000001}" name="水/土"
            isCodable="false" color="#f00"><Code guid="aaaaaaaa-0000-0000-0000-000000000002"
            name="清淤" isCodable="true"/></Code></Codes></CodeBook>
          <Sources>
            <PDFSource guid="b" name="扫描"><PDFSelection guid="c" page="1" firstX="0" firstY="0"
              secondX="1" secondY="1"/><Representation guid="d" plainTextPath="internal://d.txt">
              <PlainTextSelection guid="e" startPosition="2" endPosition="5">
                <Coding guid="f"><CodeRef targetGUID="AAAAAAAA-0000-0000-0000-000000000002"/></Coding>
                <Coding guid="g"><CodeRef targetGUID="00000000-0000-0000-0000-000000000000"/></Coding>
              </PlainTextSelection></Representation></PDFSource>
            <TextSource guid="h" name="短"><PlainTextContent>一二三</PlainTextContent>
              <PlainTextSelection guid="i" startPosition="x" endPosition="-4"/></TextSource>
          </Sources></Project>"""
    )
    read = parse_project(root)
    assert [(code.name, code.colour) for code in read.codes] == [
        ("水∕土", Colour.RED),
        ("水∕土/清淤", None),
    ]
    scan, short = read.texts
    assert (scan.name, scan.part) == ("扫描", "sources/d.txt")
    assert scan.selections[0].tags == ("水∕土/清淤",)
    assert (short.content, short.selections[0].end) == ("一二三", 0)
    assert read.passed_over == 1


def test_what_is_no_project_is_refused() -> None:
    for parse in (parse_project, parse_codebook):
        with pytest.raises(InputError):
            parse(ET.Element("html"))


def test_colours_are_the_nearest_of_ours() -> None:
    assert nearest_colour("#00ff00") is Colour.GREEN
    assert nearest_colour("#ee0") is Colour.YELLOW
    assert nearest_colour("blue") is None


def test_every_coding_selection_and_note_names_its_user() -> None:
    root, _ = project(make_note(1, start=START, body="记", tags=("整改",)))

    (user,) = root.iter(f"{PROJECT}User")
    for name in ("TextSource", "PlainTextSelection", "Coding", "Note"):
        (element,) = root.iter(f"{PROJECT}{name}")
        assert element.get("creatingUser") == user.get("guid")


def test_codes_of_one_label_are_told_apart_and_read_back_as_they_were() -> None:
    tags = ("民生", "其他/民生", "其他/水（旧）", "组织/民生")
    root, _ = project(*(make_note(1, start=START, tags=(tag,)) for tag in tags))

    names = [code.get("name") for code in root.iter(f"{PROJECT}Code")]

    assert len(names) == len(set(names))
    assert "民生（组织）" in names
    read = {code.name for code in parse_project(root).codes}
    assert read == {*tags, "其他", "组织"}


def test_what_is_said_of_a_whole_text_is_read_once() -> None:
    root, _ = project(
        make_note(1, "", kind=AnnotationKind.REPORT_NOTE, body="整篇可用"),
        make_note(2, "", kind=AnnotationKind.REPORT_NOTE, body="再核一次"),
    )

    (text,) = parse_project(root).texts

    assert [one.note for one in text.selections] == ["整篇可用", "再核一次"]


def test_a_description_of_a_text_is_a_note_of_it() -> None:
    root = ET.fromstring(  # noqa: S314 - our own words
        '<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources>'
        '<TextSource guid="a" name="甲" plainTextPath="internal://a.txt">'
        "<Description>访谈在村部进行</Description></TextSource></Sources></Project>"
    )

    (text,) = parse_project(root).texts

    assert [(one.note, one.end) for one in text.selections] == [("访谈在村部进行", 0)]


def test_a_note_that_names_its_passage_is_an_annotation_of_it() -> None:
    root = ET.fromstring(  # noqa: S314 - our own words
        '<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources>'
        '<TextSource guid="a" name="甲" plainTextPath="internal://a.txt"><NoteRef targetGUID="n"/>'
        '</TextSource></Sources><Notes><Note guid="n" modifiedDateTime="2024-01-02T03:04:05Z">'
        "<PlainTextContent>核对土方</PlainTextContent>"
        '<PlainTextSelection guid="s" startPosition="8" endPosition="12"/></Note></Notes></Project>'
    )

    (text,) = parse_project(root).texts
    (said,) = text.selections

    assert (said.guid, said.start, said.end, said.note) == ("s", 8, 12, "核对土方")
    assert said.created == "2024-01-02T03:04:05Z"


def test_a_passage_that_stands_once_for_each_code_is_one_annotation() -> None:
    codes = "".join(
        f'<Code guid="{guid}" name="{name}" isCodable="true"/>'
        for guid, name in (("k", "水利"), ("m", "民生"))
    )
    places = "".join(
        f'<PlainTextSelection guid="{guid}" startPosition="3" endPosition="9">{said}'
        f'<Coding guid="c{guid}"><CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>'
        for guid, code, said in (("s", "k", ""), ("t", "m", "<Description>核对</Description>"))
    )
    root = ET.fromstring(  # noqa: S314 - our own words
        f'<Project xmlns="urn:QDA-XML:project:1.0" name="x" origin="another"><CodeBook><Codes>{codes}'
        '</Codes></CodeBook><Sources><TextSource guid="a" name="甲" plainTextPath="internal://a.txt">'
        f"{places}</TextSource></Sources></Project>"
    )

    (text,) = parse_project(root).texts
    (said,) = text.selections

    assert (said.guid, said.tags, said.note) == ("s", ("民生", "水利"), "核对")


def test_two_annotations_of_ours_on_one_passage_stay_two() -> None:
    root, _ = project(
        make_note(1, start=START, body="一", tags=("甲",)), make_note(2, start=START, body="二")
    )

    (text,) = parse_project(root).texts

    assert [one.note for one in text.selections] == ["一", "二"]
