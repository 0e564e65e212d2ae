from reportreader.document.block import Block, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.document.span import Join, Span, SpanKind, find_page


def test_a_passage_is_read_without_the_breaks_inside_a_sentence() -> None:
    text = "在浓浓的读\n\n书氛围中\n下一段"
    document = Document(text=text, joins=(Join(start=5, end=7),))
    assert document.passage(0, len(text)) == "在浓浓的读书氛围中\n下一段"
    assert document.passage(2, 9) == "浓的读书氛"
    assert document.passage(7, 11) == "书氛围中"


def test_a_document_without_a_headline_is_named_by_its_first_words() -> None:
    text = "各街道  办事处" + "长" * 60
    document = Document(text=text, blocks=Blocks([Block(start=0, end=len(text))]))
    assert document.title == "各街道 办事处" + "长" * 32
    assert Document(text="").title == ""


def test_the_headline_names_the_document() -> None:
    item = MetadataItem(field=MetadataField.TITLE, value="工作报告", start=0, end=4)
    document = Document(text="工作报告", metadata=Metadata(items=(item,)))
    assert document.title == "工作报告"
    assert document.metadata.all(MetadataField.TITLE) == (item,)
    assert document.metadata.value(MetadataField.DATE) == ""


def test_a_place_is_on_the_page_that_began_last() -> None:
    spans = (
        Span(start=3, end=3, kind=SpanKind.PAGE, target="iv"),
        Span(start=4, end=9, kind=SpanKind.STRONG),
        Span(start=8, end=8, kind=SpanKind.PAGE, target="1"),
    )
    assert [find_page(spans, place) for place in (0, 3, 7, 8, 99)] == ["", "iv", "iv", "1", "1"]
