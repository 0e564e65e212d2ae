"""Documents that try to steer the terminal, and what must never reach it."""

import re
from collections.abc import Iterator

PAYLOADS = {
    "title": "甲\x1b]0;PWN\x07乙",
    "clipboard": "\x1b]52;c;UFdO\x07",
    "link": "\x1b]8;;http://example.org/\x1b\\点\x1b]8;;\x1b\\",
    "open": "未完\x1b]0;PWN",
    "palette": "\x1b]4;1;?\x07",
    "file": "\x1b]1337;File=name=eA==:AAAA\x07",
    "colour": "\x1b[31;5mPWN\x1b[0m",
    "clear": "\x1b[02J\x1b[3J",
    "screen": "\x1b[?01049l",
    "report": "\x1b[21t",
    "mouse": "\x1b[?01003h",
    "c1": "\x9b31mPWN\x9d0;PWN\x9c",
    "strings": "\x1bP$qm\x1b\\\x1b_Gi=1;AAAA\x1b\\\x1b^PWN\x1b\\\x1bXPWN\x1b\\",
    "reset": "\x1bc",
    "c0": "\x01\x02\x05\x0e\x0f\x10\x18\x1a\x1c\x00\x7f\x08\x08",
    "return": "真实\r伪造",
    "bidi": "文件\u202etxt.exe\u202c\u2066x\u2069\u061c\u200f",
    "invisible": "统\u200b战\u2060部\ufeff\u2028\u2029\U000e0041\u3164\uffa0",
    "marks": "字" + "\u0301" * 400,
    "markup": "[@click=app.quit]点[/] [/重点] [red]x[/red] [link=javascript:1]y[/link]",
    "format": "%s%n{0}{self}",
}
EVERYTHING = "　".join(PAYLOADS.values())
_CSI = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
_HARMLESS_ESCAPES = re.compile(rb"\x1b[78=>]|\x1b[()][AB0]|\x1b\]22;[a-z-]*\x07")
_CONTROLS = re.compile(rb"[\x00-\x07\x0b\x0c\x0e-\x1f\x7f]")
_CHARACTERS = re.compile(
    "[\x80-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u3164\uffa0"
    "\U000e0000-\U000e007f]|[\u0300-\u036f]{9,}"
)
_OF_DOCUMENTS = (
    *(b"\x1b[31;5m", b"\x1b[02J", b"\x1b[3J", b"\x1b[?01049l", b"\x1b[21t", b"\x1b[?01003h"),
)
"""Sequences of the payloads that the program itself has no use for."""


def iter_forbidden(output: bytes) -> Iterator[str]:
    """What a program wrote to its terminal that came from a document."""
    for sequence in _CSI.findall(output):
        if sequence.startswith(_OF_DOCUMENTS):
            yield repr(sequence)
    rest = _HARMLESS_ESCAPES.sub(b"", _CSI.sub(b"", output))
    for match in _CONTROLS.finditer(rest):
        yield repr(rest[match.start() : match.start() + 12])
    for characters in _CHARACTERS.findall(rest.decode("utf-8", "replace")):
        yield f"U+{ord(characters[0]):04X}"
