"""What changed between two wordings of a passage."""

import pytest

from reportreader.notes.differences import COMPARED_LENGTH, Piece, PieceKind, compare_passages


def rebuilt(pieces: tuple[Piece, ...], left_out: PieceKind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind is not left_out)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("完成管网三十公里", "完成管网三十一公里"),
        ("甲乙丙", "丁戊"),
        ("", "新增的话"),
        ("删去的话", ""),
        ("前面一样，后面不同", "前面一样，后边两样"),
        ("数" * (COMPARED_LENGTH + 50), "字" * (COMPARED_LENGTH + 9)),
        ("一一一", "一一"),
    ],
)
def test_the_pieces_make_both_passages(old: str, new: str) -> None:
    pieces = compare_passages(old, new)
    assert rebuilt(pieces, PieceKind.ADDED) == old
    assert rebuilt(pieces, PieceKind.REMOVED) == new


def test_one_inserted_character_is_the_only_difference() -> None:
    pieces = compare_passages("完成管网三十公里", "完成管网三十一公里")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        (PieceKind.SAME, "完成管网三十"),
        (PieceKind.ADDED, "一"),
        (PieceKind.SAME, "公里"),
    ]


def test_single_characters_in_common_do_not_tear_a_change_apart() -> None:
    pieces = compare_passages("甲的乙说", "丙的丁听")
    assert [piece.kind for piece in pieces] == [PieceKind.REMOVED, PieceKind.ADDED]


def test_the_same_passage_has_no_differences() -> None:
    assert [piece.kind for piece in compare_passages("相同", "相同")] == [PieceKind.SAME]
