"""Joining two states of an annotation: in any order, as often as one likes, the same comes out."""

from hypothesis import given
from hypothesis import strategies as st

from reportreader.notes.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    ReportId,
    VersionId,
)
from reportreader.notes.joining import TAG_SIGN, FieldTimes, join_fields

TIMES = st.sampled_from(["", "2024-05-01T08:00:00.000Z", "2024-05-01T08:00:00.001Z"])
TAGS = ["甲", "乙", "丙/丁"]
NAMES = ["body", "colour", "deleted", *(TAG_SIGN + tag for tag in TAGS)]
State = tuple[Annotation, FieldTimes]
ORIGIN = Annotation(
    annotation_id=AnnotationId("01HV"),
    report_id=ReportId(1),
    version_id=VersionId(1),
    kind=AnnotationKind.HIGHLIGHT,
    start=0,
    end=1,
    quote="文",
)


@st.composite
def states(draw: st.DrawFn) -> State:
    annotation = ORIGIN._replace(
        body=draw(st.sampled_from(["", "一", "二"])),
        colour=draw(st.sampled_from(Colour)),
        deleted=draw(st.sampled_from(["", "2024-05-02T08:00:00.000Z"])),
        tags=tuple(sorted(draw(st.sets(st.sampled_from(TAGS))))),
    )
    times = {name: time for name in NAMES if (time := draw(TIMES))}
    return annotation, times


def join(one: State, other: State) -> State:
    fields, times = join_fields(*one, *other)
    joined = ORIGIN._replace(
        body=fields.body,
        colour=fields.colour,
        deleted=fields.deleted,
        tags=fields.tags,
    )
    return joined, times


@given(states(), states())
def test_the_order_of_two_states_does_not_matter(one: State, other: State) -> None:
    assert join(one, other) == join(other, one)


@given(states(), states(), states())
def test_nor_does_that_of_three(one: State, two: State, three: State) -> None:
    assert join(join(one, two), three) == join(one, join(two, three))


@given(states(), states())
def test_joining_again_changes_nothing(one: State, other: State) -> None:
    joined = join(one, other)
    assert join(joined, one) == join(joined, other) == joined


@given(states())
def test_a_state_joined_with_itself_is_itself(one: State) -> None:
    assert join(one, one) == one
