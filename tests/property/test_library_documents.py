"""Documents come out of the library as they went in, whole or as their beginning."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.document.section import Article, Section, SectionKind
from reportreader.document.span import Join, Span, SpanKind
from reportreader.library import packing
from reportreader.library.digest import text_digest
from reportreader.library.documents import load_beginning, load_document, load_text
from reportreader.library.library import Library
from reportreader.library.opening import open_file
from reportreader.library.reports import VersionOrigin, insert_report
from reportreader.notes.annotation import VersionId

_TEXTS = st.text("报告饮水。\n\t a1💧ä", max_size=120)
_SHORT = st.text("标题目录 <&'", max_size=8)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path: Path = tmp_path_factory.mktemp("documents") / "library.sqlite"
    with open_file(path) as opened:
        yield opened


@st.composite
def intervals(draw: st.DrawFn, length: int) -> list[tuple[int, int]]:
    """Ascending disjoint intervals of a text of `length` code points."""
    edges = sorted(draw(st.sets(st.integers(0, length), max_size=16)))
    return list(zip(edges[::2], edges[1::2], strict=False))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(_TEXTS)
    length = len(text)
    blocks = [
        Block(
            start=start,
            end=end,
            kind=draw(st.sampled_from(BlockKind)),
            level=draw(st.integers(0, 6)),
            marker=draw(st.sampled_from(["", "•", "1."])),
            depth=draw(st.integers(0, 2)),
            table=draw(st.integers(-1, 2)),
        )
        for start, end in draw(intervals(length))
    ]
    return Document(
        text=text,
        blocks=Blocks(blocks),
        joins=tuple(Join(start=start, end=end) for start, end in draw(intervals(length))),
        spans=tuple(
            Span(start=start, end=end, kind=draw(st.sampled_from(SpanKind)), target=draw(_SHORT))
            for start, end in draw(intervals(length))
        ),
        sections=tuple(
            Section(
                start=start,
                end=end,
                level=draw(st.integers(1, 4)),
                title=draw(_SHORT),
                kind=draw(st.sampled_from(SectionKind)),
                content_end=length,
                confidence=draw(st.floats(0, 1)),
                reason=draw(_SHORT),
            )
            for start, end in draw(intervals(length))
        ),
        articles=tuple(
            Article(start=start, end=end, headline=draw(_SHORT), column=draw(_SHORT))
            for start, end in draw(intervals(length))
        ),
        metadata=Metadata(
            items=tuple(
                MetadataItem(
                    field=draw(st.sampled_from(MetadataField)),
                    value=draw(_SHORT),
                    start=start,
                    end=end,
                )
                for start, end in [(-1, -1), *draw(intervals(length))]
            )
        ),
        structure_version=draw(st.integers(0, 9)),
    )


def _save(library: Library, document: Document) -> VersionId:
    origin = VersionOrigin(
        text_sha256=text_digest(document.text),
        source_sha256="",
        byte_length=0,
        encoding="utf-8",
        extractor="text",
        extractor_version=1,
    )
    with library.transaction():
        return insert_report(library, document, origin, path="", name="无题")[1]


@given(document=documents(), piece_length=st.sampled_from([1, 3, 7, 1000]))
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whole_and_beginning(
    library: Library, monkeypatch: pytest.MonkeyPatch, document: Document, piece_length: int
) -> None:
    monkeypatch.setattr(packing, "PIECE_LENGTH", piece_length)
    version_id = _save(library, document)
    assert load_document(library, version_id) == document
    assert load_text(library, version_id) == document.text
    for reach in (0, len(document.text) // 2):
        beginning = load_beginning(library, version_id, reach)
        end = len(beginning.text)
        assert document.text.startswith(beginning.text)
        assert end > reach or end == len(document.text)
        assert list(beginning.blocks) == [
            _cut(block, end)
            for block in document.blocks
            if block.start < end or end == len(document.text)
        ]
        assert all(section.end <= end for section in beginning.sections)
        assert all(span.end <= end for span in beginning.spans)
        assert beginning.joins == tuple(join for join in document.joins if join.end <= end)


def _cut(block: Block, end: int) -> Block:
    return block._replace(end=min(block.end, end))
