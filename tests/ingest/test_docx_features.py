"""The twenty-three features of a Word document by which readers are compared, in one real file.

The file was saved by LibreOffice, with every feature in it once.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ingest.documents import lines

from reportreader.document.block import Block, BlockKind
from reportreader.document.document import Document
from reportreader.document.span import SpanKind
from reportreader.ingest.formats import docx
from reportreader.ingest.manner import AS_FOUND

_FILE = Path(__file__).parent / "fixtures" / "libreoffice.docx"
Check = Callable[[Document], bool]


@pytest.fixture(scope="module")
def document() -> Document:
    return docx.extract(_FILE.read_bytes(), name=_FILE.name, manner=AS_FOUND).document


def _block(document: Document, line: str) -> Block:
    return document.blocks[lines(document).index(line)]


def line(text: str) -> Check:
    return lambda document: lines(document).count(text) == 1


def block(text: str, kind: BlockKind, *, level: int = 0, marker: str = "") -> Check:
    def holds(document: Document) -> bool:
        found = _block(document, text)
        return (found.kind, found.level, found.marker) == (kind, level, marker)

    return holds


def span(text: str, kind: SpanKind, target: str = "") -> Check:
    return lambda document: any(
        document.text[one.start : one.end] == text
        and one.kind is kind
        and one.target.startswith(target)
        for one in document.spans
    )


def without(text: str) -> Check:
    return lambda document: text not in document.text


FEATURES = {
    "title style": block("青石县上半年水务工作报告", BlockKind.TITLE),
    "heading style": block("第一部分　总体情况", BlockKind.HEADING, level=1),
    "style made from a heading": block("自定义样式的标题", BlockKind.HEADING, level=1),
    "outline level given directly": block("直接给出大纲级别的标题", BlockKind.HEADING, level=2),
    "automatic number 一、": line("一、建设情况"),
    "automatic number （一）": line("（二）管网"),
    "automatic number 1.": line("2.支管"),
    "numbers begin anew below a higher one": line("（一）资金"),
    "bullet": block("第一点", BlockKind.LIST_ITEM, level=1, marker="•"),
    "characters beyond the first plane": line("全县新建水厂十二座，𠮷庄除外，惠及三万二千人。"),
    "bold": span("加粗", SpanKind.STRONG),
    "tracked insertion": line("普通加粗之后插入的末尾。"),
    "tracked deletion": without("删去的"),
    "footnote reference": span("[1]", SpanKind.FOOTNOTE_REFERENCE),
    "footnote": block("脚注的文字。", BlockKind.FOOTNOTE, marker="[1]"),
    "link": span("链接文字", SpanKind.LINK, "https://example.org/"),
    "hidden text": line("可见还可见"),
    "table": block("乡镇\t水厂\t人口", BlockKind.TABLE_ROW),
    "cells merged across": line("合并两列\t\t一万"),
    "cells merged downwards": line("\t\t乙"),
    "text box, once": line("文本框里的一段。"),
    "result of a field": line("共1页"),
    "tab and line break": line("制表\t换行 “引号”——破折号……"),
    "header": without("页眉"),
}


def test_there_are_features_enough() -> None:
    assert len(FEATURES) >= 23


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_is_read(document: Document, feature: str) -> None:
    assert FEATURES[feature](document)
