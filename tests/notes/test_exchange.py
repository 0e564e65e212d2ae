import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.notes.exporting import WORDS, make_note, make_report
from tests.notes.web_annotation_model import check

from reportreader.errors import InputError
from reportreader.notes.annotation import (
    AnnotationKind,
    Colour,
    PlacementState,
    ReportId,
    VersionId,
)
from reportreader.notes.spreadsheet import COLUMNS, to_csv
from reportreader.notes.webannotation import to_web_annotations
from reportreader.notes.webreading import parse_web_annotations

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)


def _items(text: str) -> list[dict[str, object]]:
    collection = json.loads(text)
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    items: list[dict[str, object]] = collection["first"]["items"]
    assert collection["total"] == len(items)
    return items


def test_an_annotation_is_written_in_the_words_of_the_model() -> None:
    note = make_note(1, "清淤三千方", start=7, body="记", tags=("水利",), colour=Colour.BLUE)

    (item,) = _items(to_web_annotations([make_report(note)]))

    assert item["id"] == f"urn:ulid:{note.annotation.annotation_id}"
    assert item["type"] == "Annotation"
    assert item["motivation"] == "commenting"
    assert item["body"] == [
        {"type": "TextualBody", "value": "记", "format": "text/markdown", "purpose": "commenting"},
        {"type": "TextualBody", "value": "水利", "purpose": "tagging"},
    ]
    target = item["target"]
    assert isinstance(target, dict)
    assert target["source"] == "reportreader://report/7q2k"
    assert target["styleClass"] == "blue"
    assert {"type": "TextPositionSelector", "start": 7, "end": 12} in target["selector"]


@given(
    TEXTS.filter(str.strip),
    TEXTS,
    st.sampled_from(list(AnnotationKind)),
    st.sampled_from(list(Colour)),
    st.lists(TEXTS.filter(bool), max_size=3, unique=True),
    st.integers(1, 99),
)
def test_our_own_annotations_come_back_as_they_were(
    quote: str,
    body: str,
    kind: AnnotationKind,
    colour: Colour,
    tags: list[str],
    revision: int,
) -> None:
    is_whole = kind is AnnotationKind.REPORT_NOTE
    note = make_note(
        3,
        "" if is_whole else quote,
        start=0 if is_whole else 9,
        body=body or "批",
        kind=kind,
        colour=colour if kind is AnnotationKind.HIGHLIGHT else Colour.YELLOW,
        tags=tuple(sorted(tags)),
        revision=revision,
    )
    written = note.annotation._replace(prefix="", suffix="") if is_whole else note.annotation

    (read,) = parse_web_annotations(to_web_annotations([make_report(note)]))

    assert read.annotation == written._replace(report_id=ReportId(0), version_id=VersionId(0))
    assert (read.report_short_id, read.title) == ("7q2k", "石桥镇水利工作情况")


def test_annotations_of_other_programs_are_read() -> None:
    foreign = {
        "id": "https://example.org/a1",
        "created": "2024-05-01T00:00:00Z",
        "bodyValue": "看这里",
        "target": [
            {
                "source": "https://example.org/page",
                "selector": {"type": "TextQuoteSelector", "exact": "原文", "prefix": "前"},
            }
        ],
    }

    (read,) = parse_web_annotations("\ufeff" + json.dumps([foreign]))

    assert read.annotation.quote == "原文"
    assert read.annotation.body == "看这里"
    assert read.annotation.kind is AnnotationKind.HIGHLIGHT
    assert read.annotation.annotation_id == ""
    assert not read.has_position
    assert (read.report_short_id, read.source) == ("", "https://example.org/page")


@pytest.mark.parametrize("text", ["", "{", '"文字"', "{}", "[" * 100_000])
def test_what_is_not_annotations_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_web_annotations(text)
    assert refused.value.message_id == "annotations_not_json"


@pytest.mark.parametrize(
    "item",
    [3, {}, {"target": 5}, {"target": {"selector": {"type": "TextPositionSelector", "start": 5}}}],
)
def test_an_item_that_says_nothing_is_refused_by_number(item: object) -> None:
    good = {"target": {"selector": {"type": "TextQuoteSelector", "exact": "原文"}}}

    with pytest.raises(InputError) as refused:
        parse_web_annotations(json.dumps([good, item]))

    assert refused.value.message_id == "annotation_unusable"
    assert refused.value.values == {"number": 2}


def _rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_a_table_has_one_row_an_annotation_in_reading_order() -> None:
    late = make_note(1, "后面的\n两行", start=80, tags=("民生/饮水", "水利"))
    early = make_note(2, "前面的", start=3, body='说"引号",逗号')
    lost = make_note(3, "丢的", start=99, state=PlacementState.LOST)

    head, *rows = _rows(to_csv([make_report(late, early, lost)]))

    assert tuple(head) == COLUMNS
    quotes = [row[COLUMNS.index("quote")] for row in rows]
    assert quotes == ["前面的", "后面的\n两行", "丢的"]
    assert rows[0][COLUMNS.index("note")] == '说"引号",逗号'
    assert rows[1][COLUMNS.index("tags")] == "民生/饮水; 水利"
    assert rows[2][COLUMNS.index("start")] == ""


def test_head_words_come_from_the_catalogue() -> None:
    head, *_ = _rows(to_csv([make_report()], words=WORDS))

    assert head[COLUMNS.index("quote")] == "原文"
    assert len(set(head)) == len(COLUMNS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5%", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    _, row = _rows(to_csv([make_report(make_note(1, text, body=text))]))

    assert row[COLUMNS.index("quote")] == "'" + text
    assert row[COLUMNS.index("note")] == "'" + text


@pytest.mark.parametrize("kind", AnnotationKind)
def test_what_is_written_is_valid_by_the_data_model(kind: AnnotationKind) -> None:
    note = make_note(1, start=3, body="记", tags=("水利",), kind=kind)
    plain = make_note(2, start=9, kind=kind, state=PlacementState.LOST)
    whole = replace(note, times={"body": "2026-03-01T08:00:00Z", "#旧": "2026-03-01T08:00:00Z"})
    collection = json.loads(to_web_annotations([make_report(whole, plain)]))
    assert list(check(collection)) == []
    collection["first"]["items"][0]["target"]["source"] = "no address"
    assert list(check(collection))
