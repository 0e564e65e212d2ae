"""The lists of Word 97 in their bytes: levels, formats, what a use of a list changes."""

import struct

import pytest

from reportreader.ingest.formats.list_numbering import ListCounter
from reportreader.ingest.formats.word97_lists import read_lists, read_uses

CHINESE, DECIMAL, BULLET, NONE = 39, 0, 23, 0xFF


def level(pattern: str, number_format: int, *, start: int = 1, flags: int = 0) -> bytes:
    """A level with two bytes of character and three of paragraph properties."""
    text = pattern.encode("utf-16-le")
    head = struct.pack("<lBB9xBLLBBBB", start, number_format, flags, 0, 0, 0, 2, 3, 0, 0)
    return head + bytes(5) + struct.pack("<H", len(pattern)) + text


def lists(*ids: int, simple: bool = True) -> bytes:
    rows = b"".join(struct.pack("<LL18xBB", one, 0, int(simple), 0) for one in ids)
    return struct.pack("<H", len(ids)) + rows


def uses(*rows: tuple[int, bytes, int]) -> bytes:
    """Each row: list, what it changes, of how many levels."""
    heads = b"".join(struct.pack("<L8xB3x", one, count) for one, _, count in rows)
    return struct.pack("<L", len(rows)) + heads + b"".join(bytes(4) + data for _, data, _ in rows)


def labels(counter: ListCounter, *asked: tuple[str, int]) -> list[str]:
    return [counter.next_label(use, number)[0] for use, number in asked]


def test_levels_hold_the_numbers_of_those_above() -> None:
    nine = level("\0、", CHINESE) + level("\0.\1", DECIMAL, flags=0x04) + level("", NONE) * 7
    counter = ListCounter(read_lists(lists(7, simple=False), nine), read_uses(uses((7, b"", 0))))
    asked = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1), ("1", 2)]
    assert labels(counter, *asked) == ["一、", "1.1", "1.2", "二、", "2.1", ""]


def test_a_use_begins_anew_or_counts_on() -> None:
    restart = struct.pack("<lL", 1, 0x10)
    counter = ListCounter(
        read_lists(lists(7), level("\0.", DECIMAL, start=5)),
        read_uses(uses((7, b"", 0), (7, b"", 0), (7, restart, 1))),
    )
    asked = [("1", 0), ("2", 0), ("3", 0), ("1", 0)]
    assert labels(counter, *asked) == ["5.", "6.", "1.", "2."]


def test_a_use_may_bring_a_level_of_its_own() -> None:
    own = struct.pack("<lL", 0, 0x20) + level("（\0）", CHINESE, start=2)
    counter = ListCounter(
        read_lists(lists(7), level("\0.", DECIMAL)), read_uses(uses((7, own, 1), (7, b"", 0)))
    )
    assert labels(counter, ("1", 0), ("2", 0)) == ["（二）", "3."]


def test_bullets_are_signs_and_unknown_lists_are_nothing() -> None:
    counter = ListCounter(
        read_lists(lists(7), level("\uf0b7", BULLET)), read_uses(uses((7, b"", 0), (8, b"", 0)))
    )
    assert counter.next_label("1", 0) == ("•", True)
    assert counter.next_label("1", 3) == ("", False)
    assert counter.next_label("2", 0) == ("", False)


@pytest.mark.parametrize("data", [b"", b"\1", b"\xff\xff"])
def test_tables_without_rows_are_empty(data: bytes) -> None:
    assert read_lists(data, b"") == {}
    assert read_uses(data) == {}
