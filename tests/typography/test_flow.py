"""Flows of reports that are far larger than a screen."""

import subprocess
import sys
from itertools import pairwise

import pytest

from reportreader.document.block import Blocks
from reportreader.document.document import Document
from reportreader.typography.flow import Flow
from reportreader.typography.parts import PART_LENGTH, find_cuts
from reportreader.typography.style import LayoutStyle

SENTENCE = "全年各项工作进展顺利，群众满意度明显提升。"


def make_document(text: str) -> Document:
    return Document(text=text, blocks=Blocks.from_lines(text))


LONG = make_document("\n".join(SENTENCE * (1 + number % 7) for number in range(4000)))


def test_the_estimate_of_the_whole_is_near_the_truth() -> None:
    flow = Flow(LONG, LayoutStyle(measure=60))
    estimate = flow.total_rows
    truth = sum(1 for _ in flow.iter_lines())
    assert flow.total_rows == truth
    assert abs(estimate - truth) <= truth * 0.03


def test_a_jump_and_a_way_back_by_single_rows_meet_no_row_twice() -> None:
    flow = Flow(LONG, LayoutStyle(measure=60))
    anchor = flow.anchor_of(len(LONG.text) // 2)
    ends = []
    for _ in range(200):
        line = flow.lines_from(anchor, 1)[0]
        ends.append((line.start, line.end))
        anchor = flow.walk(anchor, -1)
    assert all(left[0] >= right[1] for left, right in pairwise(ends))
    assert all(not LONG.text[right[1] : left[0]].strip() for left, right in pairwise(ends))


def test_the_last_row_number_leads_to_the_end_of_the_text() -> None:
    flow = Flow(LONG, LayoutStyle(measure=60))
    line = flow.lines_from(flow.anchor_at(flow.total_rows + 100), 5)[-1]
    assert line.end == len(LONG.text)


def test_the_place_is_kept_through_many_widths() -> None:
    place = LONG.text.index("群众", len(LONG.text) // 3)
    flow = Flow(LONG, LayoutStyle(measure=60))
    for measure in (40, 80, 33, 120, 60):
        flow = flow.restyled(LayoutStyle(measure=measure))
        line = flow.lines_from(flow.anchor_of(place), 1)[0]
        assert line.start <= place < line.end


@pytest.mark.parametrize("unit", [SENTENCE, "文", "，", "7", " ", "a ", "\U0001f1e8\U0001f1f3"])
def test_one_line_of_a_megabyte_is_laid_out_in_parts(unit: str) -> None:
    text = unit * (350_000 // len(unit))
    flow = Flow(make_document(text), LayoutStyle())
    middle = len(text) // 2
    line = flow.lines_from(flow.anchor_of(middle), 1)[0]
    assert line.start <= middle < line.end
    assert line.end - line.start <= PART_LENGTH
    assert (line.first, line.last) == (False, False)


def test_a_long_paragraph_is_cut_behind_a_sentence_and_not_indented_again() -> None:
    document = make_document(SENTENCE * 1000)
    cuts = find_cuts(document, 0, len(document.text))
    assert len(cuts) == 2
    lines = list(Flow(document, LayoutStyle(measure=60)).iter_lines())
    assert {line.start for line in lines}.issuperset(cuts)
    assert all(document.text[cut - 1] == "。" for cut in cuts)
    assert [line.pieces[0].x for line in lines] == [4] + [0] * (len(lines) - 1)


def test_rows_laid_out_before_the_rest_arrived_are_known_afterwards() -> None:
    cut = LONG.text.index("\n", 20_000)
    flow = Flow(make_document(LONG.text[:cut]), LayoutStyle(measure=40))
    rows = sum(1 for _ in flow.iter_lines())
    grown = flow.grown(LONG)
    place = LONG.text.rindex("\n", 0, cut)
    assert grown.row_of(place) == flow.row_of(place) < rows
    assert grown.lines(0, rows - 20) == flow.lines(0, rows - 20)


def test_the_room_loads_nothing_that_is_not_pure() -> None:
    program = (
        "import sys; import reportreader.typography.plain;"
        "print(sorted({'rich', 'textual', 'sqlite3', 'jieba', 'wcwidth'} & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "[]\n"
