"""Bytes to clean text: encoding, line ends, invisible characters, and a word about what was lost."""

import re
from dataclasses import dataclass

from reportreader.errors import InputError
from reportreader.ingest.ingested_file import Notice
from reportreader.ingest.sanitising import sanitise
from reportreader.ingest.sniffing import codec_name, decode_damaged, detect_encoding

_SAMPLE_LENGTH = 1 << 15
LINES_LIMIT = 1_000_000
"""Lines of a text that are read; no report has so many, and each takes its time and memory."""
REST_UNREAD = "［以下未读入］"
"""Stands in a text where the rest of its file was left out, so that it is seen later too."""
_BINARY_SHARE = 0.1
_UNDECODABLE_SHARE = 0.1
_HAN = re.compile("[\u3400-\u9fff]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
# Line ends other than LF, and characters that take no room and say nothing.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_WEIGHTLESS = re.compile("[\ufeff\u200b\u2060\u00ad]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedText:
    """Text of a file with LF line ends and no forbidden character, and the codec that read it."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def check_encoding(label: str) -> str:
    """The codec for an encoding that a person named; raises InputError if there is none."""
    codec = codec_name(label)
    if codec is None:
        raise InputError("encoding_unknown", encoding=label)
    return codec


def decode_text(data: bytes, *, name: str, encoding: str | None = None) -> DecodedText:
    """The text in `data`, read with `encoding` or with the one that the bytes speak for.

    Up to a tenth of bad bytes are shown as U+FFFD and told in a notice; so is what lies behind
    `LINES_LIMIT` lines and was left out. Raises InputError for bytes that are no text
    (`file_binary`), that fit no encoding (`file_undecodable`), or that hold no visible character
    (`file_empty`).
    """
    codec = check_encoding(encoding) if encoding else detect_encoding(data)
    text, is_strict = _decode(data, codec)
    sample = text[:_SAMPLE_LENGTH]
    if _looks_binary(sample, is_strict=is_strict):
        raise InputError("file_binary", path=name)
    bad = 0 if is_strict else text.count("\ufffd")
    if bad > _UNDECODABLE_SHARE * len(text):
        raise InputError("file_undecodable", path=name, encoding=codec)
    notices = []
    if bad:
        notices.append(
            Notice(message_id="ingest.bad_bytes", values={"count": bad, "encoding": codec})
        )
    if text.count("\n") > LINES_LIMIT:
        text = first_lines(text, LINES_LIMIT) + REST_UNREAD
        notices.append(Notice(message_id="ingest.lines_cut", values={"lines": f"{LINES_LIMIT:,}"}))
    text = clean_text(text)
    if not text or text.isspace():
        raise InputError("file_empty", path=name)
    return DecodedText(text=text, encoding=codec, notices=tuple(notices))


def first_lines(text: str, count: int) -> str:
    """The beginning of `text`, up to the end of its line number `count`."""
    end = 0
    for _ in range(count):
        found = text.find("\n", end)
        if found < 0:
            return text
        end = found + 1
    return text[:end]


def clean_text(text: str) -> str:
    """`text` with LF line ends, without BOMs and weightless characters, sanitised.

    From here on offsets are final.
    """
    if _LINE_ENDS.search(text):
        text = _LINE_ENDS.sub("\n", text.replace("\r\n", "\n"))
    if _WEIGHTLESS.search(text):
        text = _WEIGHTLESS.sub("", text)
    return sanitise(text)


def _decode(data: bytes, codec: str) -> tuple[str, bool]:
    """The text, and whether every byte fitted; cp950 gives way to its superset where that fits."""
    for strict in (codec, "big5hkscs") if codec == "cp950" else (codec,):
        try:
            return data.decode(strict), True
        except UnicodeDecodeError:
            continue
    return decode_damaged(data, codec), False


def _looks_binary(sample: str, *, is_strict: bool) -> bool:
    if is_strict and _HAN.search(sample):
        return False
    odd = sum(1 for _ in _NOT_TEXT.finditer(sample))
    return odd > _BINARY_SHARE * len(sample)
