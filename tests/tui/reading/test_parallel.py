"""Which place of one text belongs to which of the other."""

from hypothesis import given
from hypothesis import strategies as st

from reportreader.document.block import Blocks
from reportreader.document.document import Document
from reportreader.document.section import Section, SectionKind
from reportreader.tui.reading.parallel import Parallel, parallel_texts

_HEADINGS = ("总体情况", "主要做法", "存在问题", "下步打算")


def lines(*texts: str) -> Document:
    text = "\n".join(texts)
    return Document(text=text, blocks=Blocks.from_lines(text))


def belonging(parallel: Parallel, first: Document, second: Document, words: str) -> str:
    """What of the second text belongs to the begin of `words` in the first."""
    place = parallel.across(first.text.index(words), to=1)
    return second.text[place : place + len(words)]


def test_a_paragraph_belongs_to_the_same_one_of_another_version() -> None:
    shared = [f"第{number}条渠道清淤{number}公里，已经通水。" for number in range(20)]
    first = lines(*shared)
    second = lines("新增的开头，说明来由。" * 9, *shared[:7], "中间添的一段。" * 30, *shared[9:])
    parallel = parallel_texts(first, second, (0, 0))
    assert parallel.is_matched
    for number in (0, 3, 6, 9, 15, 19):
        assert belonging(parallel, first, second, shared[number]) == shared[number]
        inside = shared[number][5:9]
        assert belonging(parallel, first, second, inside + shared[number][9:])[:4] == inside
    back = parallel.across(second.text.index(shared[12]), to=0)
    assert first.text[back:].startswith(shared[12])


def outlined(year: int, marks: str, paragraphs: tuple[int, ...]) -> Document:
    """A report of one kind and another year: the same four headings over other paragraphs."""
    texts: list[str] = []
    for mark, name, count in zip(marks, _HEADINGS, paragraphs, strict=True):
        texts.append(f"{mark}、{name}")
        texts += [f"{year}年{name}的第{number}点，各年不同。" for number in range(count)]
    plain = lines(*texts)
    sections = tuple(
        Section(
            start=plain.text.index(f"{mark}、{name}"),
            end=plain.text.index(f"{mark}、{name}") + len(mark) + 1 + len(name),
            content_end=len(plain.text),
            level=1,
            title=f"{mark}、{name}",
            kind=SectionKind.NUMBERED,
        )
        for mark, name in zip(marks, _HEADINGS, strict=True)
    )
    return Document(text=plain.text, blocks=plain.blocks, sections=sections)


def test_reports_with_the_same_outline_meet_at_each_heading_however_it_is_numbered() -> None:
    first = outlined(2022, "一二三四", (3, 20, 1, 6))
    second = outlined(2023, "1234", (15, 2, 8, 1))
    parallel = parallel_texts(first, second, (0, 0))
    assert parallel.is_matched
    for one, other in zip(first.sections, second.sections, strict=True):
        assert parallel.across(one.start, to=1) == other.start
        assert parallel.across(other.start, to=0) == one.start


def test_texts_unlike_keep_the_places_that_were_abreast() -> None:
    first = lines(*(f"甲文第{number}段。" for number in range(40)))
    second = lines(*(f"乙文第{number}节，写得长一些。" for number in range(90)))
    parallel = parallel_texts(first, second, (100, 700))
    assert not parallel.is_matched
    assert parallel.across(100, to=1) == 700
    assert parallel.across(0, to=1) == 0
    assert parallel.across(len(first.text), to=1) == len(second.text)
    assert parallel.across(len(second.text), to=0) == len(first.text)


@given(
    st.lists(st.sampled_from("甲乙丙丁戊己庚"), min_size=1),
    st.lists(st.sampled_from("甲乙丙丁戊己庚"), min_size=1),
    st.data(),
)
def test_places_never_lead_back_nor_out_of_the_text(
    ones: list[str], others: list[str], data: st.DataObject
) -> None:
    first, second = lines(*ones), lines(*others)
    here = (
        data.draw(st.integers(0, len(first.text))),
        data.draw(st.integers(0, len(second.text))),
    )
    parallel = parallel_texts(first, second, here)
    for to, (length, limit) in enumerate(
        ((len(second.text), len(first.text)), (len(first.text), len(second.text)))
    ):
        places = [parallel.across(offset, to=to) for offset in range(length + 1)]
        assert places == sorted(places)
        assert places[0] >= 0
        assert places[-1] <= limit
