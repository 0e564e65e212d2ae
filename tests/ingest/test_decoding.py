"""From the bytes of a file to text whose offsets are final."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportreader.errors import InputError
from reportreader.ingest.decoding import (
    LINES_LIMIT,
    check_encoding,
    clean_text,
    decode_text,
    first_lines,
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x0b", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_line_feed(line_end: str) -> None:
    assert clean_text(f"甲{line_end}乙") == "甲\n乙"


@pytest.mark.parametrize("nothing", ["\ufeff", "\u200b", "\u2060", "\u00ad"])
def test_characters_that_say_nothing_are_dropped(nothing: str) -> None:
    assert clean_text(f"{nothing}统{nothing}筹") == "统筹"


def test_a_zero_byte_in_a_text_is_shown() -> None:
    assert decode_text("甲\x00乙丙丁".encode(), name="甲").text == "甲␀乙丙丁"


def test_a_named_encoding_is_obeyed_and_its_losses_told() -> None:
    decoded = decode_text("中文报告中文报告".encode("gb18030"), name="甲", encoding="GBK")
    assert (decoded.text, decoded.encoding) == ("中文报告中文报告", "gb18030")


def test_an_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        decode_text("中文报告".encode("gb18030"), name="甲.txt", encoding="utf-8")
    assert caught.value.message_id in {"file_undecodable", "file_binary"}
    assert caught.value.values["path"] == "甲.txt"


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(InputError) as caught:
        check_encoding("甲骨文")
    assert caught.value.message_id == "encoding_unknown"
    assert caught.value.values == {"encoding": "甲骨文"}


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 100], ids=["all bytes", "zeros"]
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode_text(data, name="甲")
    assert caught.value.message_id == "file_binary"


@pytest.mark.parametrize("data", [b" \n\t\r\n", b"\xef\xbb\xbf", "\u3000\u3000".encode()])
def test_a_file_of_white_space_is_empty(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode_text(data, name="甲")
    assert caught.value.message_id == "file_empty"


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    try:
        text = decode_text(data, name="甲").text
    except InputError as error:
        text = error.message_id
    assert "\r" not in text
    assert text.strip()


def test_lines_beyond_all_reports_are_left_out_and_told() -> None:
    decoded = decode_text("水\n".encode() * (LINES_LIMIT + 5), name="甲")
    assert decoded.text == "水\n" * LINES_LIMIT + "［以下未读入］"
    assert [notice.message_id for notice in decoded.notices] == ["ingest.lines_cut"]
    assert decode_text("水\n".encode() * LINES_LIMIT, name="甲").notices == ()


@pytest.mark.parametrize(("count", "first"), [(0, ""), (1, "甲\n"), (2, "甲\n乙"), (3, "甲\n乙")])
def test_first_lines(count: int, first: str) -> None:
    assert first_lines("甲\n乙", count) == first
