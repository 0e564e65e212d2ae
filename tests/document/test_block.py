from reportreader.document.block import Block, BlockKind, Blocks


def test_blocks_give_back_what_they_were_made_of() -> None:
    made = [
        Block(start=0, end=4, kind=BlockKind.TITLE),
        Block(start=5, end=9, kind=BlockKind.HEADING, level=2),
        Block(start=10, end=12, kind=BlockKind.LIST_ITEM, level=1, marker="•"),
        Block(start=13, end=20, kind=BlockKind.TABLE_ROW, table=3),
        Block(start=21, end=30, kind=BlockKind.QUOTE, depth=2),
    ]
    blocks = Blocks(made)
    assert list(blocks) == made
    assert blocks[-1] == made[-1]
    assert list(blocks[1:3]) == made[1:3]
    assert blocks == Blocks(made)
    assert blocks != Blocks(made[:-1])


def test_lines_become_paragraphs_and_empty_lines_nothing() -> None:
    text = "\n第一段\n\n第二段\n尾"
    blocks = Blocks.from_lines(text)
    assert [text[block.start : block.end] for block in blocks] == ["第一段", "第二段", "尾"]
    assert {block.kind for block in blocks} == {BlockKind.PARAGRAPH}


def test_an_offset_between_blocks_belongs_to_the_block_before_it() -> None:
    blocks = Blocks([Block(start=2, end=4), Block(start=6, end=9)])
    assert [blocks.index_at(offset) for offset in (0, 2, 3, 4, 5, 6, 8, 100)] == [
        0,
        0,
        0,
        0,
        0,
        1,
        1,
        1,
    ]
