"""Broken files of every format are read or refused, and what is read is sound."""

from random import Random

import pytest
from tests.ingest.mutations import make_seeds, mutate

from reportreader.document.document import Document
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.ingested_file import IngestedFile
from reportreader.ingest.reading import read_bytes
from reportreader.ingest.sanitising import sanitise

SEEDS = make_seeds()
ROUNDS = 30


def require_sound(document: Document) -> None:
    """What every room relies on: clean text, blocks that ascend, parts that lie inside."""
    text, length = document.text, len(document.text)
    assert sanitise(text) == text
    assert "\r" not in text
    end = 0
    for block in document.blocks:
        assert end <= block.start <= block.end <= length
        end = block.end
    for section in document.sections:
        assert 0 <= section.start <= section.end <= section.content_end <= length
    for span in document.spans:
        assert 0 <= span.start <= span.end <= length
        assert (span.start == span.end) == (span.kind is SpanKind.PAGE)


def read(data: bytes, name: str) -> IngestedFile | str:
    """The file, or the message id of its refusal."""
    try:
        return read_bytes(data, name)
    except InputError as error:
        return error.message_id


@pytest.mark.parametrize("suffix", SEEDS)
def test_a_sound_file_is_read(suffix: str) -> None:
    found = read(SEEDS[suffix], f"甲.{suffix}")
    assert found == "file_is_archive" if suffix == "zip" else isinstance(found, IngestedFile)


@pytest.mark.parametrize("suffix", SEEDS)
def test_broken_files_are_read_or_refused(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # LibreOffice is not what is tried here
    for number in range(ROUNDS):
        found = read(mutate(SEEDS[suffix], Random(f"{suffix}{number}")), f"甲.{suffix}")  # noqa: S311
        if isinstance(found, IngestedFile):
            require_sound(found.document)
