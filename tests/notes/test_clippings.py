"""Clippings of other programs, in the forms in which those programs write them."""

import json

import pytest

from reportreader.errors import InputError
from reportreader.notes.annotation import Colour
from reportreader.notes.clippings import Clipping, ClippingFormat, clipping_id, parse_clippings
from reportreader.notes.luatable import MOST_DEPTH, parse_table

KINDLE_CHINESE = """\ufeff渠道清淤情况 (某县水务局)
- 您在第 12 页（位置 #170-172）的标注 | 添加于 2023年1月3日星期二 下午3:11:12

全镇清淤三千方
==========
渠道清淤情况 (某县水务局)
- 您在第 12 页（位置 #172）的笔记 | 添加于 2023年1月3日星期二 下午3:12:00

核对数字
==========
\ufeff渠道清淤情况 (某县水务局)
- 您在位置 #200 的书签 | 添加于 2023年1月4日星期三 上午12:05:00


==========
"""
KINDLE_ENGLISH = """Canals (A. Writer)
- Your Highlight on page 3 | Location 40-1 | Added on Tuesday, 3 January 2023 10:11:12

three thousand cubic metres
==========
Canals (A. Writer)
- Your Note at location 90 | Added on Tuesday, January 3, 2023 10:11:12 PM

alone
==========
"""
LUA = """-- we can read Lua syntax here!
return {
    ["annotations"] = {
        [1] = {
            ["chapter"] = "一、总体情况",
            ["color"] = "olive",
            ["datetime"] = "2024-05-01 10:20:30",
            ["drawer"] = "lighten",
            ["note"] = "核对\\
\\"数字\\"",
            ["page"] = "/body/p[5].0",
            ["pageno"] = 4,
            ["text"] = "全镇清淤\\228\\184\\137千方",
        },
    },
    ["doc_path"] = "/mnt/us/渠道清淤.epub",
    ["doc_props"] = { title = "渠道清淤情况", authors = 'x' }, -- and so on
    ["percent_finished"] = 0.5,
}
"""
OLD_LUA = """return {
    ["bookmarks"] = {
        [1] = { ["datetime"] = "2020-01-01 00:00:00", ["notes"] = "全镇清淤三千方", ["text"] = "真的？" },
    },
    ["highlight"] = {
        [7] = { [1] = { ["datetime"] = "2020-01-01 00:00:00", ["text"] = "全镇清淤三千方" } },
    },
    ["stats"] = { ["title"] = "渠道清淤情况" },
}
"""
KOREADER_MARKDOWN = """# 渠道清淤情况
##### 水务局

## 一、总体情况
### Page 3 @ 05 May 2024 09:10:11 AM
*全镇清淤三千方*

---
核对数字

[View in book](<file:///mnt/渠道.epub?pos=/body>)
### Page 4 @ 05 May 2024 09:10:12 PM
两行
的原文

_Generated at: 2024-05-06_
"""
KOREADER_HTML = """<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml">
<head><meta charset="utf-8"/><title>渠道</title></head>
<body>
  <div style="width:90%; max-width:600px; margin:0 auto; padding:5px; font-size:12pt">
    <h2 style="font-size:18pt; text-align:right;">渠道清淤情况</h2>
    <h5 style="font-size:12pt; text-align:right; color:gray;">水务局</h5>
        <div style="font-size:14pt; font-weight:bold; text-align:center; margin:0.5em;"><span>一、总体情况</span></div>
        <div style="padding-top:0.5em; padding-bottom:0.5em;">
          <div style="font-size:10pt; margin-bottom:0.2em; color:darkgray">
            <div style="display:inline-block; width:0.2em; background-color:#00ff00;"></div>
            <span>05/05/24</span><span style="float:right"> 3</span>
          </div>
          <div style="font-size:12pt">
            <span>全镇&lt;清淤&gt;<br/>三千方</span>
          </div>
            <div style="font-size:11pt; margin-top:0.2em; margin-left:2em;">
              <span style="color:#888888">核对</span>
            </div>
        </div>
        <div style="padding-top:0.5em; padding-bottom:0.5em; border-top:1px dotted lightgray;">
          <div style="font-size:12pt"><span>第二条</span></div>
        </div>
  </div>
</body>
</html>
"""
READEST_MARKDOWN = """# 渠道清淤情况

**Author**: 水务局

## Highlights & Annotations

### 一、总体情况

> 全镇清淤三千方
> 下一行

**Note**: 核对
再问

*[Page: 3](readest://x) · Time: 2024-05-01*

> 第二条
"""


def read(text: str) -> tuple[ClippingFormat, tuple[Clipping, ...]]:
    found = parse_clippings(text)
    assert found is not None
    return found


def test_a_kindle_set_to_chinese() -> None:
    made_by, (passage, bookmark) = read(KINDLE_CHINESE)
    assert made_by is ClippingFormat.KINDLE
    assert passage == Clipping(
        title="渠道清淤情况",
        quote="全镇清淤三千方",
        note="核对数字",
        where="您在第 12 页（位置 #170-172）的标注",
        made="2023-01-03T15:11:12.000Z",
    )
    assert (bookmark.quote, bookmark.made) == ("", "2023-01-04T00:05:00.000Z")


def test_a_kindle_set_to_english() -> None:
    _, (passage, note) = read(KINDLE_ENGLISH)
    assert (passage.title, passage.quote) == ("Canals", "three thousand cubic metres")
    assert passage.made == "2023-01-03T10:11:12.000Z"
    assert (note.quote, note.note, note.made) == ("", "alone", "2023-01-03T22:11:12.000Z")


def test_settings_of_koreader() -> None:
    made_by, (passage,) = read(LUA)
    assert made_by is ClippingFormat.KOREADER
    assert passage == Clipping(
        title="渠道清淤情况",
        quote="全镇清淤三千方",
        note='核对\n"数字"',
        chapter="一、总体情况",
        where="4",
        made="2024-05-01T10:20:30.000Z",
        colour=Colour.GREEN,
        file_stem="渠道清淤",
    )


def test_older_settings_of_koreader() -> None:
    _, (passage,) = read(OLD_LUA)
    assert (passage.title, passage.quote, passage.note) == (
        "渠道清淤情况",
        "全镇清淤三千方",
        "真的？",
    )


def test_json_of_koreader_for_one_book_and_for_all() -> None:
    entry = {"sort": "highlight", "text": "全镇清淤", "note": "核对", "time": 1714528830, "page": 3}
    book = {"title": "渠道", "file": "/mnt/渠道清淤.txt", "entries": [entry]}
    _, (passage,) = read(json.dumps(book))
    assert (passage.quote, passage.note, passage.where) == ("全镇清淤", "核对", "3")
    assert (passage.made, passage.file_stem) == ("2024-05-01T02:00:30.000Z", "渠道清淤")
    assert read(json.dumps({"version": "json/1.0.0", "documents": [book, book]}))[1] == (
        passage,
        passage,
    )


def test_markdown_of_koreader() -> None:
    _, (first, second) = read(KOREADER_MARKDOWN)
    assert (first.quote, first.note, first.chapter) == (
        "全镇清淤三千方",
        "核对数字",
        "一、总体情况",
    )
    assert first.made == "2024-05-05T09:10:11.000Z"
    assert (second.quote, second.made) == ("两行\n的原文", "2024-05-05T21:10:12.000Z")


def test_html_of_koreader() -> None:
    made_by, (first, second) = read(KOREADER_HTML)
    assert made_by is ClippingFormat.KOREADER
    assert (first.title, first.chapter) == ("渠道清淤情况", "一、总体情况")
    assert (first.quote, first.note) == ("全镇<清淤>\n三千方", "核对")
    assert second.quote == "第二条"


def test_json_of_readest() -> None:
    exported = {
        "$format": "readest",
        "book": {"title": "渠道"},
        "annotations": [
            {"type": "annotation", "text": "全镇清淤", "note": "核对", "color": "violet",
             "createdAt": 1714528830000, "cfi": "epubcfi(/6/4)"},
            {"type": "annotation", "text": "删去的", "deletedAt": 1714528830000},
        ],
    }  # fmt: skip
    made_by, (passage,) = read(json.dumps(exported))
    assert made_by is ClippingFormat.READEST
    assert (passage.quote, passage.note, passage.colour) == ("全镇清淤", "核对", Colour.PURPLE)
    assert passage.made == "2024-05-01T02:00:30.000Z"


def test_markdown_of_readest() -> None:
    made_by, (first, second) = read(READEST_MARKDOWN)
    assert made_by is ClippingFormat.READEST
    assert (first.quote, first.note) == ("全镇清淤三千方\n下一行", "核对\n再问")
    assert (first.chapter, first.where) == ("一、总体情况", "Page: 3")
    assert (second.quote, second.note) == ("第二条", "")


@pytest.mark.parametrize(
    "text", ["", "普通文字", "{}", "[]", "# 标题\n\n正文", "return 1", "====="]
)
def test_other_files_are_none_of_theirs(text: str) -> None:
    assert parse_clippings(text) is None


@pytest.mark.parametrize(
    "text",
    [
        'return { ["a"] = os.execute("x") }',
        "return { ['a' = 1 }",
        'return { "without end',
        "return {" + "{" * 100_000,
    ],
)
def test_settings_that_are_more_than_values_are_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_clippings(text)
    assert caught.value.message_id == "clippings_malformed"


def test_values_of_lua() -> None:
    said = "{1, -2.5, 0x1F, true, nil, 'it\\'s', [\"k\"]={}; name = --[[x]] 'v'}"
    assert parse_table(said) == {
        1: 1, 2: -2.5, 3: 31, 4: True, 5: None, 6: "it's", "k": {}, "name": "v",
    }  # fmt: skip
    assert MOST_DEPTH < 1000


def test_a_clipping_has_the_same_id_every_time() -> None:
    first, second = read(KINDLE_CHINESE)[1]
    again = read(KINDLE_CHINESE.replace("\n", "\r\n"))[1][0]
    assert clipping_id(first) == clipping_id(again) != clipping_id(second)
