"""Notes are found by what they quote, what they say and their tags, by their report if asked so."""

from reportreader.notes.annotation import AnnotationKind, ReportId
from reportreader.services.annotating import AnnotationDraft, add_annotation
from reportreader.services.note_searching import search_notes
from reportreader.services.opening import Library
from reportreader.services.reading import open_report


def _note(library: Library, report_id: ReportId, quote: str, body: str, tag: str = "") -> str:
    opened = open_report(library, report_id)
    start = opened.document.text.index(quote)
    draft = AnnotationDraft(
        kind=AnnotationKind.HIGHLIGHT,
        start=start,
        end=start + len(quote),
        body=body,
        tags=(tag,) if tag else (),
    )
    return add_annotation(library, opened, draft).annotation.annotation_id


def _found(library: Library, query: str) -> list[str]:
    return [
        hits.listed.placed.annotation.annotation_id for hits in search_notes(library, query).hits
    ]


def test_notes_are_found_by_quote_body_tag_and_title(
    library: Library, water: ReportId, roads: ReportId
) -> None:
    first = _note(library, water, "饮水工程三十处", "与去年的数字不符", tag="核实/数字")
    second = _note(library, roads, "农村公路", "饮水也有问题")
    assert _found(library, "饮水") == [first, second]
    assert _found(library, "饮水 -公路") == [first]
    assert _found(library, "标题:养护") == [second]
    assert _found(library, "标签:核实") == [first]
    assert _found(library, "笔记:数字") == [first]
    assert _found(library, "没有") == []


def test_a_word_of_the_title_alone_finds_no_note(library: Library, water: ReportId) -> None:
    note = _note(library, water, "管网", "存疑", tag="核实/数字")
    assert _found(library, "饮水") == []
    assert _found(library, "管网 饮水") == []
    assert _found(library, "管网 -饮水") == [note]
    assert _found(library, "标题:饮水") == _found(library, "管网 OR 饮水") == [note]
    assert _found(library, "核实") == [note]


def test_hits_are_told_in_quote_and_body(library: Library, water: ReportId) -> None:
    _note(library, water, "饮水工程三十处", "三十处还是卅处")
    (hits,) = search_notes(library, "三十处").hits
    note = hits.listed.placed.annotation
    assert [note.quote[start:end] for start, end in hits.quote_ranges] == ["三十处"]
    assert [note.body[start:end] for start, end in hits.body_ranges] == ["三十处"]


def test_all_are_counted_and_the_first_given(library: Library, water: ReportId) -> None:
    for body in ("一", "二", "三"):
        _note(library, water, "饮水工程三十处", body)
    results = search_notes(library, "饮水", limit=2)
    assert (results.total, len(results.hits)) == (3, 2)
    assert search_notes(library, "  ").hits == ()
