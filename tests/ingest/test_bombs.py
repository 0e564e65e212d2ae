"""Every bomb is refused, or read as far as is sensible with a word about it; nothing of ours ends."""

from pathlib import Path

import pytest
from tests.ingest.bombs import BOMBS, Bomb
from tests.ingest.packages import make_docx, paragraph

from reportreader.ingest.read_ahead import iter_read_files

SOUND = make_docx(paragraph("青石县水务报告"))


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param(bomb, marks=[pytest.mark.long] if bomb.takes_long else [], id=bomb.name)
        for bomb in BOMBS
    ],
)
def test_a_bomb_does_no_harm_and_the_next_file_is_read(bomb: Bomb, tmp_path: Path) -> None:
    path, sound = tmp_path / bomb.name, tmp_path / "sound.docx"
    path.write_bytes(bomb.make())
    sound.write_bytes(SOUND)
    *reads, last = iter_read_files([path, sound])
    answers = {read.error.message_id if read.error is not None else "" for read in reads}
    assert answers == bomb.answers
    assert last.ingested is not None


def test_there_are_bombs_enough() -> None:
    assert len({bomb.name for bomb in BOMBS}) >= 20


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("quotes.md", "ingest.markdown_too_long"),
        ("quoted-line.md", "ingest.markdown_too_long"),
        ("brackets.md", "ingest.markdown_too_complex"),
        ("comments.md", "ingest.markdown_too_complex"),
    ],
)
def test_what_is_read_in_part_is_told(name: str, told: str, tmp_path: Path) -> None:
    bomb = next(bomb for bomb in BOMBS if bomb.name == name)
    path = tmp_path / name
    path.write_bytes(bomb.make())
    (read,) = iter_read_files([path])
    assert read.ingested is not None
    assert told in [notice.message_id for notice in read.ingested.notices]
