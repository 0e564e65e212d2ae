"""Opening reports, the beginning of long ones, and the place that is remembered."""

import pytest

from reportreader.errors import NotFoundError
from reportreader.library.packing import PIECE_LENGTH
from reportreader.notes.annotation import ReportId
from reportreader.services.adding import add_bytes
from reportreader.services.browsing import get_report
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import (
    open_first_part,
    open_report,
    reading_jumps,
    save_jumps,
    save_place,
)


def test_the_place_is_the_character_that_was_saved(library: Library, water: ReportId) -> None:
    save_place(library, water, 40, seconds=2.5)
    save_place(library, water, 20, furthest=60, seconds=1)
    library.close()
    with open_library(library.path) as again:
        place = open_report(again, water).place
        assert (place.offset, place.furthest, place.seconds) == (20, 60, 3.5)
        assert get_report(again, water).progress == pytest.approx(
            60 / get_report(again, water).length
        )


def test_a_place_stays_inside_the_text(library: Library, water: ReportId) -> None:
    save_place(library, water, 10**9)
    length = get_report(library, water).length
    assert open_report(library, water).place.offset == length
    save_place(library, water, -5)
    assert open_report(library, water).place.offset == 0


def test_jumps_are_remembered(library: Library, water: ReportId) -> None:
    assert reading_jumps(library, water) == ()
    save_place(library, water, 4)
    save_jumps(library, water, (1, 30, 4))
    assert reading_jumps(library, water) == (1, 30, 4)


def test_a_short_report_is_complete_at_once(library: Library, water: ReportId) -> None:
    first = open_first_part(library, water)
    assert first == open_report(library, water)
    assert first.is_complete


def test_a_long_report_shows_its_beginning_at_once(library: Library) -> None:
    line = "全县完成饮水工程三十处，惠及群众两万人，水质全部合格。\n"
    data = ("长篇通报\n" + line * (4 * PIECE_LENGTH // len(line))).encode()
    report_id = add_bytes(library, data, "long").report_id or ReportId(0)
    whole = open_report(library, report_id)
    assert whole.is_complete

    first = open_first_part(library, report_id)
    assert not first.is_complete
    assert len(first.document.text) <= PIECE_LENGTH
    assert whole.document.text.startswith(first.document.text)
    assert list(first.document.blocks) == list(whole.document.blocks[: len(first.document.blocks)])

    middle = open_first_part(library, report_id, around=2 * PIECE_LENGTH)
    assert 2 * PIECE_LENGTH < len(middle.document.text) < len(whole.document.text)


def test_an_unknown_report_is_not_found(library: Library) -> None:
    for act in (open_report, open_first_part):
        with pytest.raises(NotFoundError):
            act(library, ReportId(7))
    with pytest.raises(NotFoundError):
        save_place(library, ReportId(7), 3)
