"""Clippings placed in the reports of a library; none is dropped, none comes in twice."""

from pathlib import Path

from reportreader.notes.annotation import AnnotationKind, ReportId
from reportreader.notes.clippings import Clipping, ClippingFormat
from reportreader.services.annotating import delete_annotations, report_annotations, undo
from reportreader.services.collecting import import_clippings
from reportreader.services.import_steps import ImportStep
from reportreader.services.maintaining import check_library
from reportreader.services.opening import Library

TITLE = "某县饮水工程报告"


def collect(library: Library, *clippings: Clipping, dry_run: bool = False) -> list[str]:
    steps: tuple[ImportStep, ...] = import_clippings(
        library, ClippingFormat.KINDLE, clippings, dry_run=dry_run
    )
    return [step.outcome.value for step in steps]


def test_a_passage_is_found_in_spite_of_spaces_width_and_script(
    library: Library, water: ReportId
) -> None:
    clipping = Clipping(title=TITLE, quote="山 區管網老化,\n冬季供水不穩", note="去看看")
    assert collect(library, clipping) == ["added"]
    (placed,) = report_annotations(library, water)
    assert placed.annotation.quote == "山区管网老化，冬季供水不稳"
    assert placed.annotation.body == "去看看"
    assert check_library(library).is_whole


def test_a_passage_with_an_error_is_found_a_doubtful_one_is_kept(
    library: Library, water: ReportId
) -> None:
    near = Clipping(title=TITLE, quote="明年再修管网四十公理，建立巡查制度")
    far = Clipping(title=TITLE, quote="明年不再修路四百公里，取消巡查", note="批", where="第 3 页")
    assert collect(library, near, far) == ["added", "not-found"]
    kept, found = sorted(report_annotations(library, water), key=lambda one: one.placement.end or 0)
    assert found.annotation.quote == "明年再修管网四十公里，建立巡查制度"
    assert kept.annotation.kind is AnnotationKind.REPORT_NOTE
    for said in (far.quote, "批", "第 3 页"):
        assert said in kept.annotation.body


def test_a_passage_in_several_places_is_placed_by_its_chapter_or_kept(
    library: Library, water: ReportId
) -> None:
    told = Clipping(title=TITLE, quote="管网", chapter="三、下一步打算")
    untold = Clipping(title=TITLE, quote="管网")
    assert collect(library, told, untold) == ["added", "several-places"]
    kinds = [one.annotation.kind for one in report_annotations(library, water)]
    assert sorted(kinds) == [AnnotationKind.HIGHLIGHT, AnnotationKind.REPORT_NOTE]


def test_a_report_is_known_by_its_file_or_by_the_passage(
    library: Library, water: ReportId, roads: ReportId
) -> None:
    by_file = Clipping(title="水", file_stem="water", quote="三十处")
    by_name = Clipping(title="roads", quote="农村公路养护三百公里")
    by_words = Clipping(title="不知道的书", quote="惠及群众两万人。水质检测合格率达到")
    nowhere = Clipping(title="别的书", quote="这里没有的一句话。")
    outcomes = collect(library, by_file, by_name, by_words, nowhere)
    assert outcomes == ["added", "added", "added", "report-missing"]
    assert len(report_annotations(library, water)) == 2
    assert len(report_annotations(library, roads)) == 1


def test_a_bookmark_of_another_program_is_kept(library: Library, water: ReportId) -> None:
    assert collect(library, Clipping(title=TITLE, where="位置 #200")) == ["not-found"]
    (kept,) = report_annotations(library, water)
    assert "位置 #200" in kept.annotation.body


def test_importing_again_adds_nothing_and_brings_nothing_back(
    library: Library, water: ReportId
) -> None:
    clippings = [Clipping(title=TITLE, quote="三十处"), Clipping(title=TITLE, quote="没有的话")]
    assert collect(library, *clippings, dry_run=True) == ["added", "not-found"]
    assert report_annotations(library, water) == ()
    collect(library, *clippings)
    assert collect(library, *clippings) == ["unchanged", "unchanged"]
    made = [one.annotation.annotation_id for one in report_annotations(library, water)]
    delete_annotations(library, made)
    assert collect(library, *clippings) == ["unchanged", "unchanged"]
    undo(library)
    assert len(report_annotations(library, water)) == 2
    undo(library)
    assert report_annotations(library, water) == ()
    assert check_library(library).is_whole


def test_a_clipping_that_stands_twice_in_a_file_comes_in_once(
    library: Library, water: ReportId, folder: Path
) -> None:
    clipping = Clipping(title=TITLE, quote="三十处")
    assert collect(library, clipping, clipping) == ["added", "unchanged"]
    assert len(report_annotations(library, water)) == 1
