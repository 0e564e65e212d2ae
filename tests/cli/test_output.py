"""What standard output gets: nothing that steers a terminal, columns by cells, exact JSON."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportreader.cli.alignment import aligned, kwic_line
from reportreader.cli.output import Output
from reportreader.errors import OutputError
from reportreader.ingest.sanitising import sanitise
from reportreader.typography.widths import NARROW

HOSTILE = "总结\x1b]0;名\x07\x9b31m\u202e[red]x[/red]"


def written(write: str, *values: object) -> str:
    stream = io.StringIO()
    getattr(Output(stream), write)(*values)
    return stream.getvalue()


@pytest.mark.parametrize("write", ["line", "text"])
def test_text_is_shown_with_signs_for_what_would_steer(write: str) -> None:
    assert written(write, HOSTILE) == "总结␛]0;名␇␦31m␦[red]x[/red]\n"


def test_rows_are_parted_by_tabs_for_a_program() -> None:
    assert written("rows", [("甲", "乙\t丙"), ("\n", "丁")]) == "甲\t乙 丙\n \t丁\n"


def test_no_rows_are_no_lines() -> None:
    assert written("rows", []) == ""


def test_columns_stand_under_each_other_by_cells() -> None:
    lines = aligned(
        [("1", "县报", "题"), ("12", "a", "长标题")], right=frozenset({0}), room_cells=40
    )
    assert lines == [" 1  县报  题", "12  a     长标题"]


def test_the_last_column_ends_at_the_edge() -> None:
    (line,) = aligned([("1", "很长的标题" * 10)], room_cells=20)
    assert NARROW.cells(line) <= 20
    assert line.endswith("…")


def test_a_concordance_line_keeps_the_word_at_one_cell() -> None:
    lines = [kwic_line(left, "词", "后文", 6) for left in ("", "前ab", "六个字的前文")]
    assert len({NARROW.cells(line[: line.index("[")]) for line in lines}) == 1


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_says_exactly_what_it_was_given_and_steers_nothing(value: object) -> None:
    for write in ("json", "json_line"):
        text = written(write, value)
        assert json.loads(text) == value
        assert sanitise(text) == text


def test_chinese_stays_readable_in_json() -> None:
    assert written("json_line", {"标题": "水务"}) == '{"标题": "水务"}\n'


def test_a_stream_that_cannot_be_written_is_told() -> None:
    with open("/dev/full", "w", encoding="utf-8") as stream:  # noqa: PTH123
        output = Output(stream)
        with pytest.raises(OutputError) as caught:
            output.line("字" * 100_000)
        assert caught.value.message_id == "output_failed"
