"""Exports: passages with their notes in a file that can be written again and checked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.ingest.pdfs import Placed, make_pdf

from reportreader.errors import InputError, OutputError
from reportreader.notes.annotation import AnnotationKind, ReportId
from reportreader.notes.exported import ExportedReport
from reportreader.services.adding import add_paths
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    edit_annotation,
    report_annotations,
)
from reportreader.services.browsing import get_report
from reportreader.services.citing import Citations
from reportreader.services.exporting import (
    Grouping,
    collect_export,
    default_export_name,
    export_markdown,
)
from reportreader.services.filewriting import legal_name
from reportreader.services.noting import AnnotationFilter, list_annotations
from reportreader.services.opening import Library
from reportreader.services.reading import open_report
from reportreader.services.rendering import Layout, Recipe, render_reports
from reportreader.services.updating import (
    export_to_folder,
    report_file_name,
    update_export,
)
from reportreader.services.verifying import QuoteState, verify_export
from reportreader.settings.messages import Language

EVERYTHING = AnnotationFilter()


def _annotate(library: Library, report_id: ReportId, passage: str, body: str, *tags: str) -> None:
    opened = open_report(library, report_id)
    start = opened.document.text.index(passage)
    draft = AnnotationDraft(
        kind=AnnotationKind.HIGHLIGHT,
        start=start,
        end=start + len(passage),
        body=body,
        tags=tags,
    )
    add_annotation(library, opened, draft)


@pytest.fixture
def noted(library: Library, water: ReportId, roads: ReportId) -> Library:
    _annotate(library, water, "山区管网老化", "去看看", "民生/饮水")
    _annotate(library, water, "三十处", "核实数字", "数字")
    _annotate(library, roads, "三百公里", "核实数字", "数字")
    return library


def _export(library: Library, wanted: AnnotationFilter = EVERYTHING) -> str:
    return export_markdown(library, wanted, language=Language.CHINESE)


def test_an_export_holds_passages_in_reading_order(noted: Library, water: ReportId) -> None:
    text = _export(noted, AnnotationFilter(report_id=water))
    places = [
        text.index(said)
        for said in (
            "# 某县饮水工程报告",
            "某县水务局",
            "总体情况",
            "> 三十处",
            "> 山区管网老化",
            "去看看",
        )
    ]
    assert places == sorted(places)
    assert "三百公里" not in text


def test_groups_by_tag_hold_all_reports(noted: Library) -> None:
    text = export_markdown(noted, EVERYTHING, grouping=Grouping.TAG, language=Language.ENGLISH)
    assert text.index("## 数字") < text.index("> 三十处") < text.index("> 三百公里")


def test_every_quote_of_a_fresh_export_is_verified(noted: Library) -> None:
    found = verify_export(noted, _export(noted))
    assert [one.state for one in found] == [QuoteState.MATCHES] * 3
    assert all(one.is_in_text for one in found)


def test_an_altered_and_a_missing_quote_are_found(noted: Library, roads: ReportId) -> None:
    text = _export(noted).replace("> 三十处", "> 四十处")
    (gone,) = report_annotations(noted, roads)
    delete_annotations(noted, [gone.annotation.annotation_id])
    states = {one.passage.quote: one.state for one in verify_export(noted, text)}
    assert states == {
        "四十处": QuoteState.CHANGED,
        "山区管网老化": QuoteState.MATCHES,
        "三百公里": QuoteState.MISSING,
    }


def test_a_passage_that_left_the_report_is_told(
    noted: Library, water: ReportId, folder: Path
) -> None:
    path = folder / "water.txt"
    text = path.read_text(encoding="utf-8").replace("山区管网老化，冬季供水不稳。\n", "")
    path.write_text(text, encoding="utf-8")
    add_paths(noted, [path])
    exported = _export(noted)
    assert "> 山区管网老化" in exported
    in_text = {one.passage.quote: one.is_in_text for one in verify_export(noted, exported)}
    assert in_text == {"三十处": True, "山区管网老化": False, "三百公里": True}


def test_exporting_again_keeps_what_was_edited_by_hand(
    noted: Library, water: ReportId, tmp_path: Path
) -> None:
    path = tmp_path / "notes" / "water.md"
    wanted = AnnotationFilter(report_id=water)
    assert update_export(noted, _export(noted, wanted), path).path == path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("去看看", "去看看（已去）") + "\n我的总结。\n", encoding="utf-8")
    _annotate(noted, water, "两万人", "新的一条")
    by_passage = {one.annotation.quote: one.annotation for one in report_annotations(noted, water)}
    figure = by_passage["三十处"]
    edit_annotation(noted, figure.annotation_id, expected_revision=figure.revision, body="已经核实")

    written = update_export(noted, _export(noted, wanted), path)

    assert written.merged is not None
    assert written.merged.conflicts == ()
    again = path.read_text(encoding="utf-8")
    for said in ("去看看（已去）", "我的总结。", "> 两万人", "新的一条", "已经核实"):
        assert said in again
    assert "核实数字" not in again
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["water.md"]


def test_a_file_of_somebody_else_is_left_alone(noted: Library, tmp_path: Path) -> None:
    path = tmp_path / "letter.md"
    path.write_bytes(b"dear \xff")
    with pytest.raises(OutputError) as caught:
        update_export(noted, _export(noted), path)
    assert caught.value.message_id == "export_exists"
    assert path.read_bytes() == b"dear \xff"
    update_export(noted, _export(noted), path, overwrite=True)
    assert "三十处" in path.read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_named(noted: Library, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        update_export(noted, _export(noted), blocked / "notes.md")
    assert caught.value.message_id == "export_failed"
    assert [entry.name for entry in tmp_path.glob("*blocked*")] == ["blocked"]


def test_names_of_files(library: Library, water: ReportId) -> None:
    today = date(2024, 5, 17)
    assert default_export_name(None, today) == "reportreader-2024-05-17.md"
    assert default_export_name(get_report(library, water), today) == f"某县饮水工程报告-{water}.md"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("a/b\\c:d*e?f", "a_b_c_d_e_f"),
        ("..-隐藏", "隐藏"),
        ("结尾. . ", "结尾"),
        ("con", "_con"),
        ("\x1b[31m红\n色", "[31m红色"),
        ("", "_"),
    ],
)
def test_titles_become_legal_names(title: str, expected: str) -> None:
    assert legal_name(title) == expected


def test_long_titles_fit_into_a_name() -> None:
    name = legal_name("长" * 300)
    assert 150 < len(name.encode()) <= 200
    assert set(name) == {"长"}


def test_a_folder_holds_a_file_a_report_that_keeps_its_name(noted: Library, tmp_path: Path) -> None:
    def export(reports: Sequence[ExportedReport]) -> list[str]:
        recipe = Recipe(layout=Layout.VAULT)
        written = export_to_folder(
            noted,
            reports,
            tmp_path / "vault",
            lambda report: render_reports([report], recipe, Language.CHINESE),
        )
        return [one.path.name for one in written]

    reports = collect_export(noted, EVERYTHING)
    names = export(reports)
    assert names == ["某县饮水工程报告-1.md", "某县农村公路养护情况-2.md"]
    assert export([replace(reports[0], title="新题目")]) == names[:1]
    assert "# 新题目" in (tmp_path / "vault" / names[0]).read_text(encoding="utf-8")


def test_names_in_a_folder_fit_into_255_bytes(noted: Library) -> None:
    (report, _) = collect_export(noted, EVERYTHING)
    long = replace(report, title="长[#^]" * 300, short_id="123456789")
    assert len(report_file_name(long).encode()) <= 255
    assert set(report_file_name(long)) == set("长_-123456789.md")


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 'x' * 10 ** 10 }}",
        "{{ 9 ** (9 ** 9) }}",
    ],
)
def test_a_template_that_would_run_for_ever_is_stopped(noted: Library, template: str) -> None:
    reports = collect_export(noted, EVERYTHING)
    with pytest.raises(InputError) as caught:
        render_reports(reports, Recipe(template=template), Language.CHINESE)
    assert caught.value.message_id in {"template_stopped", "template_failed"}


def test_a_template_without_marks_is_written_again_until_somebody_edits_it(
    noted: Library, tmp_path: Path
) -> None:
    path = tmp_path / "list.md"
    recipe = Recipe(template="{% for note in notes %}- {{ note.quote }}\n{% endfor %}")

    def write() -> None:
        text = render_reports(collect_export(noted, EVERYTHING), recipe, Language.CHINESE)
        update_export(noted, text, path)

    write()
    _annotate(noted, ReportId(1), "两万人", "")
    write()
    assert path.read_text(encoding="utf-8").count("- ") == 4
    path.write_text("改过\n", encoding="utf-8")
    with pytest.raises(OutputError):
        write()
    assert path.read_text(encoding="utf-8") == "改过\n"


def test_a_passage_of_a_paged_file_is_cited_with_its_page(library: Library, tmp_path: Path) -> None:
    pages = [
        [
            Placed(72, 760, "石桥镇二〇二三年水利工作情况"),
            Placed(72, 700, "干渠清淤已经全部完成。"),
        ],
        [Placed(72, 760, "水库加固工程将在明年汛期之前完工。")],
    ]
    path = tmp_path / "水利.pdf"
    path.write_bytes(make_pdf(pages))
    (added,) = add_paths(library, [path]).files
    assert added.report_id is not None
    opened = open_report(library, added.report_id)
    start = opened.document.text.index("水库加固")
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=start, end=start + 6)
    add_annotation(library, opened, draft)

    (listed,) = list_annotations(library, AnnotationFilter(report_id=added.report_id))

    assert listed.page == "2"
    citations = Citations(library)
    assert citations.entry(listed).endswith(": 2.")
    assert citations.mention(listed).endswith("，第2页")
    exported = export_markdown(library, EVERYTHING, language=Language.CHINESE)
    assert "· 第2页 ·" in exported
