"""The structure of a huge text is sought at its beginning, and all of it stays readable."""

import pytest
from tests.ingest.documents import lines

from reportreader.document.document import Document
from reportreader.ingest.structuring import structured_document
from reportreader.structure import find_structure

HEAD = "青石县水务报告\n\n一、建设\n新建水厂十二座。\n二、打算\n铺设管网八十公里。\n"


def test_a_text_of_usual_length_is_read_whole() -> None:
    assert structured_document(Document(text=HEAD)) == (find_structure(HEAD), ())


def test_behind_the_limit_lines_are_paragraphs() -> None:
    text = HEAD + "三、保障\n加强领导。\n\n尾"
    document, (notice,) = structured_document(Document(text=text), longest=len(HEAD) + 2)
    assert document.text == text
    assert lines(document) == [*lines(find_structure(HEAD)), "三、保障", "加强领导。", "尾"]
    assert document.sections == find_structure(HEAD).sections
    assert notice.message_id == "ingest.structure_partial"
    assert notice.values == {"length": len(HEAD)}


@pytest.mark.parametrize("text", ["水务建设。" * 40, "水" * 200])
def test_a_line_beyond_the_limit_is_cut_behind_a_sentence_if_it_has_one(text: str) -> None:
    document, _ = structured_document(Document(text=f"{text}\n尾"), longest=102)
    assert "".join(lines(document)) == f"{text}尾"
    assert lines(document)[-1] == "尾"
    assert len(lines(document)[0]) == (100 if "。" in text else 102)


def test_behind_so_many_lines_all_are_paragraphs() -> None:
    text = HEAD + "三、保障\n"
    document, (notice,) = structured_document(Document(text=text), most_lines=HEAD.count("\n"))
    assert lines(document) == [*lines(find_structure(HEAD)), "三、保障"]
    assert notice.values == {"length": len(HEAD)}
