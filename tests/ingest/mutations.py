"""Breaks files the way broken programs and hostile people do: inside their own structure.

Everything is drawn from the generator that is handed in, so that a number finds a file again.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random
from xml.etree import ElementTree as ET

from tests.ingest.packages import make_zip
from tests.ingest.pdfs import Placed, make_pdf

FIXTURES = Path(__file__).parent / "fixtures"
_EXTREMES = (
    *(b"0", b"-1", b"1", b"65535", b"2147483648", b"99999999999999999999", b"1e999", b"NaN", b""),
    *(b"\xef\xbf\xbf", b"\x00", b"\x1b]0;x\x07", b"%s%n", b"../../../x", "一".encode(), b"true"),
)
_EXTREME_WORDS = ("", "0", "-1", "99999999999", "1e999", "NaN", "\ufffd", "../../x", "一", "true")
_EXTREME_LONGS = (0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_SECTOR_BYTES = 512
_TREE_SHARE = 0.7
_TAG = re.compile(rb"</?[A-Za-z][^<>]{0,200}>")
_ATTRIBUTE = re.compile(rb'="[^"<>]{0,100}"')
_NUMBER = re.compile(rb"-?\d{1,10}")
_LONGEST_SLICE = 400
_PAGE = (
    "<html><head><title>青石县水务报告</title><meta charset='utf-8'></head><body><div id='nav'>"
    "<a href='/'>首页</a></div><div class='content'><h1>青石县水务报告</h1><p>来源：青石日报</p>"
    "<p>全县新建水厂十二座，惠及三万二千人，群众喝上了放心水。</p><ul><li>甲</li><li>乙</li></ul>"
    "<table><tr><td colspan='2'>乡镇</td><td>人口</td></tr></table><p>下一步，完成管网八十公里。</p>"
    "</div></body></html>"
)
_MARKDOWN = (
    "---\ntitle: 水务\ndate: 2021-07-05\n---\n# 青石县水务报告\n\n**重点：**内容[^1]，见[链接](https://example.org)。\n\n"
    "1. 甲\n   - 乙\n2. 丙\n\n> 引用\n\n| 乡镇 | 人口 |\n|---|---|\n| 东乡 | 一万 |\n\n```\n代码\n```\n\n[^1]: 脚注。\n"
)
_TEXT = (
    "青石县上半年水务工作情况的报告\n\n来源：青石日报  2021年7月5日\n\n一、建设情况\n（一）水厂\n"
    "1.新建水厂十二座。一是选址，二是施工。\n二、下步打算\n——完成管网八十公里。\n"
)
_OFD = {
    "OFD.xml": '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocInfo/>'
    "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
    "Doc_0/Document.xml": '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData>'
    "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
    '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
    "Doc_0/Pages/Page_0/Content.xml": '<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content>'
    '<ofd:Layer><ofd:TextObject ID="2" Boundary="20 20 100 6" Size="4" CTM="1 0 0 1 0 0">'
    '<ofd:TextCode X="0" Y="5" DeltaX="g 9 4">全县新建水厂十二座。</ofd:TextCode></ofd:TextObject>'
    "</ofd:Layer></ofd:Content></ofd:Page>",
}
_EPUB = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="a/b.opf"/></rootfiles></container>',
    "a/b.opf": "<package><metadata><title>水务</title></metadata><manifest>"
    '<item id="c" href="c.xhtml"/><item id="n" href="n.xhtml" properties="nav"/></manifest>'
    '<spine><itemref idref="c"/></spine></package>',
    "a/c.xhtml": "<html><body><h1>一、建设</h1><p>新建水厂十二座。</p><p>二、打算</p></body></html>",
    "a/n.xhtml": '<html><body><nav><ol><li><a href="c.xhtml">一、建设</a></li></ol></nav></body></html>',
}


def make_seeds() -> dict[str, bytes]:
    """A sound file of each format, by its suffix."""
    mhtml = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{_PAGE}\r\n--x--\r\n"
    )
    pages = [[Placed(72, 800 - 20 * n, f"第{n}行：全县新建水厂十二座。") for n in range(12)]] * 2
    seeds = {
        "txt": _TEXT.encode(),
        "md": _MARKDOWN.encode(),
        "html": _PAGE.encode(),
        "mht": mhtml.encode(),
        "pdf": make_pdf(pages, [("第1行", 0)]),
        "epub": make_zip(dict(_EPUB)),
        "ofd": make_zip(dict(_OFD)),
        "zip": make_zip({"甲.txt": _TEXT, "乙.docx": (FIXTURES / "libreoffice.docx").read_bytes()}),
    }
    for suffix in ("docx", "odt", "rtf", "doc"):
        seeds[suffix] = (FIXTURES / f"libreoffice.{suffix}").read_bytes()
    return seeds


def mutate(data: bytes, random: Random) -> bytes:
    """`data` broken in one to six ways: inside its parts if it is a package."""
    if data.startswith(b"PK") and random.random() < 0.9:
        return _mutate_package(data, random)
    if data.startswith(_COMPOUND_FILE) and random.random() < 0.9:
        return _mutate_compound_file(data, random)
    for _ in range(random.randint(1, 6)):
        data = random.choice(_WAYS)(data, random)
    return data


def _mutate_package(data: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    texts = [name for name, part in parts.items() if isinstance(part, bytes) and b"<" in part]
    for _ in range(random.randint(1, 4)):
        name = random.choice(texts or list(parts))
        part = parts.get(name, b"")
        if random.random() < 0.05:
            parts.pop(name, None)
        elif isinstance(part, bytes):
            way = _mutate_tree if random.random() < _TREE_SHARE else random.choice(_WAYS)
            parts[name] = way(part, random)
    return make_zip(parts)


def _mutate_tree(data: bytes, random: Random) -> bytes:
    """XML that stays well-formed: elements leave, come twice, wander, lose or change what they say."""
    try:
        root = ET.fromstring(data)  # noqa: S314 - our own file
    except (ET.ParseError, LookupError, ValueError):
        return data
    for _ in range(random.randint(1, 5)):
        parents = [element for element in root.iter() if len(element)]
        everyone = list(root.iter())
        parent = random.choice(parents or everyone)
        child = random.choice(list(parent) or [parent])
        other = random.choice(everyone)
        match random.randrange(6):
            case 0 if child is not parent:
                parent.remove(child)
            case 1:
                parent.insert(random.randrange(len(parent) + 1), deepcopy(child))
            case 2:
                other.append(deepcopy(child))
            case 3:
                other.text = random.choice(_EXTREME_WORDS)
            case 4 if other.attrib:
                other.set(random.choice(list(other.attrib)), random.choice(_EXTREME_WORDS))
            case _:
                other.tag = random.choice(everyone).tag
    return bytes(ET.tostring(root, encoding="utf-8"))


def _mutate_compound_file(data: bytes, random: Random) -> bytes:
    """Its sectors stay where they are: only bytes behind the header change, and no length does."""
    broken = bytearray(data)
    for _ in range(random.randint(1, 30)):
        place = random.randrange(_SECTOR_BYTES, len(broken) - 4)
        match random.randrange(3):
            case 0:
                broken[place] = random.randrange(256)
            case 1:
                struct.pack_into("<H", broken, place, random.choice((0, 1, 0x7FFF, 0xFFFF)))
            case _:
                struct.pack_into("<L", broken, place & ~3, random.choice(_EXTREME_LONGS))
    return bytes(broken)


def _slice(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(start + random.randrange(_LONGEST_SLICE), len(data))


def _cut(data: bytes, random: Random) -> bytes:
    start, end = _slice(data, random)
    return data[:start] + data[end:]


def _repeat(data: bytes, random: Random) -> bytes:
    start, end = _slice(data, random)
    return data[:end] + data[start:end] * random.choice((1, 3, 50)) + data[end:]


def _move(data: bytes, random: Random) -> bytes:
    start, end = _slice(data, random)
    rest = data[:start] + data[end:]
    place = random.randrange(len(rest) + 1)
    return rest[:place] + data[start:end] + rest[place:]


def _truncate(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _flip(data: bytes, random: Random) -> bytes:
    broken = bytearray(data)
    for _ in range(random.randint(1, 20) if broken else 0):
        broken[random.randrange(len(broken))] = random.randrange(256)
    return bytes(broken)


def _set_word(data: bytes, random: Random) -> bytes:
    """A number of four bytes, as binary formats have them, becomes an extreme one."""
    if len(data) < 4:
        return data
    place = random.randrange(len(data) // 4) * 4
    number = random.choice((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFFE, len(data)))
    return data[:place] + struct.pack("<L", number) + data[place + 4 :]


def _replace_one(
    pattern: re.Pattern[bytes], new: Callable[[re.Match[bytes], Random], bytes]
) -> Callable[[bytes, Random], bytes]:
    def way(data: bytes, random: Random) -> bytes:
        found = list(pattern.finditer(data))
        if not found:
            return data
        match = random.choice(found)
        return data[: match.start()] + new(match, random) + data[match.end() :]

    return way


def _nest(data: bytes, random: Random) -> bytes:
    """An element holds itself many times."""
    tags = [tag for tag in _TAG.findall(data) if not tag.startswith(b"</")]
    if not tags:
        return data
    tag: bytes = random.choice(tags)
    name = re.sub(rb"[\s/>].*", b"", tag[1:], flags=re.DOTALL)
    place = data.find(tag)
    count = random.choice((3, 150, 3000))
    return data[:place] + tag * count + b"</" + name + b">" * count + data[place:]


def _swap_tags(data: bytes, random: Random) -> bytes:
    tags = sorted(set(_TAG.findall(data)))
    if len(tags) < 2:
        return data
    one, other = random.sample(tags, 2)
    return data.replace(one, other, random.choice((1, -1)))


def _pack_wrongly(data: bytes, random: Random) -> bytes:
    """Compressed data where none is expected, or none where it is."""
    start, end = _slice(data, random)
    return data[:start] + zlib.compress(data[start:end]) + data[end:]


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_cut, _repeat, _move, _truncate, _flip, _set_word, _nest, _swap_tags, _pack_wrongly),
    _replace_one(_NUMBER, lambda _, random: random.choice(_EXTREMES)),
    _replace_one(_ATTRIBUTE, lambda _, random: b'="' + random.choice(_EXTREMES) + b'"'),
    _replace_one(_TAG, lambda match, random: random.choice((b"", match.group() * 2))),
)
