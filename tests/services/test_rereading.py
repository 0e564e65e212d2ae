"""Reading the file of a report again: in another encoding, as a whole page, in an archive."""

import os
from pathlib import Path

import pytest
from tests.ingest.packages import make_zip

from reportreader.errors import InputError, NotFoundError
from reportreader.ingest.manner import Manner
from reportreader.notes.annotation import AnnotationKind, PlacementState, ReportId
from reportreader.services.adding import AddOutcome, add_bytes, add_paths
from reportreader.services.annotating import AnnotationDraft, add_annotation, report_annotations
from reportreader.services.opening import Library
from reportreader.services.reading import is_web_page, open_report, save_place
from reportreader.services.regrouping import list_versions
from reportreader.services.rereading import page_manners, reread_report

TEXT = "青石县水务报告\n\n全县新建水厂十二座，惠及三万二千人。\n\n下一步，完成管网八十公里。\n"
ARTICLE = (
    "<p>全县新建水厂十二座，惠及三万二千人，群众喝上了放心水，水质合格率提高到百分之九十八。</p>"
    * 3
)
PAGE = (
    "<html><head><meta charset='utf-8'><title>青石县水务报告</title></head><body>"
    "<nav><a href='/'>首页</a><a href='/x'>新闻</a></nav>"
    f"<div class='content'><h1>青石县水务报告</h1>{ARTICLE}<p>下一步，完成管网八十公里，让群众放心。</p></div>"
    "<footer>青石县融媒体中心版权所有</footer></body></html>"
)


def _add(library: Library, path: Path, manner: Manner | None = None) -> ReportId:
    (added,) = add_paths(library, [path], manner=manner or Manner()).files
    assert added.report_id is not None
    return added.report_id


def _text(library: Library, report_id: ReportId) -> str:
    return open_report(library, report_id).document.text


def _highlight(library: Library, report_id: ReportId, quote: str) -> None:
    opened = open_report(library, report_id)
    start = opened.document.text.index(quote)
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=start, end=start + len(quote))
    add_annotation(library, opened, draft)


def test_another_encoding_makes_a_new_version(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "水务.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    report_id = _add(library, path, Manner(encoding="latin-1"))
    assert "水厂" not in _text(library, report_id)
    added = reread_report(library, report_id, Manner(encoding="gb18030"))
    assert (added.outcome, added.report_id) == (AddOutcome.NEW_VERSION, report_id)
    assert _text(library, report_id) == TEXT
    assert len(list_versions(library, report_id)) == 2
    assert add_paths(library, [path]).unchanged == 1


def test_without_a_wish_the_bytes_tell_the_encoding(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "水务.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    report_id = _add(library, path, Manner(encoding="latin-1"))
    assert reread_report(library, report_id).outcome is AddOutcome.NEW_VERSION
    assert _text(library, report_id) == TEXT
    assert reread_report(library, report_id).outcome is AddOutcome.UNCHANGED


def test_a_whole_page_and_the_article_again(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "水务.html"
    path.write_text(PAGE, encoding="utf-8")
    report_id = _add(library, path)
    assert is_web_page(library, report_id)
    article = _text(library, report_id)
    assert "首页" not in article
    _highlight(library, report_id, "完成管网八十公里")
    save_place(library, report_id, article.index("下一步"))
    added = reread_report(library, report_id, Manner(whole_page=True))
    assert added.placements == {PlacementState.EXACT: 1}
    whole = open_report(library, report_id)
    text = whole.document.text
    assert "首页" in text
    assert "版权所有" in text
    assert text[whole.place.offset :].startswith("下一步")
    (placed,) = report_annotations(library, report_id)
    assert placed.placement is not None
    assert text[placed.placement.start : placed.placement.end] == "完成管网八十公里"
    assert reread_report(library, report_id).outcome is AddOutcome.NEW_VERSION
    assert _text(library, report_id) == article
    assert len(list_versions(library, report_id)) == 2


def test_whole_page_and_article_keep_the_encoding_chosen_by_hand(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "水务.html"
    path.write_bytes(PAGE.replace("utf-8", "gb2312").encode("gb18030") + b"\xff")
    report_id = _add(library, path, Manner(encoding="big5"))
    garbled = _text(library, report_id)
    whole, article = page_manners(library, report_id)
    reread_report(library, report_id, whole)
    assert _text(library, report_id) != garbled
    assert page_manners(library, report_id) == (whole, article)
    reread_report(library, report_id, article)
    assert _text(library, report_id) == garbled


def test_a_place_that_is_not_found_is_kept_by_its_share(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "水务.txt"
    path.write_bytes((TEXT * 20).encode("gb18030"))
    report_id = _add(library, path, Manner(encoding="latin-1"))
    half = len(_text(library, report_id)) // 2
    save_place(library, report_id, half)
    reread_report(library, report_id)
    opened = open_report(library, report_id)
    assert opened.place.offset == pytest.approx(len(opened.document.text) / 2, rel=0.05)


def test_a_report_in_an_archive_is_read_there(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "都.zip"
    other = "公路养护\n\n另一篇。\n"
    path.write_bytes(make_zip({"乙.txt": TEXT.encode("gb18030"), "甲.txt": other}))
    files = add_paths(library, [path], manner=Manner(encoding="latin-1")).files
    assert [Path(one.path).name for one in files] == ["乙.txt", "甲.txt"]
    report_id = files[0].report_id
    assert report_id is not None
    assert reread_report(library, report_id).outcome is AddOutcome.NEW_VERSION
    assert _text(library, report_id) == TEXT


def test_a_file_that_is_gone_is_named(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "水务.txt"
    path.write_text(TEXT, encoding="utf-8")
    report_id = _add(library, path)
    path.unlink()
    with pytest.raises(NotFoundError) as caught:
        reread_report(library, report_id)
    assert (caught.value.message_id, caught.value.values) == (
        "report_file_gone",
        {"path": str(path)},
    )


def test_what_never_was_a_file_cannot_be_read_again(library: Library) -> None:
    report_id = add_bytes(library, TEXT.encode(), "-").report_id
    assert report_id is not None
    with pytest.raises(InputError) as caught:
        reread_report(library, report_id)
    assert caught.value.message_id == "report_without_file"


def test_an_encoding_that_does_not_fit_leaves_everything(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "水务.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    report_id = _add(library, path)
    with pytest.raises(InputError):
        reread_report(library, report_id, Manner(encoding="utf-8"))
    assert _text(library, report_id) == TEXT
    assert len(list_versions(library, report_id)) == 1


def test_a_name_that_is_no_text_is_found_again(library: Library, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("水务.txt".encode("gb18030"))
    path.write_text(TEXT, encoding="utf-8")
    report_id = _add(library, path)
    assert reread_report(library, report_id).outcome is AddOutcome.UNCHANGED
