"""The rows of the side panel: where the context of a hit begins and ends."""

import pytest

from reportreader.document.document import Document
from reportreader.tui.reading.panel_rows import from_clause, hit_row, to_clause


@pytest.mark.parametrize(
    ("text", "shown"),
    [("水渠修好了，家家", "家家"), ("水渠，", ""), ("没有停顿", "没有停顿"), ("", "")],
)
def test_context_in_front_begins_with_its_clause(text: str, shown: str) -> None:
    assert from_clause(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("通了水。大家", "通了水。"),
        ("通水，种菜。还", "通水，种菜。"),
        ("没有停顿", "没有停顿"),
        ("", ""),
    ],
)
def test_context_behind_ends_with_a_clause(text: str, shown: str) -> None:
    assert to_clause(text) == shown


def test_a_hit_stands_between_the_edges_of_its_clauses() -> None:
    text = "去年旱了三个月，今年村里修好水渠，家家通了水。明年再"
    start = text.index("水渠")
    row = hit_row(Document(text=text), 0, (start, start + 2), section="", reach=12)
    assert row.text == "今年村里修好水渠，家家通了水。"
    assert row.text[row.start : row.end] == "水渠"
