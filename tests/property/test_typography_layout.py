"""Any report in any style: every character painted once, in order, in the column, and found again."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.span import Join
from reportreader.typography.flow import Anchor, Flow
from reportreader.typography.graphemes import grapheme_span
from reportreader.typography.line import Line, Piece
from reportreader.typography.plain import iter_plain_rows, render_row
from reportreader.typography.style import LayoutStyle
from reportreader.typography.widths import NARROW, WIDE

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
WORDS = [
    "　　全年工作", "，", "。", "（一）", "——", "……", "“好”", "1234.5亿元", "report", " ", "\u3000", "\t",
    "\x1b[2J", "\u202e", FAMILY, "\U0001f1e8\U0001f1f3", "e\u0301", "❤\ufe0f", "a,b(c)", "推进,落实(今年)",
]  # fmt: skip
texts = st.lists(
    st.sampled_from(WORDS) | st.text("报告人民年度建设", min_size=1, max_size=12), max_size=12
).map("".join)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A report of up to a dozen blocks of any kind, some broken inside by joins."""
    text = draw(st.sampled_from(["", "\n\n"]))
    blocks = []
    joins = []
    for table in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(BlockKind))
        start = len(text)
        parts = draw(st.lists(texts, min_size=1, max_size=3))
        if kind is BlockKind.PARAGRAPH:
            for part in parts[:-1]:
                text += part
                joins.append(Join(start=len(text), end=len(text) + 2))
                text += "\n\u3000"
            text += parts[-1]
        else:
            text += ("\t" if kind is BlockKind.TABLE_ROW else "").join(parts)
        blocks.append(
            Block(
                start=start,
                end=len(text),
                kind=kind,
                level=draw(st.integers(0, 6)),
                marker=draw(st.sampled_from(["", "•", "10.", "\x1b"])),
                depth=draw(st.integers(0, 5)),
                table=table // 3 if kind is BlockKind.TABLE_ROW else -1,
            )
        )
        text += "\n"
    return Document(text=text, blocks=Blocks(blocks), joins=tuple(joins))


def pairs(text: str) -> list[tuple[int, int]]:
    """Every two characters as a word."""
    return [(start, start + 2) for start in range(0, len(text) - 1, 2)]


styles = st.builds(
    LayoutStyle,
    measure=st.integers(4, 100),
    hang_cells=st.sampled_from([0, 2]),
    indent_cells=st.sampled_from([0, 4]),
    gap_rows=st.integers(0, 1),
    words=st.sampled_from([None, pairs]),
    full_width_punctuation=st.booleans(),
    fold_furniture=st.just(value=False),
    centre_titles=st.booleans(),
    widths=st.sampled_from([NARROW, WIDE]),
)
folding = st.builds(LayoutStyle._replace, styles, fold_furniture=st.booleans())


def all_pieces(flow: Flow) -> list[tuple[Line, Piece]]:
    return [(line, piece) for line in flow.iter_lines() for piece in line.pieces]


@given(documents(), styles)
def test_every_character_is_painted_once(document: Document, style: LayoutStyle) -> None:
    painted = [
        offset
        for _, piece in all_pieces(Flow(document, style))
        for offset in range(piece.start, piece.end)
    ]
    assert len(painted) == len(set(painted))
    hidden = set(range(len(document.text))).difference(painted)
    joined = {offset for join in document.joins for offset in range(join.start, join.end)}
    assert all(document.text[offset] in " \u3000\t\n" for offset in hidden)
    assert not joined.intersection(painted)


@given(documents(), styles)
def test_characters_are_painted_in_order(document: Document, style: LayoutStyle) -> None:
    in_rows = [
        piece.start
        for line, piece in all_pieces(Flow(document, style))
        if line.kind is not BlockKind.TABLE_ROW
    ]
    assert in_rows == sorted(in_rows)
    for line in Flow(document, style).iter_lines():
        assert [piece.start for piece in line.pieces] == sorted(p.start for p in line.pieces)


@given(documents(), folding)
def test_nothing_leaves_the_column_or_covers_another(
    document: Document, style: LayoutStyle
) -> None:
    flow = Flow(document, style)
    for line in flow.iter_lines():
        taken = [(piece.x, piece.x + style.widths.cells(flow.painted(piece)), style.hang_cells)
                 for piece in line.pieces]  # fmt: skip
        taken += [(sign.x, sign.x + style.widths.cells(sign.text), 0) for sign in line.decorations]
        assert all(x >= 0 and end <= style.text_cells + margin for x, end, margin in taken)
        assert all(left[1] <= right[0] for left, right in pairwise(sorted(taken)))


@given(documents(), styles)
def test_what_is_painted_is_one_printable_character_for_each(
    document: Document, style: LayoutStyle
) -> None:
    flow = Flow(document, style)
    for _, piece in all_pieces(flow):
        shown = flow.painted(piece)
        assert len(shown) == piece.end - piece.start
        assert not set(shown) & set("\x1b\u202e\t\n")


@given(documents(), styles)
def test_rows_of_a_block_follow_on_each_other(document: Document, style: LayoutStyle) -> None:
    lines = [line for line in Flow(document, style).iter_lines() if not line.gap]
    for index, block in enumerate(document.blocks):
        own = [line for line in lines if line.block == index]
        assert [line.first for line in own] == [True] + [False] * (len(own) - 1)
        assert [line.last for line in own] == [False] * (len(own) - 1) + [True]
        if block.kind is not BlockKind.TABLE_ROW:
            assert (own[0].start, own[-1].end) == (block.start, block.end)
            assert all(left.end == right.start for left, right in pairwise(own))


@given(documents(), styles)
def test_offset_to_row_and_cell_and_back(document: Document, style: LayoutStyle) -> None:
    flow = Flow(document, style)
    for line, piece in all_pieces(flow):
        for offset in range(piece.start, piece.end):
            row = flow.row_of(offset)
            assert flow.lines(row, 1) == [line]
            cell = flow.cell_of(offset)
            back = flow.offset_at(row, cell)
            shown = flow.painted(piece)
            start = piece.start + grapheme_span(shown, offset - piece.start)[0]
            if style.widths.cells(shown[start - piece.start : offset - piece.start + 1]):
                assert back == start


@given(documents(), folding)
def test_every_offset_has_a_row_and_every_row_an_offset(
    document: Document, style: LayoutStyle
) -> None:
    flow = Flow(document, style)
    lines = list(flow.iter_lines())
    assert flow.total_rows == len(lines)
    if not lines:
        assert (flow.row_of(0), flow.offset_at(0, 0)) == (0, len(document.text))
        return
    for offset in range(len(document.text) + 1):
        assert not lines[flow.row_of(offset)].gap
    for row, line in enumerate(lines):
        assert flow.lines(row, 1) == [line]
        for cell in (0, style.measure // 2, style.measure + 5):
            assert line.start <= flow.offset_in(line, cell) <= line.end
            assert line.start <= flow.edge_in(line, cell) <= line.end


@given(documents(), folding, st.lists(st.integers(-30, 30), max_size=12))
def test_walking_is_exact_while_heights_are_refined(
    document: Document, style: LayoutStyle, steps: list[int]
) -> None:
    whole = list(Flow(document, style).iter_lines())
    flow = Flow(document, style)
    anchor = flow.anchor_of(0)
    row = next((number for number, line in enumerate(whole) if not line.gap), 0)
    for step in steps:
        anchor = flow.walk(anchor, step)
        row = max(0, min(len(whole) - 1, row + step))
        assert flow.lines_from(anchor, 5) == whole[row : row + 5]


@given(documents(), folding, st.integers(1, 30))
def test_the_bottom_shows_the_last_rows(
    document: Document, style: LayoutStyle, height: int
) -> None:
    whole = list(Flow(document, style).iter_lines())
    flow = Flow(document, style)
    assert flow.lines_from(flow.bottom_anchor(height), height) == whole[-height:]


@given(documents(), folding, folding, st.data())
def test_the_place_survives_another_style(
    document: Document, style: LayoutStyle, other: LayoutStyle, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(document.text)))
    flow = Flow(document, style)
    flow.anchor_of(place)
    restyled = flow.restyled(other)
    fresh = Flow(document, other)
    assert restyled.anchor_of(place) == fresh.anchor_of(place)
    assert list(restyled.iter_lines()) == list(fresh.iter_lines())


@given(documents(), folding, st.data())
def test_a_text_that_grew_is_laid_out_as_if_it_had_been_whole(
    document: Document, style: LayoutStyle, data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, len(document.blocks)))
    head = Document(
        text=document.text[: document.blocks[count - 1].end + 1] if count else "",
        blocks=Blocks(document.blocks[:count]),
        joins=document.joins,
    )
    flow = Flow(head, style)
    list(flow.iter_lines())
    grown = flow.grown(document)
    assert list(grown.iter_lines()) == list(Flow(document, style).iter_lines())
    assert grown.total_rows == len(list(grown.iter_lines()))


@settings(max_examples=50)
@given(documents(), folding)
def test_plain_rows_carry_no_control_characters(document: Document, style: LayoutStyle) -> None:
    flow = Flow(document, style)
    rows = list(iter_plain_rows(document, style))
    assert rows == [render_row(flow, line) for line in flow.iter_lines()]
    for row in rows:
        assert not set(row) & set("\x1b\u202e\t\n\r")
        assert row == row.rstrip()


def test_an_anchor_of_an_empty_report_is_the_first() -> None:
    flow = Flow(Document(text=""), LayoutStyle())
    assert flow.anchor_of(0) == flow.anchor_at(3) == flow.walk(Anchor(0, 0), 5) == Anchor(0, 0)
    assert (flow.total_rows, flow.lines(0, 9), flow.cell_of(0)) == (0, [], 0)
