"""Concordance lines as files."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from reportreader.services.adding import add_bytes
from reportreader.services.concordance import LibraryConcordance, find_library_concordance
from reportreader.services.concordance_export import (
    ConcordanceFormat,
    concordance_csv,
    concordance_markdown,
    write_concordance,
)
from reportreader.services.opening import Library
from reportreader.settings.messages import Language, Messages

_WORDS = Messages(Language.ENGLISH).text
_TODAY = date(2024, 5, 17)


@pytest.fixture
def found(library: Library) -> LibraryConcordance:
    text = "水价|调整\n\n=1+1 群众 <b>甲</b>|乙。\n"
    assert add_bytes(library, text.encode(), "a").report_id is not None
    return find_library_concordance(library, "群众")


def test_signs_of_markdown_are_text_in_the_table(found: LibraryConcordance) -> None:
    *_, row = concordance_markdown(found, _WORDS).rstrip("\n").split("\n")
    assert row.count("|") - row.count("\\|") == 7
    assert "<b>" not in row.replace("\\<", "")
    assert "群众" in row


def test_a_cell_that_looks_like_a_formula_is_text(found: LibraryConcordance) -> None:
    rows = list(csv.reader(io.StringIO(concordance_csv(found, _WORDS).removeprefix("\ufeff"))))
    assert rows[0] == ["Left", "Keyword", "Right", "Report", "Date", "Place"]
    (line,) = rows[1:]
    assert line[1] == "群众"
    assert not line[0].startswith("=")
    report = found.lines[0]
    assert line[5] == f"{report.report.short_id}#{report.line.offset}"


@pytest.mark.parametrize("format_", ConcordanceFormat)
def test_no_file_is_written_over(
    found: LibraryConcordance, tmp_path: Path, format_: ConcordanceFormat
) -> None:
    folder = tmp_path / "out"
    paths = [
        write_concordance(found, folder, format_, words=_WORDS, today=_TODAY) for _ in range(3)
    ]
    assert len(set(paths)) == 3
    assert paths[0].name == f"群众-2024-05-17.{format_.value}"
    assert {path.read_text(encoding="utf-8") for path in paths} == {
        paths[0].read_text(encoding="utf-8")
    }
