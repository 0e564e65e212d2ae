"""Exports for other programs: which annotations and reports they hold."""

import csv
import io
import json

import pytest

from reportreader.notes.annotation import AnnotationKind, ReportId
from reportreader.services.annotating import AnnotationDraft, add_annotation
from reportreader.services.exchanging import ExchangeFormat, export_exchange
from reportreader.services.noting import AnnotationFilter
from reportreader.services.opening import Library
from reportreader.services.reading import open_report
from reportreader.settings.messages import Language


@pytest.fixture(autouse=True)
def annotated(library: Library, water: ReportId, roads: ReportId) -> None:
    """One annotation in each report."""
    for report_id, tag in ((water, "民生"), (roads, "交通")):
        draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=0, end=4, tags=(tag,))
        add_annotation(library, open_report(library, report_id), draft)


def export(library: Library, wanted: ExchangeFormat, **conditions: object) -> str:
    chosen = AnnotationFilter(**conditions)  # type: ignore[arg-type]
    return export_exchange(library, chosen, wanted, language=Language.CHINESE)


def test_json_holds_what_the_filter_lets_through(library: Library) -> None:
    collection = json.loads(export(library, ExchangeFormat.JSON, tag="民生"))
    (item,) = collection["first"]["items"]
    assert item["target"]["selector"][0]["exact"] == "某县饮水"


def test_a_table_has_a_row_for_each_annotation(library: Library) -> None:
    rows = list(csv.reader(io.StringIO(export(library, ExchangeFormat.CSV))))
    assert len(rows) == 3
    assert {"某县饮水", "某县农村"} <= {cell for row in rows for cell in row}


def test_reference_managers_get_the_reports(library: Library, water: ReportId) -> None:
    everything = json.loads(export(library, ExchangeFormat.CSL_JSON))
    assert {"某县饮水工程报告", "某县农村公路养护情况"} <= {one["title"] for one in everything}
    (one,) = json.loads(export(library, ExchangeFormat.CSL_JSON, report_id=water))
    assert one["issued"] == {"date-parts": [[2024, 3, 5]]}
    (other,) = json.loads(export(library, ExchangeFormat.CSL_JSON, tag="交通"))
    assert other["title"] == "某县农村公路养护情况"


def test_bibtex_has_an_entry_with_a_key_for_each_report(library: Library, water: ReportId) -> None:
    entry = export(library, ExchangeFormat.BIBTEX, report_id=water)
    assert entry.startswith("@techreport{report")
    assert "某县水务局" in entry
    assert export(library, ExchangeFormat.BIBTEX, tag="没有") == ""
