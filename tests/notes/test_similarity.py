import difflib
import itertools

from hypothesis import given
from hypothesis import strategies as st

from reportreader.notes.similarity import (
    CommonRun,
    common_runs,
    find_approximate,
    similarity,
)

WORDS = st.text(alphabet="甲乙丙丁", max_size=24)


def _longest_common(a: str, b: str) -> int:
    previous = [0] * (len(b) + 1)
    for x in a:
        row = [0]
        for j, y in enumerate(b):
            row.append(previous[j] + 1 if x == y else max(previous[j + 1], row[j]))
        previous = row
    return previous[-1]


def _edit_distance(a: str, b: str) -> int:
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = row
    return previous[-1]


@given(WORDS, WORDS)
def test_similarity_is_that_of_the_textbook_table(a: str, b: str) -> None:
    expected = 2 * _longest_common(a, b) / (len(a) + len(b)) if a or b else 1.0

    assert similarity(a, b) == expected


@given(WORDS, WORDS)
def test_runs_are_equal_ascending_and_as_many_as_can_be(a: str, b: str) -> None:
    runs = common_runs(a, b)

    assert sum(run.length for run in runs) == _longest_common(a, b)
    for run in runs:
        assert (
            a[run.a_start : run.a_start + run.length] == b[run.b_start : run.b_start + run.length]
        )
    for first, second in itertools.pairwise(runs):
        assert first.a_start + first.length <= second.a_start
        assert first.b_start + first.length <= second.b_start


@given(WORDS.filter(bool), st.text(alphabet="甲乙丙丁", min_size=1, max_size=6))
def test_approximate_matches_have_the_fewest_errors_there_are(text: str, pattern: str) -> None:
    fewest = min(
        _edit_distance(text[start:end], pattern)
        for start in range(len(text) + 1)
        for end in range(start, len(text) + 1)
    )

    matches = find_approximate(text, pattern, len(pattern))

    assert {match.errors for match in matches} == {fewest}
    for match in matches:
        assert _edit_distance(text[match.start : match.end], pattern) == fewest


def test_a_pattern_with_too_many_errors_is_not_found() -> None:
    assert find_approximate("天地玄黄", "宇宙洪荒", 1) == []
    assert find_approximate("", "宇宙", 2) == []


def test_runs_of_a_small_edit() -> None:
    assert common_runs("清出淤泥三千方", "清出淤泥五千方") == [
        CommonRun(0, 0, 4),
        CommonRun(5, 5, 2),
    ]
    assert difflib.SequenceMatcher(None, "清出淤泥三千方", "清出淤泥五千方").ratio() == similarity(
        "清出淤泥三千方", "清出淤泥五千方"
    )
