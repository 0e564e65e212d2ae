"""Which report is a file: known, a new version, moved, or new; and what a person says of it."""

from pathlib import Path

import pytest

from reportreader.errors import NotFoundError
from reportreader.notes.annotation import AnnotationKind, ReportId
from reportreader.services.added import AddedFile
from reportreader.services.adding import AddOutcome, add_bytes, add_paths
from reportreader.services.annotating import AnnotationDraft, add_annotation, report_annotations
from reportreader.services.browsing import count_reports, get_report
from reportreader.services.identifying import Reason
from reportreader.services.opening import Library
from reportreader.services.reading import open_report
from reportreader.services.recognising import similarity, text_shingles

from .conftest import WATER


def add(library: Library, path: Path, *, as_new: bool = False) -> AddedFile:
    (file,) = add_paths(library, [path], as_new=as_new).files
    return file


def edited(text: str) -> str:
    assert "再修管网四十公里" in text
    return text.replace("再修管网四十公里", "再修管网六十公里，打井十二眼")


def test_a_renamed_file_with_an_edited_text_is_a_new_version_with_its_notes(
    library: Library, water: ReportId, folder: Path
) -> None:
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=0, end=4, body="查")
    add_annotation(library, open_report(library, water), draft)
    (folder / "water.txt").unlink()
    moved = folder / "renamed.txt"
    moved.write_text(edited(WATER), encoding="utf-8")

    file = add(library, moved)

    assert (file.outcome, file.report_id, file.why) == (
        AddOutcome.NEW_VERSION,
        water,
        Reason.MOVED,
    )
    assert len(report_annotations(library, water)) == 1
    assert get_report(library, water).path == str(moved)
    assert add(library, moved).outcome is AddOutcome.UNCHANGED


def test_an_edited_copy_beside_the_file_is_kept_apart_and_told_of(
    library: Library, water: ReportId, folder: Path
) -> None:
    copy = folder / "second.txt"
    copy.write_text(edited(WATER), encoding="utf-8")
    file = add(library, copy)
    assert (file.outcome, file.why, file.resembles) == (
        AddOutcome.ADDED,
        Reason.KEPT_APART,
        water,
    )
    assert count_reports(library) == 2


@pytest.mark.parametrize(
    ("said", "instead"),
    [("某县水务局", "邻县水务局"), ("2024年3月5日", "2023年3月8日"), ("来源：某县水务局", "")],
)
def test_reports_of_one_title_never_collide_where_place_or_date_differ(
    library: Library, water: ReportId, folder: Path, said: str, instead: str
) -> None:
    (folder / "water.txt").unlink()
    other = folder / "other.txt"
    other.write_text(edited(WATER).replace(said, instead), encoding="utf-8")
    file = add(library, other)
    assert file.outcome is AddOutcome.ADDED
    assert file.report_id != water
    assert file.resembles == water


def test_another_text_under_the_same_title_is_another_report(
    library: Library, water: ReportId, folder: Path
) -> None:
    (folder / "water.txt").unlink()
    head = WATER[: WATER.index("一、")]
    other = folder / "other.txt"
    other.write_text(
        head + "全市新建幼儿园十二所，公办学位增加三千个，教师培训覆盖每个乡镇。\n" * 3,
        encoding="utf-8",
    )
    file = add(library, other)
    assert (file.outcome, file.why, file.resembles) == (AddOutcome.ADDED, Reason.NEW, None)


def test_why_is_told_of_known_files(library: Library, water: ReportId, folder: Path) -> None:
    path = folder / "water.txt"
    copy = folder / "copy.txt"
    copy.write_text(WATER, encoding="utf-8")
    assert add(library, copy).why == Reason.SAME_TEXT
    path.write_text(edited(WATER), encoding="utf-8")
    assert add(library, path).why == Reason.SAME_PATH
    assert add_bytes(library, WATER.encode(), "-").why == Reason.FORMER_TEXT
    assert get_report(library, water).version_count == 2


def test_a_person_may_say_that_a_changed_file_is_a_report_of_its_own(
    library: Library, water: ReportId, folder: Path
) -> None:
    path = folder / "water.txt"
    path.write_text(edited(WATER), encoding="utf-8")
    file = add(library, path, as_new=True)
    assert (file.outcome, file.why) == (AddOutcome.ADDED, Reason.ASKED_AS_NEW)
    assert file.report_id != water
    assert get_report(library, water).version_count == 1
    assert add(library, path).report_id == file.report_id


def test_a_person_may_say_of_which_report_a_file_is_a_version(
    library: Library, water: ReportId, roads: ReportId, folder: Path
) -> None:
    (file,) = add_paths(library, [folder / "roads.txt"], version_of=water).files
    assert (file.outcome, file.report_id, file.why) == (
        AddOutcome.NEW_VERSION,
        water,
        Reason.ASKED_AS_VERSION,
    )
    (again,) = add_paths(library, [folder / "roads.txt"], version_of=water).files
    assert again.outcome is AddOutcome.UNCHANGED
    with pytest.raises(NotFoundError):
        add_paths(library, [folder / "roads.txt"], version_of=ReportId(99))
    assert get_report(library, roads).version_count == 1


def test_similarity_is_the_share_of_common_pieces() -> None:
    text = "全县完成饮水工程三十处，惠及群众两万人。山区管网老化，冬季供水不稳。"
    assert similarity(text_shingles(text), text_shingles(text)) == 1.0
    assert similarity(text_shingles(text), text_shingles(text[:20] + "\n " + text[20:])) == 1.0
    assert similarity(text_shingles(text), text_shingles("毫不相干的另一篇文字")) == 0.0
    assert similarity(text_shingles(""), text_shingles(text)) == 0.0
