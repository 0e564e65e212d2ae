import pytest

from reportreader.notes.annotation import AnnotationId
from reportreader.notes.ids import (
    UlidMaker,
    decode_time_ms,
    encode_ulid,
    find_by_short_form,
    is_ulid,
    make_annotation_id,
    short_forms,
)


def test_the_published_example_of_the_specification() -> None:
    example = "01ARZ3NDEKTSV4RRFFQ69G5FAV"

    assert is_ulid(example)
    assert decode_time_ms(example) == 1_469_922_850_259


def test_time_and_randomness_fill_their_ends() -> None:
    assert encode_ulid(0, 0) == "0" * 26
    assert encode_ulid((1 << 48) - 1, (1 << 80) - 1) == "7" + "Z" * 25
    with pytest.raises(ValueError, match="out of range"):
        encode_ulid(1 << 48, 0)


def test_ids_ascend_within_a_millisecond_and_when_the_clock_goes_back() -> None:
    ticks = iter([1000, 1000, 1000, 400, 1001])
    maker = UlidMaker(clock_ms=lambda: next(ticks), random_bits=lambda _: (1 << 80) - 2)

    made = [maker.make() for _ in range(5)]

    assert made == sorted(set(made))
    assert decode_time_ms(made[0]) == 1000


def test_a_default_id_is_a_ulid_and_differs_from_the_next() -> None:
    first, second = make_annotation_id(), make_annotation_id()

    assert is_ulid(first)
    assert first != second


def test_what_is_not_an_id_is_refused() -> None:
    assert not is_ulid("01ARZ3NDEKTSV4RRFFQ69G5FAU")
    assert not is_ulid("81ARZ3NDEKTSV4RRFFQ69G5FAV")
    assert not is_ulid("")
    with pytest.raises(ValueError, match="not a ULID"):
        decode_time_ms("hello")


def test_short_forms_grow_only_where_ids_end_alike() -> None:
    one = AnnotationId("01ARZ3NDEKTSV4RRFFQ6AAAAAA")
    two = AnnotationId("01ARZ3NDEKTSV4RRFFQ6BBAAAA")
    three = AnnotationId("01ARZ3NDEKTSV4RRFFQ7BBAAAA")

    forms = short_forms([one, two, three])

    assert forms[one] == "AAAAAA"
    assert forms[two] != forms[three]
    assert two.endswith(forms[two])
    assert find_by_short_form([one, two, three], forms[two]) == (two,)


def test_a_short_form_is_found_as_people_type_it() -> None:
    wanted = encode_ulid(5, 0b00001_00000_00001)

    assert wanted.endswith("101")
    assert find_by_short_form([wanted], " iol ") == (wanted,)
    assert find_by_short_form([wanted], "") == ()
    assert find_by_short_form([wanted], "zzz") == ()
