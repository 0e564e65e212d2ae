"""Saved pages in one file: the page is found and read in its own encoding."""

import base64
import quopri

import pytest

from reportreader.errors import InputError
from reportreader.ingest.formats import find_format
from reportreader.ingest.formats.mhtml import extract
from reportreader.ingest.manner import AS_FOUND

PAGE = (
    "<html><head><title>青石县水务报告</title></head><body><div class='nav'><a href='/'>首页</a></div>"
    "<div id='content'><p>全县新建水厂十二座，惠及三万二千人，群众喝上了放心水。</p>"
    "<p>下一步，将完成农村管网八十公里的建设任务，让群众都喝上放心水。</p></div></body></html>"
)


def saved(page: bytes, transfer: str, *, kind: str = "text/html") -> bytes:
    image = base64.b64encode(b"\x89PNG").decode()
    return (
        "From: <Saved by Blink>\r\nSubject: =?utf-8?B?5rC05Yqh?=\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n'
        f"----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n{image}\r\n"
        f"----x\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n"
    ).encode() + page + b"\r\n----x--\r\n"  # fmt: skip


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
@pytest.mark.parametrize("transfer", ["base64", "quoted-printable", "8bit"])
def test_the_page_is_read_however_it_was_packed(codec: str, transfer: str) -> None:
    raw = PAGE.encode(codec)
    packed = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}
    data = saved(packed.get(transfer, bytes)(raw), transfer)
    assert find_format(data, "甲").name == "mhtml"
    document = extract(data, name="甲.mht", manner=AS_FOUND).document
    assert document.text.startswith("青石县水务报告\n全县新建水厂十二座，")
    assert "首页" not in document.text


def test_a_file_without_a_page_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        extract(saved(b"x", "8bit", kind="text/plain"), name="甲.mht", manner=AS_FOUND)
    assert caught.value.message_id == "file_empty"
