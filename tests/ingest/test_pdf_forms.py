"""Forms that draw each other without end are found without drawing them; usual ones are left alone."""

import zlib

import pytest

from reportreader.ingest.formats.pdf_forms import has_form_bomb


def form(number: int, content: bytes, resources: bytes) -> bytes:
    return (
        b"%d 0 obj\n<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources %s /Length %d>>\n"
        b"stream\n%s\nendstream\nendobj\n" % (number, resources, len(content), content)
    )


def own(number: int) -> bytes:
    return b"<</XObject <</X %d 0 R>>>>" % number


def test_a_form_that_draws_itself() -> None:
    assert has_form_bomb(form(5, b"q /X Do Q", own(5)))


def test_a_circle_of_forms() -> None:
    assert has_form_bomb(
        form(5, b"/X Do", own(6)) + form(6, b"/X Do", own(7)) + form(7, b"/X Do", own(5))
    )


@pytest.mark.parametrize(("depth", "is_bomb"), [(3, False), (4, True)])
def test_forms_that_multiply(depth: int, is_bomb: bool) -> None:  # noqa: FBT001
    chain = [form(number, b"/X Do " * 50, own(number + 1)) for number in range(5, 5 + depth)]
    assert has_form_bomb(b"".join([*chain, form(5 + depth, b"q Q", b"<<>>")])) is is_bomb


def test_forms_that_share_a_dictionary_of_all_forms_are_usual() -> None:
    shared = b"9 0 obj\n<</XObject <</A 5 0 R /B 6 0 R>>>>\nendobj\n"
    assert not has_form_bomb(
        shared + form(5, b"/B Do " * 20, b"9 0 R") + form(6, b"BT ET", b"9 0 R")
    )


def test_dictionaries_in_an_object_stream_are_seen() -> None:
    first, second = b"<</XObject 8 0 R>>", b"<</X 5 0 R>>"
    table = b"9 0 8 %d " % len(first)
    content = table + first + second
    packed = zlib.compress(content)
    stream = (
        b"7 0 obj\n<</Type /ObjStm /N 2 /First %d /Filter /FlateDecode /Length %d>>\nstream\n"
        % (len(table), len(packed))
        + packed
        + b"\nendstream\nendobj\n"
    )
    assert has_form_bomb(stream + form(5, b"/X Do", b"9 0 R"))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 /Form", b"5 0 obj <</Subtype /Form>> stream\nx"])
def test_what_is_no_whole_file_is_no_bomb(data: bytes) -> None:
    assert not has_form_bomb(data)
