"""Long documents in pieces, and kinds of blocks whose numbers have changed since."""

import pytest

from reportreader.document.block import BLOCK_KIND_NAMES, Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.library.packing import PIECE_LENGTH, current_kinds, iter_pieces, kind_names


def test_pieces_end_behind_a_line_where_one_ends_in_time() -> None:
    text = ("一" * 99 + "\n") * (3 * PIECE_LENGTH // 100)
    pieces = list(iter_pieces(Document(text=text, blocks=Blocks.from_lines(text))))
    assert "".join(piece.text for piece in pieces) == text
    assert all(len(piece.text) <= PIECE_LENGTH for piece in pieces)
    assert all(piece.text.endswith("\n") for piece in pieces)
    joined = Blocks.from_columns(piece.blocks for piece in pieces)
    assert joined == Blocks.from_lines(text)


def test_a_line_without_end_is_cut_all_the_same() -> None:
    text = "一" * (2 * PIECE_LENGTH + 5)
    lengths = [len(piece.text) for piece in iter_pieces(Document(text=text))]
    assert lengths == [PIECE_LENGTH, PIECE_LENGTH, 5]


def test_an_empty_text_is_one_piece() -> None:
    assert [piece.text for piece in iter_pieces(Document(text=""))] == [""]


def test_kinds_written_under_other_numbers_are_read_by_name() -> None:
    then = ",".join(reversed(BLOCK_KIND_NAMES))
    written = bytes(reversed(range(len(BLOCK_KIND_NAMES))))
    assert current_kinds(then, written) == bytes(range(len(BLOCK_KIND_NAMES)))
    assert current_kinds(kind_names(), written) == written
    with pytest.raises(ValueError, match="not in tuple"):
        current_kinds("paragraph,riddle", b"\x00")


def test_columns_hold_everything_a_block_says() -> None:
    blocks = [
        Block(start=0, end=2, kind=BlockKind.LIST_ITEM, level=2, marker="•", depth=1),
        Block(start=3, end=4),
        Block(start=5, end=9, kind=BlockKind.TABLE_ROW, table=0),
    ]
    stored = Blocks(blocks)
    assert list(Blocks.from_columns([stored.columns(0, 1), stored.columns(1, 3)])) == blocks
