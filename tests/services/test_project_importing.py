"""Projects of qualitative analysis: out of one library, into another, and from other programs."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportreader.errors import InputError
from reportreader.notes.annotation import AnnotationKind, Colour, ReportId
from reportreader.services.adding import add_paths
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    report_annotations,
)
from reportreader.services.browsing import list_reports
from reportreader.services.codebook import describe_tag, list_codebook
from reportreader.services.exchanging import export_project
from reportreader.services.import_steps import count_outcomes
from reportreader.services.maintaining import check_library
from reportreader.services.noting import AnnotationFilter, list_annotations
from reportreader.services.opening import Library, open_library
from reportreader.services.project_importing import ImportedProject, import_project, read_codebook
from reportreader.services.reading import open_report
from reportreader.services.undoing import redo, undo

HEAD = '<Project xmlns="urn:QDA-XML:project:1.0" name="x">'


@pytest.fixture
def noted(library: Library, water: ReportId) -> Library:
    opened = open_report(library, water)
    start = opened.document.text.index("山区管网老化")
    highlight = AnnotationDraft(
        kind=AnnotationKind.HIGHLIGHT, start=start, end=start + 6, body="核实", tags=("民生/饮水",)
    )
    add_annotation(library, opened, highlight)
    whole = AnnotationDraft(kind=AnnotationKind.REPORT_NOTE, body="整篇可用")
    add_annotation(library, opened, whole)
    describe_tag(library, "民生/饮水", colour=Colour.BLUE, description="水质与水量")
    return library


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "other.sqlite") as opened:
        yield opened


def outcomes(project: ImportedProject) -> dict[str, int]:
    return {key.value: count for key, count in count_outcomes(project.steps).items() if count}


def project_of(qde: str, **texts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("project.qde", qde)
        for name, text in texts.items():
            archive.writestr(f"Sources/{name}.txt", text)
    return packed.getvalue()


def test_a_project_goes_into_a_library_that_has_nothing(noted: Library, other: Library) -> None:
    data = export_project(noted, AnnotationFilter(), name="水")
    project = import_project(other, data, name="水.qdpx")
    assert (project.texts_added, project.code_count) == (1, 2)
    assert outcomes(project) == {"added": 2}
    (report,) = list_reports(other)
    assert report.title == "某县饮水工程报告"
    whole, passage = (one.placed.annotation for one in list_annotations(other, AnnotationFilter()))
    assert (whole.kind, whole.body) == (AnnotationKind.REPORT_NOTE, "整篇可用")
    assert (passage.quote, passage.body, passage.tags) == ("山区管网老化", "核实", ("民生/饮水",))
    codes = {code.name: (code.colour, code.description) for code in list_codebook(other)}
    assert codes["民生/饮水"] == (Colour.BLUE, "水质与水量")
    assert check_library(other).is_whole


def test_importing_again_changes_nothing(noted: Library, other: Library) -> None:
    data = export_project(noted, AnnotationFilter(), name="水")
    assert outcomes(import_project(noted, data, name="水.qdpx")).keys() <= {"unchanged", "added"}
    import_project(other, data, name="水.qdpx")
    assert outcomes(import_project(other, data, name="水.qdpx")) == {"unchanged": 2}
    assert len(list_reports(other)) == 1


def test_a_dry_run_adds_nothing(noted: Library, other: Library) -> None:
    data = export_project(noted, AnnotationFilter(), name="水")
    project = import_project(other, data, name="水.qdpx", dry_run=True)
    assert project.texts_added == 1
    assert list_reports(other) == ()
    assert list_codebook(other) == ()


def test_a_text_that_reads_otherwise_gets_its_selections_by_their_words(
    noted: Library, other: Library, folder: Path
) -> None:
    data = export_project(noted, AnnotationFilter(), name="水")
    path = folder / "water.txt"
    path.write_text(path.read_text("utf-8").replace("三十处", "三十一处"), encoding="utf-8")
    (added,) = add_paths(other, [path]).files
    assert added.report_id is not None
    assert outcomes(import_project(other, data, name="水.qdpx")) == {"added": 2}
    passages = [one.annotation.quote for one in report_annotations(other, added.report_id)]
    assert "山区管网老化" in passages


def test_windows_line_ends_are_counted_as_the_names_tell(other: Library) -> None:
    text = "水渠报告\r\n\r\n第一行修渠。\r\n第二行通水。\r\n"
    start = text.index("第二行")
    qde = (
        f'{HEAD}<Sources><TextSource guid="a" name="水渠报告" plainTextPath="internal://a.txt">'
        f'<PlainTextSelection guid="b" name="第二行通水" startPosition="{start}" '
        f'endPosition="{start + 5}"/></TextSource></Sources></Project>'
    )
    assert outcomes(import_project(other, project_of(qde, a=text), name="x")) == {"added": 1}
    (listed,) = list_annotations(other, AnnotationFilter())
    assert listed.placed.annotation.quote == "第二行通水"


def test_a_project_is_one_change_that_undo_takes_back(noted: Library, other: Library) -> None:
    data = export_project(noted, AnnotationFilter(), name="水")
    import_project(other, data, name="水.qdpx")

    undone = undo(other)

    assert undone is not None
    assert undone.summary_id == "changes.project_imported"
    assert undone.values == {"count": 2, "codes": 2}
    assert list_annotations(other, AnnotationFilter()) == ()
    assert list_codebook(other) == ()
    redo(other)
    assert len(list_annotations(other, AnnotationFilter())) == 2
    assert {code.name for code in list_codebook(other)} == {"民生", "民生/饮水"}


def test_a_text_whose_path_names_no_place_is_in_the_file(other: Library) -> None:
    qde = (
        f'{HEAD}<Sources><TextSource guid="a" name="水渠报告" plainTextPath="a.txt">'
        '<PlainTextSelection guid="b" startPosition="6" endPosition="11"/></TextSource>'
        "</Sources></Project>"
    )
    text = "水渠报告\n\n第一行修渠。\n"
    assert outcomes(import_project(other, project_of(qde, a=text), name="x")) == {"added": 1}
    (listed,) = list_annotations(other, AnnotationFilter())
    assert listed.placed.annotation.quote == "第一行修渠"


def test_an_empty_text_does_not_keep_the_rest_out(other: Library) -> None:
    qde = (
        f'{HEAD}<CodeBook><Codes><Code guid="k" name="水利" isCodable="true"/></Codes></CodeBook>'
        '<Sources><TextSource guid="a" name="空" plainTextPath="internal://a.txt"/>'
        '<TextSource guid="c" name="水渠报告" plainTextPath="internal://c.txt">'
        '<PlainTextSelection guid="d" startPosition="6" endPosition="11"><Coding guid="e">'
        '<CodeRef targetGUID="k"/></Coding></PlainTextSelection></TextSource></Sources></Project>'
    )
    data = project_of(qde, a="\n", c="水渠报告\n\n第一行修渠。\n")
    project = import_project(other, data, name="x")
    assert (outcomes(project), project.texts_missing) == ({"added": 1}, ())
    (listed,) = list_annotations(other, AnnotationFilter())
    assert listed.placed.annotation.tags == ("水利",)


QUALCODER_PROJECT = """<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<Project name="渠" origin="QualCoder-3.8" creatingUserGUID="00000000-0000-4000-8000-000000000001"
 xmlns="urn:QDA-XML:project:1.0">
<Users><User guid="00000000-0000-4000-8000-000000000001" name="小李"/></Users>
<CodeBook><Codes>
<Code guid="00000000-0000-4000-8000-000000000002" name="用水" isCodable="false">
<Code guid="00000000-0000-4000-8000-000000000003" name="渠道" isCodable="true" color="#5B8DB8"/>
<Code guid="00000000-0000-4000-8000-000000000004" name="机井" isCodable="true"/></Code>
</Codes></CodeBook>
<Sources><TextSource plainTextPath="internal://a.txt" name="水渠报告"
 creatingUser="00000000-0000-4000-8000-000000000001" creationDateTime="2024-03-04T05:06:07Z"
 guid="00000000-0000-4000-8000-000000000005">
<Description>访谈在村部进行</Description>
<PlainTextSelection guid="00000000-0000-4000-8000-000000000006" startPosition="6" endPosition="11"
 name="第一行修渠" creationDateTime="2024-03-04T05:06:08Z">
<Coding guid="00000000-0000-4000-8000-000000000007">
<CodeRef targetGUID="00000000-0000-4000-8000-000000000003"/></Coding></PlainTextSelection>
<PlainTextSelection guid="00000000-0000-4000-8000-000000000008" startPosition="6" endPosition="11"
 name="第一行修渠" creationDateTime="2024-03-04T05:06:09Z"><Description>数字待核</Description>
<Coding guid="00000000-0000-4000-8000-000000000009">
<CodeRef targetGUID="00000000-0000-4000-8000-000000000004"/></Coding></PlainTextSelection>
<NoteRef targetGUID="00000000-0000-4000-8000-000000000010"/></TextSource></Sources>
<Notes><Note guid="00000000-0000-4000-8000-000000000010" modifiedDateTime="2024-03-04T05:06:10Z">
<PlainTextContent>问过管水员</PlainTextContent>
<PlainTextSelection guid="00000000-0000-4000-8000-000000000011" startPosition="13"
 endPosition="18"/></Note></Notes></Project>"""
"""Written by hand in the form that QualCoder's `refi.py` gives categories, codings and annotations."""


def test_a_project_of_qualcoder_comes_in_whole(other: Library) -> None:
    data = project_of(QUALCODER_PROJECT, a="水渠报告\n\n第一行修渠。\n第二行通水。\n")

    project = import_project(other, data, name="渠.qdpx")

    assert outcomes(project) == {"added": 3}
    placed = [one.placed.annotation for one in list_annotations(other, AnnotationFilter())]
    assert {(one.quote, one.body, one.tags) for one in placed} == {
        ("第一行修渠", "数字待核", ("用水/机井", "用水/渠道")),
        ("第二行通水", "问过管水员", ()),
        ("", "访谈在村部进行", ()),
    }
    codes = {code.name: code.colour for code in list_codebook(other)}
    assert codes == {"用水": None, "用水/渠道": Colour.BLUE, "用水/机井": None}
    assert outcomes(import_project(other, data, name="渠.qdpx")) == {"unchanged": 3}


def test_a_text_outside_the_file_is_told(other: Library) -> None:
    qde = (
        f'{HEAD}<Sources><TextSource guid="a" name="远处" plainTextPath="absolute:///etc/passwd">'
        '<PlainTextSelection guid="b" startPosition="0" endPosition="5"/></TextSource>'
        '<TextSource guid="c" name="没有" plainTextPath="internal://../../c.txt">'
        '<PlainTextSelection guid="d" startPosition="0" endPosition="5"/></TextSource>'
        "</Sources></Project>"
    )
    project = import_project(other, project_of(qde), name="x")
    assert project.texts_missing == ("远处", "没有")
    assert project.steps == ()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 broken",
        project_of("<Project"),
        project_of('<!DOCTYPE x [<!ENTITY e "x">]><Project name="&e;"/>'),
        project_of("<html/>"),
        project_of("<a>" * 1000 + "</a>" * 1000),
    ],
)
def test_hostile_projects_are_refused(other: Library, data: bytes) -> None:
    with pytest.raises(InputError):
        import_project(other, data, name="x.qdpx")
    assert list_reports(other) == ()


def test_hostile_codebooks_are_refused() -> None:
    for data in (b"<html/>", b"<CodeBook", b'<!DOCTYPE CodeBook [<!ENTITY a "a">]><CodeBook/>'):
        with pytest.raises(InputError):
            read_codebook(data, name="x.qdc")
