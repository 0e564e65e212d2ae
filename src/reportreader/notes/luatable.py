"""Reads a table of Lua that holds values only, as KOReader writes its settings: nothing is run."""

import re

MOST_DEPTH = 64
Value = str | float | int | bool | None | dict[str | int, "Value"]

_SPACE = re.compile(r"(?:\s+|--\[\[.*?\]\]|--[^\n]*)*", re.DOTALL)
_NUMBER = re.compile(r"-?(?:0[xX][0-9a-fA-F]+|\d+\.?\d*(?:[eE][-+]?\d+)?)")
_NAME = re.compile(r"[A-Za-z_]\w*")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WORDS: dict[str, Value] = {"true": True, "false": False, "nil": None}


def parse_table(text: str) -> "dict[str | int, Value]":
    """The table that a file returns; raises ValueError for anything else."""
    reader = _Reader(text)
    reader.skip()
    if text.startswith("return", reader.at):
        reader.at += len("return")
    reader.expect("{")
    return reader.table(0)


class _Reader:
    """A place in a text that moves on as values are read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def skip(self) -> None:
        """Pass over blanks and comments."""
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def takes(self, sign: str) -> bool:
        """Whether `sign` is next; it is passed over if so."""
        self.skip()
        if not self.text.startswith(sign, self.at):
            return False
        self.at += len(sign)
        return True

    def expect(self, sign: str) -> None:
        """Pass over `sign`, which must be next."""
        if not self.takes(sign):
            message = f"{sign} expected at {self.at}"
            raise ValueError(message)

    def value(self, depth: int) -> Value:
        """The value that is next."""
        if depth > MOST_DEPTH:
            message = "too deep"
            raise ValueError(message)
        self.skip()
        if self.takes("{"):
            return self.table(depth)
        if self.text[self.at : self.at + 1] in ('"', "'"):
            return self.string()
        if found := _NUMBER.match(self.text, self.at):
            self.at = found.end()
            said = found.group()
            return int(said, 0) if re.fullmatch(r"-?(0[xX].*|\d+)", said) else float(said)
        found = _NAME.match(self.text, self.at)
        if found is None or found.group() not in _WORDS:
            message = f"no value at {self.at}"
            raise ValueError(message)
        self.at = found.end()
        return _WORDS[found.group()]

    def table(self, depth: int) -> "dict[str | int, Value]":
        """A table behind its opening brace; what has no key is numbered from 1."""
        table: dict[str | int, Value] = {}
        count = 0
        while not self.takes("}"):
            key: Value
            if self.takes("["):
                key = self.value(depth + 1)
                self.expect("]")
                self.expect("=")
            elif found := re.compile(r"([A-Za-z_]\w*)\s*=").match(self.text, self.at):
                key = found.group(1)
                self.at = found.end()
            else:
                count += 1
                key = count
            table[key if isinstance(key, str | int) else str(key)] = self.value(depth + 1)
            if not (self.takes(",") or self.takes(";")):
                self.expect("}")
                break
        return table

    def string(self) -> str:
        """A string in quotation marks; numbers behind a backslash are bytes of UTF-8."""
        quote = self.text[self.at]
        out = bytearray()
        at = self.at + 1
        while (sign := self.text[at : at + 1]) != quote:
            if not sign:
                message = "a string without end"
                raise ValueError(message)
            at += 1
            if sign != "\\":
                out += sign.encode("utf-8", "surrogatepass")
                continue
            if found := re.compile(r"\d{1,3}").match(self.text, at):
                out.append(int(found.group()) & 0xFF)
                at = found.end()
                continue
            escaped = self.text[at : at + 1]
            out += _ESCAPES.get(escaped, escaped).encode()
            at += 1
        self.at = at + 1
        return out.decode("utf-8", "replace")
