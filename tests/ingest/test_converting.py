"""What is older than we read goes through LibreOffice, if there is one; here a program in its place."""

from pathlib import Path

import pytest
from tests.ingest.packages import make_docx, paragraph

from reportreader.errors import InputError
from reportreader.ingest.converting import convert_to_docx
from reportreader.ingest.reading import read_bytes

FIXTURE = Path(__file__).parent / "fixtures" / "libreoffice.doc"


def works_document(stream: str = "WorkDocument") -> bytes:
    """A compound file without a Word document in it."""
    named = stream.ljust(12, "\0").encode("utf-16-le")
    return FIXTURE.read_bytes().replace("WordDocument".encode("utf-16-le"), named)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH but for the system's own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    return folder


def install(folder: Path, script: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def test_without_libreoffice_it_is_said_what_to_install(programs: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(works_document(), "甲.wps")
    assert caught.value.message_id == "file_needs_conversion"
    assert caught.value.values == {"path": "甲.wps"}


def test_the_result_of_the_conversion_is_read(programs: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(make_docx(paragraph("水务报告")))
    install(programs, f'mkdir "$7"; cp {made} "$7/source.docx"')
    found = read_bytes(works_document(), "甲.wps")
    assert (found.document.text, found.extractor) == ("水务报告", "word97")


def test_a_spreadsheet_is_not_converted(programs: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(works_document("Workbook"), "甲.doc")
    assert caught.value.message_id == "file_unsupported"
    assert caught.value.values["format"] == "Excel"


def test_a_conversion_without_a_result_is_damage(programs: Path) -> None:
    install(programs, "exit 0")
    with pytest.raises(InputError) as caught:
        convert_to_docx(b"x", name="甲.doc")
    assert caught.value.message_id == "file_damaged"


def test_a_conversion_that_does_not_end_is_ended(programs: Path) -> None:
    install(programs, "while :; do :; done")
    with pytest.raises(InputError) as caught:
        convert_to_docx(b"x", name="甲.doc", deadline_seconds=0.2)
    assert caught.value.message_id == "file_too_slow"
