"""Escaping: foreign text inside a Markdown file, so that it stays text.

Three degrees: `escape_line` for titles and tags, `quote_block` for passages that must be read back
exactly, `contain_markdown` for what a reader wrote as Markdown: emphasis, inline code, lists and
quotes live, but nothing that reaches beyond the note (docs/decisions/0007).
"""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&!$])")
_LINE_OPENING = re.compile(r"^(\s*)([-+=:])")
_LINE_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])")
_EDGE_SPACE = re.compile(r"^\s+|\s+$")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d{1,7});")

_CONTAINER = re.compile(r"(?:[\s>]|[-+*](?=\s)|\d{1,9}[.)](?=\s))*")
_UNDERLINE = re.compile(r"[\s>]*(?=[-=|:])[-=|:\s]*")
_RISKY_OPENING = re.compile(r"#|```|~~~|=+\s*$")


def escape_line(text: str) -> str:
    """`text` as one line of literal characters."""
    return _escape(" ".join(_CONTROL.sub(" ", text).split()))


def quote_block(passage: str) -> str:
    """`passage` as a block quote; `read_quote_block` gives it back exactly."""
    lines = [_escape(line) for line in _CONTROL.sub(" ", passage).split("\n")]
    quoted = []
    for index, line in enumerate(lines):
        is_broken = line and index + 1 < len(lines) and lines[index + 1]
        quoted.append(f"> {line}\\" if is_broken else f"> {line}".rstrip())
    return "\n".join(quoted)


def read_quote_block(block: str) -> str:
    """The passage that `quote_block` was given; also of a block that was edited by hand."""
    lines = []
    for line in block.split("\n"):
        content = line.removeprefix(">").removeprefix(" ")
        backslashes = len(content) - len(content.rstrip("\\"))
        lines.append(_unescape(content[:-1] if backslashes % 2 else content))
    return "\n".join(lines)


def contain_markdown(text: str) -> str:
    """A reader's Markdown without headings, HTML, links, images, tables and fences.

    Their signs become character references, which never open anything, so they show as typed.
    """
    cleaned = _CONTROL.sub(" ", text.replace("\r\n", "\n"))
    contained = cleaned.replace("<", "&lt;").replace("[", "&#91;")
    return "\n".join(_contain_line(line.rstrip()) for line in contained.strip("\n").split("\n"))


def _contain_line(line: str) -> str:
    if _UNDERLINE.fullmatch(line):
        return re.sub(r"[-=|:]", lambda match: f"&#{ord(match.group())};", line, count=1)
    container = _CONTAINER.match(line)
    at = container.end() if container else 0
    if _RISKY_OPENING.match(line, at) or _UNDERLINE.fullmatch(line[at:]):
        return f"{line[:at]}&#{ord(line[at])};{line[at + 1 :]}"
    return line


def _escape(line: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", line)
    escaped = _LINE_OPENING.sub(r"\1\\\2", escaped)
    escaped = _LINE_NUMBER.sub(r"\1\\\2", escaped)
    return _EDGE_SPACE.sub(_reference_spaces, escaped)


def _reference_spaces(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match.group())


def _unescape(line: str) -> str:
    def restore(match: re.Match[str]) -> str:
        if match.group(1):
            return match.group(1)
        number = int(match.group(2))
        return chr(number) if number < 0x110000 else match.group()

    return _ESCAPED.sub(restore, line)
