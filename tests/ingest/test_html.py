"""Saved pages: the article and nothing around it, with what the page says of it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.documents import lines

from reportreader.document.block import BlockKind
from reportreader.document.metadata import MetadataField
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.formats import find_format
from reportreader.ingest.formats.html import extract, read_page
from reportreader.ingest.manner import AS_FOUND
from reportreader.ingest.reading import read_file

TITLE = "青石县村级水厂建设提前完成"
PARAGRAPHS = (
    "今年以来，青石县把改善民生放在第一位，新建村级水厂十二座，让三万两千名群众喝上了放心水。",
    "县里组织干部走进社区，听取意见一百多条；大部分问题已经得到解决，其余的也有了时间表。",
    "“以前要到山下挑水，现在拧开龙头就有。”家住白河镇的一位老人说，水质比过去好了很多。",
    "下一步，县水务局将继续推进管网改造，计划完成农村管网八十公里，并建立长期管护的办法。",
)
BODY = "".join(f"<p>　　{paragraph}</p>\n" for paragraph in PARAGRAPHS)
MENU = "".join(
    f'<li><a href="/{n}">{word}</a></li>'
    for n, word in enumerate(["要闻", "县情", "专题", "视频", "图片"])
)
RELATED = "".join(
    f'<li><a href="/r{n}">相关报道第{n}条，标题也有十几个字</a></li>' for n in range(8)
)
FOOT = "版权所有 青石网 未经许可不得转载，举报电话：无。"
INFO = "2021-07-05 08:30　来源：青石日报　责任编辑：无"
LAYOUTS = {
    "divs": f'<div class="nav"><ul>{MENU}</ul></div><h1>{TITLE}</h1><div>{INFO}</div>'
    f'<div id="content">{BODY}</div><div class="related"><ul>{RELATED}</ul></div><div>{FOOT}</div>',
    "article": f"<header><nav><ul>{MENU}</ul></nav></header><article><h1>{TITLE}</h1>"
    f"{BODY}</article><aside><ul>{RELATED}</ul></aside><footer>{FOOT}</footer>",
    "table": f"<table><tr><td><ul>{MENU}</ul></td></tr><tr><td><h1>{TITLE}</h1>{INFO}</td></tr>"
    f"<tr><td>{BODY}</td><td><ul>{RELATED}</ul></td></tr><tr><td>{FOOT}</td></tr></table>",
    "deep": f'<div><div><ul>{MENU}</ul></div><div><div><h1>{TITLE}</h1><div><div class="txt">{BODY}'
    f"</div></div></div></div><div><ul>{RELATED}</ul></div></div>",
    "sections": f"<ul>{MENU}</ul><main><h1>{TITLE}</h1>"
    + "".join(f"<section><p>{paragraph}</p></section>" for paragraph in PARAGRAPHS)
    + f"</main><ul>{RELATED}</ul>",
    "font tags": f"<center><ul>{MENU}</ul></center><h1>{TITLE}</h1><div><font>"
    + "".join(f"<p><font>{paragraph}</font></p>" for paragraph in PARAGRAPHS)
    + f"</font></div><ul>{RELATED}</ul>",
    "menus inside": f'<h1>{TITLE}</h1><div class="body">{BODY}<div class="share"><a href="/a">分享</a>'
    f'<a href="/b">收藏</a></div><ul>{RELATED}</ul></div>',
    "comments": f'<h1>{TITLE}</h1><div>{BODY}</div><div class="comment-list">'
    + "<p>写得好，点个赞。</p><p>我也这么看，支持！</p>" * 3
    + "</div>",
    "scripts": f'<h1>{TITLE}</h1><script>var a="<p>脚本，不是正文。</p>";</script><div>{BODY}</div>'
    "<style>p{}</style><noscript><p>请打开脚本，谢谢。</p></noscript>",
    "unclosed": f"<h1>{TITLE}</h1><div>" + "".join(f"<p>{paragraph}" for paragraph in PARAGRAPHS),
    "list": f"<ul>{MENU}</ul><h1>{TITLE}</h1><div><ul>"
    + "".join(f"<li><p>{paragraph}</p></li>" for paragraph in PARAGRAPHS)
    + f"</ul></div><ul>{RELATED}</ul>",
}


def page(body: str, head: str = "") -> str:
    window = f"<title>{TITLE}_新闻频道_青石网</title>"
    return f"<!DOCTYPE html><html><head>{window}{head}</head><body>{body}</body></html>"


def f1(found: str, wanted: str) -> float:
    """Agreement of two texts by their five-character pieces."""
    pieces = [
        {text[start : start + 5] for start in range(len(text) - 4)}
        for text in (re.sub(r"\s", "", found), re.sub(r"\s", "", wanted))
    ]
    shared = len(pieces[0] & pieces[1])
    return 2 * shared / (len(pieces[0]) + len(pieces[1]))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_is_found_in_many_layouts(layout: str) -> None:
    document = read_page(page(LAYOUTS[layout]))
    assert f1(document.text, TITLE + "".join(PARAGRAPHS)) >= 0.95
    assert set(PARAGRAPHS) <= set(lines(document))


def test_title_date_and_source_are_read_from_the_page() -> None:
    metadata = read_page(page(LAYOUTS["divs"])).metadata
    assert metadata.value(MetadataField.TITLE) == TITLE
    assert metadata.value(MetadataField.DATE) == "2021-07-05T08:30"
    assert metadata.value(MetadataField.SOURCE) == "青石日报"


def test_what_the_meta_tags_say_comes_first() -> None:
    head = (
        '<meta property="article:published_time" content="2020年1月2日">'
        '<meta name="source" content="县报">'
    )
    metadata = read_page(page(LAYOUTS["divs"], head)).metadata
    assert metadata.value(MetadataField.DATE) == "2020-01-02"
    assert metadata.value(MetadataField.SOURCE) == "县报"


def test_a_source_without_its_colon_is_none() -> None:
    body = LAYOUTS["divs"].replace("来源：青石日报", "来源很多")
    assert read_page(page(body)).metadata.value(MetadataField.SOURCE) == ""


def test_the_title_stands_first_in_the_text() -> None:
    document = read_page(page(LAYOUTS["deep"]))
    assert lines(document)[0] == TITLE
    assert document.blocks[0].kind is BlockKind.TITLE


def test_headings_lists_tables_quotes_and_code_keep_their_kind() -> None:
    body = (
        f"<div>{BODY}<h2>一、建设情况</h2><ol><li>甲</li><li>乙<ul><li>丙</li></ul></li></ol>"
        "<blockquote><p>引文。</p></blockquote><pre>a\n  b</pre>"
        "<table><tr><th>项目</th><th>数量</th></tr><tr><td><p>水厂</p></td><td>12</td></tr></table></div>"
    )
    document = read_page(page(body))
    found = [
        (block.kind.value, block.level, block.marker, document.text[block.start : block.end])
        for block in document.blocks
    ][-9:]
    assert found == [
        ("heading", 2, "", "一、建设情况"),
        ("list-item", 1, "1.", "甲"),
        ("list-item", 1, "2.", "乙"),
        ("list-item", 2, "•", "丙"),
        ("quote", 0, "", "引文。"),
        ("code", 0, "", "a"),
        ("code", 0, "", "  b"),
        ("table-row", 0, "", "项目\t数量"),
        ("table-row", 0, "", "水厂\t12"),
    ]
    assert [section.title for section in document.sections] == ["一、建设情况"]


def test_links_emphasis_and_images_keep_their_place() -> None:
    body = f'<div>{BODY}<p>见<a href="http://a.cn/&#27;x">通知</a>，<b>重点</b><img src="i.png" alt="现场"></p></div>'
    document = read_page(page(body))
    spans = {span.kind: document.text[span.start : span.end] for span in document.spans}
    assert spans == {
        SpanKind.LINK: "通知",
        SpanKind.STRONG: "重点",
        SpanKind.IMAGE: "［图：现场］",
    }
    assert all("\x1b" not in span.target for span in document.spans)


def test_source_lines_are_joined_and_hidden_text_is_left_out() -> None:
    body = (
        f'<div>{BODY}<p>新建水厂\n十二座 of\nthem</p><p style="display: none">看不见的字</p></div>'
    )
    assert lines(read_page(page(body)))[-1] == "新建水厂十二座 of them"


def test_a_page_labelled_gb2312_is_read_with_its_superset(tmp_path: Path) -> None:
    source = page(LAYOUTS["divs"] + "——“一网统管”·纪实", '<meta charset="gb2312">')
    path = tmp_path / "a.html"
    path.write_bytes(source.encode("gb18030"))
    found = read_file(path)
    assert (found.extractor, found.encoding) == ("html", "gb18030")
    assert set(PARAGRAPHS) <= set(lines(found.document))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html><p>x", "a.txt"),
        (b"\xef\xbb\xbf\n<HTML lang='zh'>", "a"),
        (b"<?xml version='1.0'?><!-- x --><html>", "a.md"),
        (b"plain", "a.HTM"),
    ],
)
def test_a_page_is_known_by_its_beginning_or_its_suffix(data: bytes, name: str) -> None:
    assert find_format(data, name).name == "html"


def test_text_that_mentions_a_page_is_none() -> None:
    assert find_format("正文 <html>".encode(), "a.txt").name == "plain_text"


def test_absurd_nesting_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(InputError) as caught:
        extract(b"<html>" + b"<div>" * 200_000, name="甲.html", manner=AS_FOUND)
    assert caught.value.message_id == "file_bomb"


def test_a_page_without_words_is_empty() -> None:
    with pytest.raises(InputError) as caught:
        extract(b"<html><body><script>x</script></body></html>", name="甲.html", manner=AS_FOUND)
    assert caught.value.message_id == "file_empty"


PIECES = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</tr>", "</table>", "<ul>", "<li>", "</ul>",
         "<h2>", "</h2>", "<b>", "</b>", "<a href=x>", "</a>", "<br>", "<pre>", "</pre>", "<blockquote>", "\n",
         "正文，有标点。", "word ", "<!--", "-->", "&#27;", "<hr>", "<img alt=图>", "<td>甲", "</td>"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(PIECES)
def test_any_soup_of_tags_gives_blocks_that_tile_the_text(soup: str) -> None:
    document = read_page(f"<html><body>{soup}</body></html>")
    position = 0
    for block in document.blocks:
        assert position <= block.start <= block.end <= len(document.text)
        assert not document.text[position : block.start].strip()
        assert "\n" not in document.text[block.start : block.end]
        position = block.end
    assert not document.text[position:].strip()
    for span in document.spans:
        assert 0 <= span.start < span.end <= len(document.text)
    assert "\x1b" not in document.text
