"""PDF files: paragraphs as they were written, in reading order, without the furniture of paper."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.pdfs import SIZE, Placed, make_pdf

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField
from reportreader.document.span import find_page
from reportreader.errors import InputError
from reportreader.ingest.formats.pdf import extract
from reportreader.ingest.manner import AS_FOUND
from reportreader.ingest.reading import read_file

LEFT, TOP, LEADING, COLUMN = 72, 760, 20, 30
FIRST = (
    "今年以来，青石县把改善民生放在第一位，新建村级水厂十二座，让三万两千名群众喝上了放心水；同时"
    "改造农村管网八十公里，水质合格率比去年同期提高，群众的满意程度也随之上升。"
)
SECOND = (
    "县里组织干部走进社区，听取意见一百多条，大部分问题已经得到解决，其余的也都有了明确的时间表。"
)


def set_paragraph(text: str, y: float, *, x: float = LEFT, width: int = COLUMN) -> list[Placed]:
    """A paragraph as a printer sets it: indented by two characters, lines of `width`."""
    pieces = [Placed(x + 2 * SIZE, y, text[: width - 2])]
    for start in range(width - 2, len(text), width):
        y -= LEADING
        pieces.append(Placed(x, y, text[start : start + width]))
    return pieces


def read(pages: list[list[Placed]], outline: list[tuple[str, int]] | None = None) -> Document:
    return extract(make_pdf(pages, outline or []), name="甲.pdf", manner=AS_FOUND).document


def lines(document: Document, *kinds: BlockKind) -> list[str]:
    return [
        document.text[block.start : block.end]
        for block in document.blocks
        if not kinds or block.kind in kinds
    ]


def test_the_lines_of_a_paragraph_are_joined() -> None:
    page = [*set_paragraph(FIRST, TOP), *set_paragraph(SECOND, TOP - 3 * LEADING)]
    assert lines(read([page])) == [FIRST, SECOND]


def test_a_paragraph_goes_on_behind_a_page_break_and_its_page_number() -> None:
    pieces = set_paragraph(FIRST, TOP)
    foot = Placed(290, 40, "- 1 -")
    later = [Placed(piece.x, TOP, piece.text) for piece in pieces[2:]]
    document = read([[*pieces[:2], foot], [*later, Placed(290, 40, "- 2 -")]])
    assert lines(document, BlockKind.PARAGRAPH) == [FIRST]
    assert lines(document, BlockKind.FURNITURE) == ["- 1 -", "- 2 -"]
    places = [document.text.index(piece.text) for piece in pieces]
    assert [find_page(document.spans, place) for place in places] == ["1", "1", *"2" * len(later)]


def test_running_heads_are_furniture_on_every_page() -> None:
    pages = [
        [
            Placed(200, 800, f"青石县水务年报 第{number}页"),
            *set_paragraph(f"{number}、{SECOND}", 600),
        ]
        for number in range(1, 6)
    ]
    document = read(pages)
    assert len(lines(document, BlockKind.FURNITURE)) == 5
    assert lines(document, BlockKind.PARAGRAPH) == [f"{number}、{SECOND}" for number in range(1, 6)]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = set_paragraph(FIRST, TOP, width=16) + set_paragraph(SECOND, TOP - 200, width=16)
    right = set_paragraph(SECOND, TOP, x=320, width=16) + set_paragraph(
        FIRST, TOP - 200, x=320, width=16
    )
    assert lines(read([[*left, *right]])) == [FIRST, SECOND, SECOND, FIRST]


def test_the_outline_of_the_file_gives_headings_and_levels() -> None:
    page = [
        Placed(200, 790, "青石县水务报告", 20),
        Placed(LEFT, TOP, "一、建设情况", 14),
        *set_paragraph(FIRST, TOP - 40),
        Placed(LEFT, TOP - 140, "二、下步打算", 14),
        *set_paragraph(SECOND, TOP - 180),
    ]
    document = read([page], [("一、建设情况", 0), ("二、下步打算", 0)])
    assert [(s.level, s.title) for s in document.sections] == [
        (1, "一、建设情况"),
        (1, "二、下步打算"),
    ]


def test_a_lone_outermost_entry_is_the_title() -> None:
    page = [Placed(200, 790, "青石县水务报告", 20), *set_paragraph(FIRST, TOP)]
    document = read([page], [("青石县水务报告", 0)])
    assert document.metadata.value(MetadataField.TITLE) == "青石县水务报告"


def test_a_file_without_an_outline_gets_its_structure_from_the_text(tmp_path: Path) -> None:
    page = [
        Placed(200, 800, "青石县上半年水务工作情况的报告", 18),
        Placed(LEFT, TOP, "一、建设情况"),
        *set_paragraph(FIRST, TOP - 30),
        Placed(LEFT, TOP - 120, "二、下步打算"),
        *set_paragraph(SECOND, TOP - 150),
    ]
    path = tmp_path / "甲.pdf"
    path.write_bytes(make_pdf([page]))
    found = read_file(path)
    assert found.extractor == "pdf"
    assert [section.title for section in found.document.sections] == [
        "一、建设情况",
        "二、下步打算",
    ]


def test_words_that_stand_on_every_page_are_not_all_furniture() -> None:
    document = read([set_paragraph(SECOND, TOP) for _ in range(3)])
    assert lines(document, BlockKind.PARAGRAPH) == [SECOND] * 3


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        extract(data, name="甲.pdf", manner=AS_FOUND)
    assert caught.value.values["path"] == "甲.pdf"
    return caught.value.message_id


def test_a_scan_is_said_to_have_no_text() -> None:
    assert refused(make_pdf([[], []])) == "file_without_text"


def test_a_page_that_cannot_be_read_is_told_of_in_the_text_too() -> None:
    pages = [[Placed(72, 700, f"第{n}页：全县新建水厂十二座。")] for n in "一二三"]
    whole = make_pdf(pages)
    data = whole.replace(b"[6 0 R 8 0 R 10 0 R]", b"[6 0 R 99 0 R 10 0 R]")
    assert data != whole
    extracted = extract(data, name="甲.pdf", manner=AS_FOUND)
    (notice,) = extracted.notices
    assert (notice.message_id, notice.values) == ("ingest.partial", {"read": 2, "total": 3})
    last = extracted.document.blocks[-1]
    assert last.kind is BlockKind.FURNITURE
    assert extracted.document.text[last.start : last.end] == "［共 3 页，读入 2 页］"


def test_a_damaged_file_is_refused() -> None:
    assert refused(b"%PDF-1.4\nnothing of the kind") == "file_damaged"


def test_a_locked_file_is_said_to_be_locked() -> None:
    data = make_pdf([set_paragraph(FIRST, TOP)])
    key = "00" * 32
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>/ID[<{key}><{key}>]/Root"
    assert refused(data.replace(b"/Root 1 0 R>>", f"{lock} 1 0 R>>".encode())) == "file_encrypted"


@given(st.binary(min_size=1, max_size=40), st.floats(0, 1))
def test_a_damaged_place_gives_text_or_a_refusal(noise: bytes, share: float) -> None:
    whole = make_pdf([set_paragraph(FIRST, TOP)])
    place = int(share * (len(whole) - len(noise)))
    damaged = whole[:place] + noise + whole[place + len(noise) :]
    try:
        text = extract(damaged, name="甲", manner=AS_FOUND).document.text
    except InputError as error:
        text = error.message_id
    assert text
