"""From a file to a document with its structure, whatever its encoding."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportreader.document.metadata import MetadataField
from reportreader.errors import InputError
from reportreader.ingest.reading import read_bytes, read_file

TEXT = (
    "青石县上半年水务工作情况的报告\n\n来源：青石日报  2021年7月5日\n\n"
    "一、建设情况\n新建村级水厂十二座，让三万两千名群众喝上了放心水。\n\n"
    "二、下步打算\n完成农村管网八十公里的建设任务。\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_the_document_is_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "水务.txt"
    data = TEXT.replace("\n", "\r\n").encode(encoding)
    path.write_bytes(data)
    found = read_file(path)
    assert found.document.text == TEXT
    assert [section.title for section in found.document.sections] == [
        "一、建设情况",
        "二、下步打算",
    ]
    assert found.document.metadata.value(MetadataField.SOURCE) == "青石日报"
    assert found.source_sha256 == hashlib.sha256(data).hexdigest()
    assert (found.byte_length, found.extractor, found.notices) == (len(data), "plain_text", ())


def test_markdown_is_known_by_its_suffix_and_keeps_its_own_headings() -> None:
    found = read_bytes("# 年报\n\n## 水务\n\n**十二**座。\n".encode(), "年报.MD")
    assert found.extractor == "markdown"
    assert [section.title for section in found.document.sections] == ["水务"]
    assert "*" not in found.document.text


def test_standard_input_is_plain_text() -> None:
    assert read_bytes(b"# not a heading here", "-").extractor == "plain_text"


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (b"", "file_empty"),
        (b"{\\rtf1", "file_empty"),
        (b"\x1f\x8b\x08", "file_unsupported"),
        (b"\x00\x01" * 50, "file_binary"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, message_id: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "甲.txt")
    assert caught.value.message_id == message_id
    assert caught.value.values["path"] == "甲.txt"


@given(st.binary(min_size=1, max_size=300), st.sampled_from(["a.txt", "a.md", "a", ".md", ""]))
def test_any_bytes_are_a_document_or_a_refusal(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name).document
    except InputError as error:
        assert error.values  # noqa: PT017 - which of many is not the point
        return
    assert document.text.strip()
    for block in document.blocks:
        assert 0 <= block.start <= block.end <= len(document.text)
