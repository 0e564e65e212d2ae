from tests.notes.exporting import WORDS, make_note, make_report

from reportreader.notes.markdown import export_markdown
from reportreader.notes.verifying import QuoteState, compare_quote, parse_export

QUOTE = "清出淤泥三千方（约占*总量*的5.8%）\n　　疏通涵洞十七处 "


def test_every_quote_of_an_export_is_read_back() -> None:
    notes = [make_note(1, QUOTE, body="> 我的引文"), make_note(2, "第二处", start=90)]
    text = export_markdown([make_report(*notes)], words=WORDS)

    first, second = parse_export(text)

    assert first.annotation_id == notes[0].annotation.annotation_id
    assert compare_quote(first.quote, QUOTE) is QuoteState.MATCHES
    assert text.split("\n")[first.line_number - 1].startswith("<!-- rr:note " + first.annotation_id)
    assert (second.quote, second.revision, second.is_edited) == ("第二处", 1, False)


def test_an_altered_quote_is_found() -> None:
    text = export_markdown([make_report(make_note(1, QUOTE))], words=WORDS)

    (passage,) = parse_export(text.replace("三千方", "五千方"))

    assert passage.is_edited
    assert compare_quote(passage.quote, QUOTE) is QuoteState.CHANGED


def test_a_missing_annotation_or_quote_is_missing() -> None:
    text = export_markdown([make_report(make_note(1, "一句话"))], words=WORDS)

    (passage,) = parse_export(text.replace("> 一句话", ""))

    assert compare_quote(passage.quote, "一句话") is QuoteState.MISSING
    assert compare_quote("一句话", None) is QuoteState.MISSING
    assert compare_quote("", "") is QuoteState.MATCHES


def test_a_file_without_annotations_has_no_quotes() -> None:
    assert parse_export("# 笔记\n\n> 引文\n\n<!-- rr:note -->\n") == ()
