"""Untrusted files are parsed by a child that can die without harm."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ingest.packages import make_docx, make_zip, paragraph

from reportreader.errors import InputError
from reportreader.ingest.isolating import ExtractionProcess
from reportreader.ingest.manner import AS_FOUND
from reportreader.ingest.reading import read_file
from reportreader.ingest.wire import decode_extracted, encode_extracted

SOUND = make_docx(paragraph("青石县水务报告") + paragraph("正文。"))


@pytest.fixture
def process() -> Iterator[ExtractionProcess]:
    child = ExtractionProcess()
    yield child
    child.close()


def test_a_document_comes_back_whole_and_the_child_is_reused(process: ExtractionProcess) -> None:
    for _ in range(3):
        extracted = process.extract("docx", SOUND, name="甲", manner=AS_FOUND)
        assert extracted.document.text == "青石县水务报告\n正文。"
        assert len(extracted.document.blocks) == 2


def test_a_refusal_keeps_its_reason(process: ExtractionProcess) -> None:
    with pytest.raises(InputError) as caught:
        process.extract("docx", make_zip({"a": "b"}), name="甲", manner=AS_FOUND)
    assert (caught.value.message_id, caught.value.values) == ("file_damaged", {"path": "甲"})
    assert process.extract("docx", SOUND, name="乙", manner=AS_FOUND).document.text


def test_a_file_that_takes_too_long_is_stopped_and_the_next_one_read() -> None:
    impatient = ExtractionProcess(deadline_seconds=0.0)
    with pytest.raises(InputError) as caught:
        impatient.extract("docx", SOUND, name="甲", manner=AS_FOUND)
    assert caught.value.message_id == "file_too_slow"
    impatient.close()


def test_a_file_beyond_the_memory_of_the_child_is_refused() -> None:
    process = ExtractionProcess(memory_bytes=200 << 20)
    many = make_docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>" * 400_000)
    with pytest.raises(InputError) as caught:
        process.extract("docx", many, name="甲", manner=AS_FOUND)
    assert caught.value.message_id == "file_too_complex"
    assert process.extract("docx", SOUND, name="乙", manner=AS_FOUND).document.text
    process.close()


def test_a_word_document_is_a_report_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(SOUND)
    found = read_file(path)
    assert (found.extractor, found.encoding) == ("docx", "")
    assert found.document.text == "青石县水务报告\n正文。"


def test_a_document_survives_the_way_over_the_wire(process: ExtractionProcess) -> None:
    extracted = process.extract("docx", SOUND, name="甲", manner=AS_FOUND)
    assert decode_extracted(encode_extracted(extracted)) == extracted


def answer_with(block: str) -> bytes:
    rest = '"spans": [], "sections": [], "metadata": [], "encoding": "", "notices": []'
    return f'{{"text": "a", "blocks": [{block}], {rest}}}'.encode()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"text": 3}',
        answer_with('[0, 9, "paragraph", 0, "", 0, -1]'),
        answer_with('[0, 1, "poem", 0, "", 0, -1]'),
        answer_with("7"),
    ],
)
def test_a_child_that_lies_is_not_believed(answer: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        decode_extracted(answer)
