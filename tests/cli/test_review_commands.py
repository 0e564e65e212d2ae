"""The review queue from the command line."""

from pathlib import Path

import pytest
from tests.cli.running import REPORT, Run

QUOTE = "新建村级水厂十二座，让三万两千名群众喝上了放心水。"


@pytest.fixture
def changed(filled: Run) -> Run:
    """A report whose annotated sentence was reworded after the annotation was made."""
    filled("notes", "add", "1", "--quote", QUOTE)
    Path("水务.txt").write_text(REPORT.replace("十二座", "十三座"), encoding="utf-8")
    assert filled("add", "水务.txt").code == 0
    return filled


def test_the_queue_lists_old_passage_and_candidates(changed: Run) -> None:
    (review,) = changed("notes", "review", "--json").json
    assert (review["state"], review["old"]["passage"]) == ("changed", QUOTE)
    assert review["candidates"][0]["passage"] == QUOTE.replace("十二座", "十三座")
    lines = changed("notes", "review").out.splitlines()
    assert lines[0].endswith(QUOTE)
    assert changed("notes", "review", "--report", "2").out == ""


def test_a_place_is_accepted_and_undone(changed: Run) -> None:
    (review,) = changed("notes", "review", "--json").json
    best = review["candidates"][0]
    place = f"{best['start']}..{best['end']}"
    assert changed("notes", "place", review["id"], place).code == 0
    assert changed("notes", "review", "--json").json == []
    assert changed("notes", "--json").json[0]["start"] == best["start"]
    changed("undo")
    assert len(changed("notes", "review", "--json").json) == 1


def test_kept_without_a_place(changed: Run) -> None:
    (review,) = changed("notes", "review", "--json").json
    assert changed("notes", "keep", review["id"]).code == 0
    assert changed("notes", "review", "--json").json == []
    assert [note["quote"] for note in changed("notes", "--state", "lost", "--json").json] == [QUOTE]


@pytest.mark.parametrize(("place", "code"), [("5", 2), ("-1..4", 2), ("7..3", 4), ("0..99999", 4)])
def test_places_that_are_none_are_refused(changed: Run, place: str, code: int) -> None:
    (review,) = changed("notes", "review", "--json").json
    assert changed("notes", "place", review["id"], place).code == code
    assert len(changed("notes", "review", "--json").json) == 1
