"""Folders are read in order, two costly files at a time, archives entry by entry."""

from pathlib import Path

import pytest
from tests.ingest.packages import make_docx, make_zip, paragraph

from reportreader.errors import InputError
from reportreader.ingest.found_file import FoundFile
from reportreader.ingest.read_ahead import ReadFile, iter_read_files
from reportreader.ingest.reading import read_file


def docx(text: str) -> bytes:
    return make_docx(paragraph(text))


def outcome(read: ReadFile) -> str:
    if read.error is not None:
        return read.error.message_id
    return read.ingested.document.text if read.ingested is not None else "not read"


def read_all(*paths: Path) -> dict[str, str]:
    return {read.found.label: outcome(read) for read in iter_read_files(paths)}


def test_files_of_all_kinds_come_in_their_order(tmp_path: Path) -> None:
    paths = []
    for number in range(12):
        path = tmp_path / (f"{number}.docx" if number % 3 else f"{number}.txt")
        path.write_bytes(docx(f"第{number}份") if number % 3 else f"第{number}份".encode())
        paths.append(path)
    assert read_all(*paths) == {str(path): f"第{n}份" for n, path in enumerate(paths)}


def test_what_was_read_ahead_is_what_is_read_alone(tmp_path: Path) -> None:
    path = tmp_path / "甲.docx"
    path.write_bytes(docx("青石县水务报告"))
    (read,) = iter_read_files([path])
    assert read.ingested == read_file(path)


def test_a_file_that_cannot_be_read_stops_none_of_the_others(tmp_path: Path) -> None:
    good, bad = tmp_path / "甲.docx", tmp_path / "乙.docx"
    good.write_bytes(docx("正文"))
    bad.write_bytes(docx("正文")[:200])
    assert read_all(bad, tmp_path / "无.pdf", good) == {
        str(bad): "file_damaged",
        str(tmp_path / "无.pdf"): "file_missing",
        str(good): "正文",
    }


def test_what_is_not_wanted_is_not_read(tmp_path: Path) -> None:
    good, bad = tmp_path / "甲.docx", tmp_path / "乙.docx"
    good.write_bytes(docx("正文"))
    bad.write_bytes(b"")
    reads = iter_read_files([bad, good], is_wanted=lambda found: found.path != bad)
    assert [outcome(read) for read in reads] == ["not read", "正文"]


def test_an_iterator_that_is_closed_leaves_no_process_behind(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.docx" for number in range(6)]
    for path in paths:
        path.write_bytes(docx("正文"))
    reads = iter_read_files(paths)
    assert outcome(next(reads)) == "正文"
    reads.close()
    with pytest.raises(StopIteration):
        next(reads)


def test_each_report_in_an_archive_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "年报.zip"
    path.write_bytes(
        make_zip(
            {
                "乙/水务.docx": docx("水务"),
                "甲.txt": "道路",
                "图.png": b"\x89PNG",
                "__MACOSX/甲.txt": "x",
                "乙/.隐.txt": "x",
                "丙.md": "",
            }
        )
    )
    assert read_all(path) == {
        f"{path}!/丙.md": "file_empty",
        f"{path}!/乙/水务.docx": "水务",
        f"{path}!/甲.txt": "道路",
    }


def test_entries_are_asked_for_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "年报.zip"
    path.write_bytes(make_zip({"甲.txt": "道路", "乙.docx": docx("水务")}))
    asked: list[FoundFile] = []

    def is_wanted(found: FoundFile) -> bool:
        asked.append(found)
        return found.entry != "甲.txt"

    reads = list(iter_read_files([path], is_wanted=is_wanted))
    assert [(read.found.entry, outcome(read)) for read in reads] == [
        ("乙.docx", "水务"),
        ("甲.txt", "not read"),
    ]
    assert [found.entry for found in asked] == ["", "乙.docx", "甲.txt"]


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_names_without_a_declared_encoding_are_read_as_chinese(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "年报.zip"
    data = make_zip({"XXXXXX.txt": "道路"})
    name = "水务报告".encode(codec)[:6].ljust(6, b"_")
    path.write_bytes(data.replace(b"XXXXXX", name))
    assert list(read_all(path)) == [f"{path}!/{name.decode(codec)}.txt"]


def test_no_name_leads_out_of_the_archive_or_steers_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "年报.zip"
    path.write_bytes(make_zip({"../../甲\x1b]0;x.txt": "道路", "/etc/乙.txt": "水务"}))
    assert read_all(path) == {f"{path}!/etc/乙.txt": "水务", f"{path}!/甲␛]0;x.txt": "道路"}


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "年报.zip"
    path.write_bytes(make_zip({"内.zip": make_zip({"甲.txt": "道路"}), "乙.txt": "水务"}))
    assert read_all(path) == {f"{path}!/乙.txt": "水务", f"{path}!/内.zip": "archive_nested"}


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (make_zip({"图.png": b"\x89PNG"}), "archive_empty"),
        (make_zip({}), "file_binary"),
        (make_zip({"甲.txt": "道路" * 99})[:-30], "file_damaged"),
    ],
    ids=["no report", "nothing", "cut off"],
)
def test_an_archive_without_reports_is_refused(
    tmp_path: Path, data: bytes, message_id: str
) -> None:
    path = tmp_path / "年报.zip"
    path.write_bytes(data)
    assert read_all(path) == {str(path): message_id}


def test_a_word_document_called_zip_is_a_word_document(tmp_path: Path) -> None:
    path = tmp_path / "年报.zip"
    path.write_bytes(docx("水务"))
    assert read_all(path) == {str(path): "水务"}


def test_a_word_document_stored_in_an_archive_does_not_make_it_one(tmp_path: Path) -> None:
    path = tmp_path / "年报.zip"
    path.write_bytes(make_zip({"mimetype": docx("水务"), "甲.txt": "道路"}))
    assert read_all(path) == {f"{path}!/甲.txt": "道路"}


def test_an_archive_is_no_report_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "年报.zip"
    path.write_bytes(make_zip({"甲.txt": "道路"}))
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert caught.value.message_id == "file_is_archive"
